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

import { firstDay, type TimelineEntry, timelineOf } from '../../export/timeline/timeline.ts';
import type { Reading } from '../../reading/reading.ts';
import { displayWidth } from './display-width.ts';
import type { View } from './show-reading.ts';
import { wordsAround } from './words-around.ts';
import { wrapText } from './wrap-text.ts';

/** Times that are shown. */
const TIMES_SHOWN = 12;
const INDENT = '  ';
const LABEL_COLUMNS = 11;
/** Dates longer than this push the words of their row to the right. */
const DATE_COLUMNS = 22;

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

/** A row for each time that has a date: one of a saying for all statements that it tells of, else one of what is told. */
function rowsOf(reading: Reading, numbers: ReadonlyMap<string, number>, placeOf: (offset: number) => string): Row[] {
  const rows: Row[] = [];
  const sayings = new Map<string, TimelineEntry[]>();
  for (const entry of timelineOf(reading)) {
    const { clock, edtf, moment, time, sentence, isToCome } = entry;
    if (edtf === null || time === null || sentence === null || moment === null) continue;
    if (clock === 'said') {
      sayings.set(moment, [...(sayings.get(moment) ?? []), entry]);
      continue;
    }
    rows.push({
      at: firstDay(entry) ?? edtf,
      date: edtf,
      label: isToCome ? 'to come' : 'happened',
      words: wordsAround(sentence, time),
      place: placeOf(time.start),
    });
  }
  for (const entries of sayings.values()) {
    const [{ edtf, time }] = entries;
    const list = entries.map(({ voice }) => numbers.get(voice.statement ?? '')).join(', ');
    const noun = entries.length === 1 ? 'statement' : 'statements';
    const words = `${noun} ${list}: ${time!.text}`;
    rows.push({ at: firstDay(entries[0]) ?? edtf!, date: edtf!, label: 'said', words, place: placeOf(time!.start) });
  }
  return rows;
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
