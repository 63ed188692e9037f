/**
 * The view of a Reading for people: the article's head, each statement in order, who the sources are, what the outlet says in its own voice, what is claimed, which places it names, what was left
 * out, doubts, and a summary.
 *
 *   3  source    Milo Hatch, the port’s director                      ¶5
 *      cue       told reporters
 *      direct ┃  “Nobody may have been told to leave.” …
 *      act       denied · distancing · hedged: may · certainty 0.4
 *
 * Labels and bars carry the meaning; colour repeats it. The bar tells the kinds apart: ┃ the speaker's own words, ┊ the
 * outlet's wording of them, ╏ both in one.
 */

import { actorsOf, namesOf } from '../../reading/actors/who-is.ts';
import { WITHOUT_ASSERTION } from '../../reading/acts/speech-acts.ts';
import type { Reading, Side, Statement, StatementKind } from '../../reading/reading.ts';
import { count } from './count.ts';
import { displayWidth } from './display-width.ts';
import type { Colour, Paint } from './paint.ts';
import { placesIn } from './places-in.ts';
import { showActors, showSource } from './show-actors.ts';
import { showClaims } from './show-claims.ts';
import { showAssertions, showWording } from './show-own-voice.ts';
import { showPlaces } from './show-places.ts';
import { showTimeline } from './show-timeline.ts';
import { wrapText } from './wrap-text.ts';

/** Below this confidence a statement is marked for checking: it is more likely wrong than right. */
export const LOW_CONFIDENCE = 0.5;

/** From this certainty on, nothing is said of it. */
const SOUNDS_CERTAIN = 0.7;

const NUMBER_COLUMNS = 4;
const LABEL_COLUMNS = 9;
/** Number, two spaces, label, bar, a space. */
const GUTTER_COLUMNS = NUMBER_COLUMNS + 2 + LABEL_COLUMNS + 2;
const INDENT = '  ';
const BARS: Readonly<Record<StatementKind, string>> = { direct: '┃', indirect: '┊', mixed: '╏' };
const NONE = '(none)';
/** Left-out blocks that are shown of one reason. */
const LEFT_OUT_SHOWN = 3;

interface Row {
  readonly label: string;
  readonly bar?: string;
  readonly words: string;
  readonly colours: readonly Colour[];
}

export interface View {
  readonly columns: number;
  readonly paint: Paint;
  /** Whether the reasons of each statement stand below it. */
  readonly why?: boolean;
  /** Whether all claims are shown, not only those with figures. */
  readonly claims?: boolean;
}

/**
 * The reading as lines of text, without a newline at the end.
 *
 * @example
 * showReading(reading, { columns: 80, paint: painter(false) });
 */
export function showReading(reading: Reading, view: View): string {
  const numbers = new Map(reading.statements.map(({ id }, position) => [id, position + 1]));
  const placeOf = placesIn(reading.blocks);
  const names = namesOf(reading);
  const parts = [
    showHead(reading, view),
    ...reading.statements.map((statement) =>
      showStatement(statement, { text: reading.text, numbers, names }, placeOf, view),
    ),
    showActors(reading, view),
    showTimeline(reading, numbers, placeOf, view),
    showSides(reading, names, view),
    showAssertions(reading, numbers, placeOf, view),
    showClaims(reading, numbers, placeOf, view),
    showWording(reading, placeOf, view),
    showPlaces(reading.places, placeOf, view),
    showLeftOut(reading, view),
    showWarnings(reading, view),
    view.paint(wrapText(summarise(reading), view.columns).join('\n'), 'bold'),
  ];
  return parts.filter((lines) => lines.length > 0).join('\n\n');
}

/**
 * One line that counts what was found.
 *
 * @example
 * summarise(reading); // '3 statements: 2 direct, 1 indirect · 2 sources, 1 unnamed · 1 without a source'
 */
export function summarise(reading: Reading): string {
  const { statements, leftOut } = reading;
  if (statements.length === 0) return `No statements found · ${count(leftOut.length, 'block')} left out`;
  const kinds = (['direct', 'indirect', 'mixed'] as const)
    .map((kind) => [statements.filter((statement) => statement.kind === kind).length, kind] as const)
    .filter(([number]) => number > 0)
    .map(([number, kind]) => `${number} ${kind}`);
  const ids = new Set(statements.flatMap(actorsOf));
  const unnamed = reading.actors.filter(({ id, type }) => type === 'unnamed' && ids.has(id)).length;
  const open = statements.filter(({ source }) => source !== null && source.actor === null).length;
  const sourceless = statements.filter(({ source }) => source === null).length;
  const low = statements.filter(({ confidence }) => confidence < LOW_CONFIDENCE).length;
  return [
    `${count(statements.length, 'statement')}: ${kinds.join(', ')}`,
    `${count(ids.size, 'source')}${unnamed > 0 ? `, ${unnamed} unnamed` : ''}`,
    ...(open > 0 ? [`${open} with an open source`] : []),
    ...(sourceless > 0 ? [`${sourceless} without a source`] : []),
    ...(low > 0 ? [`${low} to check`] : []),
    ...(leftOut.length > 0 ? [`${count(leftOut.length, 'block')} left out`] : []),
  ].join(' · ');
}

function showHead({ id, article, text }: Reading, { columns, paint }: View): string {
  const title = wrapText(article.title ?? id, columns).map((line) => paint(line, 'bold'));
  const facts = [
    article.outlet,
    article.byline,
    dateFact('published', article.published),
    article.modified !== article.published ? dateFact('modified', article.modified) : null,
    article.credit,
    article.language === 'en' || article.language === null ? null : `language ${article.language}`,
    count(countWords(text), 'word'),
  ].filter((fact) => fact !== null);
  const below = [...wrapText(facts.join(' · '), columns), ...(article.url ? wrapText(article.url, columns) : [])];
  return [...title, ...below.map((line) => paint(line, 'dim'))].join('\n');
}

/** What the statements of a reading share. */
interface Context {
  readonly text: string;
  readonly numbers: ReadonlyMap<string, number>;
  /** Names of the actors by id. */
  readonly names: ReadonlyMap<string, string>;
}

function showStatement(
  statement: Statement,
  { text, numbers, names }: Context,
  placeOf: (offset: number) => string,
  { columns, paint, why }: View,
): string {
  const { source, cue, content, kind, parent, confidence } = statement;
  const outer = parent === null ? undefined : numbers.get(parent);
  const isLow = confidence < LOW_CONFIDENCE;
  const rows: Row[] = [
    {
      label: 'source',
      words: source ? showSource(source, names) : noSource(statement),
      colours: source ? ['bold', 'cyan'] : ['dim'],
    },
    { label: 'cue', words: cue?.text ?? NONE, colours: cue ? ['yellow'] : ['dim'] },
    { label: kind, bar: BARS[kind], words: content?.text ?? NONE, colours: kind === 'direct' ? ['green'] : [] },
    ...actRow(statement, text),
    ...(outer === undefined ? [] : [{ label: 'within', words: `statement ${outer}`, colours: ['dim'] } as const]),
    ...(isLow
      ? [{ label: 'check', words: `low confidence, ${confidence.toFixed(2)}`, colours: ['red'] } as const]
      : []),
    ...(why ? whyRows(statement) : []),
  ];
  const place = placeOf(firstOffset(statement));
  const width = columns - GUTTER_COLUMNS - displayWidth(place) - 1;
  const lines = rows.flatMap(({ label, bar = ' ', words, colours }) =>
    wrapParagraphs(words, width).map((line, position) => ({ label: position === 0 ? label : '', bar, line, colours })),
  );
  const mark = `${isLow ? '?' : ''}${numbers.get(statement.id)}`.padStart(NUMBER_COLUMNS);
  return lines
    .map(({ label, bar, line, colours }, position) => {
      const number = position === 0 ? paint(mark, isLow ? 'red' : 'dim') : ' '.repeat(mark.length);
      const gutter = `${number}  ${paint(label.padEnd(LABEL_COLUMNS), 'dim')}${paint(bar, 'dim')} `;
      const right = position === 0 ? ' '.repeat(width - displayWidth(line) + 1) + paint(place, 'dim') : '';
      return `${gutter}${paint(line, ...colours)}${right}`.trimEnd();
    })
    .join('\n');
}

function noSource({ sourceless }: Statement): string {
  return sourceless === null ? NONE : `(none: left out by ${sourceless === 'passive' ? 'a passive' : 'an adverb'})`;
}

/** Why the engine found the statement, and why it took the source for whom it did, with all whom it weighed. */
function whyRows({ why, source }: Statement): Row[] {
  const weighed = (source?.candidates ?? []).map(
    ({ name, probability }) => `${name} at ${Math.round(100 * probability)} %`,
  );
  const who = [...(source?.why ?? []), ...(source?.actor === null && weighed.length > 0 ? [weighed.join(', ')] : [])];
  return [
    ...(why.length > 0 ? [{ label: 'why', words: why.join(' · '), colours: ['dim'] } as const] : []),
    ...(who.length > 0 ? [{ label: 'why who', words: who.join(' · '), colours: ['dim'] } as const] : []),
  ];
}

/** What a statement does, where that is more than to say it plainly. */
function actRow({ speechAct, stance, negated, hypothetical, hedges, certainty }: Statement, text: string): Row[] {
  const marks = [
    ...(negated ? ['not done'] : []),
    ...(hypothetical ? ['not yet, or supposed'] : []),
    ...(stance === 'neutral' ? [] : [`${stance} cue`]),
    ...(hedges.length > 0 ? [`hedged: ${hedges.map(([start, end]) => text.slice(start, end)).join(', ')}`] : []),
    ...(certainty < SOUNDS_CERTAIN && !negated && !hypothetical && !WITHOUT_ASSERTION.has(speechAct)
      ? [`certainty ${certainty.toFixed(1)}`]
      : []),
  ];
  if (speechAct === 'said' && marks.length === 0) return [];
  const colour = negated || hypothetical || stance === 'distancing' ? 'yellow' : 'dim';
  return [{ label: 'act', words: [speechAct, ...marks].join(' · '), colours: [colour] }];
}

/** Sides that were approached without an answer, and those that are accused and not heard; the others speak above. */
function showSides({ sides }: Reading, names: ReadonlyMap<string, string>, { columns, paint }: View): string {
  const ofStatus = (status: Side['status'], title: string): string[] => {
    const found = sides.filter((side) => side.status === status);
    if (found.length === 0) return [];
    const lines = found.flatMap(({ text, actor, cue }) =>
      wrapText(
        `${sideName(text, actor === null ? undefined : names.get(actor))}: ${cue.text}`,
        columns - INDENT.length,
      ).map((line) => INDENT + line),
    );
    return [[paint(title, 'bold'), ...lines].join('\n')];
  };
  return [...ofStatus('approached', 'Approached, no answer'), ...ofStatus('absent', 'Accused, not heard')].join('\n\n');
}

/** The words for a side; who that is where they do not name it: "He = Josef Marek". */
function sideName(text: string, name: string | undefined): string {
  return name === undefined || text.toLowerCase().includes(name.toLowerCase()) ? text : `${text} = ${name}`;
}

function firstOffset({ source, cue, content }: Statement): number {
  return Math.min(...[source, cue, content].map((role) => role?.spans[0]?.[0] ?? Number.POSITIVE_INFINITY));
}

function showLeftOut({ leftOut }: Reading, { columns, paint }: View): string {
  if (leftOut.length === 0) return '';
  const reasons = new Map<string, string[]>();
  for (const { reason, text } of leftOut) {
    const texts = reasons.get(reason);
    if (texts) texts.push(text);
    else reasons.set(reason, [text]);
  }
  const lines = [...reasons].flatMap(([reason, texts]) => [
    ...wrapText(`${reason} (${texts.length})`, columns - INDENT.length).map((line) => INDENT + line),
    ...texts.slice(0, LEFT_OUT_SHOWN).map((text) => INDENT + INDENT + shorten(text, columns - 2 * INDENT.length)),
    ...(texts.length > LEFT_OUT_SHOWN
      ? [`${INDENT}${INDENT}and ${texts.length - LEFT_OUT_SHOWN} more: see --json`]
      : []),
  ]);
  return [paint('Left out', 'bold'), ...lines.map((line) => paint(line, 'dim'))].join('\n');
}

function showWarnings({ warnings }: Reading, { columns, paint }: View): string {
  if (warnings.length === 0) return '';
  const lines = warnings.flatMap(({ code, message }) =>
    wrapText(`${message} (${code})`, columns - INDENT.length).map((line) => paint(INDENT + line, 'yellow')),
  );
  return [paint('Warnings', 'bold'), ...lines].join('\n');
}

function wrapParagraphs(text: string, columns: number): string[] {
  return text.split(/\n\s*\n/u).flatMap((paragraph) => wrapText(paragraph, columns));
}

function shorten(text: string, columns: number): string {
  const [line, ...rest] = wrapText(text.slice(0, 4 * columns), columns - 2);
  return rest.length > 0 ? `${line} …` : line;
}

function dateFact(name: string, date: string | null): string | null {
  return date === null ? null : `${name} ${date}`;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
}
