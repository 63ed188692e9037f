/** `hearsay decisions`: lists what people ruled, hands it over, and takes in what others ruled. */
import { Command } from 'commander';
import type { DecisionState, Ledger } from '../ledger/ledger.ts';
import { EXIT } from './exit-codes.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import type { Run } from './program.ts';
import { complain, type Terminal, write } from './terminal.ts';
import { decisionLine, shownValue } from './view/show-decisions.ts';
import { plainLine } from './view/wrap-text.ts';

/**
 * The command `decisions`.
 *
 * @example
 * program.addCommand(decisionsCommand({ terminal, end }));
 */
export function decisionsCommand({ terminal, end }: Run): Command {
  const command = new Command('decisions').description('list what people ruled, hand it over, take it in').addHelpText(
    'after',
    `
A decisions file has one decision a line, with the words that it is about. The
same decision twice is one. Where two people ruled differently both are kept,
the later one is in force, and "list --conflicts" shows them. docs/decisions.md
says more.

Examples:
  hearsay decisions list
  hearsay decisions list --conflicts
  hearsay decisions export --out ada.jsonl
  hearsay decisions import ben.jsonl`,
  );
  command
    .command('list')
    .description('one line a decision, the first made first')
    .option('--conflicts', 'only where two people ruled differently')
    .option('--unanchored', 'only those whose words are no entry any more')
    .option('--waiting', 'only those whose article is not in the ledger')
    .option(...LEDGER_OPTION)
    .action((options: { ledger: string; conflicts?: true; unanchored?: true; waiting?: true }) =>
      withLedger(options.ledger, async (ledger) => {
        if (options.conflicts) return listConflicts(terminal, ledger);
        const states: DecisionState[] = [
          ...(options.unanchored ? (['unanchored'] as const) : []),
          ...(options.waiting ? (['waiting'] as const) : []),
        ];
        for await (const decision of ledger.eachDecision()) {
          if (states.length > 0 && !states.includes(decision.state)) continue;
          await write(terminal.stdout, `${decisionLine(decision)}\n`);
        }
      }),
    );
  command
    .command('export')
    .description('write every decision as JSON Lines')
    .option('--out <file>', 'where to; standard output where it is left out')
    .option(...LEDGER_OPTION)
    .action(({ ledger: path, out }: { ledger: string; out?: string }) =>
      withLedger(path, async (ledger) => {
        const { exportDecisions } = await import('../ledger/decisions/exchange-decisions.ts');
        if (out === undefined) {
          for await (const line of exportDecisions(ledger)) await write(terminal.stdout, line);
          return;
        }
        const { writeFile } = await import('node:fs/promises');
        await writeFile(out, exportDecisions(ledger));
        await write(terminal.stdout, `${path}: decisions written to ${out}\n`);
      }),
    );
  command
    .command('import <file>')
    .description('take in a decisions file')
    .option(...LEDGER_OPTION)
    .action((file: string, { ledger: path }: { ledger: string }) =>
      withLedger(path, async (ledger) => {
        const [{ importDecisions }, { readFileBytes }] = await Promise.all([
          import('../ledger/decisions/exchange-decisions.ts'),
          import('../intake/bytes/read-file.ts'),
        ]);
        const text = new TextDecoder().decode(await readFileBytes(file));
        const { lines, added, states, refused } = await importDecisions(ledger, text.split('\n'));
        for (const { line, error } of refused) await complain(terminal, `${file}, line ${line}`, error);
        const stand = Object.entries(states).flatMap(([state, number]) => (number > 0 ? [`${number} ${state}`] : []));
        await write(
          terminal.stdout,
          `${path}: ${added} of ${lines} decisions were new; they stand: ${stand.join(', ') || 'none'}\n`,
        );
        await listConflicts(terminal, ledger);
        if (refused.length > 0 || states.unanchored > 0) end(EXIT.someFailed);
      }),
    );
  return command;
}

async function withLedger(path: string, work: (ledger: Ledger) => Promise<void>): Promise<void> {
  const { openLedger } = await import('../ledger/sqlite/open-ledger.ts');
  const ledger = await openLedger(path, { create: false });
  try {
    await work(ledger);
  } finally {
    await ledger.close();
  }
}

async function listConflicts(terminal: Terminal, ledger: Ledger): Promise<void> {
  const { findDisputes } = await import('../ledger/decisions/exchange-decisions.ts');
  for await (const { entry, text, ruling } of findDisputes(ledger)) {
    const latest = new Map(ruling.given.map((given) => [given.by, given]));
    const engine = shownValue(ruling.engine);
    const lines = [
      `${entry}  ${ruling.field}: ${plainLine(text).slice(0, 50)}`,
      ...(engine === '' ? [] : [`    engine: ${plainLine(engine)}`]),
      ...[...latest.values()].map(({ by, at, value, decision }) => {
        const inForce = decision === ruling.given.at(-1)!.decision ? '  (in force)' : '';
        return `    ${plainLine(`${at.slice(0, 10)} ${by}: ${shownValue(value) || 'none'}`)}  ${decision}${inForce}`;
      }),
    ];
    await write(terminal.stdout, `${lines.join('\n')}\n`);
  }
}
