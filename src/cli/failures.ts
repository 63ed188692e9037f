/** What failed in a long run: told one by one while it goes on, as far as that helps, and written to a file where a person wants all. */
import { writeFile } from 'node:fs/promises';
import type { Failure } from '../intake/items/item.ts';
import { HearsayError } from '../text/errors.ts';
import { complain, type Terminal } from './terminal.ts';
import type { Progress } from './view/show-progress.ts';

/** The option of every command that reads many articles, as `Command.option` takes it. */
export const FAILURES_OPTION = ['--failures <file>', 'write what failed to a file, a JSON object a line'] as const;

/** Failures that are told one by one; the summary counts all, and --failures lists all. */
export const MOST_TOLD = 50;

/**
 * What tells a person of each of the first failures.
 *
 * @example
 * await addArticles({ onFailure: tellFailures(terminal, progress), … });
 */
export function tellFailures(terminal: Terminal, progress: Progress): (failure: Failure) => Promise<void> {
  let told = 0;
  return async ({ what, code, message }) => {
    if (++told > MOST_TOLD) return;
    progress.clear();
    await complain(terminal, what, new HearsayError(code, message));
  };
}

/**
 * Writes all failures to the file of --failures.
 *
 * @throws HearsayError E_UNREADABLE where it cannot be written.
 * @example
 * await writeFailures('failed.jsonl', tally.failures);
 */
export async function writeFailures(file: string, failures: readonly Failure[]): Promise<void> {
  const lines = failures.map(({ what, code, message }) => `${JSON.stringify({ what, code, message })}\n`);
  try {
    await writeFile(file, lines.join(''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HearsayError('E_UNREADABLE', `--failures ${file} cannot be written (${reason}): give another file.`, {
      cause,
    });
  }
}
