/**
 * What is said of how something lies to a place that is named: how far ("20 km"), which way ("north of"), and what it is that lies there
 * ("a quay at Morrin", "the Harsel bridge"). Only what the words say: no point is reckoned from it. A constant number of words is looked at.
 */
import { numeral, UNITS } from '../claims/quantity-words.ts';
import { GENERIC_WORDS, SITE_WORDS, SITES_OF_TOWNS, WAY_PREPOSITIONS } from './generic-words.ts';

/** The way from a place to what is spoken of, as far as the words tell it. */
export interface PlaceOffset {
  /** The words up to the preposition, "20 km north of": UTF-16 units, half-open. */
  readonly start: number;
  readonly end: number;
  /** Null where no distance is said. */
  readonly distanceKm: number | null;
  /** Whether the distance is said to be about so much. */
  readonly isAbout: boolean;
  /** "north", "northeast" …, "upstream", "downstream"; null where none is said. */
  readonly bearing: string | null;
}

/** Where the words for a site stand. */
export interface PlaceSite {
  readonly start: number;
  readonly end: number;
}

/** Words by their tokens, in lower case, and where they stand; empty outside of the document. */
export interface WordsAt {
  lower(t: number): string;
  span(first: number, last: number): { readonly start: number; readonly end: number };
}

const KILOMETRES: Readonly<Record<string, number>> = {
  kilometre: 1,
  metre: 0.001,
  mile: 1.609344,
  yard: 0.0009144,
  foot: 0.0003048,
};
const BEARINGS: ReadonlySet<string> = new Set(
  'north south east west northeast northwest southeast southwest upstream downstream'.split(' '),
);
/** Tokens of a distance in another unit. */
const MOST_IN_BRACKETS = 5;
const ABOUT: ReadonlySet<string> = new Set(['about', 'some', 'around', 'roughly', 'nearly', 'almost', 'approximately']);
const PREPOSITIONS: ReadonlySet<string> = new Set(WAY_PREPOSITIONS);
const SITE_PREPOSITIONS: ReadonlySet<string> = new Set(['at', 'in', 'near', 'off', 'outside', 'beside']);
const SITES: ReadonlySet<string> = new Set([...SITES_OF_TOWNS, ...GENERIC_WORDS.site, ...SITE_WORDS]);

/**
 * The way from a place whose name begins at a token, or null where none is said.
 *
 * @example
 * readOffset(words, 4); // of "20 km north of Harsel": { distanceKm: 20, bearing: 'north', … }
 */
export function readOffset(words: WordsAt, name: number): PlaceOffset | null {
  const preposition = words.lower(name - 1) === 'the' ? name - 2 : name - 1;
  if (!PREPOSITIONS.has(words.lower(preposition))) return null;
  let at = preposition - 1;
  let bearing: string | null = null;
  if (BEARINGS.has(words.lower(at))) {
    bearing = words.lower(at--);
    // "north-east", "north east".
    const hyphen = words.lower(at) === '-' ? 1 : 0;
    const joined = words.lower(at - hyphen) + bearing;
    if (BEARINGS.has(joined)) {
      bearing = joined;
      at -= 1 + hyphen;
    }
  }
  // "five miles to the west of", "500 metres away from".
  if (words.lower(at) === 'the') at--;
  if (words.lower(at) === 'away' || words.lower(at) === 'to') at--;
  const distance = distanceBefore(words, beforeBrackets(words, at));
  if (bearing === null && distance === null) return null;
  const first = distance?.first ?? at + 1;
  return {
    ...words.span(first, preposition + 1),
    distanceKm: distance?.km ?? null,
    isAbout: distance?.isAbout ?? false,
    bearing,
  };
}

/** "38 km (24 miles) upstream": the token before what stands in brackets. */
function beforeBrackets(words: WordsAt, at: number): number {
  if (words.lower(at) !== ')') return at;
  for (let t = at - 1; t >= at - MOST_IN_BRACKETS; t--) if (words.lower(t) === '(') return t - 1;
  return at;
}

/** "about 20 km", of which the last word stands at a token. */
function distanceBefore(words: WordsAt, at: number): { first: number; km: number; isAbout: boolean } | null {
  const perUnit = KILOMETRES[UNITS.get(words.lower(at)) ?? ''];
  if (perUnit === undefined) return null;
  const hyphen = words.lower(at - 1) === '-' ? 1 : 0;
  const number = numeral(words.lower(at - 1 - hyphen));
  if (number === null) return null;
  const first = at - 1 - hyphen;
  // A thousandth of a kilometre is as exact as words are.
  return { first, km: Math.round(number * perUnit * 1000) / 1000, isAbout: ABOUT.has(words.lower(first - 1)) };
}

/**
 * The words for a site in or near a place whose name is the tokens [first, last), or null where none stands beside it.
 *
 * @example
 * readSite(words, 3, 4); // of "a quay at Morrin": the span of "quay"
 */
export function readSite(words: WordsAt, first: number, last: number): PlaceSite | null {
  if (SITES.has(words.lower(last))) return words.span(last, last + 1);
  const preposition = words.lower(first - 1) === 'the' ? first - 2 : first - 1;
  if (!SITE_PREPOSITIONS.has(words.lower(preposition)) || !SITES.has(words.lower(preposition - 1))) return null;
  return words.span(preposition - 1, preposition);
}
