/**
 * Names of cities and countries of the whole world, and given names and surnames of many countries, as a hint for the tagger: a
 * town that no training text mentions is told from a person. A hash table from the hash of a name's words to what it names; false
 * entries are one in 40,000.
 */
import { combine, hashString } from '../lexicon/lexicon.ts';
import { foldWord } from './features.ts';

/** Classes of places, in the lowest three bits of an entry's class; 0 is none. */
export const COUNTRY = 4;
export const CITY_CLASSES = 3;
const PLACE_BITS = 3;
const PLACE_MASK = 2 ** PLACE_BITS - 1;

/** Bits of what a word is in persons' names, above those of places: a given name, a surname, or one or the other. */
export const GIVEN = 1;
export const SURNAME = 2;
export const GIVEN_OR_SURNAME = 4;

/** Tokens of the longest name looked for. */
const LONGEST = 5;

export class Gazetteer {
  private readonly keys: Uint32Array;
  private readonly classes: Uint8Array;
  private readonly mask: number;

  /** @param keys hashes of `placeHash`, a power of two long, 0 = free; @param classes of each */
  constructor(keys: Uint32Array, classes: Uint8Array) {
    this.keys = keys;
    this.classes = classes;
    this.mask = keys.length - 1;
  }

  /**
   * The longest place's name that begins at a token: how many tokens it has and its class; null where none does.
   *
   * @param words hash of each token's word, by `hashString(foldWord(…))`
   * @param last where the sentence ends
   * @example
   * gazetteer.longestAt(words, 3, 9); // { length: 2, place: 3 }
   */
  longestAt(words: Uint32Array, t: number, last: number): { length: number; place: number } | null {
    let found: { length: number; place: number } | null = null;
    let hash = 0;
    for (let length = 1; length <= LONGEST && t + length <= last; length++) {
      hash = length === 1 ? words[t] : combine(hash, words[t + length - 1]);
      const place = this.lookUp(hash >>> 0 || 1) & PLACE_MASK;
      if (place > 0) found = { length, place };
    }
    return found;
  }

  /**
   * What a word is in persons' names: GIVEN, SURNAME and GIVEN_OR_SURNAME, added.
   *
   * @param word as for `longestAt`
   * @example
   * gazetteer.personOf(hashString('olena')) & GIVEN; // 1
   */
  personOf(word: number): number {
    return this.lookUp(word || 1) >> PLACE_BITS;
  }

  /**
   * The class of a place by its whole name, 0 where the gazetteer does not know it.
   *
   * @example
   * gazetteer.classOf('Norway') > 0; // true
   */
  classOf(name: string): number {
    return this.lookUp(placeHash(name)) & PLACE_MASK;
  }

  private lookUp(key: number): number {
    for (let slot = key & this.mask; this.keys[slot] !== 0; slot = (slot + 1) & this.mask)
      if (this.keys[slot] === key) return this.classes[slot];
    return 0;
  }
}

/**
 * The class of an entry that is a place and a word of persons' names.
 *
 * @example
 * entryClass(COUNTRY, GIVEN); // 12
 */
export function entryClass(place: number, person: number): number {
  return place + (person << PLACE_BITS);
}

/**
 * The hash that a name is kept under, of its words as the tokenizer cuts them.
 *
 * @example
 * placeHash('Port-au-Prince'); // that of "port", "-", "au", "-", "prince"
 */
export function placeHash(name: string): number {
  const words = foldWord(name.toLowerCase().replaceAll('’', "'")).replaceAll('-', ' - ').split(/\s+/);
  return words.map((word) => hashString(word)).reduce((hash, word) => combine(hash, word)) >>> 0 || 1;
}
