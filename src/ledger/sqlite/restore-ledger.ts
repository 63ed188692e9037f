/**
 * Puts a copy of a ledger back in its place. What stood there is kept beside it. A ledger that can be read is overwritten page by page
 * in one transaction, so that programs that have it open go on with the restored one; a damaged one is moved aside with its log.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { HearsayError } from '../../text/errors.ts';
import { backUp } from './back-up.ts';
import { copyPath } from './copy-path.ts';
import { Database } from './database.ts';
import { ledgerError, withLedgerErrors } from './failures.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './kept-tables.ts';

/** All pages at once: what is restored is there as a whole or not at all. */
const ALL_PAGES = { rate: 2 ** 31 - 1 };

/**
 * Puts the copy at `from` in the place of the ledger at `path`.
 *
 * @returns where the ledger that stood there is kept; null where there was none
 * @throws HearsayError E_LEDGER where the copy is no ledger, is damaged or is of a newer Hearsay, or the ledger is being written.
 * @example
 * await restoreLedger('case-monday.db', 'case.db', () => new Date()); // 'case.before-restore.2026-11-26.db'
 */
export async function restoreLedger(from: string, path: string, now: () => Date): Promise<string | null> {
  if (!existsSync(from)) throw new HearsayError('E_LEDGER', `There is no file ${from}: give a copy of a ledger.`);
  const source = withLedgerErrors(from, () => new DatabaseSync(from, { readOnly: true }));
  try {
    withLedgerErrors(from, () => checkCopy(source, from));
    if (!existsSync(path)) {
      await backUp(source, path);
      return null;
    }
    const kept = copyPath(path, 'before-restore', now().toISOString());
    if (isSound(path)) {
      const old = new DatabaseSync(path);
      const pageSize = new Database(old).pragma('page_size');
      await backUp(old, kept).finally(() => old.close());
      await overwrite(path, source, pageSize);
    } else {
      // The log first: a file without its log may be less than it was, a log without its file is nothing.
      for (const part of ['-wal', '-shm', '']) if (existsSync(path + part)) renameSync(path + part, kept + part);
      await backUp(source, path);
    }
    return kept;
  } catch (cause) {
    throw ledgerError(path, cause);
  } finally {
    source.close();
  }
}

/** Page by page, which takes pages of one size: a copy with others, from another Hearsay, is copied into such pages first. */
async function overwrite(path: string, source: DatabaseSync, pageSize: number): Promise<void> {
  if (new Database(source).pragma('page_size') === pageSize) {
    await backup(source, path, ALL_PAGES);
    return;
  }
  const resized = `${path}.unfinished`;
  rmSync(resized, { force: true });
  try {
    source.exec(`PRAGMA page_size = ${pageSize}`);
    source.prepare('VACUUM INTO ?').run(resized);
    const copy = new DatabaseSync(resized, { readOnly: true });
    await backup(copy, path, ALL_PAGES).finally(() => copy.close());
  } finally {
    rmSync(resized, { force: true });
  }
}

function checkCopy(source: DatabaseSync, from: string): void {
  const database = new Database(source);
  if (database.pragma('application_id') !== APPLICATION_ID) {
    throw new HearsayError('E_LEDGER', `${from} is a database, but not a ledger: give a copy of a ledger.`);
  }
  if (database.pragma('user_version') > SCHEMA_VERSION) {
    throw new HearsayError(
      'E_LEDGER',
      `${from} was written by a newer Hearsay: install the latest version to restore it.`,
    );
  }
  const found = database.get<{ integrity_check: string }>('PRAGMA integrity_check(1)')!.integrity_check;
  if (found !== 'ok') throw new HearsayError('E_LEDGER', `${from} is damaged: give another copy (${found}).`);
}

/** Whether the file is a ledger that can be copied. One that holds something else is not touched. */
function isSound(path: string): boolean {
  try {
    const handle = new DatabaseSync(path);
    try {
      const database = new Database(handle);
      if (database.pragma('application_id') !== APPLICATION_ID) {
        throw new HearsayError('E_LEDGER', `${path} is a database, but not a ledger: give another file with --ledger.`);
      }
      return database.get<{ quick_check: string }>('PRAGMA quick_check(1)')!.quick_check === 'ok';
    } finally {
      handle.close();
    }
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause;
    return false;
  }
}
