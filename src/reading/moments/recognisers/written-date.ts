/** "14 March 2025", "March 14th", "Friday, Oct. 23, 1998", "the 14th of March", "March 2025": dates with the month as a word. */
import { isDay } from '../calendar.ts';
import type { Parts } from '../expression.ts';
import { DETERMINER, DIGITS, MONTH, ORDINAL, UNIT, WEEKDAY, YEAR } from '../word-classes.ts';
import type { Words } from '../words.ts';
import { NOTHING, type Recognised, type Recogniser } from './recogniser.ts';
import { readYear } from './year.ts';

/**
 * The recogniser of dates with the month as a word; one that does not exist is taken out of the way.
 *
 * @example
 * writtenDate.at(words, 0); // for "14 March 2025": { last: 3, sense: { parts: { day: 14, month: 3, year: 2025 }, … } }
 */
export const writtenDate: Recogniser = {
  name: 'written date',
  begins: MONTH | WEEKDAY | DIGITS | ORDINAL | DETERMINER,
  at(words, t) {
    let at = t;
    let weekday: number | undefined;
    if (words.is(t, WEEKDAY)) {
      weekday = words.name(t);
      at = words.lower(t + 1) === ',' ? t + 2 : t + 1;
      if (words.lower(at) === 'the') at++;
    } else if (words.lower(t) === 'the') at = t + 1;
    else if (words.is(t, DETERMINER)) return null;
    if (words.is(at, MONTH)) return at === t + 1 && weekday === undefined ? null : monthFirst(words, t, at, weekday);
    const day = readDay(words, at);
    if (!day) return null;
    let month = day.last;
    if (words.lower(month) === 'of' || words.isHyphen(month)) month++;
    if (!words.is(month, MONTH)) return null;
    // "at 10 May said": a number of something else; a day before a month has no hyphen on its left.
    if (
      /^[-‐‑]$/.test(words.lower(at - 1)) &&
      words.touches(at) &&
      !/\d/.test(words.lower(at - 2)) &&
      !words.is(at - 2, MONTH)
    )
      return null;
    if (/^[.$£€#]$/.test(words.lower(at - 1)) && words.touches(at)) return null;
    // "March 14 March": the number belongs to the first.
    return dateOf(words, month + 1, { weekday, month: words.name(month), day: day.day });
  },
};

function monthFirst(words: Words, t: number, at: number, weekday: number | undefined): Recognised | null {
  const month = words.name(at);
  let next = at + 1;
  if (words.lower(next) === '.' && words.touches(next)) next++;
  if (words.lower(next) === 'the' && words.is(next + 1, ORDINAL)) next++;
  const day = words.isHyphen(next) ? null : readDay(words, next);
  if (day && day.day > 0 && !isAmountOfOther(words, day.last, day.isOrdinal, words.lower(at - 1) === 'the')) {
    return dateOf(words, day.last, { weekday, month, day: day.day });
  }
  if (weekday !== undefined && at > t + 1) return null;
  // "March 2025", "March of 2025", "March, 2025".
  let yearAt = next;
  if (words.lower(next) === 'of' || words.lower(next) === ',') yearAt++;
  const year = words.is(yearAt, YEAR) || words.lower(next) === 'of' || yearAt === next ? readYear(words, yearAt) : null;
  if (!year || (words.lower(next) === ',' && year.isShort)) return null;
  return {
    last: year.last,
    sense: { kind: 'calendar', grain: 'month', parts: { month, ...yearParts(year) }, relation: null },
  };
}

/** Whether the number before `t` counts what stands there: "In May 12 soldiers died", "May 20 percent". */
function isAmountOfOther(words: Words, t: number, isOrdinal: boolean, isAfterArticle: boolean): boolean {
  if (isOrdinal) return false;
  // "the August 7 bombings": the article belongs to what was bombed, and the number to the month.
  if (isAfterArticle) return false;
  if (words.tag(t) === 'NNS' || /^(?:%|percent|per|million|billion)$/.test(words.lower(t))) return true;
  // "May 20-year bonds".
  return words.isHyphen(t) && words.touches(t + 1) && words.is(t + 1, UNIT) !== 0;
}

/** Goes on after day and month: a year may follow. A day that does not exist is nothing. */
function dateOf(words: Words, next: number, parts: Parts): Recognised {
  let yearAt = next;
  if (words.lower(yearAt) === ',' || words.lower(yearAt) === 'of') yearAt++;
  const year = words.is(yearAt, YEAR) ? readYear(words, yearAt) : null;
  const whole = year ? { ...parts, ...yearParts(year) } : parts;
  const last = year ? year.last : next;
  const exists = isDay(year && !year.isShort ? year.year : 2000, parts.month!, parts.day!);
  return { last, sense: exists ? { kind: 'calendar', grain: 'day', parts: whole, relation: null } : NOTHING };
}

const yearParts = ({ year, isShort }: { year: number; isShort: boolean }): Parts =>
  isShort ? { year, isShortYear: true } : { year };

/** A day of the month: "14", "14th", "eighth", "twenty-fifth". */
function readDay(words: Words, t: number): { day: number; last: number; isOrdinal: boolean } | null {
  if (words.isDigits(t, 0, 99) && words.form(t).length <= 2)
    return { day: words.number(t), last: t + 1, isOrdinal: false };
  if (words.is(t, ORDINAL)) return { day: words.number(t), last: t + 1, isOrdinal: true };
  const tens = words.number(t);
  if (words.has(t) && (tens === 20 || tens === 30)) {
    const at = words.isHyphen(t + 1) ? t + 2 : t + 1;
    if (words.is(at, ORDINAL) && words.number(at) < 10)
      return { day: tens + words.number(at), last: at + 1, isOrdinal: true };
  }
  return null;
}
