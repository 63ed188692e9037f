/**
 * A copy of a ledger that may be in use: SQLite's online backup, page by page, begun again by itself where another program writes
 * meanwhile. The copy is made under another name and gets its own when it is complete, so that a file with the name is whole.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { backup, type DatabaseSync } from 'node:sqlite';
import { HearsayError } from '../../text/errors.ts';
import { ledgerError } from './failures.ts';

/** Pages that are copied before other work has its turn. */
const PAGES_AT_ONCE = 250;

/**
 * Copies the ledger that is open as `handle` to a file that does not exist yet.
 *
 * @throws HearsayError E_LEDGER where the file exists or cannot be written.
 * @example
 * await backUp(handle, 'case-2026-11-26.db');
 */
export async function backUp(handle: DatabaseSync, file: string): Promise<void> {
  if (existsSync(file)) throw new HearsayError('E_LEDGER', `${file} exists already: give a file that does not.`);
  const unfinished = `${file}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    await backup(handle, unfinished, { rate: PAGES_AT_ONCE });
    renameSync(unfinished, file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw ledgerError(file, cause);
  }
}
