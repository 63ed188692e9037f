/** `hearsay import`: takes back what `hearsay export --format json` wrote. */
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { HearsayError } from '../text/errors.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';

/**
 * The command `import`.
 *
 * @example
 * program.addCommand(importCommand({ terminal, end }));
 */
export function importCommand({ terminal }: Run): Command {
  return new Command('import')
    .description('put the readings and decisions of a JSON export into a ledger')
    .argument('<file>', 'what "hearsay export --format json" wrote')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      `
Nothing is read again: readings, versions, sightings and decisions come in as
they were. What the ledger has already is passed over, so a colleague's export
can be put into a ledger of your own.

Examples:
  hearsay import case.json
  hearsay import --ledger joint.db from-ada.json`,
    )
    .action(async (file: string, { ledger: path }: { ledger: string }) => {
      const [{ openLedger }, { importReadings }, text] = await Promise.all([
        import('../ledger/sqlite/open-ledger.ts'),
        import('../export/json/import-readings.ts'),
        readText(file),
      ]);
      const ledger = await openLedger(path);
      try {
        const { readings, newReadings, decisions, newDecisions, removals } = await importReadings(ledger, text);
        const known = readings === newReadings ? '' : `, ${readings - newReadings} known`;
        const ruled = decisions === 0 ? '' : `; ${newDecisions} of ${decisions} decisions were new`;
        await write(terminal.stdout, `${path}: ${newReadings} readings added${known}${ruled}\n`);
        if (removals > 0) {
          const note = `${file} tells of ${removals} removed articles; the trace stays with the ledger they were in.`;
          await write(terminal.stderr, `hearsay: ${note}\n`);
        }
      } finally {
        await ledger.close();
      }
    });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing) throw new HearsayError('E_NOT_FOUND', `There is no such file: ${file}`, { cause });
    throw new HearsayError('E_UNREADABLE', `${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
}
