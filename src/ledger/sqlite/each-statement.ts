/** Statements with all that is known of them, a version at a time; `why` and the words around come from the reading. */
import type { Reading } from '../../reading/reading.ts';
import type { StatementPart, StatementRecord, VersionScope } from '../ledger.ts';
import type { Database } from './database.ts';
import { eachVersion, type StoredVersion } from './each-version.ts';
import { STATEMENT_WITH_ID } from './entry-tables.ts';
import { readingOf } from './list-articles.ts';
import { type StoredStatement, toPart, toRow } from './statement-row.ts';
import { actorsOf, at, idsOf, momentsOf, placesOf, rowsOf, spansIn } from './stored-entries.ts';

/** UTF-16 units of text that are given on either side of a statement. */
const AROUND = 32;

/**
 * See LedgerReader.eachStatement.
 *
 * @example
 * for (const { id, actor } of eachStatement(database)) console.log(id, actor?.name);
 */
export function* eachStatement(database: Database, scope?: VersionScope): Generator<StatementRecord> {
  for (const version of eachVersion(database, scope)) yield* statementsOf(database, version);
}

/**
 * One statement, of the version named or of the one added first; see LedgerReader.statement.
 *
 * @example
 * findStatement(database, 'stmt_0011223344556677')?.actor;
 */
export function findStatement(database: Database, statementId: string, versionId?: string): StatementRecord | null {
  const row = database.get<{ id: string }>(
    `SELECT version.id FROM version
     WHERE key IN (SELECT version FROM statement WHERE ${STATEMENT_WITH_ID}) AND (?2 IS NULL OR id = ?2) ORDER BY key LIMIT 1`,
    statementId,
    versionId ?? null,
  );
  if (!row) return null;
  const [version] = eachVersion(database, { versionId: row.id });
  return statementsOf(database, version).find(({ id }) => id === statementId)!;
}

function statementsOf(database: Database, version: StoredVersion): StatementRecord[] {
  const rows = rowsOf<StoredStatement>(database, 'statement', version);
  if (rows.length === 0) return [];
  const reading = readingOf(database, version.key);
  const whys = new Map(reading.statements.map(({ id, why }) => [id, why]));
  const actors = actorsOf(database, version);
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  const moments = momentsOf(database, version);
  const places = placesOf(database, version);
  const claims = idsOf(database, 'claim', version);
  const { headline, outlet, published } = version;
  return rows.map((row) => ({
    ...toRow({ ...row, article_id: version.articleId, headline, outlet, published }),
    versionId: version.id,
    textSha256: version.text_sha256,
    byline: version.byline,
    modified: version.modified,
    url: version.url ?? version.captured_url,
    language: version.language,
    capturedAt: version.captured_at,
    engineVersion: version.engineVersion,
    actor: at(actors, row.actor),
    resolution: row.resolution,
    sourceless: row.sourceless,
    parent: at(ids, row.parent),
    relayDepth: row.relay_depth,
    hedges: spansIn(row.hedges),
    certainty: row.certainty,
    said: saidOf(row),
    event: at(moments, row.event),
    place: at(places, row.place),
    claimId: at(claims, row.claim),
    ...around(reading, toPart(row.content_text, row.content_spans) ?? toPart(row.cue_text, row.cue_spans)),
    why: whys.get(row.id) ?? [],
  }));
}

function saidOf(row: StoredStatement): StatementRecord['said'] {
  if (row.said_basis === null) return null;
  return { edtf: row.said_edtf, earliest: row.said_earliest, latest: row.said_latest, basis: row.said_basis };
}

function around({ text }: Reading, part: StatementPart | null): Pick<StatementRecord, 'prefix' | 'suffix'> {
  const [start, end] = part?.spans[0] ?? [0, 0];
  return { prefix: text.slice(Math.max(0, start - AROUND), start), suffix: part ? text.slice(end, end + AROUND) : '' };
}
