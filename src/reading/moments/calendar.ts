/**
 * The Gregorian calendar as arithmetic on day numbers (days since 1 January 1970), without `Date` and without time zones.
 *
 * Proleptic: it is continued backwards before 1582, and year 0 is 1 BC, as ISO 8601 counts. From the era of 400 years
 * (146,097 days), so every function is a few operations. Weeks are those of ISO 8601: they begin on Monday, and a year's
 * first one holds its first Thursday.
 */

const DAYS_IN_ERA = 146_097;
/** From 1 March of year 0 to 1 January 1970. */
const EPOCH = 719_468;

/** A day of the calendar; month 1 … 12, day 1 … 31. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The number of a day. A month outside of 1 … 12 counts on into other years, and a day outside of its month into other months.
 *
 * @example
 * dayNumber(1970, 1, 1); // 0
 * dayNumber(2025, 13, 1) === dayNumber(2026, 1, 1); // true
 */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  const m = ((months % 12) + 12) % 12;
  // Years begin in March here, so that the leap day is a year's last.
  const y = Math.floor(months / 12) - (m < 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5) + day - 1;
  return (
    era * DAYS_IN_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - EPOCH
  );
}

/**
 * The day that has a number.
 *
 * @example
 * civilDay(0); // { year: 1970, month: 1, day: 1 }
 */
export function civilDay(number: number): CivilDay {
  const days = number + EPOCH;
  const era = Math.floor(days / DAYS_IN_ERA);
  const dayOfEra = days - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/**
 * How many days a month has.
 *
 * @example
 * daysInMonth(2024, 2); // 29
 */
export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/**
 * Whether there is such a day; year 0 is refused, since no article means it.
 *
 * @example
 * isDay(2025, 2, 30); // false
 */
export function isDay(year: number, month: number, day: number): boolean {
  return year !== 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The day of the week, 1 for Monday to 7 for Sunday.
 *
 * @example
 * weekdayOf(0); // 4: 1 January 1970 was a Thursday
 */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * The week of ISO 8601 that holds a day, and the year that this week belongs to.
 *
 * @example
 * isoWeek(dayNumber(2021, 1, 3)); // { year: 2020, week: 53 }
 */
export function isoWeek(day: number): { year: number; week: number } {
  const { year } = civilDay(day - weekdayOf(day) + 4);
  return { year, week: Math.floor((day - weekdayOf(day) + 4 - dayNumber(year, 1, 1)) / 7) + 1 };
}

/**
 * The day that Western churches keep as Easter Sunday (the anonymous Gregorian computation, Nature 1876).
 *
 * @example
 * civilDay(easterSunday(2025)); // { year: 2025, month: 4, day: 20 }
 */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return dayNumber(year, 3, 22 + h + l - 7 * m);
}
