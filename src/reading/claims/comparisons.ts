/**
 * The words beside a number that say how it is meant: "at least 12", "12 or more", "up to 5,500". Read from the number outwards, the
 * longest phrase first; a constant number of words is looked at.
 */
import type { Comparison } from './claim.ts';

const BEFORE: readonly (readonly [phrase: string, comparison: Comparison])[] = [
  ['no fewer than', 'atLeast'],
  ['no less than', 'atLeast'],
  ['not less than', 'atLeast'],
  ['no more than', 'atMost'],
  ['not more than', 'atMost'],
  ['as many as', 'atMost'],
  ['as much as', 'atMost'],
  ['as few as', 'atLeast'],
  ['as little as', 'atLeast'],
  ['at least', 'atLeast'],
  ['at most', 'atMost'],
  ['up to', 'atMost'],
  ['more than', 'moreThan'],
  ['greater than', 'moreThan'],
  ['upwards of', 'moreThan'],
  ['fewer than', 'lessThan'],
  ['less than', 'lessThan'],
  ['close to', 'about'],
  ['an estimated', 'about'],
  ['well over', 'moreThan'],
  ['over', 'moreThan'],
  ['above', 'moreThan'],
  ['exceeding', 'moreThan'],
  ['under', 'lessThan'],
  ['below', 'lessThan'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['some', 'about'],
  ['estimated', 'about'],
  ['only', 'exactly'],
  ['just', 'exactly'],
  ['exactly', 'exactly'],
  ['precisely', 'exactly'],
];

const AFTER: readonly (readonly [phrase: string, comparison: Comparison])[] = [
  ['or more', 'atLeast'],
  ['or fewer', 'atMost'],
  ['or less', 'atMost'],
  ['or so', 'about'],
];

/** By their outermost word, so that a number without such a word beside it costs one look. */
const BY_LAST = groupBy(BEFORE, (words) => words[words.length - 1]);
const BY_FIRST = groupBy(AFTER, (words) => words[0]);

/** How a number is meant, and how many words on its side say so. */
export interface Compared {
  readonly comparison: Comparison;
  readonly words: number;
}

/**
 * How a number is meant by the words before it.
 *
 * @param at gives the word so many places before the number (1 is next to it), in lower case; empty beyond the sentence
 * @example
 * comparedBefore((n) => ['', 'least', 'at'][n] ?? ''); // { comparison: 'atLeast', words: 2 }
 */
export function comparedBefore(at: (places: number) => string): Compared | null {
  const found = BY_LAST.get(at(1))?.find(({ words }) => words.every((word, i) => at(words.length - i) === word));
  return found ? { comparison: found.comparison, words: found.words.length } : null;
}

/**
 * How a number is meant by the words behind it.
 *
 * @param at gives the word so many places behind the number (1 is next to it), in lower case
 * @example
 * comparedAfter((n) => ['', 'or', 'more'][n] ?? ''); // { comparison: 'atLeast', words: 2 }
 */
export function comparedAfter(at: (places: number) => string): Compared | null {
  const found = BY_FIRST.get(at(1))?.find(({ words }) => words.every((word, i) => at(i + 1) === word));
  return found ? { comparison: found.comparison, words: found.words.length } : null;
}

interface Phrase {
  readonly words: readonly string[];
  readonly comparison: Comparison;
}

function groupBy(
  list: readonly (readonly [string, Comparison])[],
  keyOf: (words: readonly string[]) => string,
): ReadonlyMap<string, readonly Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const [phrase, comparison] of list) {
    const words = phrase.split(' ');
    const group = groups.get(keyOf(words));
    if (group) group.push({ words, comparison });
    else groups.set(keyOf(words), [{ words, comparison }]);
  }
  return groups;
}
