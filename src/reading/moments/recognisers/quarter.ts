/** "the third quarter", "Q3 2025", "fiscal second-quarter", "the first half", "the last half": quarters and halves of years. */
import type { Calendar } from '../expression.ts';
import { FISCAL, OPENER, ORDINAL, RELATION } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

/**
 * The recogniser of quarters and halves of years.
 *
 * @example
 * quarter.at(words, 0); // for "third quarter": { last: 2, sense: { grain: 'quarter', parts: { quarter: 3 }, … } }
 */
export const quarter: Recogniser = {
  name: 'quarter or half',
  begins: ORDINAL | FISCAL | OPENER | RELATION,
  at(words, t) {
    if (words.is(t, FISCAL)) return short(words, t);
    let at = t;
    if (/^(?:fiscal|financial)$/.test(words.lower(at))) {
      at++;
      if (words.isHyphen(at)) at++;
    }
    const isLast = words.lower(at) === 'last' || words.lower(at) === 'final';
    const isOrdinal = words.is(at, ORDINAL) !== 0 || (at > t && isLast);
    if (!isOrdinal && !isLast) return null;
    const number = words.number(at);
    let unit = words.isHyphen(at + 1) ? at + 2 : at + 1;
    if (words.lower(unit) === 'fiscal' || words.lower(unit) === 'calendar') unit++;
    if (words.lower(unit) === 'quarter' || words.lower(unit) === 'quarters') {
      if (isLast && !words.is(at, ORDINAL)) return null;
      return isOrdinal && number <= 4 ? { last: unit + 1, sense: sense('quarter', number) } : null;
    }
    if (words.lower(unit) !== 'half') return null;
    if (!isHalfOfYear(words, unit)) return null;
    return isLast || number <= 2 ? { last: unit + 1, sense: sense('half', isLast ? 2 : number) } : null;
  },
};

const sense = (grain: 'quarter' | 'half', number: number): Calendar => ({
  kind: 'calendar',
  grain,
  parts: grain === 'quarter' ? { quarter: number } : { half: number },
  relation: null,
});

/** Whether "first half" is one of a year: games have halves too, and so have weeks and books. */
function isHalfOfYear(words: Words, unit: number): boolean {
  const next = words.lower(unit + 1);
  if (next === 'of') {
    const at = /^(?:the|this|last|next|fiscal)$/.test(words.lower(unit + 2)) ? unit + 3 : unit + 2;
    return /^(?:(?:19|20)\d\d|'?\d\ds?|year|decade|century|(?:19|20)\d0s|(?:fiscal)|\d\d?(?:st|nd|rd|th)|twentieth|nineteenth)$/.test(
      words.lower(at),
    );
  }
  return /^(?:net|profit|profits|results|earnings|revenue|revenues|sales|income|loss|figures|report|growth|gdp|year)$/.test(
    next,
  );
}

/** "Q3", "3Q25", "H1". */
function short(words: Words, t: number): Recognised | null {
  const match = /^(?:([1-4])q|q([1-4])|([12])h|h([12]))(\d\d)?$/.exec(words.lower(t));
  if (!match) return null;
  const isQuarter = match[1] !== undefined || match[2] !== undefined;
  const found = sense(isQuarter ? 'quarter' : 'half', Number(match[1] ?? match[2] ?? match[3] ?? match[4]));
  if (match[5] === undefined) return { last: t + 1, sense: found };
  return { last: t + 1, sense: { ...found, parts: { ...found.parts, year: Number(match[5]), isShortYear: true } } };
}
