/** Which statements have words in which sentence, so that a rule that asks for others nearby need not look at all: time stays linear in the text. */
import { sentenceOf } from '../acts/sentence-words.ts';
import type { Attribution, ReadDocument } from '../reading.ts';
import { tokensOfRoles } from './change-statement.ts';

/**
 * Positions of statements in their list, in order, by the first token of each sentence that they have words in.
 *
 * @example
 * positionsBySentence(document, statements).get(0); // [0, 1]
 */
export function positionsBySentence(
  document: ReadDocument,
  statements: readonly Attribution[],
): ReadonlyMap<number, readonly number[]> {
  const positions = new Map<number, number[]>();
  for (const [position, statement] of statements.entries()) {
    for (const range of tokensOfRoles(document, statement)) {
      for (let t = range.first; t < range.last; ) {
        const sentence = sentenceOf(document.sentences!, t);
        const there = positions.get(sentence.first);
        if (!there) positions.set(sentence.first, [position]);
        else if (there.at(-1) !== position) there.push(position);
        t = Math.max(t + 1, sentence.last);
      }
    }
  }
  return positions;
}
