/**
 * The stage `moments`: the times that an article names, each with what is said and what follows from the context kept apart, as
 * TIMEX3 (TimeML 1.2.1) and as EDTF (ISO 8601-2:2019).
 *
 * Recognisers and refiners (order.ts) find expressions; each is resolved in the order of the text against the day of publication, the
 * time that is being told of, and, inside a quotation, the day on which it was said. What the context does not settle stays open:
 * a publication date never stands in for an event's. Own rules, after the TIMEX3 guidelines; under half a microsecond a token.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Moment, MomentParts, ReadDocument } from '../reading.ts';
import { civilDay, dayNumber, isDay } from './calendar.ts';
import { describe, UNWRITTEN } from './describe.ts';
import { directionOf } from './direction.ts';
import type { Expression, Sense } from './expression.ts';
import { findExpressions } from './find-expressions.ts';
import { momentId } from './moment-id.ts';
import { lastDay, type Period } from './period.ts';
import { type Context, type Resolved, resolve } from './resolve.ts';
import { wordClasses } from './word-classes.ts';
import type { Words } from './words.ts';

/** Tokens after which a quarter that was named is no longer what a comparison is about. */
const QUARTER_REACH = 400;

/**
 * Makes the stage that fills `moments`, in order of the text.
 *
 * @example
 * createMomentReader(lexicon)(document);
 * document.moments[0].edtf; // '2026-11-17'
 */
export function createMomentReader(lexicon: Lexicon): (document: ReadDocument) => void {
  const classes = wordClasses(lexicon);
  return (document) => {
    const { words, sentences } = findExpressions(document.text, document.tokens!, document.sentences!, lexicon, classes);
    const today = dayOf(document.published);
    const reader = new MomentReader(document, words, today);
    for (const { first, last, found } of sentences) {
      words.first = first;
      words.last = last;
      for (const expression of found) reader.read(expression);
    }
    document.moments = reader.moments;
  };
}

/** The day of an ISO date, or null. */
function dayOf(date: string | null | undefined): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(date ?? '');
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  return isDay(year, month, day) ? dayNumber(year, month, day) : null;
}

class MomentReader {
  readonly moments: Moment[] = [];
  private readonly document: ReadDocument;
  private readonly words: Words;
  private readonly today: number | null;
  private told: Period | null = null;
  private quarter: Period | null = null;
  private quarterAt = 0;

  constructor(document: ReadDocument, words: Words, today: number | null) {
    this.document = document;
    this.words = words;
    this.today = today;
  }

  read(expression: Expression): void {
    const { sense, first, last } = expression;
    if (sense.kind === 'nothing') return;
    const { words, today, told } = this;
    const context: Context = {
      today,
      todayIs: 'published',
      told,
      quarter: first - this.quarterAt < QUARTER_REACH ? this.quarter : null,
      direction: () => directionOf(words, first, last),
    };
    const resolved = resolve(sense, context);
    if (resolved.period) {
      this.told = resolved.period;
      if (isReported(sense, resolved.period, today)) {
        this.quarter = resolved.period;
        this.quarterAt = first;
      }
    }
    // "For the nine months, … a year earlier": no longer of the quarter.
    if (sense.kind === 'duration' && /^(?:month|year)$/.test(sense.lengths[0].unit)) this.quarter = null;
    this.moments.push(this.momentOf(expression, sense, resolved));
  }

  private momentOf({ first, last, mod, why }: Expression, sense: Sense, resolved: Resolved): Moment {
    const { tokens } = this.words;
    const [start, end] = [tokens.start[first], tokens.end[last - 1]];
    const written = resolved.type === 'DATE' || resolved.type === 'TIME' || resolved.stretch ? describe(resolved, mod, sideOf(this.words, first), this.today) : UNWRITTEN;
    const known = knownParts(sense);
    return {
      id: momentId(this.document.textSha256, start, end),
      start,
      end,
      text: this.document.text.slice(start, end),
      ...written,
      basis: resolved.basis,
      timex: { type: resolved.type, value: resolved.value, mod },
      known,
      implied: impliedParts(known, resolved),
      why: resolved.why === null ? why : [...why, resolved.why],
    };
  }
}

/** Whether a period is the quarter that is being reported on: one that has ended within the year. */
function isReported(sense: Sense, { grain, first }: Period, today: number | null): boolean {
  if (grain !== 'quarter' || sense.kind !== 'calendar' || (sense.steps ?? 0) !== 0) return false;
  return today === null || (lastDay({ grain, first }) < today && first > today - 366);
}

/** "earlier this week" is the part before today, "later this week" that after it. */
function sideOf(words: Words, first: number): -1 | 0 | 1 {
  const lower = words.lower(first);
  return lower === 'earlier' ? -1 : lower === 'later' ? 1 : 0;
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
  if ((sense.kind === 'calendar' || sense.kind === 'distance') && sense.clock) {
    known.hour = sense.clock.hour;
    if (sense.clock.minute !== null) known.minute = sense.clock.minute;
    if (sense.clock.zone !== null) known.zone = sense.clock.zone;
  }
  if ((sense.kind === 'calendar' || sense.kind === 'distance') && sense.dayPart) known.dayPart = sense.dayPart;
  return known;
}

/** What follows from the context: the parts of the date that the words do not say. */
function impliedParts(known: MomentParts, { period }: Resolved): MomentParts {
  if (!period) return {};
  const { year, month, day } = civilDay(period.first);
  const implied: Record<string, number | string> = {};
  if (known.year !== year) implied.year = year;
  if (/^(?:month|day|week|weekend)$/.test(period.grain) && known.month !== month) implied.month = month;
  if (/^(?:day|week|weekend)$/.test(period.grain) && known.day !== day) implied.day = day;
  return implied;
}
