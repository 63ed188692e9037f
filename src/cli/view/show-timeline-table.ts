/**
 * A timeline of several articles on one clock, for people: two lines an entry, the date with the sentence around the time, and below it
 * whose words these are and where they stand.
 *
 *   2026-04-13 – 2026-04-14   … sank between late on Monday and early on Tuesday …
 *                             outlet · The Halyard, 2026-04-15 ¶3
 */
import { firstDay, type TimelineClock, type TimelineEntry } from '../../export/timeline/timeline.ts';
import type { DatedEntry } from '../../export/timeline/timeline-csv.ts';
import type { View } from './show-reading.ts';
import { wordsAround } from './words-around.ts';
import { wrapText } from './wrap-text.ts';

/** Two days with a dash between them, and two spaces. */
const DATE_COLUMNS = 25;
const NARROW_DATE_COLUMNS = 12;
/** Below so many columns the words stand under the date. */
const NARROW = 60;
const UNDATED: Readonly<Record<TimelineClock, string>> = {
  happened: 'Without a date',
  said: 'No time is told',
  published: 'Day of publication not known',
};

/**
 * The table, without a newline at the end.
 *
 * @example
 * showTimelineTable(entries, 'happened', { columns: 80, paint: painter(false) });
 */
export function showTimelineTable(entries: readonly DatedEntry[], clock: TimelineClock, view: View): string {
  if (entries.length === 0) return `No times found on this clock (${clock}).`;
  const dated = entries.filter((entry) => firstDay(entry) !== null);
  const undated = entries.filter((entry) => firstDay(entry) === null);
  return [
    ...dated.flatMap((entry) => showEntry(entry, view)),
    ...(undated.length > 0 ? [view.paint(`${UNDATED[clock]} (${undated.length})`, 'bold')] : []),
    ...undated.flatMap((entry) => showEntry(entry, view)),
  ].join('\n');
}

function showEntry(entry: DatedEntry, view: View): string[] {
  const { columns, paint } = view;
  const isUndated = firstDay(entry) === null;
  const gutter = isUndated ? 2 : columns < NARROW ? NARROW_DATE_COLUMNS : DATE_COLUMNS;
  const date = isUndated ? '' : showDates(entry);
  const indent = ' '.repeat(gutter);
  const words = firstLines(wordsOf(entry), Math.max(20, columns - gutter));
  const below = wrapText(belowOf(entry), Math.max(20, columns - gutter));
  const isBeside = date.length < gutter;
  return [
    ...(isBeside ? [] : [paint(date, 'bold')]),
    ...words.map((line, n) => (n === 0 && isBeside ? paint(date.padEnd(gutter), 'bold') : indent) + line),
    ...below.map((line) => indent + paint(line, entry.voice.statement === null ? 'yellow' : 'cyan')),
  ];
}

/** Two lines of the words, with "…" where there are more. */
function firstLines(words: string, columns: number): string[] {
  const [first = '', second, third] = wrapText(words, columns);
  if (second === undefined) return [first];
  if (third === undefined) return [first, second];
  return [first, second.length < columns - 1 ? `${second} …` : `${second.replace(/\s*\S+$/u, '')} …`];
}

/** "2026-04-13 – 2026-04-14", or one day; the signs of EDTF for what is uncertain ("?") or about ("~") behind it. */
function showDates({ edtf, earliest, latest }: TimelineEntry): string {
  const [from, to] = [short(earliest ?? ''), short(latest ?? '')];
  const sign = /[?~%]/.exec(edtf ?? '')?.[0] ?? '';
  if (latest === null) return `from ${from}${sign}`;
  if (earliest === null) return `until ${to}${sign}`;
  return `${from === to ? from : `${from} – ${to}`}${sign}`;
}

/** Without seconds that nobody named. */
const short = (date: string): string => date.replace('T', ' ').replace(/(\d\d:\d\d):00/, '$1');

function wordsOf({ clock, time, sentence, article }: DatedEntry): string {
  if (clock === 'published') return article.title ?? article.id;
  if (sentence === null) return time?.text ?? '';
  const at = time !== null && time.start >= sentence.start && time.end <= sentence.end ? time : sentence;
  return wordsAround(sentence, at);
}

function belowOf({ clock, voice, resolution, article, place, isToCome, isRejected }: DatedEntry): string {
  const outlet = article.outlet ?? article.id;
  if (clock === 'published') return outlet;
  const isOther = voice.name !== null && voice.words !== null && !voice.words.includes(voice.name);
  const who = voice.statement === null ? 'outlet' : `${voice.words ?? 'no source'}${isOther ? ` = ${voice.name}` : ''}`;
  const where = [outlet, article.published?.slice(0, 10)].filter((part) => part !== undefined).join(', ');
  return [
    who,
    ...(resolution === 'implied' ? ['(goes on)'] : []),
    ...(isToCome ? ['to come'] : []),
    ...(isRejected ? ['rejected'] : []),
    `${where} ${place}`,
  ].join(' · ');
}
