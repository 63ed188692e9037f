/** Adverbs that attribute to nobody: "Reportedly, a second page exists"; "the captain reportedly stayed at the wheel". */
import { PASSING_ADVERBS } from '../acts/cue-words.ts';
import { cutRange } from '../relays/cut-range.ts';
import type { Ground } from '../relays/relay.ts';
import type { Found } from './find-unfound.ts';

const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'expl', 'csubj']);

/**
 * The statements that adverbs of a sentence make of its clauses: no source, and the clause around the adverb as their content.
 *
 * @example
 * findAdverbs(ground)[0].content; // "the captain", "stayed at the wheel"
 */
export function findAdverbs({ words, tree, scouted }: Ground): Found[] {
  const found: Found[] = [];
  for (const t of scouted.phrases) {
    if (!PASSING_ADVERBS.has(words.lower(t)) || tree.relation(t) !== 'advmod') continue;
    const told = tree.head(t);
    // "an allegedly stolen car" says nothing of its own.
    if (told < 0 || tree.child(told, SUBJECTS) < 0) continue;
    const parts = [
      cutRange(words, tree.left(told), t),
      cutRange(words, words.lower(t + 1) === ',' ? t + 2 : t + 1, tree.right(told) + 1),
    ];
    // "who reportedly stayed": the pronoun says nothing by itself.
    const content = parts
      .filter((range) => range !== null)
      .filter(({ first, last }) => {
        for (let word = first; word < last; word++) if (!/^(?:W.*|,|:|IN|CC)$/.test(words.tag(word))) return true;
        return false;
      });
    if (content.length > 0) found.push({ source: null, cue: { first: t, last: t + 1 }, content });
  }
  return found;
}
