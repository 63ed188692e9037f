/**
 * Intervals between moments of one sentence, or open at one end: "from March to May", "between 1990 and 1995", "since March",
 * "until Friday". No TIMEX3 spans them, so their ends stay moments of their own.
 */
import type { Words } from './words.ts';

/** A resolved expression, as far as an interval needs it. */
export interface End {
  readonly first: number;
  readonly last: number;
  /** The date as the beginning and as the end of an interval, in EDTF; null where there is none. */
  readonly opens: string | null;
  readonly closes: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface Interval {
  readonly first: number;
  readonly last: number;
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Indexes of its ends. */
  readonly ends: readonly number[];
  readonly why: string;
}

const BETWEEN: Readonly<Record<string, RegExp>> = {
  from: /^(?:to|until|till|through|-|–|—)$/,
  between: /^(?:and|-|–)$/,
};
const OPENS = /^(?:since|from|after)$/;
const CLOSES = /^(?:until|till|through|by|before)$/;

/**
 * The intervals among the resolved expressions of a sentence, in order.
 *
 * @example
 * findIntervals(words, ends); // for "since March": [{ edtf: '2026-03/..', earliest: '2026-03-01', latest: null, … }]
 */
export function findIntervals(words: Words, ends: readonly End[]): Interval[] {
  const intervals: Interval[] = [];
  for (let i = 0; i < ends.length; i++) {
    const pair = i + 1 < ends.length ? closed(words, ends[i], ends[i + 1]) : null;
    if (pair) intervals.push({ ...pair, ends: [i, ++i] });
    else {
      const open = half(words, ends[i]);
      if (open) intervals.push({ ...open, ends: [i] });
    }
  }
  return intervals;
}

type Found = Omit<Interval, 'ends'>;

function closed(words: Words, a: End, b: End): Found | null {
  if (a.opens === null || b.closes === null || a.earliest === null || b.latest === null) return null;
  // The day of "9 a.m." is no more certain than the hour: a single word stands between the ends, and "late on" or "early on".
  if (b.first - a.last !== 1 + partWords(words, b.first)) return null;
  const link = words.lower(a.last);
  const opening = a.first - 1 - partWords(words, a.first);
  const before = words.lower(opening);
  const isNamed = BETWEEN[before]?.test(link) ?? false;
  const isDash = /^[-–—]$/.test(link) && words.touches(a.last) && words.touches(b.first);
  if (!isNamed && !isDash) return null;
  if (a.earliest > b.latest) return null;
  return {
    first: isNamed ? opening : a.first,
    last: b.last,
    edtf: `${a.opens}/${b.closes}`,
    earliest: a.earliest,
    latest: b.latest,
    why: isNamed ? `${before} … ${link}` : 'joined by a dash',
  };
}

/** How many words before a day say which part of it: "late on", "early on". */
function partWords(words: Words, first: number): number {
  return words.lower(first - 1) === 'on' && /^(?:early|late)$/.test(words.lower(first - 2)) ? 2 : 0;
}

function half(words: Words, end: End): Found | null {
  const before = words.lower(end.first - 1);
  if (end.opens === null || end.closes === null) return null;
  const first = end.first - 1;
  if (OPENS.test(before)) {
    if (/^from$/.test(before) && !/^on(?:wards?)?$/.test(words.lower(end.last))) return null;
    return {
      first,
      last: end.last,
      edtf: `${end.opens}/..`,
      earliest: before === 'after' ? end.latest : end.earliest,
      latest: null,
      why: before,
    };
  }
  if (!CLOSES.test(before)) return null;
  return {
    first,
    last: end.last,
    edtf: `../${end.closes}`,
    earliest: null,
    latest: before === 'before' ? end.earliest : end.latest,
    why: before,
  };
}

/** A year that is divided otherwise than in months has a sign of its own, which no interval may hold. */
const DIVIDED = /^-?\d{4}-(?:2[1-9]|3\d|4[01])$/;

/**
 * A date as the ends of an interval: as it is written where no interval stands in it already, and else by its first and last day.
 *
 * @example
 * endsOf('2026-11-09/2026-11-15', '2026-11-09', '2026-11-15'); // { opens: '2026-11-09', closes: '2026-11-15' }
 */
export function endsOf(
  edtf: string | null,
  earliest: string | null,
  latest: string | null,
): { opens: string | null; closes: string | null } {
  if (edtf === null || edtf.startsWith('[')) return { opens: null, closes: null };
  return edtf.includes('/') || DIVIDED.test(edtf) ? { opens: earliest, closes: latest } : { opens: edtf, closes: edtf };
}
