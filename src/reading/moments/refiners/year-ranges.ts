/** Finds the second year of a range that gives only its last digits: "1990-95", "1892–94". */
import type { Expression } from '../expression.ts';
import type { Words } from '../words.ts';
import type { Refiner } from './refiner.ts';

/**
 * The refiner of second years.
 *
 * @example
 * yearRanges.refine(words, found); // for "1990-95": "1990" and "95"
 */
export const yearRanges: Refiner = {
  name: 'second year',
  refine: (words, found) =>
    found.flatMap((expression, i) => {
      const second = secondYear(words, expression, found[i + 1]?.first ?? words.last);
      return second ? [expression, second] : [expression];
    }),
};

function secondYear(words: Words, { sense, last }: Expression, ceiling: number): Expression | null {
  if (sense.kind !== 'calendar' || sense.grain !== 'year' || sense.parts.year === undefined || sense.parts.isShortYear)
    return null;
  const at = last + 1;
  if (
    at >= ceiling ||
    !words.isHyphen(last) ||
    !words.touches(last) ||
    !words.touches(at) ||
    !/^\d\d$/.test(words.form(at))
  )
    return null;
  const year = Math.floor(sense.parts.year / 100) * 100 + words.number(at);
  if (year <= sense.parts.year) return null;
  return { first: at, last: at + 1, sense: { ...sense, parts: { year } }, mod: null, why: ['second year'] };
}
