/** `hearsay backup`: a copy of a ledger, which may be in use. */
import { Command } from 'commander';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';

/**
 * The command `backup`.
 *
 * @example
 * program.addCommand(backupCommand({ terminal, end }));
 */
export function backupCommand({ terminal }: Run): Command {
  return new Command('backup')
    .description('copy a ledger to another file, also while it is in use')
    .argument('<file>', 'the file to write, which must not exist yet')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      `
The copy is whole: it has its name only once everything is in it. It is a ledger
like any other; "hearsay restore" puts it back in place.

Examples:
  hearsay backup monday.db
  hearsay backup --ledger harbour.db /media/stick/harbour.db`,
    )
    .action(async (file: string, { ledger: path }: { ledger: string }) => {
      const { openLedger } = await import('../ledger/sqlite/open-ledger.ts');
      const ledger = await openLedger(path, { create: false });
      try {
        await ledger.backup(file);
      } finally {
        await ledger.close();
      }
      await write(terminal.stdout, `${path}: copied to ${file}\n`);
    });
}
