/**
 * Words that count and measure, looked up once a form: numbers, "dozens" and their like, shares, currencies, and units of measure in one
 * form each ("km" and "kilometers" are "kilometre"). Numbers in words are those of the moments' list. Facts of English, listed by hand.
 */
import { LexemeColumns } from '../../language/lexicon/lexeme-columns.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { CARDINALS } from '../moments/time-words.ts';

/** What a form may begin; 0 is a word that counts nothing. */
export const NUMERAL = 1;
export const VAGUE = 2;
export const SHARE = 3;
export const NONE = 4;
export const SYMBOL = 5;
/** "a" and words of size, which count only with another word: "a dozen", "million". */
export const ARTICLE = 6;

/** Words that count without a number, with the least that they stand for. */
export const VAGUE_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['several', 3],
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2000],
  ['millions', 2_000_000],
  ['billions', 2_000_000_000],
]);

/** Parts of a whole, in per cent; with a number before them, so many times. */
export const SHARES: ReadonlyMap<string, number> = new Map([
  ['half', 50],
  ['third', 100 / 3],
  ['thirds', 100 / 3],
  ['quarter', 25],
  ['quarters', 25],
  ['fifth', 20],
  ['fifths', 20],
  ['tenth', 10],
  ['tenths', 10],
]);

/** What a number is multiplied by. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);

const NONES: ReadonlySet<string> = new Set(['no', 'nobody', 'none', 'neither', 'nothing', 'no-one']);

/** Signs before an amount of money. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['us$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['¥', 'yen'],
]);

/** Units of measure and currencies by each of their forms. */
export const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kilometre: 'km kms kilometre kilometres kilometer kilometers',
    metre: 'm metre metres meter meters',
    centimetre: 'cm centimetre centimetres centimeter centimeters',
    mile: 'mile miles mi',
    foot: 'foot feet ft',
    inch: 'inch inches',
    yard: 'yard yards',
    hectare: 'hectare hectares ha',
    acre: 'acre acres',
    litre: 'litre litres liter liters',
    gallon: 'gallon gallons',
    barrel: 'barrel barrels',
    kilogram: 'kg kilo kilos kilogram kilograms kilogramme kilogrammes',
    tonne: 'tonne tonnes',
    ton: 'ton tons',
    knot: 'knot knots',
    percent: '% percent pc',
    dollar: 'dollar dollars',
    euro: 'euro euros',
    pound: 'pound pounds',
    yen: 'yen',
    megawatt: 'mw megawatt megawatts',
    degree: 'degree degrees',
    'kilometre an hour': 'kph km/h kmh',
    'mile an hour': 'mph',
  }).flatMap(([unit, forms]) => forms.split(' ').map((form): [string, string] => [form, unit])),
);

/** Words before a unit that make it one of area or volume. */
export const POWERS: ReadonlySet<string> = new Set(['square', 'cubic']);

/**
 * One column: what a form may begin.
 *
 * @example
 * quantityClasses(lexicon).all()[lexicon.intern('dozens')]; // VAGUE, where `intern` came before
 */
export function quantityClasses(lexicon: Lexicon): LexemeColumns {
  return new LexemeColumns(lexicon, 1, (lexeme, rows, at) => {
    rows[at] = classOf(lexicon.lowers[lexeme]);
  });
}

function classOf(lower: string): number {
  if (/^\d/.test(lower)) return numberIn(lower) === null ? 0 : NUMERAL;
  if (SCALES.has(lower)) return ARTICLE;
  if (Object.hasOwn(CARDINALS, lower)) return NUMERAL;
  if (VAGUE_NUMBERS.has(lower)) return VAGUE;
  if (SHARES.has(lower)) return SHARE;
  if (NONES.has(lower)) return NONE;
  if (SYMBOLS.has(lower)) return SYMBOL;
  return lower === 'a' || lower === 'an' ? ARTICLE : 0;
}

/**
 * The number that a form in digits is, with commas between thousands; null for times, scores, versions and what is no number.
 *
 * @example
 * numberIn('5,500'); // 5500
 */
export function numberIn(lower: string): number | null {
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?$/.test(lower)) return null;
  return Number(lower.replaceAll(',', ''));
}

/**
 * The number that a word is: digits or one of "one" to "ninety"; null for others.
 *
 * @example
 * numeral('twelve'); // 12
 */
export function numeral(lower: string): number | null {
  return Object.hasOwn(CARDINALS, lower) ? CARDINALS[lower] : numberIn(lower);
}
