/**
 * A timeline as CSV (RFC 4180): a row an entry, uncertain dates as a first and a last day, with what an entry points at.
 */
import type { Article } from '../../reading/reading.ts';
import { csvLine } from '../csv/csv-line.ts';
import type { TimelineEntry } from './timeline.ts';

/** An entry, and the article that it is of. */
export interface DatedEntry extends TimelineEntry {
  readonly article: Pick<Article, 'title' | 'outlet' | 'published'> & { readonly id: string };
  /** Where in it the words stand, as a reader would count: "¶3". */
  readonly place: string;
}

const COLUMNS: Readonly<Record<string, (entry: DatedEntry) => string | number | null>> = {
  clock: ({ clock }) => clock,
  edtf: ({ edtf }) => edtf,
  from: ({ earliest }) => earliest,
  to: ({ latest }) => latest,
  basis: ({ basis }) => basis,
  resolution: ({ resolution }) => resolution,
  time: ({ time }) => time?.text ?? null,
  sentence: ({ sentence }) => sentence?.text ?? null,
  voice: ({ voice, clock }) => (clock === 'published' ? null : voice.statement === null ? 'outlet' : 'source'),
  source: ({ voice }) => voice.words,
  actor: ({ voice }) => voice.name,
  statement_id: ({ voice }) => voice.statement,
  moment_id: ({ moment }) => moment,
  place: ({ place }) => place,
  start: ({ sentence }) => sentence?.start ?? null,
  end: ({ sentence }) => sentence?.end ?? null,
  article_id: ({ article }) => article.id,
  headline: ({ article }) => article.title,
  outlet: ({ article }) => article.outlet,
  published_at: ({ article }) => article.published,
  review_status: ({ isRejected }) => (isRejected ? 'rejected' : null),
};

/**
 * The entries as CSV, with a line of column names, each line ended by CR LF.
 *
 * @example
 * timelineCsv([]).split(',')[0]; // 'clock'
 */
export function timelineCsv(entries: readonly DatedEntry[]): string {
  const rows = entries.map((entry) => Object.values(COLUMNS).map((read) => read(entry)));
  return [Object.keys(COLUMNS), ...rows].map(csvLine).join('');
}
