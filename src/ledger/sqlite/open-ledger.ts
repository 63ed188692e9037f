/**
 * A ledger in one SQLite file, through Node's own driver: no native build, no server. Write-ahead logging lets the page
 * read while an intake writes; one transaction an article means that an interrupted intake loses nothing that was kept.
 * Cost: adding is linear in the article; a query reads every statement of the ledger once.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HearsayError } from '../../text/errors.ts';
import type { Ledger } from '../ledger.ts';
import { addReading } from './add-reading.ts';
import { withLedgerErrors } from './failures.ts';
import { findArticle, findReading, listArticles } from './list-articles.ts';
import { listStatements } from './list-statements.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** How long a statement waits for another program's write before it gives up. */
const LOCK_WAIT_MS = 5000;

export interface OpenOptions {
  /** Whether a ledger is made where there is none; default true. */
  readonly create?: boolean;
  /** How long to wait for another program's write, in milliseconds. */
  readonly lockWaitMs?: number;
  /** How many pages of 4 KiB the file may grow to; by default as many as the disk holds. */
  readonly highestPages?: number;
}

/**
 * Opens the ledger at `path`, and makes one where there is none.
 *
 * @throws HearsayError E_LEDGER where the file is not a ledger, is one of a newer Hearsay, is locked, or cannot be opened
 * or made.
 * @example
 * const ledger = openLedger('hearsay.db');
 * ledger.addReading(reading, { path: 'a.html', addedAt: new Date().toISOString(), bytesSha256 });
 * ledger.close();
 */
export function openLedger(path: string, options: OpenOptions = {}): Ledger {
  const { create = true, lockWaitMs = LOCK_WAIT_MS, highestPages } = options;
  checkPath(path, create);
  const database = withLedgerErrors(path, () => openDatabase(path, lockWaitMs));
  if (highestPages !== undefined) database.exec(`PRAGMA max_page_count = ${highestPages}`);
  let isOpen = true;
  const using = <Result>(work: () => Result): Result => withLedgerErrors(path, work);
  return {
    path,
    addReading: (reading, capture) => using(() => addReading(database, reading, capture)),
    articles: () => using(() => listArticles(database)),
    article: (articleId) => using(() => findArticle(database, articleId)),
    reading: (articleId, versionId) => using(() => findReading(database, articleId, versionId)),
    statements: (query = {}) => using(() => listStatements(database, query)),
    close: () => {
      if (isOpen) database.close();
      isOpen = false;
    },
  };
}

function checkPath(path: string, create: boolean): void {
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) {
      throw new HearsayError('E_LEDGER', `${path} is a folder: give a file with --ledger, such as ${path}/hearsay.db.`);
    }
    return;
  }
  if (!create) {
    throw new HearsayError(
      'E_LEDGER',
      `There is no ledger at ${path}: make one with hearsay add PATH --ledger ${path}.`,
    );
  }
  const folder = dirname(resolve(path));
  if (!existsSync(folder)) {
    throw new HearsayError('E_LEDGER', `The folder ${folder} does not exist: make it, or give another --ledger.`);
  }
}

function openDatabase(path: string, lockWaitMs: number): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: lockWaitMs, enableForeignKeyConstraints: true });
  try {
    prepareFile(database, path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareFile(database: DatabaseSync, path: string): void {
  if (pragma(database, 'application_id') !== APPLICATION_ID) {
    refuseForeignFile(database, path);
    database.exec('PRAGMA journal_mode = WAL');
    makeTables(database);
  }
  const version = pragma(database, 'user_version');
  if (version !== SCHEMA_VERSION) {
    throw new HearsayError(
      'E_LEDGER',
      version > SCHEMA_VERSION
        ? `${path} was written by a newer Hearsay: install the latest version to open it.`
        : `${path} was written by an older Hearsay: add the articles again to a new file with --ledger.`,
    );
  }
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
}

/** A database with tables that are not ours is somebody else's file. */
function refuseForeignFile(database: DatabaseSync, path: string): void {
  const { count } = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as { count: number };
  if (count > 0 || pragma(database, 'application_id') !== 0) {
    throw new HearsayError('E_LEDGER', `${path} is a database, but not a ledger: give another file with --ledger.`);
  }
}

/** Two programs may make the same ledger at once: the one that comes second finds the tables made. */
function makeTables(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    if (pragma(database, 'application_id') !== APPLICATION_ID) {
      database.exec(SCHEMA);
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
    }
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function pragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[0];
}
