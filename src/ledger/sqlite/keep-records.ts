/** What a ledger remembers beside articles and decisions: sources of intake, saved searches, runs and failures. */
import type { Failure, IntakeSource, Removal, Run, SavedSearch } from '../ledger.ts';
import type { Database } from './database.ts';

/** See Ledger.putIntakeSource. */
export function putIntakeSource(database: Database, source: IntakeSource): void {
  database.run(
    'INSERT OR REPLACE INTO intake_source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    source.address,
    source.kind,
    source.title,
    JSON.stringify(source.groups),
    JSON.stringify(source.attributes),
    source.etag,
    source.lastModified,
    source.addedAt,
    source.checkedAt,
    source.dueAt,
    source.failures,
  );
}

/** See LedgerReader.intakeSources. */
export function listIntakeSources(database: Database): IntakeSource[] {
  type Stored = Omit<IntakeSource, 'groups' | 'attributes'> & Record<'groups' | 'attributes', string>;
  return database
    .all<Stored>(
      `SELECT address, kind, title, groups, attributes, etag, last_modified AS lastModified, added_at AS addedAt,
         checked_at AS checkedAt, due_at AS dueAt, failures FROM intake_source ORDER BY address`,
    )
    .map((source) => ({
      ...source,
      groups: JSON.parse(source.groups),
      attributes: JSON.parse(source.attributes),
    }));
}

/** See Ledger.putSavedSearch. */
export function putSavedSearch(database: Database, { name, query, savedAt }: SavedSearch): void {
  database.run('INSERT OR REPLACE INTO saved_search VALUES (?, ?, ?)', name, query, savedAt);
}

/** See LedgerReader.savedSearches. */
export function listSavedSearches(database: Database): SavedSearch[] {
  return database.all('SELECT name, query, saved_at AS savedAt FROM saved_search ORDER BY name');
}

/** See Ledger.putRun. Not replaced but updated: failures belong to it. */
export function putRun(database: Database, run: Run): void {
  database.run(
    `INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, what = excluded.what,
       started_at = excluded.started_at, ended_at = excluded.ended_at, engine = excluded.engine, counts = excluded.counts`,
    run.id,
    run.kind,
    run.what,
    run.startedAt,
    run.endedAt,
    run.engine,
    JSON.stringify(run.counts),
  );
}

/** See LedgerReader.runs. */
export function listRuns(database: Database): Run[] {
  return database
    .all<Omit<Run, 'counts'> & { counts: string }>(
      `SELECT id, kind, what, started_at AS startedAt, ended_at AS endedAt, engine, counts FROM run
       ORDER BY started_at DESC, id`,
    )
    .map((run) => ({ ...run, counts: JSON.parse(run.counts) }));
}

/** See Ledger.addFailure. */
export function addFailure(database: Database, { runId, what, code, why, at }: Failure): void {
  database.run('INSERT INTO failure (run, what, code, why, at) VALUES (?, ?, ?, ?, ?)', runId, what, code, why, at);
}

/** See LedgerReader.eachFailure. */
export function eachFailure(database: Database, runId?: string): IterableIterator<Failure> {
  return database.iterate(
    'SELECT run AS runId, what, code, why, at FROM failure WHERE ?1 IS NULL OR run = ?1 ORDER BY key',
    runId ?? null,
  );
}

/** See LedgerReader.removals. */
export function listRemovals(database: Database): Removal[] {
  return database
    .all<Omit<Removal, 'textSha256'> & { textSha256: string }>(
      `SELECT article_id AS articleId, address, headline, text_sha256 AS textSha256, decisions, at, why FROM removal
       ORDER BY key`,
    )
    .map((removal) => ({ ...removal, textSha256: JSON.parse(removal.textSha256) }));
}
