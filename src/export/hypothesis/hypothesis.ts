/**
 * Statements as a Hypothesis export file, which the Hypothesis client imports ("Import annotations"): the content is highlighted, the note
 * tells source and cue, tags tell kind and act. Hypothesis has one target an annotation: the parts of a split content are annotations
 * of their own.
 */
import type { StatementRecord } from '../../ledger/ledger.ts';
import type { ExportFormat } from '../format.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { lossNote, type Tally } from '../tally.ts';
import { anchorSpan } from '../text-anchor.ts';
import { urnOf } from '../urn.ts';

const LEFT_OUT = [
  'where source and cue stand',
  'times, places and claims',
  'what the outlets assert themselves',
  'certainty and hedges',
];

/** Whose the annotations are as long as nobody imported them. */
export const HYPOTHESIS_USER = 'acct:hearsay@localhost';

export const hypothesis: ExportFormat = {
  name: 'hypothesis',
  description: 'statements as a file that the Hypothesis client imports',
  ending: '.json',
  mediaType: 'application/json',
  isLossless: false,
  unit: 'statements',
  leavesOut: LEFT_OUT,
  kind: 'stream',
  async *stream({ selection, tally, at, engineVersion }) {
    const user = HYPOTHESIS_USER;
    yield `{"export_date":"${at}","export_userid":"${user}","client_version":"hearsay ${engineVersion}","annotations":[`;
    let before = '\n';
    for await (const version of selection.versions()) {
      for (const statement of version.statements) {
        tally.count++;
        for (const annotation of annotationsOf(version, statement, user, tally)) {
          yield `${before}${JSON.stringify(annotation)}`;
          before = ',\n';
        }
      }
    }
    yield `\n],"hearsay_loss":${JSON.stringify(lossNote(LEFT_OUT, tally.losses))}}\n`;
  },
};

function annotationsOf(
  { version, reading, readAt }: SelectedVersion,
  statement: StatementRecord,
  user: string,
  tally: Tally,
) {
  const { article, text } = reading;
  const uri = article.url ?? version.url;
  if (uri === null) tally.lose('the address of articles that have none');
  const part = statement.content ?? statement.cue ?? statement.source;
  const spans = part?.spans ?? [];
  return spans.map((span, position) => {
    const { start, end, exact, prefix, suffix } = anchorSpan(text, span);
    const source = uri ?? urnOf(version.id);
    return {
      id: spans.length === 1 ? statement.id : `${statement.id}.${position + 1}`,
      created: readAt,
      updated: readAt,
      user,
      uri: source,
      group: '__world__',
      permissions: { read: ['group:__world__'] },
      document: { title: [article.title ?? source] },
      text: [
        ...noteHead(statement, position, spans.length),
        ...(statement.review?.note ? [statement.review.note] : []),
      ].join('\n'),
      tags: [statement.kind, `act:${statement.speechAct}`, ...(statement.review?.tags ?? [])],
      references: [],
      target: [
        {
          source,
          selector: [
            { type: 'TextPositionSelector', start, end },
            { type: 'TextQuoteSelector', exact, prefix, suffix },
          ],
        },
      ],
    };
  });
}

/**
 * The lines with which the note of an annotation begins.
 *
 * @param position of the part among those of a split content, from 0
 * @example
 * noteHead(statement, 0, 1); // ['Source: the port', 'Cue: said']
 */
export function noteHead({ source, cue, actor }: StatementRecord, position: number, parts: number): string[] {
  const named = source === null ? 'no source given' : source.text;
  const who = actor !== null && actor.name !== source?.text ? ` (${actor.name})` : '';
  return [
    `Source: ${named}${who}`,
    ...(cue ? [`Cue: ${cue.text}`] : []),
    ...(parts > 1 ? [`Part ${position + 1} of ${parts}`] : []),
  ];
}
