/**
 * A sheet for TimelineJS (timeline.knightlab.com): a row for each time that is told of, and for each time at which something was said, kept
 * apart by the headline. The dates are the first and the last possible ones; Display Date has the words for what is uncertain.
 */
import { BYTE_ORDER_MARK, csvLine } from '../csv/csv-line.ts';
import { textFragment } from '../deep-links/text-fragment.ts';
import type { ExportFormat } from '../format.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { xmlText } from '../xml/xml.ts';
import { type DatedRow, datedRows } from './dated-rows.ts';
import { showEdtf } from './show-edtf.ts';

const COLUMNS = [
  ...[
    'Year',
    'Month',
    'Day',
    'Time',
    'End Year',
    'End Month',
    'End Day',
    'End Time',
    'Display Date',
    'Headline',
    'Text',
  ],
  ...['Media', 'Media Credit', 'Media Caption', 'Media Thumbnail', 'Type', 'Group', 'Background'],
];

export const timelinejs: ExportFormat = {
  name: 'timelinejs',
  description: 'a sheet for TimelineJS: what happened when, and what was said when',
  ending: '.csv',
  mediaType: 'text/csv',
  isLossless: false,
  unit: 'moments',
  leavesOut: ['statements without a time', 'spans and offsets', 'EDTF but for its words'],
  kind: 'stream',
  async *stream({ selection, tally, bom }) {
    if (bom) yield BYTE_ORDER_MARK;
    yield csvLine(COLUMNS);
    for await (const version of selection.versions()) {
      for (const dated of await datedRows(version)) {
        const dates = datesOf(dated.earliest, dated.latest);
        if (!dates) tally.lose('times without a beginning and an end');
        else {
          tally.count++;
          yield row(version, dates, dated);
        }
      }
    }
  },
};

type Parts = readonly (string | null)[];

/** Eight cells; null where no day is the first or the last one. */
function datesOf(earliest: string | null, latest: string | null): Parts | null {
  const start = earliest ?? latest;
  if (start === null) return null;
  const end = latest === null || latest === start ? [null, null, null, null] : partsOf(latest);
  return [...partsOf(start), ...end];
}

function partsOf(date: string): Parts {
  const [, year = null, month = null, day = null, time = null] =
    /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}(?::\d{2})?))?/.exec(date) ?? [];
  return [year, month, day, time];
}

function row(
  { reading, version }: SelectedVersion,
  dates: Parts,
  { edtf, clock, statement, words, anchor }: DatedRow,
): string {
  const { article } = reading;
  const outlet = article.outlet ?? 'an outlet that is not named';
  const speaker = statement ? (statement.actor?.name ?? statement.source?.text ?? 'no source given') : outlet;
  const url = article.url ?? version.url;
  const link =
    url === null ? '' : ` <a href="${xmlText(textFragment(url, anchor))}">${xmlText(article.title ?? url)}</a>`;
  const named = clock === 'said' ? 'Said' : 'Told of';
  const headline = statement ? `${named}: ${speaker}, in ${outlet}` : `${named}: ${outlet} asserts`;
  return csvLine([
    ...dates,
    showEdtf(edtf),
    headline,
    // Without its cue a denial would read as what was said.
    `${xmlText(statement?.content && statement.cue ? `${statement.cue.text}: ${words}` : words)}${link}`,
    null,
    null,
    null,
    null,
    null,
    speaker,
    null,
  ]);
}
