/** Finds the noun phrase that a relative clause or a participle follows, from tags alone. */
import type { Range, SentenceWords } from '../acts/sentence-words.ts';

/** How many tokens it may have. */
const REACH = 24;

/**
 * The noun phrase that ends before a token, a comma between them or not; undefined where none does.
 *
 * @example
 * nounBefore(words, 4); // { first: 0, last: 3 } for "an old neighbour, who"
 */
export function nounBefore(words: SentenceWords, t: number): Range | undefined {
  let last = t;
  while (/^(?:,|RB)$/.test(words.tag(last - 1)) || /^(?:one|all|some|both)$/.test(words.lower(last - 1))) last--;
  let first = last;
  while (
    first > words.first &&
    last - first < REACH &&
    /^(?:NNP?S?|JJ[RS]?|DT|CD|POS|PRP\$?|HYPH|VBN|IN|TO)$/.test(words.tag(first - 1))
  ) {
    if (words.tag(first - 1) === 'IN' && /^(?:that|because|as|if|while|although|since)$/.test(words.lower(first - 1)))
      break;
    first--;
  }
  while (first < last && /^(?:IN|TO|VBN)$/.test(words.tag(first))) first++;
  return last > first ? { first, last } : undefined;
}
