/**
 * Names of organisations and other bodies: what they are known by, and whether a shorter form may stand for a longer one:
 * an acronym ("MRC" of the Morrin River Commission), a beginning ("Hydrovel" of Hydrovel Energy), or the kind of body alone
 * ("the Commission").
 */
import { COMPANY_ENDINGS } from '../en/company-endings.ts';

/** Small words that an acronym may pass over. */
const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'at', 'de', 'des', 'du', 'la', 'le', '&', '-']);

/**
 * The words that a body is known by: folded, without articles at the start, possessive endings, and endings such as "Inc".
 *
 * @param tokens its words, folded
 * @example
 * organizationWords(['the', 'hydrovel', 'group', 'ltd', '.']); // ['hydrovel']
 */
export function organizationWords(tokens: readonly string[]): string[] {
  const words = tokens
    .map((word) => word.replaceAll('.', ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && word !== "'s");
  let first = 0;
  while (first < words.length - 1 && words[first] === 'the') first++;
  let last = words.length;
  while (last > first + 1 && COMPANY_ENDINGS.has(words[last - 1])) last--;
  return words.slice(first, last);
}

/**
 * The acronyms that a name may have, in lower case: its initials, with those of its small words and without; none of one word.
 *
 * @example
 * acronymsOf(['department', 'of', 'justice']); // ['doj', 'dj']
 */
export function acronymsOf(words: readonly string[]): string[] {
  const initials = (of: readonly string[]): string => of.map((word) => word[0]).join('');
  const all = [initials(words), initials(words.filter((word) => !SMALL.has(word)))];
  return [...new Set(all)].filter((letters) => words.length > 1 && letters.length > 1);
}

/**
 * Whether a shorter name may stand for a longer one: it is how the longer begins or ends, with a word that is not small.
 *
 * @example
 * mayBeShortOf(['hydrovel'], ['hydrovel', 'energy']); // true
 * mayBeShortOf(['river'], ['morrin', 'river', 'commission']); // false
 */
export function mayBeShortOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 0 || short.length >= long.length || SMALL.has(short[0])) return false;
  const begins = short.every((word, i) => word === long[i]);
  const ends = short.every((word, i) => word === long[long.length - short.length + i]);
  if (begins || ends) return true;
  // "Ministry" for the Ministry of Defence, "Defence Ministry" for it too.
  const of = long.indexOf('of');
  return (
    of > 0 && short.length === 2 && long.length === of + 2 && short[0] === long[of + 1] && short[1] === long[of - 1]
  );
}

/**
 * The noun that a body's name is made around: its last word, or that before "of"; null for a name of one word.
 *
 * @example
 * headWord(['ministry', 'of', 'defence']); // 'ministry'
 */
export function headWord(words: readonly string[]): string | null {
  if (words.length < 2) return null;
  const of = words.findIndex((word, i) => i > 0 && /^(?:of|for)$/.test(word));
  return words[of > 0 ? of - 1 : words.length - 1];
}
