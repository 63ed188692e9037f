/** `hearsay restore`: puts a copy of a ledger back in its place, and keeps what stood there. */
import { Command } from 'commander';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';

/**
 * The command `restore`.
 *
 * @example
 * program.addCommand(restoreCommand({ terminal, end }));
 */
export function restoreCommand({ terminal }: Run): Command {
  return new Command('restore')
    .description('put a copy of a ledger back in its place')
    .argument('<file>', 'the copy, as "hearsay backup" writes it')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      `
The copy is checked first: a damaged one, or a file that is no ledger, changes
nothing. The ledger that stood there is kept beside it, under a name with
"before-restore" and the day. A page that shows the ledger goes on with the
restored one.

Examples:
  hearsay restore monday.db
  hearsay restore --ledger harbour.db /media/stick/harbour.db`,
    )
    .action(async (file: string, { ledger: path }: { ledger: string }) => {
      const { restoreLedger } = await import('../ledger/sqlite/restore-ledger.ts');
      const kept = await restoreLedger(file, path, () => new Date());
      const before = kept === null ? '' : `; the ledger as it was before is kept at ${kept}`;
      await write(terminal.stdout, `${path}: restored from ${file}${before}\n`);
    });
}
