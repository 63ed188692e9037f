/** Lengths of time as TIMEX3 writes them. */

const DATE_SIGNS: Readonly<Record<string, string>> = {
  ...{ day: 'D', week: 'W', month: 'M', quarter: 'Q', year: 'Y', weekend: 'WE', season: 'S' },
};
const TIME_SIGNS: Readonly<Record<string, string>> = { hour: 'H', minute: 'M', second: 'S' };
/** Units that TIMEX3 writes in another one. */
const AS_OTHER: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  fortnight: ['week', 2],
  decade: ['year', 10],
  century: ['year', 100],
  millennium: ['year', 1000],
};
/** How a unit that is not counted is written. */
const UNCOUNTED: Readonly<Record<string, string>> = {
  decade: 'PXE',
  century: 'PXC',
  millennium: 'PXL',
  fortnight: 'PXW',
};

export interface Length {
  readonly unit: string;
  /** Null where it is not counted. */
  readonly count: number | null;
}

/**
 * The TIMEX3 value of a length: a fraction of a year is given in months, of a day in hours, of an hour in minutes.
 *
 * @example
 * durationValue([{ unit: 'year', count: 2.5 }]); // 'P2Y6M'
 */
export function durationValue(lengths: readonly Length[]): string {
  let dates = '';
  let times = '';
  for (const { unit, count } of lengths) {
    if (count === null && UNCOUNTED[unit] && lengths.length === 1) return UNCOUNTED[unit];
    const [as, by] = AS_OTHER[unit] ?? [unit, 1];
    const [whole, rest] = split(as, count === null ? null : count * by);
    const sign = TIME_SIGNS[as];
    // "half an hour" is 30 minutes, and no hours.
    if (whole === 0 && rest) {
      if (TIME_SIGNS[rest.unit] === undefined) dates += written(rest.count, DATE_SIGNS[rest.unit]);
      else times += written(rest.count, TIME_SIGNS[rest.unit]);
      continue;
    }
    if (sign === undefined) dates += written(whole, DATE_SIGNS[as]);
    else times += written(whole, sign);
    if (rest && TIME_SIGNS[rest.unit] !== undefined) times += written(rest.count, TIME_SIGNS[rest.unit]);
    else if (rest) dates += written(rest.count, DATE_SIGNS[rest.unit]);
  }
  return `P${dates}${times === '' ? '' : `T${times}`}`;
}

const written = (count: number | null, sign: string): string => `${count ?? 'X'}${sign}`;

const FINER: Readonly<Record<string, readonly [unit: string, in1: number]>> = {
  year: ['month', 12],
  day: ['hour', 24],
  hour: ['minute', 60],
  minute: ['second', 60],
};

function split(unit: string, count: number | null): [number | null, Length | null] {
  if (count === null || Number.isInteger(count)) return [count, null];
  const finer = FINER[unit];
  if (!finer) return [count, null];
  const whole = Math.floor(count);
  return [whole, { unit: finer[0], count: Math.round((count - whole) * finer[1]) }];
}
