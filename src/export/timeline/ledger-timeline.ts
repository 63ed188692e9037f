/**
 * The times of a ledger's articles, with decisions laid over them: a date that a person set stands in the place of the engine's. Articles
 * come one by one, the first added first; memory holds one of them.
 */
import type { LaidStatement } from '../../ledger/decisions/laid.ts';
import type { LaidVersion, LedgerReader } from '../../ledger/ledger.ts';
import type { Reading } from '../../reading/reading.ts';
import { findStatements, statementKey } from '../selection/find-statements.ts';
import { type SaidTime, type TimelineEntry, timelineOf } from './timeline.ts';

/** An article of the ledger, and its entries on all clocks. */
export interface ArticleTimeline {
  readonly id: string;
  readonly reading: Reading;
  readonly entries: readonly TimelineEntry[];
}

/**
 * The latest version of each article. With a search: the entries of the statements that it finds, and the publications of their articles.
 *
 * @param ledger a snapshot: it is read several times
 * @throws HearsayError E_INPUT where the search has a mistake.
 * @example
 * for await (const { id, entries } of ledgerTimeline(snapshot, 'act:denied')) entries.length;
 */
export async function* ledgerTimeline(ledger: LedgerReader, query?: string): AsyncGenerator<ArticleTimeline> {
  const wanted = query === undefined ? null : await findStatements(ledger, query);
  for await (const { id, versionId } of ledger.eachArticle()) {
    const laid = (await ledger.laid(id, versionId))!;
    const isFound = (statement: string | null) => statement !== null && wanted!.has(statementKey(id, statement));
    if (wanted && !laid.statements.some((statement) => isFound(statement.id))) continue;
    const entries = timelineOfLaid(laid).filter(
      ({ clock, voice }) => !wanted || clock === 'published' || isFound(voice.statement),
    );
    yield { id, reading: laid.reading, entries };
  }
}

function timelineOfLaid({ reading, statements, actors, moments }: LaidVersion): TimelineEntry[] {
  const read = new Map(reading.statements.map(({ id, said }) => [id, said]));
  const entries = timelineOf({
    ...reading,
    actors,
    moments,
    statements: statements.map((statement) => ({
      ...statement,
      said: saidTime(statement, read.get(statement.id)?.resolution ?? 'known'),
    })),
  });
  const ruledOn = [...statements, ...moments].filter(({ review }) => review?.status === 'rejected');
  const rejected = new Set<string | null>(ruledOn.map(({ id }) => id));
  return entries.map((entry) => ({
    ...entry,
    isRejected: rejected.has(entry.voice.statement) || rejected.has(entry.moment),
  }));
}

function saidTime({ said, saidMoment }: LaidStatement, resolution: SaidTime['resolution']): SaidTime | null {
  if (said?.basis === 'decision') return { moment: saidMoment, resolution: 'known', ruled: said };
  if (saidMoment === null) return null;
  return { moment: saidMoment, resolution, ...(said === null && { ruled: NO_DATE }) };
}

const NO_DATE = { edtf: null, earliest: null, latest: null, basis: 'decision' } as const;
