/** `hearsay rerun`: reads again what a ledger holds, after an upgrade; what people decided is laid over the new readings. */
import { Command } from 'commander';
import { EXIT } from './exit-codes.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';
import { decisionLine } from './view/show-decisions.ts';
import { showProgress } from './view/show-progress.ts';

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
    .addHelpText(
      'after',
      `
Texts are read from the ledger: no file or page is needed. What this Hearsay
has read is passed over, so that an interrupted rerun goes on where it stopped.
Decisions are laid over the new readings. Those whose words the engine now finds
in another extent, and those that found no entry any more, are listed; with
any of the latter the exit code is ${EXIT.someFailed}.

Examples:
  hearsay rerun
  hearsay rerun --ledger harbour.db --article art_0f3c5a7e91b24d68`,
    )
    .action(async ({ ledger: path, article }: { ledger: string; article?: string[] }) => {
      const signal = terminal.interruption();
      const [{ openLedger }, { rerunReadings }] = await Promise.all([
        import('../ledger/sqlite/open-ledger.ts'),
        import('../ledger/rerun/rerun-readings.ts'),
      ]);
      const ledger = await openLedger(path, { create: false });
      try {
        const { openEngine } = await import('../models/open-engine.ts');
        const engine = openEngine();
        const progress = showProgress(terminal.stderr);
        const outcome = await rerunReadings(ledger, {
          engine: engine.identity,
          read: async (input) => {
            // Ctrl-C is heard between two articles.
            await new Promise((resolve) => setImmediate(resolve));
            return engine.read(input);
          },
          now: () => new Date().toISOString(),
          signal,
          advance: (done, versions) => progress.show(done, done / versions),
          ...(article && { articles: article }),
        });
        progress.clear();
        const { read, known, changed, found, lost, moved, unanchored, wasInterrupted } = outcome;
        const lines = [
          `${path}: ${read} texts read again, ${known} read by this Hearsay before`,
          `${changed} changed: ${found} statements new, ${lost} gone`,
          `${moved.length} decisions on words that moved, ${unanchored.length} unanchored`,
          ...[...moved, ...unanchored].map((decision) => `  ${decisionLine(decision)}`),
          ...(wasInterrupted ? ['Interrupted: the same command reads the rest.'] : []),
        ];
        await write(terminal.stdout, `${lines.join('\n')}\n`);
        if (unanchored.length > 0) end(EXIT.someFailed);
        if (wasInterrupted) end(EXIT.interrupted);
      } finally {
        await ledger.close();
      }
    });
}
