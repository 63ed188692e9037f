/**
 * Under which number the gazetteer keeps a name, so that the ways in which outlets spell it come to the same one: without
 * diacritics, full stops, apostrophes, hyphens and "the"; "Saint" and "St.", "Mount" and "Mt.", "&" and "and" alike.
 * Short words in capitals stay as they are: US is not "us".
 */
import { foldWord } from '../../language/names/features.ts';

/** Letters that are no letter and mark, beside those that `foldWord` knows. */
const LETTERS: readonly (readonly [string, string])[] = [
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ə', 'a'],
  ['ŋ', 'n'],
  ['ĸ', 'k'],
];

const SHORT_FORMS: Readonly<Record<string, string>> = {
  saint: 'st',
  sainte: 'ste',
  mount: 'mt',
  fort: 'ft',
  '&': 'and',
};

/** Marks that stand inside a word and say nothing: full stops and all kinds of apostrophes. */
const SILENT = /[.'’‘ʼʻ`´ʿʾ′]/gu;
const GAP = /[\s\-–—‐‑,()/]+/u;
const CAPITALS = /^[A-Z]{2,4}$/;
const PLAIN = /^[a-z]*$/;

/**
 * The words of a name as the gazetteer compares them.
 *
 * @param isShouted whether the text around is all in capitals, so that they tell nothing
 * @example
 * placeWords('Saint-Étienne'); // ['st', 'etienne']
 * placeWords('the U.S.'); // ['US']
 */
export function placeWords(name: string, isShouted = false): string[] {
  const words: string[] = [];
  for (const part of name.split(GAP)) {
    const bare = part.replace(SILENT, '');
    if (bare === '') continue;
    if (!isShouted && CAPITALS.test(bare)) {
      words.push(bare);
      continue;
    }
    let word = bare.toLowerCase();
    if (!PLAIN.test(word)) {
      word = foldWord(word);
      for (const [letter, plain] of LETTERS) word = word.replaceAll(letter, plain);
    }
    if (word !== 'the') words.push(SHORT_FORMS[word] ?? word);
  }
  return words;
}

/**
 * The number of a name: FNV-1a (Fowler, Noll & Vo) over its words, mixed so that all bits are of use. 32 bits: of a million other
 * names, some 60 have the number of one that the gazetteer holds.
 *
 * @example
 * placeKey('Kyiv') === placeKey('KYIV'); // false: see placeWords
 * placeKey('Port-au-Prince') === placeKey('Port au Prince'); // true
 */
export function placeKey(name: string, isShouted = false): number {
  return keyOfWords(placeWords(name, isShouted));
}

/**
 * As `placeKey`, of words that `placeWords` made.
 *
 * @example
 * keyOfWords(['st', 'etienne']) === placeKey('St. Etienne'); // true
 */
export function keyOfWords(words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) {
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
