/**
 * The stage `moments`: the times that an article names, each with what is said and what follows from the context kept apart, as
 * TIMEX3 (TimeML 1.2.1) and as EDTF (ISO 8601-2:2019); and when each statement was said, where the article tells.
 *
 * Recognisers and refiners (order.ts) find expressions; each is resolved in the order of the text against the day of publication, the
 * time that is being told of, and, inside a quotation, the day on which it was said. What the context does not settle stays open:
 * a publication date never stands in for an event's. Own rules, after the TIMEX3 guidelines; under half a microsecond a token.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { markQuotations, OUTSIDE_MARKS } from '../../language/quotations/mark-quotations.ts';
import type { Span } from '../../text/document.ts';
import type { Moment, MomentParts, ReadDocument, Said } from '../reading.ts';
import { civilDay, dayNumber, isDay } from './calendar.ts';
import { describe, UNWRITTEN, type Written } from './describe.ts';
import { directionOf } from './direction.ts';
import type { Expression, Sense } from './expression.ts';
import { findExpressions, type SentenceExpressions } from './find-expressions.ts';
import { type End, endsOf, findIntervals } from './find-intervals.ts';
import { findSaid, type SaidAt } from './find-said.ts';
import { momentId } from './moment-id.ts';
import { lastDay, type Period } from './period.ts';
import { type Context, type DateOrder, type Resolved, resolve } from './resolve.ts';
import { wordClasses } from './word-classes.ts';
import type { Words } from './words.ts';

/** Tokens after which a quarter that was named is no longer what a comparison is about. */
const QUARTER_REACH = 400;
/** Tokens within which a time of day belongs to the day named before it. */
const TOLD_REACH = 120;
/** Times of day that may stand before their day. */
const MOST_TIMES = 4;
const FIGURES = /^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d\d)$/;

/**
 * Makes the stage that fills `moments`, in order of the text, and `said`, one a statement.
 *
 * @example
 * createMomentReader(lexicon)(document);
 * document.moments[0].edtf; // '2026-11-17'
 */
export function createMomentReader(lexicon: Lexicon): (document: ReadDocument) => void {
  const classes = wordClasses(lexicon);
  return (document) => {
    const { words, sentences } = findExpressions(
      document.text,
      document.tokens!,
      document.sentences!,
      lexicon,
      classes,
    );
    const today = dayOf(document.published) ?? datelineDay(document, words, sentences);
    const reader = new MomentReader(document, words, today, orderOf(words, sentences));
    for (const sentence of sentences) reader.readSentence(sentence);
    const said = reader.findSaid();
    reader.rereadQuoted(said, lexicon);
    document.said = reader.saidOf(said);
    document.moments = reader.moments();
  };
}

/** The day of an ISO date, or null. */
function dayOf(date: string | null | undefined): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(date ?? '');
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  return isDay(year, month, day) ? dayNumber(year, month, day) : null;
}

/** Where nothing says when the article was published: the whole date of its dateline or byline. */
function datelineDay({ blocks }: ReadDocument, words: Words, sentences: readonly SentenceExpressions[]): number | null {
  const heads = blocks.filter(({ kind }) => kind === 'dateline' || kind === 'byline');
  if (heads.length === 0) return null;
  const { start } = words.tokens;
  for (const { first, found } of sentences) {
    if (!heads.some((block) => start[first] >= block.start && start[first] < block.end)) continue;
    for (const { sense } of found) {
      if (sense.kind !== 'calendar' || sense.parts.isShortYear || sense.parts.swapped) continue;
      const { year, month, day } = sense.parts;
      if (year !== undefined && month !== undefined && day !== undefined) return dayNumber(year, month, day);
    }
  }
  return null;
}

/** Whether the article's dates in figures have the day or the month first, by those that can be read in one way only. */
function orderOf(words: Words, sentences: readonly SentenceExpressions[]): DateOrder | null {
  let order: DateOrder | null = null;
  for (const sentence of sentences) {
    words.first = sentence.first;
    words.last = sentence.last;
    for (const { first, last } of sentence.found) {
      const match = last - first === 1 ? FIGURES.exec(words.lower(first)) : null;
      if (!match || (Number(match[1]) <= 12 && Number(match[3]) <= 12)) continue;
      const shown: DateOrder = Number(match[1]) > 12 ? 'day first' : 'month first';
      if (order !== null && order !== shown) return null;
      order = shown;
    }
  }
  return order;
}

/** An expression with what it was resolved to and in which sentence it stands. */
interface Item {
  readonly expression: Expression;
  readonly sense: Exclude<Sense, { kind: 'nothing' }>;
  readonly from: number;
  readonly to: number;
  readonly context: Context;
  resolved: Resolved;
}

class MomentReader {
  private readonly items: Item[] = [];
  private readonly document: ReadDocument;
  private readonly words: Words;
  private readonly today: number | null;
  private readonly order: DateOrder | null;
  private told: Period | null = null;
  private quarter: Period | null = null;
  private toldAt = 0;
  private quarterAt = 0;

  constructor(document: ReadDocument, words: Words, today: number | null, order: DateOrder | null) {
    this.document = document;
    this.words = words;
    this.today = today;
    this.order = order;
  }

  readSentence({ first, last, found }: SentenceExpressions): void {
    this.enter(first, last);
    for (const [i, expression] of found.entries()) {
      if (expression.sense.kind === 'nothing') continue;
      if (isTimeOfDay(expression.sense)) this.tellDayBehind(found, i, first, last);
      this.read(expression, expression.sense, first, last);
    }
  }

  /** "from 9:52 p.m. to 10:39 p.m. on April 13": the day that times of day have behind them is the one that is told of. */
  private tellDayBehind(found: readonly Expression[], at: number, from: number, to: number): void {
    const { words } = this;
    const stop = Math.min(found.length, at + MOST_TIMES);
    let day = at + 1;
    while (day < stop && isTimeOfDay(found[day].sense) && found[day].first - found[day - 1].last <= 1) day++;
    const { sense, first } = found[day] ?? {};
    if (sense?.kind !== 'calendar' || sense.grain !== 'day' || first === undefined) return;
    if (words.lower(first - 1) !== 'on' || first - 1 !== found[day - 1].last) return;
    const { period } = resolve(sense, this.contextAt(found[day], from, to));
    if (period?.grain !== 'day') return;
    this.told = period;
    this.toldAt = found[at].first;
  }

  /** For each statement the item at which it was said, or null. */
  findSaid(): (SaidAt | null)[] {
    const { statements = [], tokens } = this.document;
    if (statements.length === 0) return [];
    const places = this.items.map(({ expression: { first, last }, sense, from, to }) => {
      // What is a length, a custom, or no more than "recently" tells of no saying.
      const isDate = sense.kind === 'calendar' || sense.kind === 'distance';
      return { first: isDate ? first : -1, last: isDate ? last : -1, from, to };
    });
    return findSaid(statements, tokens!, this.words, places);
  }

  /** Resolves what is quoted anew, where it was said on another day than the article appeared. */
  rereadQuoted(said: readonly (SaidAt | null)[], lexicon: Lexicon): void {
    let quotation: Uint8Array | null = null;
    for (const [s, statement] of (this.document.statements ?? []).entries()) {
      const at = said[s];
      const period = at === null ? null : this.items[at.moment].resolved.period;
      if (period?.grain !== 'day' || period.first === this.today || statement.kind === 'indirect') continue;
      quotation ??= markQuotations(this.document, lexicon);
      for (const span of statement.content?.spans ?? []) this.rereadSpan(span, period.first, quotation);
    }
  }

  /** One a statement: when it was said, or null where the article does not tell. */
  saidOf(said: readonly (SaidAt | null)[]): (Said | null)[] {
    return said.map((at) => {
      if (at === null) return null;
      const { id, edtf, basis } = this.momentOf(this.items[at.moment]);
      return { moment: id, edtf, basis, resolution: 'known', why: [at.why] };
    });
  }

  /** All moments in order of the text, an interval before its ends. */
  moments(): Moment[] {
    const all: Moment[] = [];
    for (let i = 0; i < this.items.length; ) {
      let last = i;
      while (last < this.items.length && this.items[last].from === this.items[i].from) last++;
      const items = this.items.slice(i, last);
      const moments = items.map((item) => this.momentOf(item));
      const intervals = this.intervalsOf(items, moments);
      all.push(...[...intervals, ...moments].sort((a, b) => a.start - b.start || b.end - a.end));
      i = last;
    }
    return all;
  }

  private enter(first: number, last: number): void {
    this.words.first = first;
    this.words.last = last;
  }

  private contextAt({ first, last }: Expression, from: number, to: number): Context {
    const { words, today, told, order } = this;
    return {
      today,
      todayIs: 'published',
      told,
      // A time that opens a sentence ("4:30 p.m. The mayor …") is the writer's own.
      isToldNear: first - this.toldAt < TOLD_REACH && (first !== from || this.toldAt === first),
      quarter: first - this.quarterAt < QUARTER_REACH ? this.quarter : null,
      order,
      direction: () => {
        this.enter(from, to);
        return directionOf(words, first, last);
      },
    };
  }

  private read(expression: Expression, sense: Item['sense'], from: number, to: number): void {
    const { today } = this;
    const { first } = expression;
    const context = this.contextAt(expression, from, to);
    const resolved = resolve(sense, context);
    if (resolved.period) {
      this.told = resolved.period;
      this.toldAt = first;
      if (isReported(sense, resolved.period, today)) {
        this.quarter = resolved.period;
        this.quarterAt = first;
      }
    }
    // "For the nine months, … a year earlier": no longer of the quarter.
    if (sense.kind === 'duration' && /^(?:month|year)$/.test(sense.lengths[0].unit)) this.quarter = null;
    this.items.push({ expression, sense, from, to, context, resolved });
  }

  private rereadSpan([start, end]: Span, today: number, quotation: Uint8Array): void {
    const { tokens } = this.words;
    // The items are in order: halving finds the first one in the span.
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens.start[this.items[middle].expression.first] < start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.items.length; i++) {
      const item = this.items[i];
      const { first } = item.expression;
      if (tokens.start[first] >= end) break;
      const isByToday = item.resolved.basis === 'relative:published';
      if (isByToday && quotation[first] !== OUTSIDE_MARKS) {
        item.resolved = resolve(item.sense, { ...item.context, today, todayIs: 'said' });
      }
    }
  }

  private momentOf({ expression: { first, last, mod, why }, sense, resolved }: Item): Moment {
    const { tokens } = this.words;
    const [start, end] = [tokens.start[first], tokens.end[last - 1]];
    const isDated = resolved.type === 'DATE' || resolved.type === 'TIME' || resolved.stretch;
    const known = knownParts(sense);
    return {
      id: momentId(this.document.textSha256, start, end),
      start,
      end,
      text: this.document.text.slice(start, end),
      ...(isDated ? describe(resolved, mod, sideOf(this.document.text, start), this.today) : UNWRITTEN),
      basis: resolved.basis,
      timex: { type: resolved.type, value: resolved.value, mod },
      known,
      implied: impliedParts(known, resolved),
      anchor: null,
      why: resolved.why === null ? why : [...why, resolved.why],
    };
  }

  private intervalsOf(items: readonly Item[], moments: readonly Moment[]): Moment[] {
    this.enter(items[0].from, items[0].to);
    const ends: End[] = items.map(({ expression: { first, last }, resolved }, i) => {
      const { edtf, earliest, latest }: Written = moments[i];
      return {
        first,
        last,
        ...(resolved.clock === null && resolved.period ? endsOf(edtf, earliest, latest) : endsOf(null, null, null)),
        earliest,
        latest,
      };
    });
    const { tokens } = this.words;
    return findIntervals(this.words, ends).map(({ first, last, edtf, earliest, latest, ends: of, why }) => {
      const [start, end] = [tokens.start[first], tokens.end[last - 1]];
      return {
        id: momentId(this.document.textSha256, start, end),
        start,
        end,
        text: this.document.text.slice(start, end),
        edtf,
        earliest,
        latest,
        basis: moments[of.at(-1)!].basis,
        timex: null,
        known: {},
        implied: {},
        anchor: null,
        why: [`interval: ${why}`],
      };
    });
  }
}

/** "9:52 p.m.", "midnight": a time of day that names no day. */
function isTimeOfDay(sense: Sense): boolean {
  return (
    sense.kind === 'calendar' &&
    sense.clock !== undefined &&
    sense.relation === null &&
    Object.keys(sense.parts).length === 0
  );
}

/** Whether a period is the quarter that is being reported on: one that has ended within the year. */
function isReported(sense: Sense, { grain, first }: Period, today: number | null): boolean {
  if (grain !== 'quarter' || sense.kind !== 'calendar' || (sense.steps ?? 0) !== 0) return false;
  return today === null || (lastDay({ grain, first }) < today && first > today - 366);
}

/** "earlier this week" is the part before today, "later this week" that after it. */
function sideOf(text: string, start: number): -1 | 0 | 1 {
  if (/^earlier\b/i.test(text.slice(start, start + 8))) return -1;
  return /^later\b/i.test(text.slice(start, start + 6)) ? 1 : 0;
}

/** What the words themselves say. */
function knownParts(sense: Sense): MomentParts {
  const known: Record<string, number | string> = {};
  if (sense.kind === 'calendar') {
    for (const [part, value] of Object.entries(sense.parts)) {
      if (typeof value === 'number' || typeof value === 'string') known[part] = value;
    }
    if (Object.keys(sense.parts).length === 0 && !sense.clock) known.unit = sense.grain;
    if (sense.relation) known.relation = sense.relation;
  } else if (sense.kind === 'distance') {
    known.unit = sense.unit;
    if (sense.count !== null) known.count = sense.sign * sense.count;
  } else if (sense.kind === 'duration') {
    known.unit = sense.lengths[0].unit;
    if (sense.lengths[0].count !== null) known.count = sense.lengths[0].count;
  }
  if (sense.kind !== 'calendar' && sense.kind !== 'distance') return known;
  if (sense.clock) {
    known.hour = sense.clock.hour;
    if (sense.clock.minute !== null) known.minute = sense.clock.minute;
    if (sense.clock.zone !== null) known.zone = sense.clock.zone;
  }
  if (sense.dayPart) known.dayPart = sense.dayPart;
  return known;
}

/** What follows from the context: the parts of the date that the words do not say. */
function impliedParts(known: MomentParts, { period, other }: Resolved): MomentParts {
  if (!period) return {};
  const { year, month, day } = civilDay(period.first);
  const implied: Record<string, number | string> = {};
  if (known.year !== year) implied.year = year;
  if (other) return implied;
  if (/^(?:month|day|week|weekend)$/.test(period.grain) && known.month !== month) implied.month = month;
  if (/^(?:day|week|weekend)$/.test(period.grain) && known.day !== day) implied.day = day;
  return implied;
}
