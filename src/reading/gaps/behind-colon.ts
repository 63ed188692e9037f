/** Quotations behind a colon: in “She had seen it, she told the board, but it was not hers: ‘Ask the printer.’” the source is who speaks before it. */
import { sentenceOf } from '../acts/sentence-words.ts';
import type { Attribution, ReadDocument } from '../reading.ts';
import { rangesOf } from '../relays/role-of.ts';
import { changeStatement } from './change-statement.ts';
import { positionsBySentence } from './positions-by-sentence.ts';
import type { SentenceGrounds } from './sentence-grounds.ts';

/**
 * The statements, those without a source whose content is a quotation behind a colon with source and cue of the only statement that the words
 * of their sentence before the colon make.
 *
 * @example
 * giveSpeakers(document, grounds, statements)[1].source?.text; // 'she'
 */
export function giveSpeakers(
  document: ReadDocument,
  grounds: SentenceGrounds,
  statements: readonly Attribution[],
): Attribution[] {
  let bySentence: ReadonlyMap<number, readonly number[]> | undefined;
  return statements.map((statement) => {
    if (statement.source !== null || statement.parent !== null) return statement;
    const [content, ...others] = rangesOf(document, statement.content);
    if (content === undefined || others.length > 0) return statement;
    const words = grounds.wordsAt(content.first);
    if (words.lower(content.first - 1) !== ':' || words.tag(content.first) !== '``') return statement;
    bySentence ??= positionsBySentence(document, statements);
    const near = (bySentence.get(words.first) ?? []).map((position) => statements[position]);
    const speakers = near.filter((other) => {
      const [source] = rangesOf(document, other.source);
      const [cue] = rangesOf(document, other.cue);
      if (source === undefined || cue === undefined || other.parent !== null) return false;
      const isHere = sentenceOf(document.sentences!, cue.first).first === words.first && words.has(source.first);
      return isHere && cue.last < content.first && source.last < content.first;
    });
    if (speakers.length !== 1) return statement;
    const [[source], [cue]] = [speakers[0].source, speakers[0].cue].map((role) => rangesOf(document, role));
    return changeStatement(document, statement, { source, cue }, 'source of the words before the colon');
  });
}
