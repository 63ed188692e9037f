/** Turns what SQLite reports into errors that say what to do. The numbers are SQLite's primary result codes. */
import { HearsayError } from '../../text/errors.ts';

const BUSY = 5;
const LOCKED = 6;
const READ_ONLY = 8;
const INPUT_OUTPUT = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** The low byte of an extended result code is the primary one. */
const PRIMARY_CODE = 0xff;

/**
 * Runs `work` on the ledger at `path`; a failure of SQLite becomes a HearsayError, anything else passes through.
 *
 * @throws HearsayError E_LEDGER
 * @example
 * withLedgerErrors('case.db', () => database.exec('BEGIN IMMEDIATE'));
 */
export function withLedgerErrors<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw ledgerError(path, cause);
  }
}

/**
 * What a failure of SQLite on the ledger at `path` is to people; any other error as it is.
 *
 * @example
 * throw ledgerError('case.db', cause);
 */
export function ledgerError(path: string, cause: unknown): unknown {
  const message = failureMessage(path, cause);
  return message === null ? cause : new HearsayError('E_LEDGER', message, { cause });
}

/**
 * The rows one by one, with failures of SQLite turned into HearsayErrors as they come.
 *
 * @throws HearsayError E_LEDGER
 * @example
 * for (const row of failing('case.db', rows)) console.log(row);
 */
export function* failing<Row>(path: string, rows: Iterable<Row>): Generator<Row> {
  const iterator = rows[Symbol.iterator]();
  try {
    for (;;) {
      const step = withLedgerErrors(path, () => iterator.next());
      if (step.done) return;
      yield step.value;
    }
  } finally {
    iterator.return?.();
  }
}

function failureMessage(path: string, cause: unknown): string | null {
  if (!(cause instanceof Error) || (cause as NodeJS.ErrnoException).code !== 'ERR_SQLITE_ERROR') return null;
  switch ((cause as { errcode?: number }).errcode! & PRIMARY_CODE) {
    case NOT_A_DATABASE:
      return `${path} is not a ledger: give another file with --ledger.`;
    case BUSY:
    case LOCKED:
      return `${path} is being written by another program: wait until it is done, then try again.`;
    case FULL:
      return `The disk that holds ${path} is full: make room and try again. What was kept before is safe.`;
    case READ_ONLY:
      return `${path} may not be written: change its permissions, or give another file with --ledger.`;
    case CANNOT_OPEN:
      return `${path} cannot be opened: check that it is a file, not a folder, and that you may read and write it.`;
    case CORRUPT:
      return `${path} is damaged: restore it from a backup (hearsay restore), or make a new one with hearsay add.`;
    case INPUT_OUTPUT:
      return `The disk that holds ${path} failed to read or write: check the disk, then try again.`;
    default:
      return `${path} could not be used (${cause.message}): check the file, or give another one with --ledger.`;
  }
}
