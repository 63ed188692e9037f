/** Scores of the parser from raw text, the way of the CoNLL 2018 shared task: F1 over words aligned by their place. */
import { RELATIONS } from '../../src/language/parse/relations.ts';
import { NO_HEAD } from '../../src/language/parse/tree.ts';
import type { Document } from '../../src/text/document.ts';
import type { TreebankDocument } from '../conllu.ts';

/**
 * F1 of heads (UAS), and of heads with their relations without subtypes (LAS), from 0 to 1.
 *
 * @param parsed a document for each of the treebank's, read from its text
 * @example
 * attachmentScores(treebank, parsed).las; // 0.82
 */
export function attachmentScores(
  treebank: readonly TreebankDocument[],
  parsed: readonly Document[],
): { uas: number; las: number } {
  let total = 0;
  let heads = 0;
  let both = 0;
  treebank.forEach(({ sentences }, d) => {
    const { length, start, end, head, relation } = parsed[d].tokens!;
    const gold = new Map<string, { head: string; relation: string }>();
    for (const sentence of sentences)
      for (const word of sentence) {
        const above = sentence[word.head];
        gold.set(`${word.start}-${word.end}`, {
          head: above ? `${above.start}-${above.end}` : 'root',
          relation: plain(word.relation),
        });
      }
    total += gold.size + length;
    for (let t = 0; t < length; t++) {
      const word = gold.get(`${start[t]}-${end[t]}`);
      if (word?.head !== (head[t] === NO_HEAD ? 'root' : `${start[head[t]]}-${end[head[t]]}`)) continue;
      heads++;
      if (word.relation === plain(RELATIONS[relation[t]])) both++;
    }
  });
  return { uas: (2 * heads) / total, las: (2 * both) / total };
}

function plain(relation: string): string {
  return relation.split(':')[0];
}
