/** Writes a resolved expression as EDTF, with its first and last day. */

import { civilDay, dayNumber } from './calendar.ts';
import type { Clock, Mod } from './expression.ts';
import { edtfOf, isoDay, lastDay, type Period, two } from './period.ts';
import type { Resolved } from './resolve.ts';

/** EDTF, and the bounds as days (or, of a time of day, as EDTF writes it); all null where there is no date. */
export interface Written {
  readonly edtf: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
}

export const UNWRITTEN: Written = { edtf: null, earliest: null, latest: null };

/**
 * The date of what was resolved.
 *
 * @param side where only the part of the period before or after today is meant ("earlier this week"): −1 or 1
 * @param today number of the day of writing, for `side`
 * @example
 * describe(resolved, 'START', 0, null); // for "early August 2025": { edtf: '2025-08-01/2025-08-10~', … }
 */
export function describe(
  { period, other, clock, stretch, isUncertain }: Resolved,
  mod: Mod | null,
  side: -1 | 0 | 1,
  today: number | null,
): Written {
  const isApproximate = mod === 'APPROX' || mod === 'LESS_THAN' || mod === 'MORE_THAN';
  const mark = isUncertain ? (isApproximate ? '%' : '?') : isApproximate ? '~' : '';
  if (stretch) return interval(stretch[0], stretch[1], 'day', isApproximate ? '~' : '');
  if (!period) return UNWRITTEN;
  if (other) {
    const [a, b] = [isoDay(period.first), isoDay(other.first)].sort();
    return { edtf: `[${a},${b}]`, earliest: a, latest: b };
  }
  if (clock && period.grain === 'day') return atTime(period.first, clock);
  const last = lastDay(period);
  if (side !== 0 && today !== null && period.first <= today && today <= last) {
    return side < 0 ? interval(period.first, today, 'day', '') : interval(today, last, 'day', '');
  }
  const part = mod === 'START' || mod === 'MID' || mod === 'END' ? partOf(period, mod) : null;
  if (part) return interval(part.first, part.last, part.grain, '~');
  return { edtf: marked(period, mark), earliest: isoDay(period.first), latest: isoDay(last) };
}

/** EDTF qualifies dates: of an interval both ends are, and of a quarter, which has no sign that can be, its months. */
function marked(period: Period, mark: string): string {
  const plain = edtfOf(period);
  if (mark === '') return plain;
  if (/^(?:half|quarter|season)$/.test(period.grain)) {
    return `${isoDay(period.first).slice(0, -3)}${mark}/${isoDay(lastDay(period)).slice(0, -3)}${mark}`;
  }
  return plain.includes('/') ? `${plain.replace('/', `${mark}/`)}${mark}` : `${plain}${mark}`;
}

function interval(first: number, last: number, grain: 'day' | 'month' | 'year', mark: string): Written {
  const write = (day: number): string =>
    grain === 'day' ? isoDay(day) : grain === 'month' ? isoDay(day).slice(0, -3) : isoDay(day).slice(0, -6);
  return { edtf: `${write(first)}/${write(last)}${mark}`, earliest: isoDay(first), latest: isoDay(last) };
}

/** The early, middle or late part of a period, in a finer grain; null where a day has none in EDTF. */
function partOf(
  { grain, first }: Period,
  mod: 'START' | 'MID' | 'END',
): { first: number; last: number; grain: 'day' | 'month' | 'year' } | null {
  const third = mod === 'START' ? 0 : mod === 'MID' ? 1 : 2;
  const { year, month } = civilDay(first);
  const months = (from: number, to: number) => ({
    first: dayNumber(year, month + from, 1),
    last: dayNumber(year, month + to + 1, 1) - 1,
    grain: 'month' as const,
  });
  const years = (from: number, to: number) => ({
    first: dayNumber(year + from, 1, 1),
    last: dayNumber(year + to, 12, 31),
    grain: 'year' as const,
  });
  const days = (from: number, to: number) => ({ first: first + from, last: first + to, grain: 'day' as const });
  switch (grain) {
    case 'century':
      return [years(0, 33), years(34, 66), years(67, 99)][third];
    case 'decade':
      return [years(0, 3), years(4, 6), years(7, 9)][third];
    case 'year':
      return months(4 * third, 4 * third + 3);
    case 'half':
      return months(2 * third, 2 * third + 1);
    case 'quarter':
    case 'season':
      return months(third, third);
    case 'month':
      return [days(0, 9), days(10, 19), { first: first + 20, last: lastDay({ grain, first }), grain: 'day' as const }][
        third
      ];
    case 'week':
      return [days(0, 1), days(2, 3), days(4, 6)][third];
    default:
      return null;
  }
}

function atTime(day: number, { hour, minute, second, zone }: Clock): Written {
  // EDTF has no hour 24: midnight at the end of a day is the first moment of the next.
  const at = hour === 24 ? day + 1 : day;
  const offset =
    zone === null
      ? ''
      : zone === 0
        ? 'Z'
        : `${zone < 0 ? '-' : '+'}${two(Math.floor(Math.abs(zone) / 60))}:${two(Math.abs(zone) % 60)}`;
  const edtf = `${isoDay(at)}T${two(hour % 24)}:${two(minute ?? 0)}:${two(second ?? 0)}${offset}`;
  return { edtf, earliest: edtf, latest: edtf };
}
