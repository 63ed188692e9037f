/** Finds the further days of a month: "April 24 and 25", "March 3-5", "Jan. 2, 9 and 16". */

import { isDay } from '../calendar.ts';
import type { Calendar, Expression } from '../expression.ts';
import { ORDINAL } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Refiner } from './refiner.ts';

/** Days that one month may be followed by. */
const MOST = 8;

/**
 * The refiner of further days.
 *
 * @example
 * dayLists.refine(words, found); // for "April 24 and 25": "April 24" and "25"
 */
export const dayLists: Refiner = {
  name: 'further day',
  refine(words, found) {
    const all: Expression[] = [];
    for (const [i, expression] of found.entries()) {
      all.push(expression);
      const { sense } = expression;
      if (
        sense.kind !== 'calendar' ||
        sense.parts.month === undefined ||
        sense.parts.day === undefined ||
        sense.parts.year !== undefined
      )
        continue;
      if (words.number(expression.last - 1) !== sense.parts.day) continue;
      const ceiling = found[i + 1]?.first ?? words.last;
      all.push(...furtherDays(words, expression.last, ceiling, sense));
    }
    return all;
  },
};

function furtherDays(words: Words, from: number, ceiling: number, sense: Calendar): Expression[] {
  const days: Expression[] = [];
  let at = from;
  while (days.length < MOST) {
    if (!/^(?:and|or|to|through|,|-|–|&)$/.test(words.lower(at))) break;
    const isListed = words.lower(at) === ',';
    if (isListed && words.lower(at + 1) === 'and') at++;
    const day = at + 1;
    if (
      day >= ceiling ||
      words.number(day) < 1 ||
      !(words.is(day, ORDINAL) || (words.isDigits(day, 1, 31) && words.form(day).length <= 2))
    )
      break;
    if (
      !isDay(2000, sense.parts.month!, words.number(day)) ||
      words.number(day) <= (days.length === 0 ? sense.parts.day! : 0)
    )
      break;
    // "on March 3 and 12 people": the number counts what follows.
    if (/^(?:NNS?|JJ|CD)$/.test(words.tag(day + 1)) || words.lower(day + 1) === '%' || words.isHyphen(day + 1)) break;
    const { weekday, ...parts } = sense.parts;
    days.push({
      first: day,
      last: day + 1,
      sense: { ...sense, parts: { ...parts, day: words.number(day) } },
      mod: null,
      why: ['further day'],
    });
    at = day + 1;
    if (isListed && !/^(?:and|,)$/.test(words.lower(at))) return [];
  }
  return days;
}
