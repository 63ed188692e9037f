/**
 * Cursors: where a page of a list ended, as an opaque word. It names the row, not how many came before it, so that what is added
 * meanwhile neither repeats rows nor hides any.
 */
import { HearsayError } from '../../../text/errors.ts';

const DEFAULT_LIMIT = 100;
const HIGHEST_LIMIT = 1000;

/**
 * The word for a place in a list.
 *
 * @param list what the list is: a cursor is of no use in another
 * @example
 * writeCursor('statements published down', 'ver_0011223344556677 statement 3');
 */
export function writeCursor(list: string, row: string): string {
  return Buffer.from(JSON.stringify([list, row])).toString('base64url');
}

/**
 * The row that a cursor of the list names.
 *
 * @throws HearsayError E_INPUT where it is none, or is of another list.
 * @example
 * readCursor('statements published down', query.after);
 */
export function readCursor(list: string, cursor: string): string {
  try {
    const [ofList, row] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (ofList === list && typeof row === 'string') return row;
  } catch {
    // Falls through: whatever it is, it is no cursor.
  }
  throw new HearsayError(
    'E_INPUT',
    '"after" is not the "next" of a page of this list in this order: begin at the first page.',
  );
}

/** What is said where the row of a cursor is in the list no more. */
export function lostCursor(): HearsayError {
  return new HearsayError('E_INPUT', 'The entry that this page follows is gone: begin at the first page.');
}

/**
 * How many rows to give.
 *
 * @example
 * limitOf(undefined); // 100
 */
export function limitOf(limit: number = DEFAULT_LIMIT): number {
  return Math.min(Math.max(limit, 0), HIGHEST_LIMIT);
}
