/** Joins a time of day to its day: "10 p.m. Wednesday", "noon Saturday", "Friday night", "Nov. 6, 5 p.m. EST". */
import type { Calendar, Distance, Expression } from '../expression.ts';
import { DAY_PART, DAY_PART_SIGNS, PLURAL } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Refiner } from './refiner.ts';

/**
 * The refiner of days and times of day.
 *
 * @example
 * joinDayAndTime.refine(words, found); // "10 p.m." and "Wednesday" become one
 */
export const joinDayAndTime: Refiner = {
  name: 'day and time',
  refine(words, found) {
    const joined: Expression[] = [];
    for (const plain of found) {
      const expression = withDayPart(words, plain);
      const before = joined.at(-1);
      const pair = before && gapIsEmpty(words, before.last, expression.first) ? together(before, expression) : null;
      if (pair) joined[joined.length - 1] = pair;
      else joined.push(expression);
    }
    return joined;
  },
};

/** "Friday night", "Nov. 6 evening". */
function withDayPart(words: Words, expression: Expression): Expression {
  const { sense, last } = expression;
  if (!isDay(sense) || sense.dayPart !== undefined || !words.is(last, DAY_PART) || words.is(last, PLURAL))
    return expression;
  if (/^(?:dawn|dusk|sunset|sunrise)$/.test(words.lower(last))) return expression;
  return { ...expression, last: last + 1, sense: { ...sense, dayPart: DAY_PART_SIGNS[words.name(last)] } };
}

function gapIsEmpty(words: Words, from: number, to: number): boolean {
  return from === to || (from + 1 === to && words.lower(from) === ',');
}

function together(a: Expression, b: Expression): Expression | null {
  // "this Sunday, March 8".
  if (isDay(a.sense) && isDay(b.sense) && a.sense.kind === 'calendar' && b.sense.kind === 'calendar') {
    const isPair =
      a.sense.parts.weekday !== undefined &&
      a.sense.parts.day === undefined &&
      b.sense.parts.day !== undefined &&
      b.sense.parts.weekday === undefined;
    if (!isPair) return null;
    return {
      ...a,
      last: b.last,
      sense: { ...b.sense, parts: { ...b.sense.parts, weekday: a.sense.parts.weekday } },
      why: [...a.why, ...b.why, 'day and time'],
    };
  }
  // "mid-afternoon yesterday".
  if (isPartOnly(a.sense) && isDay(b.sense) && b.sense.dayPart === undefined) {
    return {
      ...a,
      last: b.last,
      sense: { ...b.sense, dayPart: a.sense.dayPart },
      why: [...a.why, ...b.why, 'day and time'],
    };
  }
  const [clock, day] = isClockOnly(a.sense)
    ? [a.sense, b.sense]
    : isClockOnly(b.sense)
      ? [b.sense, a.sense]
      : [null, null];
  if (!clock || !isDay(day) || day.clock) return null;
  return { ...a, last: b.last, sense: { ...day, clock: clock.clock }, why: [...a.why, ...b.why, 'day and time'] };
}

const isClockOnly = (sense: Expression['sense']): sense is Calendar =>
  sense.kind === 'calendar' &&
  sense.clock !== undefined &&
  Object.keys(sense.parts).length === 0 &&
  sense.relation === null;

const isPartOnly = (sense: Expression['sense']): sense is Calendar =>
  sense.kind === 'calendar' &&
  sense.dayPart !== undefined &&
  sense.relation === 'that' &&
  Object.keys(sense.parts).length === 0;

/** A day that words name: one with a date, a weekday, or counted from today. */
function isDay(sense: Expression['sense']): sense is Calendar | Distance {
  if (sense.kind === 'distance') return sense.unit === 'day' && sense.count !== null;
  if (sense.kind !== 'calendar' || sense.grain !== 'day') return false;
  return sense.parts.day !== undefined || sense.parts.weekday !== undefined || sense.parts.holiday !== undefined;
}
