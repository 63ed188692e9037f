/**
 * Persons' names: taken apart, and whether a shorter one may stand for a longer one. "Achterberg" may be Ruben Achterberg, "R.
 * Achterberg" and "Ruben Q. Achterberg" too; "Hanna Kovac" may never be Petr Kovac.
 */
import { type Gender, TITLES } from '../en/titles.ts';

export interface PersonName {
  /** Folded words without titles, nicknames and endings such as "Jr". */
  readonly words: readonly string[];
  /** What a title within or before the name tells. */
  readonly gender: Gender | null;
}

const ENDINGS = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'phd',
  'md',
  'mp',
  'esq',
  'obe',
  'mbe',
  'dbe',
  'ra',
  'frse',
  'ba',
  'ma',
  'dds',
  'rn',
  'usn',
  'frs',
  'cbe',
  'kbe',
  'qc',
  'kc',
]);

/** What parts a name from where somebody is from. */
const OF = new Set('of in from at'.split(' '));

/**
 * Takes a name apart.
 *
 * @param tokens its words, folded (`foldWord`) and in order
 * @param before the words before it, the nearest first: titles among them tell the gender
 * @example
 * personName(['ruben', 'achterberg', 'jr', '.'], ['colonel']).words; // ['ruben', 'achterberg']
 */
export function personName(tokens: readonly string[], before: readonly string[]): PersonName {
  const words = tokens.map(bare).filter((word) => /\p{L}/u.test(word) && word !== "'s");
  let gender: Gender | null = null;
  for (const word of before) {
    const title = TITLES.get(bare(word));
    if (title === undefined) break;
    gender ??= title;
  }
  let first = 0;
  while (first < words.length - 1 && TITLES.has(words[first])) gender ??= TITLES.get(words[first++])!;
  // "Patrick Gordon of Auchleuchries" is a Gordon; "Catherine of Aragon" has no other name.
  const of = words.findIndex((word, i) => i > first + 1 && OF.has(word));
  let last = of < 0 ? words.length : of;
  while (last > first + 1 && ENDINGS.has(words[last - 1])) last--;
  return { words: words.slice(first, last), gender };
}

/**
 * Whether the shorter name may be the longer one's: its words stand in the longer in the same order, initials for words, and
 * it begins or ends as the longer does.
 *
 * @example
 * mayBeShortFor(['kovac'], ['hanna', 'kovac']); // true
 * mayBeShortFor(['petr', 'kovac'], ['hanna', 'kovac']); // false
 * mayBeShortFor(['p', 'kovac'], ['petr', 'kovac']); // true
 */
export function mayBeShortFor(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 0 || short.length > long.length) return false;
  let at = 0;
  for (const word of long) if (at < short.length && isSameWord(short[at], word)) at++;
  if (at < short.length) return false;
  const begins = isSameWord(short[0], long[0]);
  const ends = short[short.length - 1] === long[long.length - 1];
  return ends || (begins && (short.length > 1 || short[0].length > 1));
}

/** A word, or the initial of one, on either side. */
function isSameWord(a: string, b: string): boolean {
  return a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);
}

const bare = (word: string): string => word.replaceAll('.', '');
