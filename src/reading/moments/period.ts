/**
 * Periods: the pieces of the calendar that words name (a day, a weekend, a quarter, a decade …), each known by its grain and
 * its first day, and how TIMEX3 and EDTF write them.
 *
 * TIMEX3 values follow TimeML 1.2.1; EDTF is that of ISO 8601-2:2019, level 2 (quarters 33–36, half-years 40–41, seasons 21–24).
 * What EDTF has no sign for (a week, a weekend) is written as an interval.
 */
import { civilDay, dayNumber, isoWeek, weekdayOf } from './calendar.ts';

export type Grain =
  | 'century'
  | 'decade'
  | 'year'
  | 'half'
  | 'quarter'
  | 'season'
  | 'month'
  | 'week'
  | 'weekend'
  | 'day';

/** From the coarsest to the finest. */
export const GRAINS: readonly Grain[] = [
  ...(['century', 'decade', 'year', 'half', 'quarter', 'season', 'month', 'week', 'weekend', 'day'] as const),
];

export interface Period {
  readonly grain: Grain;
  /** Number of its first day. */
  readonly first: number;
}

/** Months of the grains that are made of months; 0 for those made of days. */
const MONTHS: Readonly<Record<Grain, number>> = {
  ...{ century: 1200, decade: 120, year: 12, half: 6, quarter: 3, season: 3, month: 1, week: 0, weekend: 0, day: 0 },
};
/** Season signs of TIMEX3, from the spring on. */
const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;

/**
 * The period of a grain that holds a day. Of a weekday the weekend is that of its week, since it is the one to come.
 *
 * @example
 * timexOf(periodAt('quarter', dayNumber(2025, 8, 9))); // '2025-Q3'
 */
export function periodAt(grain: Grain, day: number): Period {
  const { year, month } = civilDay(day);
  switch (grain) {
    case 'century':
      return { grain, first: dayNumber(Math.floor(year / 100) * 100, 1, 1) };
    case 'decade':
      return { grain, first: dayNumber(Math.floor(year / 10) * 10, 1, 1) };
    case 'season':
      // A season's year is that in which it begins: January belongs to the winter before.
      return { grain, first: dayNumber(year, month - (month % 3), 1) };
    case 'week':
      return { grain, first: day - weekdayOf(day) + 1 };
    case 'weekend':
      return { grain, first: day - weekdayOf(day) + 6 };
    case 'day':
      return { grain, first: day };
    default: {
      const months = MONTHS[grain];
      return { grain, first: dayNumber(year, Math.floor((month - 1) / months) * months + 1, 1) };
    }
  }
}

/**
 * The period `count` steps of its grain later, or earlier where it is negative.
 *
 * @example
 * timexOf(shiftPeriod(periodAt('month', dayNumber(2025, 1, 31)), -1)); // '2024-12'
 */
export function shiftPeriod({ grain, first }: Period, count: number): Period {
  if (grain === 'day') return { grain, first: first + count };
  if (grain === 'week' || grain === 'weekend') return { grain, first: first + 7 * count };
  const { year, month } = civilDay(first);
  return { grain, first: dayNumber(year, month + count * MONTHS[grain], 1) };
}

/**
 * The number of a period's last day.
 *
 * @example
 * civilDay(lastDay(periodAt('month', dayNumber(2024, 2, 1)))).day; // 29
 */
export function lastDay(period: Period): number {
  if (period.grain === 'weekend') return period.first + 1;
  return shiftPeriod(period, 1).first - 1;
}

/**
 * The TIMEX3 value. Decades and centuries are written as the digits that are known ("199", "19"), as TimeML does.
 *
 * @example
 * timexOf(periodAt('week', dayNumber(2026, 11, 11))); // '2026-W46'
 */
export function timexOf({ grain, first }: Period): string {
  const { year, month } = civilDay(first);
  const name = yearName(year);
  switch (grain) {
    case 'century':
      return name.slice(0, -2);
    case 'decade':
      return name.slice(0, -1);
    case 'year':
      return name;
    case 'half':
      return `${name}-H${month < 7 ? 1 : 2}`;
    case 'quarter':
      return `${name}-Q${Math.floor((month - 1) / 3) + 1}`;
    case 'season':
      return `${name}-${SEASONS[Math.floor(month / 3) - 1]}`;
    case 'month':
      return `${name}-${two(month)}`;
    case 'week':
    case 'weekend': {
      const { year: weekYear, week } = isoWeek(first);
      return `${yearName(weekYear)}-W${two(week)}${grain === 'weekend' ? '-WE' : ''}`;
    }
    case 'day':
      return isoDay(first);
  }
}

/**
 * The period in EDTF.
 *
 * @example
 * edtfOf(periodAt('decade', dayNumber(1994, 1, 1))); // '199X'
 */
export function edtfOf(period: Period): string {
  const { grain, first } = period;
  const { year, month } = civilDay(first);
  const name = isoYear(year);
  switch (grain) {
    case 'century':
      return `${name.slice(0, -2)}XX`;
    case 'decade':
      return `${name.slice(0, -1)}X`;
    case 'year':
      return name;
    case 'half':
      return `${name}-${month < 7 ? 40 : 41}`;
    case 'quarter':
      return `${name}-${33 + Math.floor((month - 1) / 3)}`;
    case 'season':
      return `${name}-${21 + Math.floor(month / 3) - 1}`;
    case 'month':
      return `${name}-${two(month)}`;
    case 'day':
      return isoDay(first);
    default:
      return `${isoDay(first)}/${isoDay(lastDay(period))}`;
  }
}

/**
 * A day as ISO 8601 writes it.
 *
 * @example
 * isoDay(0); // '1970-01-01'
 */
export function isoDay(day: number): string {
  const { year, month, day: dayOfMonth } = civilDay(day);
  return `${isoYear(year)}-${two(month)}-${two(dayOfMonth)}`;
}

/** Four digits; a year before 1 as ISO counts, in which 1 BC is 0000. */
function isoYear(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

/** A year as TIMEX3 writes it: years before Christ by their number. */
function yearName(year: number): string {
  return year <= 0 ? `BC${String(1 - year).padStart(4, '0')}` : isoYear(year);
}

/**
 * A number in two digits.
 *
 * @example
 * two(7); // '07'
 */
export function two(number: number): string {
  return String(number).padStart(2, '0');
}
