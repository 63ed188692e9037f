/** "10 p.m.", "10:35 a.m. EDT", "0735 GMT", "14:30", "4 o'clock", "4 in the morning", "noon", "half past three": times of day. */
import type { Clock } from '../expression.ts';
import { ZONES } from '../time-words.ts';
import { CARDINAL, DAY_PART, DIGITS, FIGURES, MERIDIEM, NAMED_HOUR, OPENER, YEAR, ZONE } from '../word-classes.ts';
import type { Words } from '../words.ts';
import { NOTHING, type Recognised, type Recogniser } from './recogniser.ts';

const SIGNALS = /^(?:at|by|until|till|from|since|around|about|before|after|past|to|and|between|,|\()$/;

/**
 * The recogniser of times of day; one that does not exist ("25:00") is taken out of the way.
 *
 * @example
 * clockTime.at(words, 0); // for "10 p.m.": { last: 2, sense: { clock: { hour: 22, … }, … } }
 */
export const clockTime: Recogniser = {
  name: 'time of day',
  begins: DIGITS | FIGURES | CARDINAL | NAMED_HOUR | OPENER,
  at(words, t) {
    if (words.is(t, NAMED_HOUR)) return namedHour(words, t);
    if (/^(?:half|quarter)$/.test(words.lower(t))) return pastTheHour(words, t);
    const read = readHour(words, t);
    if (!read) return null;
    const { last, hour, minute, second } = read;
    if (words.is(last, MERIDIEM)) return withMeridiem(words, read);
    if (words.lower(last) === "o'clock")
      return withDayPart(words, last + 1, { hour, minute, second, zone: null }, true);
    if (words.is(last, DIGITS | FIGURES)) return null;
    const isMilitary = read.isFourDigits && (isZoneAt(words, last) || words.lower(last) === 'hours');
    if (read.isFourDigits && !isMilitary) return null;
    if (hour > 24 || minute! > 59 || (second ?? 0) > 60) return minute === null ? null : { last, sense: NOTHING };
    if (isMilitary) {
      const end = words.lower(last) === 'hours' ? last + 1 : last;
      return timed(words, end, { hour, minute, second, zone: null });
    }
    if (minute === null) {
      return isDayPartAfter(words, last)
        ? withDayPart(words, last, { hour, minute: null, second: null, zone: null }, true)
        : null;
    }
    const isCertain = isZoneAt(words, last) || (SIGNALS.test(words.lower(t - 1)) && words.lower(t - 1) !== 'to');
    return isCertain && !words.isHyphen(last)
      ? withDayPart(words, last, { hour, minute, second, zone: null }, false)
      : null;
  },
};

interface Hour {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  readonly last: number;
  readonly isFourDigits: boolean;
}

function readHour(words: Words, t: number): Hour | null {
  const lower = words.lower(t);
  const match = /^(\d{1,2})(?:[:.](\d\d)(?:[:.](\d\d))?)?$/.exec(lower);
  if (match) {
    // "10.30" is a time only before "p.m."; a decimal fraction elsewhere.
    if (lower.includes('.') && !words.is(t + 1, MERIDIEM)) return null;
    return {
      hour: Number(match[1]),
      minute: match[2] === undefined ? null : Number(match[2]),
      second: match[3] === undefined ? null : Number(match[3]),
      last: t + 1,
      isFourDigits: false,
    };
  }
  if (/^\d{4}$/.test(lower)) {
    return {
      hour: Number(lower.slice(0, 2)),
      minute: Number(lower.slice(2)),
      second: null,
      last: t + 1,
      isFourDigits: true,
    };
  }
  if (!words.is(t, CARDINAL) || words.number(t) > 12 || words.number(t) < 1) return null;
  return { hour: words.number(t), minute: null, second: null, last: t + 1, isFourDigits: false };
}

function withMeridiem(words: Words, { hour, minute, second, last }: Hour): Recognised {
  if (hour < 1 || hour > 12 || (minute ?? 0) > 59) return { last: last + 1, sense: NOTHING };
  const isAfternoon = words.lower(last).startsWith('p');
  const clock: Clock = { hour: (hour % 12) + (isAfternoon ? 12 : 0), minute: minute ?? 0, second, zone: null };
  return timed(words, last + 1, clock);
}

/** "in the morning", "at night" after an hour. */
function isDayPartAfter(words: Words, t: number): boolean {
  return (
    (words.lower(t) === 'in' && words.lower(t + 1) === 'the' && words.is(t + 2, DAY_PART) !== 0) ||
    (words.lower(t) === 'at' && words.lower(t + 1) === 'night')
  );
}

function withDayPart(words: Words, at: number, clock: Clock, isTwelve: boolean): Recognised {
  if (isTwelve && (clock.hour > 12 || clock.hour < 1)) return { last: at, sense: NOTHING };
  if (!isDayPartAfter(words, at)) return timed(words, at, isTwelve ? { ...clock, minute: clock.minute ?? 0 } : clock);
  const part = words.lower(at) === 'at' ? 'night' : words.lower(at + 2);
  const isLate = part !== 'morning' && clock.hour < 12 && !(part === 'night' && clock.hour < 6);
  const hour = isLate ? clock.hour + 12 : part === 'morning' || part === 'night' ? clock.hour % 12 : clock.hour;
  return timed(words, words.lower(at) === 'at' ? at + 2 : at + 3, { ...clock, hour, minute: clock.minute ?? 0 });
}

function namedHour(words: Words, t: number): Recognised | null {
  // "High Noon" and "Midnight Oil" are names; "at noon", "by midnight", "Noon Thursday" are times.
  if (
    words.tag(t) === 'NNP' &&
    words.form(t)[0] !== words.lower(t)[0] &&
    t > words.first &&
    !SIGNALS.test(words.lower(t - 1))
  )
    return null;
  return timed(words, t + 1, { hour: words.name(t), minute: 0, second: null, zone: null });
}

/** "half past three", "a quarter to nine". */
function pastTheHour(words: Words, t: number): Recognised | null {
  const way = words.lower(t + 1);
  if ((way !== 'past' && way !== 'to') || !words.is(t + 2, CARDINAL | DIGITS)) return null;
  const hour = words.number(t + 2);
  if (hour < 1 || hour > 12 || words.is(t + 2, YEAR)) return null;
  const minutes = words.lower(t) === 'half' ? 30 : 15;
  if (way === 'to' && minutes === 30) return null;
  const whole = (way === 'past' ? hour * 60 + minutes : hour * 60 - minutes) % 720;
  return withDayPart(
    words,
    t + 3,
    { hour: Math.floor(whole / 60) || 12, minute: whole % 60, second: null, zone: null },
    true,
  );
}

function isZoneAt(words: Words, t: number): boolean {
  return words.is(t, ZONE) !== 0 || (words.lower(t) === 'local' && words.lower(t + 1) === 'time');
}

/** Takes in a zone: "EDT", "GMT", "local time", "Eastern time". */
function timed(words: Words, at: number, clock: Clock): Recognised {
  let last = at;
  let zone: number | null = null;
  if (words.is(at, ZONE)) {
    zone = ZONES[words.form(at).replaceAll('.', '')];
    last++;
  } else if (words.lower(at) === 'local' && words.lower(at + 1) === 'time') last += 2;
  else if (/^(?:eastern|pacific|central|mountain|moscow|beijing|london)$/.test(words.lower(at))) {
    const time = /^(?:standard|daylight)$/.test(words.lower(at + 1)) ? at + 2 : at + 1;
    if (words.lower(time) === 'time') last = time + 1;
  }
  return { last, sense: { kind: 'calendar', grain: 'day', parts: {}, relation: null, clock: { ...clock, zone } } };
}
