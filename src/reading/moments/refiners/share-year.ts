/** Gives a date the year that is said once for it and the next: "from March to August 2011", "Jan. 3 and Feb. 5, 2024". */
import type { Calendar, Expression } from '../expression.ts';
import type { Words } from '../words.ts';
import type { Refiner } from './refiner.ts';

/**
 * The refiner of shared years.
 *
 * @example
 * shareYear.refine(words, found); // "March" of "March to August 2011" is of 2011
 */
export const shareYear: Refiner = {
  name: 'shared year',
  refine(words, found) {
    const shared = [...found];
    // From behind, so that a whole list gets it.
    for (let i = shared.length - 2; i >= 0; i--) {
      const year = yearFor(words, shared[i], shared[i + 1]);
      if (year === null) continue;
      const sense = shared[i].sense as Calendar;
      shared[i] = {
        ...shared[i],
        sense: { ...sense, parts: { ...sense.parts, year } },
        why: [...shared[i].why, 'shared year'],
      };
    }
    return shared;
  },
};

function yearFor(words: Words, a: Expression, b: Expression): number | null {
  if (b.first - a.last !== 1 || !/^(?:to|and|or|through|until|till|[-–—,/])$/.test(words.lower(a.last))) return null;
  const [first, second] = [a.sense, b.sense];
  if (first.kind !== 'calendar' || second.kind !== 'calendar' || first.relation !== null || first.within) return null;
  if (first.parts.month === undefined || first.parts.year !== undefined || second.parts.isShortYear) return null;
  if (second.parts.month === undefined || second.parts.year === undefined) return null;
  const isEarlier =
    first.parts.month < second.parts.month ||
    (first.parts.month === second.parts.month && (first.parts.day ?? 0) <= (second.parts.day ?? 0));
  return isEarlier ? second.parts.year : null;
}
