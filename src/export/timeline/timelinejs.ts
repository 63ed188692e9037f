/**
 * A sheet for TimelineJS (timeline.knightlab.com): a row for each time that is told of, and for each time at which something was said, kept
 * apart by the headline. The dates are the first and the last possible ones; Display Date has the words for what is uncertain.
 */
import type { MomentRecord, StatementRecord } from '../../ledger/ledger.ts';
import { csvLine } from '../csv/csv-line.ts';
import { textFragment } from '../deep-links/text-fragment.ts';
import type { ExportFormat } from '../format.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { anchorOf } from '../text-anchor.ts';
import { xmlText } from '../xml/xml.ts';
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
    if (bom) yield '\uFEFF';
    yield csvLine(COLUMNS);
    for await (const version of selection.versions()) {
      const byId = new Map(version.statements.map((statement) => [statement.id, statement]));
      for (const moment of await version.moments()) {
        if (moment.edtf === null) continue;
        const dates = datesOf(moment.earliest, moment.latest);
        if (!dates) tally.lose('times without a beginning');
        else {
          tally.count++;
          yield row(
            version,
            dates,
            moment.edtf,
            'Told of',
            moment.statement ? byId.get(moment.statement) : undefined,
            moment,
          );
        }
      }
      for (const statement of version.statements) {
        if (!statement.said?.edtf) continue;
        const dates = datesOf(statement.said.earliest, statement.said.latest);
        if (!dates) tally.lose('times without a beginning');
        else {
          tally.count++;
          yield row(version, dates, statement.said.edtf, 'Said', statement);
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
  edtf: string,
  clock: 'Told of' | 'Said',
  statement: StatementRecord | undefined,
  moment?: MomentRecord,
): string {
  const { article, text, sentences } = reading;
  const sentence = moment && sentences.find(({ start, end }) => start <= moment.start && moment.end <= end);
  const span = statement
    ? null
    : sentence
      ? ([sentence.start, sentence.end] as const)
      : ([moment!.start, moment!.end] as const);
  const anchor = anchorOf(text, span ? { spans: [span] } : (statement!.content ?? statement!.cue));
  const words = statement?.content?.text ?? statement?.cue?.text ?? anchor.exact ?? '';
  const outlet = article.outlet ?? 'an outlet that is not named';
  const speaker = statement ? (statement.actor?.name ?? statement.source?.text ?? 'no source given') : outlet;
  const url = article.url ?? version.url;
  const link =
    url === null ? '' : ` <a href="${xmlText(textFragment(url, anchor))}">${xmlText(article.title ?? url)}</a>`;
  const headline = statement ? `${clock}: ${speaker}, in ${outlet}` : `${clock}: ${outlet} asserts`;
  return csvLine([
    ...dates,
    showEdtf(edtf),
    headline,
    `${xmlText(words)}${link}`,
    null,
    null,
    null,
    null,
    null,
    speaker,
    null,
  ]);
}
