/** Where a sentence begins behind its dateline: "PELGARD, Ketria, April 14 (Corvane) - At least 12 people …". */
import type { SentenceWords } from '../acts/sentence-words.ts';

/** How many tokens a dateline has at most. */
const LONGEST = 16;

/**
 * The first token behind the dateline of a sentence; its first token where it has none.
 *
 * @example
 * afterDateline(words); // 9
 */
export function afterDateline(words: SentenceWords): number {
  const { first, last } = words;
  for (let t = first; t < Math.min(last, first + LONGEST); t++) {
    const isDash = /^(?:-|--|–|—)$/.test(words.lower(t));
    // A hyphen within a name is none.
    if (t > first && isDash && (words.tag(t) === ':' || words.tag(t - 1) === '-RRB-')) return t + 1;
    if (!/^(?:NNP|CD|,|\.|-LRB-|-RRB-)$/.test(words.tag(t))) return first;
  }
  return first;
}
