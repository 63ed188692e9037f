/** "two days ago", "a year earlier", "10 years later", "three weeks from now", "year-ago", "in two years' time": a way from another time. */
import { readAmount } from '../amounts.ts';
import type { Distance } from '../expression.ts';
import { CARDINAL, DETERMINER, DIGITS, FIGURES, OPENER, PLURAL, QUANTITY, UNIT } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Recogniser } from './recogniser.ts';

/** Units whose distances are days of the calendar or more: "two hours later" is told as a length of time. */
const COARSE = /^(?:day|week|fortnight|month|quarter|year|decade|century|weekend|season)$/;

/**
 * The recogniser of ways from another time.
 *
 * @example
 * distance.at(words, 0); // for "two days ago": { last: 3, sense: { kind: 'distance', unit: 'day', count: 2, sign: -1, … } }
 */
export const distance: Recogniser = {
  name: 'distance',
  begins: DIGITS | FIGURES | CARDINAL | QUANTITY | DETERMINER | OPENER | UNIT,
  at(words, t) {
    let amount = readAmount(words, t);
    if (!amount && words.is(t, UNIT)) {
      // "years ago", "year-ago".
      if (!words.is(t, PLURAL) && !words.isHyphen(t + 1)) return null;
      amount = { count: words.is(t, PLURAL) ? null : 1, last: t, form: 'vague' };
    }
    if (!amount) return null;
    let unitAt = words.isHyphen(amount.last) ? amount.last + 1 : amount.last;
    if (/^(?:more|full|whole|long|short|calendar)$/.test(words.lower(unitAt))) unitAt++;
    if (!words.is(unitAt, UNIT)) return null;
    const unit = words.unit(unitAt);
    let at = unitAt + 1;
    let extra = 0;
    // "a year and a half ago".
    if (words.lower(at) === 'and' && words.lower(at + 1) === 'a' && words.lower(at + 2) === 'half') {
      extra = 0.5;
      at += 3;
    }
    if (words.isHyphen(at)) at++;
    const shift = shiftAt(words, at, unit);
    if (!shift) return null;
    const count = amount.count === null ? null : amount.count + extra;
    return { last: shift.last, sense: { kind: 'distance', unit, count, sign: shift.sign, from: shift.from } };
  },
};

/** Where the way leads, and the token after the words that say so. */
interface Shift {
  readonly sign: Distance['sign'];
  readonly from: 'published' | 'told';
  readonly last: number;
}

function shiftAt(words: Words, t: number, unit: string): Shift | null {
  switch (words.lower(t)) {
    case 'ago':
      return { sign: -1, from: 'published', last: t + 1 };
    case 'earlier':
    case 'previously':
      return COARSE.test(unit) ? { sign: -1, from: 'told', last: t + 1 } : null;
    case 'before':
      // "two days before" alone; "two days before the vote" is a length beside an event.
      return COARSE.test(unit) && isClosed(words, t + 1) ? { sign: -1, from: 'told', last: t + 1 } : null;
    case 'later':
    case 'afterwards':
    case 'afterward':
    case 'thereafter':
      return COARSE.test(unit) ? { sign: 1, from: 'told', last: t + 1 } : null;
    case 'hence':
      return { sign: 1, from: 'published', last: t + 1 };
    default:
      // "from now".
      return /^from$/.test(words.lower(t)) && /^(?:now|today)$/.test(words.lower(t + 1))
        ? { sign: 1, from: 'published', last: t + 2 }
        : null;
  }
}

const isClosed = (words: Words, t: number): boolean =>
  !words.has(t) || /^(?:[.,;:)”"]|''|and|but|in|at|on|with)$/.test(words.lower(t));
