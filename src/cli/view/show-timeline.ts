/**
 * The times of an article, for people, in their own order and on three clocks that are kept apart: when it was published, when something was
 * said, and when what is told of happened (or is to happen).
 *
 *   2026-11-16        happened   The gates opened on Monday after the …    ¶2
 *   2026-11-17?       said       statement 3: on Tuesday                   ¶4
 *   2026-11-18        published
 *
 * Dates are in EDTF: "?" is uncertain, "~" about, "/" from … to. What has no date (lengths, "recently") is counted.
 */

import type { Reading, Statement } from '../../reading/reading.ts';
import type { BlockKind } from '../../text/document.ts';
import { displayWidth } from './display-width.ts';
import type { View } from './show-reading.ts';
import { wrapText } from './wrap-text.ts';

/** Times that are shown. */
const TIMES_SHOWN = 12;
const INDENT = '  ';
const LABEL_COLUMNS = 11;
/** Dates longer than this push the words of their row to the right. */
const DATE_COLUMNS = 22;

const HEADS: ReadonlySet<BlockKind> = new Set(['byline', 'dateline', 'credit']);

interface Row {
  /** Sorts the rows. */
  readonly at: string;
  readonly date: string;
  readonly label: 'happened' | 'to come' | 'said' | 'published';
  readonly words: string;
  readonly place: string;
}

/**
 * The timeline, without a newline at the end; empty where the article names no date.
 *
 * @param numbers of the statements by id, as they are shown
 * @param placeOf tells where an offset stands: see `placesIn`
 * @example
 * showTimeline(reading, numbers, placesIn(reading.blocks), { columns: 80, paint: painter(false) });
 */
export function showTimeline(
  reading: Reading,
  numbers: ReadonlyMap<string, number>,
  placeOf: (offset: number) => string,
  view: View,
): string {
  const rows = rowsOf(reading, numbers, placeOf);
  if (rows.length === 0) return '';
  const published = reading.article.published?.slice(0, 10) ?? null;
  if (published !== null) rows.push({ at: published, date: published, label: 'published', words: '', place: '' });
  rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const undated = reading.moments.filter(({ edtf, timex }) => edtf === null && timex !== null).length;
  return [
    view.paint('Timeline', 'bold'),
    ...rows.slice(0, TIMES_SHOWN).map((row) => showRow(row, view)),
    ...note(rows.length - TIMES_SHOWN, undated, view),
  ].join('\n');
}

/** A row for each time that has a date: one of a saying for each statement that it tells of, else one of what is told. */
function rowsOf(reading: Reading, numbers: ReadonlyMap<string, number>, placeOf: (offset: number) => string): Row[] {
  const said = new Map<string, Statement[]>();
  for (const statement of reading.statements) {
    if (statement.said === null) continue;
    const list = said.get(statement.said.moment);
    if (list) list.push(statement);
    else said.set(statement.said.moment, [statement]);
  }
  const published = reading.article.published?.slice(0, 10) ?? null;
  const rows: Row[] = [];
  for (const moment of reading.moments) {
    const { id, edtf, start, end, timex } = moment;
    if (edtf === null || timex === null || timex.type === 'DURATION') continue;
    // The line that says when the article was written tells of nothing that happened.
    if (reading.blocks.some((block) => HEADS.has(block.kind) && block.start <= start && end <= block.end)) continue;
    const at = moment.earliest ?? edtf;
    const place = placeOf(start);
    const statements = said.get(id);
    if (statements) {
      const list = statements.map((statement) => numbers.get(statement.id)).join(', ');
      const noun = statements.length === 1 ? 'statement' : 'statements';
      rows.push({ at, date: edtf, label: 'said', words: `${noun} ${list}: ${moment.text}`, place });
    } else {
      const label = published !== null && at.slice(0, 10) > published ? 'to come' : 'happened';
      rows.push({ at, date: edtf, label, words: wordsAround(reading, start, end), place });
    }
  }
  return rows;
}

/** The words of a time with some of its sentence around it. */
function wordsAround({ text, sentences }: Reading, start: number, end: number): string {
  const sentence = sentences.find((candidate) => candidate.start <= start && end <= candidate.end);
  if (!sentence) return text.slice(start, end);
  const [before, after] = [30, 40];
  const from = Math.max(sentence.start, start - before);
  const to = Math.min(sentence.end, end + after);
  // Cut words are left out.
  const head = from > sentence.start ? `… ${text.slice(from, start).replace(/^\S*\s+/u, '')}` : text.slice(from, start);
  const tail = to < sentence.end ? `${text.slice(end, to).replace(/\s+\S*$/u, '')} …` : text.slice(end, to);
  return `${head}${text.slice(start, end)}${tail}`;
}

function showRow({ date, label, words, place }: Row, { columns, paint }: View): string {
  const dated = date.padEnd(DATE_COLUMNS);
  const named = label.padEnd(LABEL_COLUMNS);
  const width = columns - INDENT.length - dated.length - named.length - 2 - displayWidth(place);
  const [line = '', ...rest] = width > 10 ? wrapText(words, width - 2) : [];
  const shown = rest.length > 0 && !line.endsWith('…') ? `${line} …` : line;
  const right = place === '' ? '' : ' '.repeat(Math.max(1, width - displayWidth(shown) + 1)) + paint(place, 'dim');
  const colour = label === 'said' ? 'cyan' : label === 'published' ? 'dim' : label === 'to come' ? 'yellow' : 'green';
  return `${INDENT}${dated} ${paint(named, colour)}${shown}${right}`.trimEnd();
}

function note(more: number, undated: number, { columns, paint }: View): string[] {
  const parts = [
    ...(more > 0 ? [`${more} more`] : []),
    ...(undated > 0 ? [`${undated} without a date (lengths, “recently”)`] : []),
  ];
  if (parts.length === 0) return [];
  return wrapText(`and ${parts.join(', ')}: see --json`, columns - INDENT.length).map((line) =>
    paint(INDENT + line, 'dim'),
  );
}
