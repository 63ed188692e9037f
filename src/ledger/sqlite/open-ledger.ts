/**
 * A ledger in one SQLite file, through Node's own driver: no native build, no server. Write-ahead logging lets the page
 * read while an intake writes; what was acknowledged is on the disk (synchronous FULL), so that neither a kill nor a power
 * cut takes it back. Cost: adding is linear in the article.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HearsayError } from '../../text/errors.ts';
import type { Ledger } from '../ledger.ts';
import { addReading, addSighting, replaceReading } from './add-reading.ts';
import { backUp } from './back-up.ts';
import { Database } from './database.ts';
import { ledgerError, withLedgerErrors } from './failures.ts';
import { addDecisions } from './keep-decisions.ts';
import { addFailure, putIntakeSource, putRun, putSavedSearch } from './keep-records.ts';
import { APPLICATION_ID, KEPT_TABLES, SCHEMA_VERSION } from './kept-tables.ts';
import { makeEntryTables } from './make-entries.ts';
import { migrate } from './migrations/migrate.ts';
import { openReader, openSnapshot, streamFromSnapshot } from './open-reader.ts';
import { removeArticle } from './remove-article.ts';
import { refreshSearch } from './search/refresh-search.ts';

/** How long a statement waits for another program's write before it gives up. */
const LOCK_WAIT_MS = 5000;

/** Pages held in memory: ids are hashes, so that rows of one article touch pages all over their index. */
const CACHE_KIB = 32 * 1024;

/**
 * A page of a new file. Packed readings take some 4 KB: of pages of that size, each would leave most of one empty. Ledgers that were made
 * with smaller pages keep them.
 */
const PAGE_BYTES = 16 * 1024;

/** Pages in the log before they are taken into the file. */
const LOG_PAGES = 1000;

export interface OpenOptions {
  /** Whether a ledger is made where there is none; default true. */
  readonly create?: boolean;
  /** How long to wait for another program's write, in milliseconds. */
  readonly lockWaitMs?: number;
  /** How many pages the file may grow to; by default as many as the disk holds. */
  readonly highestPages?: number;
  /** The clock, by which the copy of an older file is named; by default the system's. */
  readonly now?: () => Date;
}

/**
 * Opens the ledger at `path`, and makes one where there is none. That of an older Hearsay is brought up to date, after a copy of
 * it was put beside it (migrations/).
 *
 * @throws HearsayError E_LEDGER where the file is not a ledger, is one of a newer Hearsay, is locked, or cannot be opened
 * or made.
 * @example
 * const ledger = await openLedger('hearsay.db');
 * await ledger.addReading(reading, { path: 'a.html', addedAt: new Date().toISOString(), bytesSha256 });
 * await ledger.close();
 */
export async function openLedger(path: string, options: OpenOptions = {}): Promise<Ledger> {
  const { create = true, lockWaitMs = LOCK_WAIT_MS, highestPages, now = () => new Date() } = options;
  checkPath(path, create);
  const database = await openDatabase(path, lockWaitMs, now);
  const { handle } = database;
  if (highestPages !== undefined) handle.exec(`PRAGMA max_page_count = ${highestPages}`);
  let isOpen = true;
  const write = async <Result>(work: () => Result): Promise<Result> =>
    withLedgerErrors(path, () =>
      database.write(() => {
        const result = work();
        refreshSearch(database);
        return result;
      }),
    );
  return {
    path,
    ...openReader(path, database, streamFromSnapshot(path)),
    addReading: (reading, capture) => write(() => addReading(database, { reading, capture })),
    addReadings: (readings) => write(() => readings.map((added) => addReading(database, added))),
    addSighting: (text, capture) => write(() => addSighting(database, text, capture)),
    replaceReading: (versionId, reading, readAt) => write(() => replaceReading(database, versionId, reading, readAt)),
    removeArticle: async (articleId, removal) => {
      const removed = await write(() => removeArticle(database, articleId, removal));
      // Until then the words stand in the log as well.
      handle.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return removed;
    },
    addDecisions: (decisions) => write(() => addDecisions(database, decisions)),
    putIntakeSource: (source) => write(() => putIntakeSource(database, source)),
    removeIntakeSource: (address) =>
      write(() => void database.run('DELETE FROM intake_source WHERE address = ?', address)),
    putSavedSearch: (search) => write(() => putSavedSearch(database, search)),
    removeSavedSearch: (name) => write(() => void database.run('DELETE FROM saved_search WHERE name = ?', name)),
    putRun: (run) => write(() => putRun(database, run)),
    addFailure: (failure) => write(() => addFailure(database, failure)),
    snapshot: async () => openSnapshot(path),
    backup: (file) => backUp(handle, file),
    close: async () => {
      if (isOpen) handle.close();
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

async function openDatabase(path: string, lockWaitMs: number, now: () => Date): Promise<Database> {
  const database = withLedgerErrors(
    path,
    () => new Database(new DatabaseSync(path, { timeout: lockWaitMs, enableForeignKeyConstraints: true })),
  );
  try {
    const version = withLedgerErrors(path, () => prepareFile(database, path));
    if (version < SCHEMA_VERSION) await migrate(database, path, version, now);
    return database;
  } catch (error) {
    database.handle.close();
    throw ledgerError(path, error);
  }
}

/** Makes the tables where there are none; gives the version of those that there are. */
function prepareFile(database: Database, path: string): number {
  if (database.pragma('application_id') !== APPLICATION_ID) {
    refuseForeignFile(database, path);
    database.handle.exec(`PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = WAL`);
    makeTables(database);
  }
  const version = database.pragma('user_version');
  if (version > SCHEMA_VERSION) {
    throw new HearsayError(
      'E_LEDGER',
      `${path} was written by a newer Hearsay: install the latest version to open it.`,
    );
  }
  database.handle.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -${CACHE_KIB};
     PRAGMA wal_autocheckpoint = ${LOG_PAGES}`,
  );
  return version;
}

/** A database with tables that are not ours is somebody else's file. */
function refuseForeignFile(database: Database, path: string): void {
  const { count } = database.get<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema')!;
  if (count > 0 || database.pragma('application_id') !== 0) {
    throw new HearsayError('E_LEDGER', `${path} is a database, but not a ledger: give another file with --ledger.`);
  }
}

/** Two programs may make the same ledger at once: the one that comes second finds the tables made. */
function makeTables(database: Database): void {
  database.write(() => {
    if (database.pragma('application_id') === APPLICATION_ID) return;
    database.handle.exec(KEPT_TABLES);
    makeEntryTables(database);
    database.handle.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}
