/**
 * When events took place that other times are counted from: "two days after the vote", "hours before the collision". An event has a day
 * where a moment of the article hangs on the same word, or on its verb ("The ferries collided on Monday"). Where none does, or two do
 * with different days, the time stays unknown: which of the events is meant is not guessed.
 */
import { EVENT_NOUNS } from '../../language/en/event-nouns.ts';
import type { Moment } from '../reading.ts';
import { civilDay, dayNumber, daysInMonth } from './calendar.ts';
import { isoDay } from './period.ts';

/** Verbs that only say that what their subject names took place. */
const TAKING_PLACE: ReadonlySet<string> = new Set(['be', 'hold', 'take', 'happen', 'occur', 'come', 'begin', 'start']);

/** The day of each kind of event that the article dates; null where it dates several. */
export class EventTimes {
  private readonly days = new Map<string, number | null>();

  /**
   * Takes note that an event has a date.
   *
   * @param lemma of the word that the moment hangs on, and of its subject where that only says that it took place
   * @example
   * times.add('vote', moment);
   */
  add(lemma: string, { earliest, latest }: Moment): void {
    const day = earliest?.slice(0, 10);
    if (day === undefined || day !== latest?.slice(0, 10)) return;
    const [year, month, date] = day.split('-').map(Number);
    if (!Number.isInteger(date)) return;
    const number = dayNumber(year, month, date);
    const key = eventOf(lemma);
    const known = this.days.get(key);
    this.days.set(key, known === undefined || known === number ? number : null);
  }

  /**
   * The day of an event by its noun or verb; null where the article dates several, undefined where it dates none.
   *
   * @example
   * times.dayOf('collision'); // the day of "collided on Monday"
   */
  dayOf(lemma: string): number | null | undefined {
    return this.days.get(eventOf(lemma));
  }
}

/**
 * Whether a verb says no more than that its subject took place.
 *
 * @example
 * onlyTakesPlace('hold'); // true: "the vote was held on Sunday" dates the vote
 */
export function onlyTakesPlace(lemma: string): boolean {
  return TAKING_PLACE.has(lemma);
}

/** A kind of event by one name: "sinking", "sank" and "sink" are one. */
function eventOf(lemma: string): string {
  return EVENT_NOUNS.get(lemma) ?? lemma;
}

/** A time as EDTF, and its first and last day. */
export interface Counted {
  readonly edtf: string;
  readonly earliest: string;
  readonly latest: string;
}

/**
 * The time that lies so much before or after a day; null where the length is not counted ("weeks after") or no piece of a calendar.
 * Hours and minutes may run over midnight: one of two days, as EDTF writes it.
 *
 * @param sign −1 before, 1 after
 * @example
 * countFrom(day, 'day', 2, 1)?.edtf; // '2026-11-14' for the 12th
 */
export function countFrom(day: number, unit: string, count: number | null, sign: -1 | 1): Counted | null {
  if (/^(?:hour|minute|second)$/.test(unit)) {
    const days = [day, day + sign].sort((a, b) => a - b).map(isoDay);
    return { edtf: `[${days.join(',')}]`, earliest: days[0], latest: days[1] };
  }
  if (count === null || !Number.isInteger(count) || count > LONGEST) return null;
  if (unit === 'day') return whole(isoDay(day + sign * count));
  if (unit === 'week' || unit === 'fortnight') {
    // In news, two weeks after is that day or thereabouts.
    const at = isoDay(day + sign * count * (unit === 'week' ? 7 : 14));
    return { ...whole(at), edtf: `${at}~` };
  }
  if (unit !== 'month' && unit !== 'year') return null;
  const { year, month } = civilDay(day);
  const to = civilDay(dayNumber(year, month + sign * count * (unit === 'year' ? 12 : 1), 1));
  const first = isoDay(dayNumber(to.year, to.month, 1));
  const last = isoDay(dayNumber(to.year, to.month, daysInMonth(to.year, to.month)));
  return { edtf: `${first.slice(0, 7)}~`, earliest: first, latest: last };
}

/** Units beyond which nothing in news is counted from an event. */
const LONGEST = 999;

const whole = (day: string): Counted => ({ edtf: day, earliest: day, latest: day });
