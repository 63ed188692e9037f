/**
 * The times of articles on three clocks that are kept apart: when it happened (or is to happen), when it was said, when it was published.
 * Each entry points at a sentence and says whose words they are; a date is a first and a last day, so that an uncertain one is an
 * interval; what has no date is kept, and stands last. Nothing is moved from one clock to another.
 */
import type { RuledBasis } from '../../ledger/entries.ts';
import type { SaidRecord } from '../../ledger/statements.ts';
import { toldMoments } from '../../ledger/told-moments.ts';
import type { Article, Moment, Reading, Said, Statement } from '../../reading/reading.ts';

export type TimelineClock = 'happened' | 'said' | 'published';

/** Whose words an entry is in. */
export interface TimelineVoice {
  /** Id of the statement that holds the words, or is told of; null in the outlet's own voice. */
  readonly statement: string | null;
  /** The source in its own words, or the outlet's name; null where neither is known. */
  readonly words: string | null;
  /** Id and name of the actor that the source is; null where that is open. */
  readonly actor: string | null;
  readonly name: string | null;
}

/** A stretch of an article's text, in UTF-16 units, half-open, and its words. */
export interface TimelineWords {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface TimelineEntry {
  readonly clock: TimelineClock;
  /** EDTF, or null where the words tell of a time that has no date. */
  readonly edtf: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: RuledBasis | null;
  /** "implied" where a source goes on speaking: see `Said`. */
  readonly resolution: 'known' | 'implied' | null;
  /** Id of the moment; null of what is published, and of what was said at no time that is told. */
  readonly moment: string | null;
  /** The words for the time. */
  readonly time: TimelineWords | null;
  /** The sentence that tells of it; null of a publication. */
  readonly sentence: TimelineWords | null;
  readonly voice: TimelineVoice;
  /** Whether it lies after the day of publication. */
  readonly isToCome: boolean;
  /** Whether a person rejected the statement or the time. */
  readonly isRejected: boolean;
}

/** When a statement was said. */
export interface SaidTime extends Pick<Said, 'resolution'> {
  /** Id of the moment that tells it; null where only a person does. */
  readonly moment: string | null;
  /** The date that a person set, in the place of the moment's. */
  readonly ruled?: SaidRecord;
}

/** What entries are made of: a reading, or one that decisions were laid over. */
export interface TimelineSource extends Pick<Reading, 'article' | 'text' | 'blocks' | 'sentences' | 'actors'> {
  /** In order of the text. */
  readonly moments: readonly (Omit<Moment, 'basis'> & { readonly basis: RuledBasis })[];
  readonly statements: readonly (Omit<Statement, 'said'> & { readonly said: SaidTime | null })[];
}

/**
 * All entries of an article, on all clocks, in order of time; those without a date last, in order of the text.
 *
 * @example
 * timelineOf(reading).filter(({ clock }) => clock === 'happened')[0].earliest; // '2026-11-16'
 */
export function timelineOf(reading: TimelineSource): TimelineEntry[] {
  return [...happened(reading), ...said(reading), published(reading.article)].sort(byTime);
}

/**
 * Puts entries in order of time: by their first day, then their last; those without a date last.
 *
 * @example
 * entries.sort(byTime);
 */
export function byTime(a: TimelineEntry, b: TimelineEntry): number {
  const [first, second] = [firstDay(a), firstDay(b)];
  if ((first === null) !== (second === null)) return first === null ? 1 : -1;
  return compare(first ?? '', second ?? '') || compare(a.latest ?? '', b.latest ?? '');
}

/**
 * The day by which an entry stands in order: its first one, or the last one of what is only said to be until then; null without a date.
 *
 * @example
 * firstDay(entry); // '2026-11-16'
 */
export const firstDay = ({ earliest, latest }: TimelineEntry): string | null => earliest ?? latest;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is told of, by the moments that tell it. */
function happened(reading: TimelineSource): TimelineEntry[] {
  const sayings = new Set(reading.statements.map((statement) => statement.said?.moment));
  const sentenceOf = sentenceFinder(reading);
  const voiceOf = voiceFinder(reading);
  return toldMoments(reading, reading.moments, sayings).map((moment): TimelineEntry => {
    const { id, edtf, earliest, latest, basis, start } = moment;
    return {
      ...{ clock: 'happened', edtf, earliest, latest, basis, resolution: null, moment: id },
      time: wordsAt(reading, moment),
      sentence: sentenceOf(start),
      voice: voiceOf(start),
      isToCome: isAfter(earliest ?? latest, reading.article),
      isRejected: false,
    };
  });
}

/** Every statement, also one of which no time is told. */
function said(reading: TimelineSource): TimelineEntry[] {
  const moments = new Map(reading.moments.map((moment) => [moment.id, moment]));
  const sentenceOf = sentenceFinder(reading);
  const names = namesOf(reading);
  return reading.statements.map((statement): TimelineEntry => {
    const ruled = statement.said?.ruled;
    const moment = ruled ? undefined : moments.get(statement.said?.moment ?? '');
    const dated = ruled ?? moment;
    const [start] = (statement.cue ?? statement.content ?? statement.source)!.spans[0];
    return {
      clock: 'said',
      edtf: dated?.edtf ?? null,
      earliest: dated?.earliest ?? null,
      latest: dated?.latest ?? null,
      basis: dated?.basis ?? null,
      resolution: statement.said?.resolution ?? null,
      moment: moment?.id ?? null,
      time: moment ? wordsAt(reading, moment) : null,
      sentence: sentenceOf(start),
      voice: voiceOfStatement(statement, names),
      isToCome: isAfter(dated?.earliest ?? null, reading.article),
      isRejected: false,
    };
  });
}

function published({ published: date, outlet }: Article): TimelineEntry {
  const day = date?.slice(0, 10) ?? null;
  return {
    ...{ clock: 'published', edtf: day, earliest: day, latest: day, basis: null, resolution: null, moment: null },
    ...{
      time: null,
      sentence: null,
      voice: { statement: null, words: outlet, actor: null, name: outlet },
      isToCome: false,
      isRejected: false,
    },
  };
}

const wordsAt = ({ text }: TimelineSource, { start, end }: { start: number; end: number }): TimelineWords => ({
  start,
  end,
  text: text.slice(start, end),
});

function isAfter(earliest: string | null, { published: date }: Article): boolean {
  return earliest !== null && date !== null && earliest.slice(0, 10) > date.slice(0, 10);
}

/** The sentence that holds an offset, found by halving. */
function sentenceFinder(reading: TimelineSource): (offset: number) => TimelineWords | null {
  const { sentences } = reading;
  return (offset) => {
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle].end <= offset) low = middle + 1;
      else high = middle;
    }
    const sentence = sentences[low];
    return sentence !== undefined && sentence.start <= offset ? wordsAt(reading, sentence) : null;
  };
}

/** Whose words stand at an offset: those of the innermost statement whose content holds it, else the outlet's. */
function voiceFinder(reading: TimelineSource): (offset: number) => TimelineVoice {
  const names = namesOf(reading);
  const inwards = [...reading.statements].sort((a, b) => b.relayDepth - a.relayDepth);
  const { outlet } = reading.article;
  return (offset) => {
    const holder = inwards.find(({ content }) =>
      content?.spans.some(([start, end]) => start <= offset && offset < end),
    );
    return holder ? voiceOfStatement(holder, names) : { statement: null, words: outlet, actor: null, name: outlet };
  };
}

const namesOf = ({ actors }: TimelineSource): ReadonlyMap<string, string> =>
  new Map(actors.map(({ id, name }) => [id, name]));

function voiceOfStatement(
  { id, source }: Pick<Statement, 'id' | 'source'>,
  names: ReadonlyMap<string, string>,
): TimelineVoice {
  const actor = source?.actor ?? null;
  return {
    statement: id,
    words: source?.text ?? null,
    actor,
    name: actor === null ? null : (names.get(actor) ?? null),
  };
}
