/** `hearsay undo`: takes a decision back, by another one; nothing is deleted. */
import { Command } from 'commander';
import { carryOut } from './decide.ts';
import { BY_OPTION } from './decider.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';

/**
 * The command `undo`.
 *
 * @example
 * program.addCommand(undoCommand({ terminal, end }));
 */
export function undoCommand(run: Run): Command {
  return new Command('undo')
    .description('take a decision back')
    .argument('<decision>', 'its id (dec_…), as "hearsay decisions list" shows it')
    .option(...LEDGER_OPTION)
    .option(...BY_OPTION)
    .addHelpText(
      'after',
      `
The decision stays in the record, and so does the undoing, which can be undone.

Examples:
  hearsay undo dec_0f3c5a7e91b24d68`,
    )
    .action((decision: string, options: { ledger: string; by?: string }) =>
      carryOut(run, options, { kind: 'undo', decision }),
    );
}
