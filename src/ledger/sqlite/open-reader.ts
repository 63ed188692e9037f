/** What can be asked of one connection to a ledger file, as the contract has it: the ledger's own, and that of a snapshot. */
import { DatabaseSync } from 'node:sqlite';
import type { LedgerReader, LedgerSnapshot } from '../ledger.ts';
import { hasCapture } from './add-reading.ts';
import { Database } from './database.ts';
import { eachStatement, findStatement } from './each-statement.ts';
import { eachReading, eachVersion, type StoredVersion } from './each-version.ts';
import { failing, withLedgerErrors } from './failures.ts';
import { findHolder, findLaid } from './find-laid.ts';
import { eachDecision, findDecision } from './keep-decisions.ts';
import { eachFailure, listIntakeSources, listRemovals, listRuns, listSavedSearches } from './keep-records.ts';
import { eachArticle, findArticle, findArticlesAt, findReading, listArticles } from './list-articles.ts';
import { findActor } from './search/find-actor.ts';
import { listActors } from './search/list-actors.ts';
import { searchArticles } from './search/search-articles.ts';
import { openSearchIndex } from './search/search-index.ts';
import { searchStatements } from './search/search-statements.ts';
import { actorsOf, assertionsOf, claimsOf, momentsOf, placesOf } from './stored-entries.ts';

/**
 * Answers questions through `database`; each stream reads through a connection that `stream` opens for it.
 *
 * @example
 * const reader = openReader(path, database, (rows) => rows(database));
 */
export function openReader(path: string, database: Database, stream: Streaming): LedgerReader {
  const index = openSearchIndex(database);
  const answer = async <Result>(work: () => Result): Promise<Result> => withLedgerErrors(path, work);
  return {
    articles: () => answer(() => listArticles(database)),
    article: (articleId) => answer(() => findArticle(database, articleId)),
    articlesAt: (address) => answer(() => findArticlesAt(database, address)),
    reading: (articleId, versionId) => answer(() => findReading(database, articleId, versionId)),
    hasCapture: (capture, engine) => answer(() => hasCapture(database, capture, engine)),
    statements: (query = {}) => answer(() => searchStatements(index, query)),
    actors: (query = {}) => answer(() => listActors(index, query)),
    actor: (whoId) => answer(() => findActor(index, whoId)),
    searchArticles: (query) => answer(() => searchArticles(index, query)),
    statement: (statementId, versionId) => answer(() => findStatement(database, statementId, versionId)),
    eachArticle: () => stream(eachArticle),
    eachReading: (scope) => stream((from) => eachReading(from, scope)),
    eachStatement: (scope) => stream((from) => eachStatement(from, scope)),
    eachActor: (scope) => stream((from) => eachEntry(from, scope, (version) => actorsOf(from, version).values())),
    eachAssertion: (scope) => stream((from) => eachEntry(from, scope, (version) => assertionsOf(from, version))),
    eachMoment: (scope) => stream((from) => eachEntry(from, scope, (version) => momentsOf(from, version).values())),
    eachPlace: (scope) => stream((from) => eachEntry(from, scope, (version) => placesOf(from, version).values())),
    eachClaim: (scope) => stream((from) => eachEntry(from, scope, (version) => claimsOf(from, version))),
    eachDecision: () => stream(eachDecision),
    decision: (decisionId) => answer(() => findDecision(database, decisionId)),
    laid: (articleId, versionId) => answer(() => findLaid(database, articleId, versionId)),
    holderOf: (entryId) => answer(() => findHolder(database, entryId)),
    removals: () => answer(() => listRemovals(database)),
    intakeSources: () => answer(() => listIntakeSources(database)),
    savedSearches: () => answer(() => listSavedSearches(database)),
    runs: () => answer(() => listRuns(database)),
    eachFailure: (runId) => stream((from) => eachFailure(from, runId)),
  };
}

/** Turns rows of a connection into a stream. */
export type Streaming = <Row>(rows: (database: Database) => Iterable<Row>) => AsyncIterable<Row>;

/**
 * A stream over a connection of its own, which sees the ledger as it is when the first row is asked for, and is closed when the
 * last one was given or the reader leaves.
 *
 * @example
 * const stream = streamFromSnapshot(path);
 */
export function streamFromSnapshot(path: string): Streaming {
  return async function* <Row>(rows: (database: Database) => Iterable<Row>) {
    const database = withLedgerErrors(path, () => openSnapshotDatabase(path));
    try {
      yield* failing(path, rows(database));
    } finally {
      database.handle.close();
    }
  };
}

/**
 * See Ledger.snapshot.
 *
 * @throws HearsayError E_LEDGER
 * @example
 * const snapshot = openSnapshot(path);
 */
export function openSnapshot(path: string): LedgerSnapshot {
  const database = withLedgerErrors(path, () => openSnapshotDatabase(path));
  let isOpen = true;
  return {
    ...openReader(path, database, async function* (rows) {
      yield* failing(path, rows(database));
    }),
    close: async () => {
      if (isOpen) database.handle.close();
      isOpen = false;
    },
  };
}

function openSnapshotDatabase(path: string): Database {
  const handle = new DatabaseSync(path, { readOnly: true });
  // Begins with the first thing that is read.
  handle.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
  return new Database(handle);
}

function* eachEntry<Row>(
  database: Database,
  scope: Parameters<typeof eachVersion>[1],
  entriesOf: (version: StoredVersion) => Iterable<Row>,
): Generator<Row> {
  for (const version of eachVersion(database, scope)) yield* entriesOf(version);
}
