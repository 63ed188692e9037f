/** `hearsay rerun`: reads again what a ledger holds, after an upgrade; what people decided is laid over the new readings. */
import { Command } from 'commander';
import { EXIT } from './exit-codes.ts';
import { FAILURES_OPTION, MOST_TOLD, tellFailures, writeFailures } from './failures.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { columnsOf, write } from './terminal.ts';
import { showProgress } from './view/show-progress.ts';
import { showRerun } from './view/show-rerun.ts';
import { WORKERS_OPTION } from './workers-option.ts';

interface RerunOptions {
  readonly ledger: string;
  readonly article?: string[];
  readonly failures?: string;
  readonly workers?: number;
}

/**
 * The command `rerun`.
 *
 * @example
 * program.addCommand(rerunCommand({ terminal, end }));
 */
export function rerunCommand({ terminal, end }: Run): Command {
  return new Command('rerun')
    .description('read again what a ledger holds, after an upgrade of Hearsay')
    .option('--article <id...>', 'only these articles (art_…)')
    .option(...LEDGER_OPTION)
    .option(...FAILURES_OPTION)
    .option(...WORKERS_OPTION)
    .addHelpText(
      'after',
      `
Texts are read from the ledger: no file or page is needed. What this Hearsay
has read is passed over, so that after Ctrl-C, or whatever else stops it, the
same command goes on from there. A text that cannot be read keeps the reading
that it has. Decisions are laid over the new readings. Those whose words the
engine now finds in another extent, and those that found no entry any more, are
listed. Exit code ${EXIT.someFailed} says that some texts failed, or that decisions lost their words.

Examples:
  hearsay rerun
  hearsay rerun --ledger harbour.db --article art_0f3c5a7e91b24d68`,
    )
    .action(async ({ ledger: path, article: articles, failures: file, workers }: RerunOptions) => {
      const signal = terminal.interruption();
      // Imported only now: help is printed at once.
      const [{ openLedger }, { createReadingPool }, { rerunReadings }] = await Promise.all([
        import('../ledger/sqlite/open-ledger.ts'),
        import('../adding/reading-pool.ts'),
        import('../adding/rerun-readings.ts'),
      ]);
      const ledger = await openLedger(path, { create: false });
      const pool = createReadingPool({ ...(workers && { workers }) });
      const progress = showProgress(terminal.stderr);
      try {
        const rerun = await rerunReadings({
          ledger,
          pool,
          now: () => new Date(),
          signal,
          ...(articles && { articles }),
          onDone: ({ done, versions }) => progress.show(done, done / versions),
          onFailure: tellFailures(terminal, progress),
        });
        progress.clear();
        await write(terminal.stdout, showRerun(path, rerun, MOST_TOLD, columnsOf(terminal.stdout)));
        if (file !== undefined) await writeFailures(file, rerun.failures);
        if (rerun.unanchored.length + rerun.failures.length > 0) end(EXIT.someFailed);
        if (rerun.isInterrupted) end(EXIT.interrupted);
      } finally {
        progress.clear();
        await pool.close();
        await ledger.close();
      }
    });
}
