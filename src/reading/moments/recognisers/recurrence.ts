/** "every Monday", "each year", "daily", "twice a week", "a share a year", "Tuesdays": times that come again, the SET of TIMEX3. */
import { readNumber } from '../amounts.ts';
import { durationValue } from '../durations.ts';
import { two } from '../period.ts';
import { FREQUENCIES } from '../time-words.ts';
import {
  DAY_PART,
  DAY_PART_SIGNS,
  DETERMINER,
  FREQUENCY,
  MONTH,
  OPENER,
  PLURAL,
  SEASON,
  UNIT,
  WEEKDAY,
} from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

const SEASON_SIGNS = ['SP', 'SU', 'FA', 'WI'];

/**
 * The recogniser of times that come again.
 *
 * @example
 * recurrence.at(words, 0); // for "every Monday": { last: 2, sense: { kind: 'set', value: 'XXXX-WXX-1' } }
 */
export const recurrence: Recogniser = {
  name: 'recurrence',
  begins: DETERMINER | FREQUENCY | WEEKDAY | OPENER,
  at(words, t) {
    const lower = words.lower(t);
    if (words.is(t, FREQUENCY)) return frequency(words, t);
    if (lower === 'every' || lower === 'each') return afterEvery(words, t);
    if (lower === 'a' || lower === 'an' || lower === 'per') return perUnit(words, t);
    if (lower === 'all' && words.lower(t + 1) === 'year' && words.lower(t + 2) === 'round') return set(t + 3, 'P1Y');
    if (
      /^(?:once|twice|thrice)$/.test(lower) &&
      /^(?:a|an|each|every|per)$/.test(words.lower(t + 1)) &&
      words.is(t + 2, UNIT) &&
      !words.is(t + 2, PLURAL)
    ) {
      return set(t + 3, durationValue([{ unit: words.unit(t + 2), count: 1 }]));
    }
    if (words.is(t, WEEKDAY) && words.is(t, PLURAL)) return set(t + 1, `XXXX-WXX-${words.name(t)}`);
    if (words.is(t, WEEKDAY) && words.is(t + 1, DAY_PART) && words.is(t + 1, PLURAL)) {
      return set(t + 2, `XXXX-WXX-${words.name(t)}T${DAY_PART_SIGNS[words.name(t + 1)]}`);
    }
    return null;
  },
};

const set = (last: number, value: string): Recognised => ({ last, sense: { kind: 'set', value } });

function frequency(words: Words, t: number): Recognised | null {
  const lower = words.lower(t);
  // "The Daily Star" is a name; "annual" tells what kind of thing it is more often than when.
  if (words.tag(t) === 'NNP' && t > words.first && words.form(t) !== lower) return null;
  if (lower === 'annual' || lower === 'biennial') return null;
  // "its quarterly dividend" says what kind of dividend it is.
  if (/^(?:quarterly|monthly|yearly)$/.test(lower) && /^(?:NN|JJ|VB[NG])/.test(words.tag(t + 1))) return null;
  return set(t + 1, FREQUENCIES[lower]);
}

/** "every day", "every two years", "every other week", "each Monday", "every summer", "every night". */
function afterEvery(words: Words, t: number): Recognised | null {
  let at = t + 1;
  let count = 1;
  if (words.lower(at) === 'other' || words.lower(at) === 'second') {
    if (words.lower(at) === 'second' && !words.is(at + 1, UNIT)) return set(at + 1, 'PT1S');
    count = 2;
    at++;
  } else if (words.lower(at) === 'single' || words.lower(at) === 'passing') at++;
  else {
    const number = readNumber(words, at);
    if (number && words.is(number.last, UNIT)) {
      count = number.count;
      at = number.last;
    }
  }
  if (words.is(at, UNIT) && words.lower(at) !== 'second')
    return set(at + 1, durationValue([{ unit: words.unit(at), count }]));
  if (words.is(at, WEEKDAY)) {
    const hasPart = words.is(at + 1, DAY_PART) !== 0;
    const sign = hasPart ? `T${DAY_PART_SIGNS[words.name(at + 1)]}` : '';
    return set(hasPart ? at + 2 : at + 1, `XXXX-WXX-${words.name(at)}${sign}`);
  }
  if (words.is(at, MONTH)) return set(at + 1, `XXXX-${two(words.name(at))}`);
  if (words.is(at, SEASON)) return set(at + 1, `XXXX-${SEASON_SIGNS[words.name(at)]}`);
  if (words.is(at, DAY_PART)) return set(at + 1, `XXXX-XX-XXT${DAY_PART_SIGNS[words.name(at)]}`);
  return null;
}

/** "$3 a share a year", "four flights a week", "100 km per hour" is none: a rate of movement, not a time that comes again. */
function perUnit(words: Words, t: number): Recognised | null {
  if (!words.is(t + 1, UNIT) || words.is(t + 1, PLURAL)) return null;
  const unit = words.unit(t + 1);
  const lower = words.lower(t);
  if (/^(?:second|minute|hour)$/.test(unit) && lower === 'per') return null;
  if (words.isHyphen(t + 2) || /^(?:ago|earlier|later|before|after|from|old)$/.test(words.lower(t + 2))) return null;
  if (lower !== 'per' && !isRate(words, t)) return null;
  return set(t + 2, durationValue([{ unit, count: 1 }]));
}

/** Whether "a week" stands behind an amount or a plural: "times a week", "400,000 a year", not "for a week" and not "spent a week". */
function isRate(words: Words, t: number): boolean {
  const tag = words.tag(t - 1);
  if (tag === 'CD' || /^(?:%|percent|share)$/.test(words.lower(t - 1))) return true;
  if (tag !== 'NNS' && tag !== 'NN') return false;
  return /^(?:nmod:unmarked|nmod:desc|nmod)$/.test(words.arc(t + 1)) && words.head(t + 1) < t;
}
