/**
 * Every recogniser and every refiner, in order, with the reason for its place. At a token the longest expression wins, and of equally
 * long ones that of the recogniser that stands first here. (The shape is that of chrono's parsers and refiners.)
 */
import { clockTime } from './recognisers/clock-time.ts';
import { dayWord } from './recognisers/day-word.ts';
import { decade } from './recognisers/decade.ts';
import { distance } from './recognisers/distance.ts';
import { duration } from './recognisers/duration.ts';
import { figureDate } from './recognisers/figure-date.ts';
import { namedTime } from './recognisers/named-time.ts';
import { quarter } from './recognisers/quarter.ts';
import type { Recogniser } from './recognisers/recogniser.ts';
import { recurrence } from './recognisers/recurrence.ts';
import { reference } from './recognisers/reference.ts';
import { relativeUnit } from './recognisers/relative-unit.ts';
import { reportingPeriod } from './recognisers/reporting-period.ts';
import { writtenDate } from './recognisers/written-date.ts';
import { year } from './recognisers/year.ts';
import { articles } from './refiners/articles.ts';
import { bounds } from './refiners/bounds.ts';
import { dayLists } from './refiners/day-lists.ts';
import { dropOthers } from './refiners/drop-others.ts';
import { edges } from './refiners/edges.ts';
import { joinDayAndTime } from './refiners/join-day-and-time.ts';
import { nest } from './refiners/nest.ts';
import type { Refiner } from './refiners/refiner.ts';
import { shareYear } from './refiners/share-year.ts';
import { yearRanges } from './refiners/year-ranges.ts';

export const RECOGNISERS: readonly Recogniser[] = [
  // What names the most of a date comes first: a month with its day must not be cut by one that knows only the month.
  writtenDate,
  figureDate,
  clockTime,
  // "the 1988 third quarter" and "the third quarter" before "1988" alone.
  reportingPeriod,
  quarter,
  decade,
  year,
  // "every year" and "a year" as a rate before the lengths that are made of the same words.
  recurrence,
  // A length with "ago" is a distance, so distances come before lengths.
  distance,
  // "last year" is a year, "the past year" a length: both know only their own words.
  relativeUnit,
  dayWord,
  namedTime,
  duration,
  // The vaguest come last: "the past" must not take the head of "the past two weeks".
  reference,
];

export const REFINERS: readonly Refiner[] = [
  // Before all others, while a month still stands beside its days, and a year beside the last digits of the next.
  dayLists,
  yearRanges,
  shareYear,
  // What is no time must not be joined to one that is.
  dropOthers,
  joinDayAndTime,
  // "June last year" must be one before "late" is put before it.
  nest,
  edges,
  // "about" and "or so" stand outside of everything else.
  bounds,
  // Last: articles stand outermost, and what was joined decides whose they are.
  articles,
];
