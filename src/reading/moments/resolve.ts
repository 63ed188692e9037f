/**
 * Resolves an expression: which piece of the calendar it means, given when the article was written, what time is being told
 * of, and whether the words look back or ahead. Says what was implied and by which rule; where the context does not settle it,
 * the value keeps X in its place, as TIMEX3 does, and there is no period.
 */
import { civilDay, dayNumber, daysInMonth, easterSunday, isDay, weekdayOf } from './calendar.ts';
import type { Direction } from './direction.ts';
import { durationValue } from './durations.ts';
import type { Calendar, Clock, Distance, Duration, Parts, Sense } from './expression.ts';
import { type Grain, lastDay, type Period, periodAt, shiftPeriod, timexOf, two } from './period.ts';
import { HOLIDAYS } from './time-words.ts';

export type Basis = 'explicit' | 'relative:published' | 'relative:said' | 'relative:event' | 'context';

export type DateOrder = 'day first' | 'month first';

/** What is known where an expression stands. */
export interface Context {
  /** The day that "today" is: that of publication, or that of the saying inside a quotation; null where it is not known. */
  readonly today: number | null;
  /** What "today" goes by. */
  readonly todayIs: 'published' | 'said';
  /** The time that is being told of: the last one named. */
  readonly told: Period | null;
  /** Whether `told` was named so near that a time of day, or a date without a year, goes with it. */
  readonly isToldNear: boolean;
  /** The quarter that was named last. */
  readonly quarter: Period | null;
  /** Which stands first in the article's other dates in figures, the day or the month; null where none of them shows it. */
  readonly order: DateOrder | null;
  /** Whether the words look back or ahead; asked only where it decides. */
  direction(): Direction;
}

export interface Resolved {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** The TIMEX3 value. */
  readonly value: string;
  readonly period: Period | null;
  /** The other reading, where the order of day and month is open. */
  readonly other: Period | null;
  readonly clock: Clock | null;
  /** First and last day of a length that lies beside today. */
  readonly stretch: readonly [first: number, last: number] | null;
  readonly basis: Basis;
  /** The direction could not be told, and another reading is as good. */
  readonly isUncertain: boolean;
  readonly why: string | null;
}

/** A period, how it was found, and by which rule. */
interface Placed {
  readonly period: Period;
  readonly other?: Period;
  readonly basis: Basis;
  readonly isUncertain?: boolean;
  readonly why: string;
}

/** How much farther off a date may be on the side to which the words look than on the other and still be meant. */
const SIDE_WEIGHT = 10;
/** The same of a month or a season, which no one names for a time that is almost here. */
const SIDE_WEIGHT_OF_MONTHS = 40;
/** Without a direction, news looks back rather than ahead. */
const PAST_WEIGHT = 1.25;
/** From this many years before today on, what is told is a story of its own, and dates without a year are of its year. */
const HISTORY_YEARS = 10;
/** So many units at most lead to a date: four digits of a year hold no more. */
const LONGEST_COUNT = 9999;
/** Years ahead of today that two digits of a year may mean. */
const SHORT_YEAR_AHEAD = 20;

/**
 * Resolves one sense in its context.
 *
 * @example
 * resolve(sense, context).value; // for "last week" in an article of 18 November 2026: '2026-W46'
 */
export function resolve(sense: Exclude<Sense, { kind: 'nothing' }>, context: Context): Resolved {
  switch (sense.kind) {
    case 'reference':
      return unplaced('DATE', sense.value);
    case 'set':
      return unplaced('SET', sense.value);
    case 'duration':
      return ofDuration(sense, context);
    case 'distance':
      return ofDistance(sense, context);
    case 'calendar':
      return ofCalendar(sense, context);
  }
}

const unplaced = (type: Resolved['type'], value: string, why: string | null = null): Resolved => ({
  type,
  value,
  period: null,
  other: null,
  clock: null,
  stretch: null,
  basis: 'context',
  isUncertain: false,
  why,
});

function ofDuration({ lengths, side }: Duration, { today, todayIs }: Context): Resolved {
  const plain = unplaced('DURATION', durationValue(lengths));
  if (side === 0 || today === null) return plain;
  const [{ unit, count }] = lengths;
  if (count === null || count <= 0 || count > LONGEST_COUNT || lengths.length > 1) return plain;
  const other = movedBy(today, unit, side * count);
  if (other === null) return plain;
  const stretch = side < 0 ? ([other, today] as const) : ([today, other] as const);
  return {
    ...plain,
    stretch,
    basis: `relative:${todayIs}`,
    why: side < 0 ? 'the time up to today' : 'the time from today on',
  };
}

/** The day that lies a length of time from another one. */
function movedBy(day: number, unit: string, count: number): number | null {
  const { year, month, day: dayOfMonth } = civilDay(day);
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200, season: 3 }[unit];
  if (months !== undefined) {
    const whole = Math.round(months * count);
    const to = civilDay(dayNumber(year, month + whole, 1));
    return dayNumber(to.year, to.month, Math.min(dayOfMonth, daysInMonth(to.year, to.month)));
  }
  const days = { day: 1, week: 7, fortnight: 14, weekend: 7 }[unit];
  return days === undefined ? null : day + Math.round(days * count);
}

function ofDistance(sense: Distance, context: Context): Resolved {
  const { unit, count, sign, clock, dayPart } = sense;
  if (count === null || count > LONGEST_COUNT) {
    return unplaced('DATE', sign < 0 ? 'PAST_REF' : 'FUTURE_REF', 'so long ago or ahead that it is not counted');
  }
  const placed = written(placeDistance(sense, context));
  if (!placed) return unplaced(clock || dayPart ? 'TIME' : 'DATE', placeholder(unit) + timeOf(clock, dayPart));
  return finish(placed, clock ?? null, dayPart);
}

function placeholder(unit: string): string {
  return (
    { day: 'XXXX-XX-XX', week: 'XXXX-WXX', month: 'XXXX-XX', quarter: 'XXXX-QX', weekend: 'XXXX-WXX-WE' }[unit] ??
    'XXXX'
  );
}

function placeDistance(
  { unit, count, sign, from }: Distance,
  { today, todayIs, told, quarter }: Context,
): Placed | null {
  const isTold = from === 'told' && told !== null;
  const base = isTold ? told.first : today;
  if (base === null) return null;
  const basis: Basis = isTold ? 'context' : `relative:${todayIs}`;
  const way = `${sign < 0 ? 'before' : 'after'} ${isTold ? 'the time told of' : 'today'}`;
  const steps = sign * count!;
  // A report that has named a quarter compares it with the same quarter of the year before.
  if (
    unit === 'year' &&
    Number.isInteger(steps) &&
    steps === -1 &&
    quarter &&
    (from === 'told' || from === 'published')
  ) {
    return { period: shiftPeriod(quarter, 4 * steps), basis: 'context', why: 'the same quarter, a year before' };
  }
  const grain = grainOf(unit);
  if (grain === null) {
    return { period: periodAt('day', base), basis, why: `hours or minutes ${way}` };
  }
  const fine: readonly [Grain, number] = Number.isInteger(steps)
    ? [grain, steps]
    : grain === 'year'
      ? ['month', Math.round(steps * 12)]
      : [grain, Math.trunc(steps)];
  const times = unit === 'fortnight' ? 2 : 1;
  return {
    period: shiftPeriod(periodAt(fine[0], base), fine[1] * times),
    basis,
    why: `${Math.abs(steps)} × ${unit} ${way}`,
  };
}

function grainOf(unit: string): Grain | null {
  if (unit === 'fortnight') return 'week';
  return /^(?:day|week|weekend|month|quarter|season|year|decade|century)$/.test(unit) ? (unit as Grain) : null;
}

function ofCalendar(sense: Calendar, context: Context): Resolved {
  const placed = written(placeCalendar(sense, context));
  if (!placed) {
    const value = calendarPlaceholder(sense);
    return unplaced(sense.clock || sense.dayPart ? 'TIME' : 'DATE', value + timeOf(sense.clock, sense.dayPart));
  }
  return finish(placed, sense.clock ?? null, sense.dayPart);
}

/** A period, if four digits can write its year. */
const written = (placed: Placed | null): Placed | null =>
  placed && Math.abs(civilDay(placed.period.first).year) <= 9999 ? placed : null;

function finish(
  { period, other, basis, isUncertain = false, why }: Placed,
  clock: Clock | null,
  dayPart: string | undefined,
): Resolved {
  return {
    type: clock || dayPart ? 'TIME' : 'DATE',
    // With two readings neither is the value: what they share is.
    value:
      (other ? `${String(civilDay(period.first).year).padStart(4, '0')}-XX-XX` : timexOf(period)) +
      timeOf(clock ?? undefined, dayPart),
    period,
    other: other ?? null,
    clock,
    stretch: null,
    basis,
    isUncertain,
    why,
  };
}

function timeOf(clock: Clock | undefined, dayPart: string | undefined): string {
  if (!clock) return dayPart ? `T${dayPart}` : '';
  const { hour, minute, second, zone } = clock;
  const seconds = second === null ? '' : `:${two(second)}`;
  return `T${two(hour)}:${two(minute ?? 0)}${seconds}${zone === 0 ? 'Z' : ''}`;
}

function placeCalendar(sense: Calendar, context: Context): Placed | null {
  const { grain, parts, relation } = sense;
  const named = withYear(sense, context);
  if (named) return named;
  if (sense.within) return null;
  if (parts.decade !== undefined || parts.century !== undefined) return placeDecade(parts, context);
  if (grain === 'quarter' && (relation === 'same' || relation === 'latest') && sense.steps !== undefined)
    return placeReported(sense, context);
  if (isUnit(parts)) return placeUnit(sense, context);
  if (relation !== null) return placeRelated(sense, context);
  return placeNearest(sense, context);
}

/** Whether nothing but the grain is named. */
const isUnit = (parts: Parts): boolean => Object.keys(parts).length === 0;

/** A date whose year is said, in the words or by the period that it lies in. */
function withYear(sense: Calendar, context: Context): Placed | null {
  const { parts, within } = sense;
  if (parts.year !== undefined) {
    const year = parts.isShortYear ? longYear(parts.year, context.today) : parts.year;
    const basis: Basis = 'explicit';
    const why = parts.isShortYear ? 'the century that is nearest' : 'all of it is said';
    if (sense.grain === 'quarter' && parts.quarter === undefined) {
      // "the 1988 period": of the length of the quarter that is told of.
      const period = context.quarter ? inYear(context.quarter, year) : periodAt('year', dayNumber(year, 1, 1));
      return { period, basis: 'context', why: 'the same period of that year' };
    }
    const period = partInYear(sense, year);
    if (!period) return null;
    const { swapped } = parts;
    if (!swapped) return { period, basis, why };
    const other = periodAt('day', dayNumber(year, swapped.month, swapped.day));
    return settleOrder(period, other, context, basis);
  }
  if (!within) return null;
  const outer =
    within.kind === 'distance' ? placeDistance(within, { ...context, quarter: null }) : placeCalendar(within, context);
  if (!outer) return null;
  const { period, basis } = outer;
  const why = `within ${timexOf(period)}`;
  if (sense.parts.weekday !== undefined && period.grain === 'week') {
    return { period: periodAt('day', period.first + sense.parts.weekday - 1), basis, why };
  }
  if (period.grain === 'year') {
    const part =
      sense.grain === 'quarter' && parts.quarter === undefined
        ? inYear(context.quarter ?? period, civilDay(period.first).year)
        : partInYear(sense, civilDay(period.first).year);
    return part ? { period: part, basis, why } : null;
  }
  if (sense.grain === 'half') return { period, basis, why };
  return null;
}

function inYear(quarter: Period, year: number): Period {
  return { grain: quarter.grain, first: dayNumber(year, civilDay(quarter.first).month, 1) };
}

/** Where day and month could be either (`a` has the month first), another date of the article decides, or that one of them is the day of publication. */
function settleOrder(a: Period, b: Period, { today, order }: Context, basis: Basis): Placed {
  if (order !== null)
    return { period: order === 'month first' ? a : b, basis, why: `${order}, as in another date of the article` };
  if (today !== null && (a.first === today || b.first === today)) {
    return {
      period: a.first === today ? a : b,
      basis,
      why: 'the order of day and month in which it is the day of publication',
    };
  }
  return { period: a, other: b, basis, isUncertain: true, why: 'day and month could be either' };
}

/** The year that two digits stand for: the nearest to today that is not far ahead. */
function longYear(short: number, today: number | null): number {
  const now = today === null ? 2000 : civilDay(today).year;
  const year = Math.floor(now / 100) * 100 + short;
  if (year > now + SHORT_YEAR_AHEAD) return year - 100;
  return year < now - 100 + SHORT_YEAR_AHEAD ? year + 100 : year;
}

/** The piece of a year that parts name; null where the year has none such (29 February). */
function partInYear({ grain, parts }: Calendar, year: number): Period | null {
  if (parts.holiday !== undefined) return periodAt('day', holidayIn(parts.holiday, year));
  if (parts.month !== undefined && parts.day !== undefined) {
    return isDay(year, parts.month, parts.day) ? periodAt('day', dayNumber(year, parts.month, parts.day)) : null;
  }
  if (parts.month !== undefined) return periodAt('month', dayNumber(year, parts.month, 1));
  if (parts.quarter !== undefined) return periodAt('quarter', dayNumber(year, parts.quarter * 3, 1));
  if (parts.half !== undefined) return periodAt('half', dayNumber(year, parts.half * 6, 1));
  if (parts.season !== undefined) return periodAt('season', dayNumber(year, 3 + 3 * parts.season, 1));
  return grain === 'year' ? periodAt('year', dayNumber(year, 1, 1)) : null;
}

function holidayIn(name: string, year: number): number {
  const rule = HOLIDAYS[name];
  if ('easter' in rule) return easterSunday(year) + rule.easter;
  if ('day' in rule) return dayNumber(year, rule.month, rule.day);
  if (rule.nth < 0) {
    const end = dayNumber(year, rule.month + 1, 1) - 1;
    return end - ((weekdayOf(end) - rule.weekday + 7) % 7);
  }
  const start = dayNumber(year, rule.month, 1);
  return start + ((rule.weekday - weekdayOf(start) + 7) % 7) + 7 * (rule.nth - 1);
}

function placeDecade({ decade, century }: Parts, { today }: Context): Placed | null {
  if (century !== undefined) {
    const first = century < 0 ? dayNumber(century * 100 + 1, 1, 1) : dayNumber(century * 100, 1, 1);
    return { period: { grain: 'century', first }, basis: 'explicit', why: 'all of it is said' };
  }
  if (decade! >= 1000)
    return { period: periodAt('decade', dayNumber(decade!, 1, 1)), basis: 'explicit', why: 'all of it is said' };
  const now = today === null ? 2000 : civilDay(today).year;
  const year = Math.floor(now / 100) * 100 + decade!;
  return {
    period: periodAt('decade', dayNumber(year > now ? year - 100 : year, 1, 1)),
    basis: 'explicit',
    why: 'the last decade of that name',
  };
}

/** "the latest quarter", "the year-earlier period": by the quarter that was named, else the last that has ended. */
function placeReported({ parts, steps = 0 }: Calendar, { today, quarter, todayIs }: Context): Placed | null {
  const ended = today === null ? null : shiftPeriod(periodAt('quarter', today), -1);
  const base =
    parts.quarter === undefined ? (quarter ?? ended) : today === null ? null : latestQuarter(parts.quarter, today);
  if (!base) return null;
  return {
    period: shiftPeriod(base, 4 * steps),
    basis: quarter ? 'context' : `relative:${todayIs}`,
    why: quarter ? 'by the quarter that was named' : 'the last quarter that has ended',
  };
}

function latestQuarter(number: number, today: number): Period {
  const period = periodAt('quarter', dayNumber(civilDay(today).year, number * 3, 1));
  return period.first > today ? shiftPeriod(period, -4) : period;
}

/** "last week", "this year", "the following day". */
function placeUnit({ grain, relation, clock, dayPart }: Calendar, context: Context): Placed | null {
  const { today, todayIs, told, direction } = context;
  const byToday: Basis = `relative:${todayIs}`;
  if (relation === null || (relation === 'that' && (clock || dayPart))) {
    // A time of day alone: of the day that is told of.
    if (told?.grain === 'day' && context.isToldNear)
      return { period: told, basis: 'context', why: 'on the day told of' };
    return today === null ? null : { period: periodAt('day', today), basis: byToday, why: 'on the day of writing' };
  }
  if (relation === 'latest' && grain === 'quarter')
    return placeReported({ kind: 'calendar', grain, parts: {}, relation, steps: 0 }, context);
  if (/^(?:previous|following|that|same)$/.test(relation)) {
    if (grain === 'weekend' && relation === 'that') return placeWeekend(today, byToday, direction);
    const base = told ? told.first : today;
    if (base === null) return null;
    const steps = relation === 'previous' ? -1 : relation === 'following' ? 1 : 0;
    return {
      period: shiftPeriod(periodAt(grain, base), steps),
      basis: told ? 'context' : byToday,
      why: told ? 'by the time told of' : 'by today',
    };
  }
  if (today === null) return null;
  if (grain === 'weekend' && relation !== 'this') {
    const day = weekdayOf(today);
    const coming = periodAt('weekend', today);
    const isNow = day >= 6;
    const steps = relation === 'next' ? (isNow ? 1 : 0) : -1;
    return { period: shiftPeriod(coming, steps), basis: byToday, why: `${relation} by today` };
  }
  if (grain === 'weekend' && weekdayOf(today) <= 2 && direction() === 'past') {
    return { period: shiftPeriod(periodAt(grain, today), -1), basis: byToday, why: 'the weekend that was' };
  }
  const steps = relation === 'last' || relation === 'past' ? -1 : relation === 'next' ? 1 : 0;
  return { period: shiftPeriod(periodAt(grain, today), steps), basis: byToday, why: `${relation} by today` };
}

/** "the weekend": the last one or the next, by where the words look. */
function placeWeekend(today: number | null, basis: Basis, direction: () => Direction): Placed | null {
  if (today === null) return null;
  const coming = periodAt('weekend', today);
  const isNow = weekdayOf(today) >= 6;
  if (direction() === 'future' || isNow) return { period: coming, basis, why: 'the weekend that comes, or is' };
  return { period: shiftPeriod(coming, -1), basis, why: 'the weekend that was' };
}

/** "last Friday", "next May", "this past spring", "the previous Friday". */
function placeRelated(sense: Calendar, { today, todayIs, told, direction }: Context): Placed | null {
  const { relation, parts } = sense;
  const isTold = /^(?:previous|following|that|same)$/.test(relation!);
  const base = isTold && told ? told.first : today;
  if (base === null) return null;
  const basis: Basis = isTold && told ? 'context' : `relative:${todayIs}`;
  const why = `${relation} by ${isTold && told ? 'the time told of' : 'today'}`;
  const isBack = relation === 'last' || relation === 'past' || relation === 'previous' || relation === 'latest';
  const isOn = relation === 'next' || relation === 'following';
  if (parts.weekday !== undefined) {
    const back = (weekdayOf(base) - parts.weekday + 7) % 7;
    if (isBack) return { period: periodAt('day', base - (back || 7)), basis, why };
    const ahead = (7 - back) % 7;
    if (isOn) return { period: periodAt('day', base + (ahead || 7)), basis, why };
    const isPast = direction() === 'past';
    return { period: periodAt('day', isPast ? base - back : base + ahead), basis, why };
  }
  const { year } = civilDay(base);
  const here = partInYear(sense, year);
  if (!here) return null;
  if (isBack) {
    // A winter that began last year is last winter until the next one.
    for (const by of [0, -1, -2]) {
      const period = partInYear(sense, year + by);
      if (period && lastDay(period) < base) return { period, basis, why };
    }
    return null;
  }
  if (isOn) {
    const period = here.first > base ? here : partInYear(sense, year + 1);
    return period && { period, basis, why };
  }
  return { period: here, basis, why };
}

/** "Friday", "March", "Nov. 6", "the third quarter": the one that is nearest on the side to which the words look. */
function placeNearest(sense: Calendar, context: Context): Placed | null {
  const { parts } = sense;
  const { today, todayIs, told } = context;
  const basis: Basis = `relative:${todayIs}`;
  if (parts.weekday !== undefined && parts.month === undefined) {
    if (today === null) return null;
    const back = (weekdayOf(today) - parts.weekday + 7) % 7;
    if (back === 0) return { period: periodAt('day', today), basis, why: 'the day of writing' };
    const direction = context.direction();
    const day = direction === 'future' ? today + 7 - back : today - back;
    return { period: periodAt('day', day), basis, isUncertain: direction === null, why: lookWhy(direction) };
  }
  if (sense.grain === 'quarter' && parts.quarter !== undefined && today !== null) {
    const latest = latestQuarter(parts.quarter, today);
    const isAhead =
      context.direction() === 'future' && lastDay(latest) < today && lastDay(shiftPeriod(latest, 4)) - today < 200;
    return {
      period: isAhead ? shiftPeriod(latest, 4) : latest,
      basis,
      why: isAhead ? 'the next of that number' : 'the last of that number that has begun',
    };
  }
  // In a story of other years, a date without a year is of the year told of.
  if (told && (today === null || (context.isToldNear && isLongAgo(told, today) && context.direction() !== 'future'))) {
    const period = partInYear(sense, civilDay(told.first).year);
    if (period) return { period, basis: 'context', why: 'in the year told of' };
  }
  if (today === null) return null;
  const { year } = civilDay(today);
  const direction = context.direction();
  let best: Period | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const by of [0, -1, 1]) {
    const period = partInYear(sense, year + by);
    if (!period) continue;
    const isNow = period.first <= today && today <= lastDay(period);
    const distance = isNow ? 0 : period.first > today ? period.first - today : today - lastDay(period);
    const isAhead = period.first > today;
    const isOtherSide = !isNow && ((direction === 'past' && isAhead) || (direction === 'future' && !isAhead));
    const cost =
      distance *
      (isOtherSide
        ? period.grain === 'day'
          ? SIDE_WEIGHT
          : SIDE_WEIGHT_OF_MONTHS
        : direction === null && isAhead
          ? PAST_WEIGHT
          : 1);
    if (cost < least) {
      least = cost;
      best = period;
    }
  }
  return best && { period: best, basis, isUncertain: direction === null && least > 60, why: lookWhy(direction) };
}

/** Whether what is told of is history rather than the background of news. */
const isLongAgo = (told: Period, today: number): boolean =>
  civilDay(told.first).year <= civilDay(today).year - HISTORY_YEARS;

const lookWhy = (direction: Direction): string =>
  direction === null
    ? 'the nearest; the words look neither back nor ahead'
    : `the nearest; the words look ${direction === 'past' ? 'back' : 'ahead'}`;

/** What TIMEX3 writes where the year, or the week, is not known. */
function calendarPlaceholder({ grain, parts }: Calendar): string {
  if (parts.month !== undefined) {
    return `XXXX-${two(parts.month)}${parts.day === undefined ? '' : `-${two(parts.day)}`}`;
  }
  if (parts.weekday !== undefined) return `XXXX-WXX-${parts.weekday}`;
  if (parts.quarter !== undefined) return `XXXX-Q${parts.quarter}`;
  if (parts.half !== undefined) return `XXXX-H${parts.half}`;
  if (parts.season !== undefined) return `XXXX-${['SP', 'SU', 'FA', 'WI'][parts.season]}`;
  return (
    { day: 'XXXX-XX-XX', week: 'XXXX-WXX', weekend: 'XXXX-WXX-WE', month: 'XXXX-XX', quarter: 'XXXX-QX' }[
      grain as string
    ] ?? 'XXXX'
  );
}
