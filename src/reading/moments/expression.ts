/**
 * What recognisers find: a run of tokens and what it says, before anything is known of when the article was written. Only what
 * stands in the words is in here (the known parts); what follows from the context is added by `resolve.ts` (the implied ones).
 */
import type { Grain } from './period.ts';

/** A modifier of TIMEX3. */
export type Mod =
  | 'BEFORE'
  | 'AFTER'
  | 'ON_OR_BEFORE'
  | 'ON_OR_AFTER'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE'
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX';

/** Where a named period lies from where the reader stands: "last", "this", "the following" … */
export type Relation =
  | 'last'
  | 'past'
  | 'next'
  | 'this'
  | 'previous'
  | 'following'
  | 'that'
  | 'same'
  | 'latest'
  | 'recent';

/** Parts of a date that words name. */
export interface Parts {
  readonly century?: number;
  /** A decade's first year; of two digits where the century is not said. */
  readonly decade?: number;
  /** A year; of two digits where `isShortYear`. */
  readonly year?: number;
  readonly isShortYear?: boolean;
  /** 1 or 2. */
  readonly half?: number;
  /** 1 … 4. */
  readonly quarter?: number;
  /** 0 for the spring to 3 for the winter. */
  readonly season?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday?: number;
  /** A key of HOLIDAYS. */
  readonly holiday?: string;
  /** The other reading of a date whose order of day and month is open. */
  readonly swapped?: { readonly month: number; readonly day: number };
}

/** A time of day. The zone is an offset from Greenwich in minutes; null where none is said. */
export interface Clock {
  readonly hour: number;
  /** Null where only the hour is said. */
  readonly minute: number | null;
  readonly second: number | null;
  readonly zone: number | null;
}

/** A piece of the calendar: named ("March 2025", "Friday"), or by its grain alone ("last week", "the year"). */
export interface Calendar {
  readonly kind: 'calendar';
  readonly grain: Grain;
  readonly parts: Parts;
  readonly relation: Relation | null;
  /** Steps of the grain that the relation moves by; absent for one. */
  readonly steps?: number;
  readonly clock?: Clock;
  /** Its last days are meant: "year-end". */
  readonly isEnd?: boolean;
  /** A sign of TIMEX3: MO, AF, EV, NI, DT. */
  readonly dayPart?: string;
  /** The larger period that it is said to lie in: "the third quarter of 1990", "June last year". */
  readonly within?: Calendar | Distance;
}

/** So much before or after another time: "two days ago", "a year earlier", "three weeks later". */
export interface Distance {
  readonly kind: 'distance';
  readonly unit: string;
  /** Null where it is not counted: "years ago". */
  readonly count: number | null;
  readonly sign: -1 | 1;
  /** What it counts from: the time of writing, or the time that is being told of. */
  readonly from: 'published' | 'told';
  readonly clock?: Clock;
  readonly dayPart?: string;
}

/** A length of time, and where it lies if that is said: "the past two months". */
export interface Duration {
  readonly kind: 'duration';
  readonly lengths: readonly { readonly unit: string; readonly count: number | null }[];
  /** −1 for the time up to now, 1 for the time from now on, 0 where nothing is said. */
  readonly side: -1 | 0 | 1;
}

/** A time that comes again: "every Monday", "annually". */
export interface Recurrence {
  readonly kind: 'set';
  readonly value: string;
}

/** Points into the past, the present or the future, and no further. */
export interface Reference {
  readonly kind: 'reference';
  readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF';
}

/** Looks like a time and is none: it is taken out of the way of later recognisers. */
export interface Nothing {
  readonly kind: 'nothing';
}

export type Sense = Calendar | Distance | Duration | Recurrence | Reference | Nothing;

/** A found expression: the tokens [first, last). */
export interface Expression {
  readonly first: number;
  readonly last: number;
  readonly sense: Sense;
  readonly mod: Mod | null;
  /** The names of the recogniser and of the refiners that made it, in order. */
  readonly why: readonly string[];
}
