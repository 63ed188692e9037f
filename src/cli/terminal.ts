/**
 * The Terminal: all that a command knows of the outside. Commands are given one and never touch `process`, so tests can
 * run them on streams of their own. Writing waits while the reader of the pipe is slower than Hearsay.
 */
import type { Readable, Writable } from 'node:stream';
import type { HearsayError } from '../text/errors.ts';

type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A signal that aborts at the first Ctrl-C. Without a call to this, and at the second, Ctrl-C ends the program at once. */
  interruption(): AbortSignal;
}

/** Columns of a page that no terminal is asked for, and the widest that text is set: longer lines are hard to read. */
export const PIPE_COLUMNS = 80;
const WIDEST_COLUMNS = 100;
const NARROWEST_COLUMNS = 40;

/**
 * Columns to set text in: the terminal's width within reason, 80 in a pipe.
 *
 * @example
 * columnsOf({ isTTY: true, columns: 72 }); // 72
 */
export function columnsOf(output: Pick<Output, 'isTTY' | 'columns'>): number {
  if (!output.isTTY || !output.columns) return PIPE_COLUMNS;
  return Math.min(WIDEST_COLUMNS, Math.max(NARROWEST_COLUMNS, output.columns));
}

/**
 * Whether to colour what goes to `output`: FORCE_COLOR decides where it is set, then NO_COLOR, then whether it is a
 * terminal that can (https://no-color.org).
 *
 * @example
 * isColoured({ isTTY: true }, { NO_COLOR: '1' }); // false
 */
export function isColoured(output: Pick<Output, 'isTTY'>, environment: Terminal['environment']): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = environment;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR) return false;
  return output.isTTY === true && TERM !== 'dumb';
}

/**
 * Writes text or bytes, and waits until the reader has taken it where the pipe is full.
 *
 * @example
 * await write(terminal.stdout, 'one line\n');
 */
export async function write(output: Output, text: string | Uint8Array): Promise<void> {
  if (output.write(text)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      output.off('drain', done);
      output.off('close', done);
      resolve();
    };
    // A closed pipe never drains.
    output.on('drain', done);
    output.on('close', done);
  });
}

/**
 * Tells a person on the error stream that an input failed, and what to do.
 *
 * @example
 * await complain(terminal, 'story.html', error); // hearsay: story.html: The file is empty: … (E_EMPTY)
 */
export async function complain(terminal: Terminal, id: string, error: HearsayError): Promise<void> {
  const message = error.message.startsWith(id) ? error.message : `${id}: ${error.message}`;
  await write(terminal.stderr, `hearsay: ${message} (${error.code})\n`);
}
