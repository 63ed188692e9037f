/**
 * "2025-03-14", "14/03/25", "10-25-89", "14.3.2025": dates in figures. Where day and month could be either, both readings are
 * kept; which of them is meant is for a refiner that sees the whole article.
 */
import { isDay } from '../calendar.ts';
import type { Clock, Parts } from '../expression.ts';
import { FIGURES } from '../word-classes.ts';
import { NOTHING, type Recognised, type Recogniser } from './recogniser.ts';

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:t(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(z|[+-]\d\d:?\d\d)?)?$/;
const COMMON = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/;

/**
 * The recogniser of dates in figures; one that does not exist is taken out of the way.
 *
 * @example
 * figureDate.at(words, 0); // for "2025-03-14": { last: 1, sense: { parts: { year: 2025, month: 3, day: 14 }, … } }
 */
export const figureDate: Recogniser = {
  name: 'date in figures',
  begins: FIGURES,
  at(words, t) {
    const lower = words.lower(t);
    // The attacks are known by their date alone.
    if (lower === '9/11')
      return {
        last: t + 1,
        sense: { kind: 'calendar', grain: 'day', parts: { year: 2001, month: 9, day: 11 }, relation: null },
      };
    if (lower.length < 6) return null;
    if (words.isHyphen(t + 1) && words.touches(t + 1)) return null;
    const iso = ISO.exec(lower);
    if (iso) return ofIso(iso, t);
    const common = COMMON.exec(lower);
    if (!common) return null;
    // "10.12.25" is more often a version or an address than a date.
    if (common[2] === '.' && common[4].length === 2) return null;
    return ofCommon(Number(common[1]), Number(common[3]), common[4], t);
  },
};

function ofIso(match: RegExpExecArray, t: number): Recognised {
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (!isDay(year, month, day)) return { last: t + 1, sense: NOTHING };
  const clock = match[5] === undefined ? undefined : clockOf(match);
  if (clock === null) return { last: t + 1, sense: NOTHING };
  return {
    last: t + 1,
    sense: { kind: 'calendar', grain: 'day', parts: { year, month, day }, relation: null, ...(clock && { clock }) },
  };
}

function clockOf([, , , , , hours, minutes, seconds, zone]: RegExpExecArray): Clock | null {
  const [hour, minute, second] = [Number(hours), Number(minutes), seconds === undefined ? null : Number(seconds)];
  if (hour > 23 || minute > 59 || (second ?? 0) > 60) return null;
  return { hour, minute, second, zone: zone === undefined ? null : offsetOf(zone) };
}

function offsetOf(zone: string): number {
  if (zone === 'z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone[0] === '-' ? -minutes : minutes;
}

function ofCommon(a: number, b: number, digits: string, t: number): Recognised {
  const year = Number(digits);
  const yearParts: Parts = digits.length === 2 ? { year, isShortYear: true } : { year };
  const leap = digits.length === 2 ? 2000 : year;
  const dayFirst = isDay(leap, b, a);
  const monthFirst = isDay(leap, a, b);
  if (!dayFirst && !monthFirst) return { last: t + 1, sense: NOTHING };
  const [month, day] = monthFirst ? [a, b] : [b, a];
  const parts: Parts = {
    ...yearParts,
    month,
    day,
    ...(dayFirst && monthFirst && a !== b && { swapped: { month: b, day: a } }),
  };
  return { last: t + 1, sense: { kind: 'calendar', grain: 'day', parts, relation: null } };
}
