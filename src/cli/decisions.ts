/** `hearsay decisions`: lists what people ruled, hands it over, and takes in what others ruled. */
import { Command } from 'commander';
import type { DecisionState, KeptDecision, Ledger } from '../ledger/ledger.ts';
import { HearsayError } from '../text/errors.ts';
import { BY_OPTION, nameDecider } from './decider.ts';
import { EXIT } from './exit-codes.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import { withLedger } from './list/list-options.ts';
import type { Run } from './program.ts';
import { columnsOf, complain, isColoured, type Terminal, write } from './terminal.ts';
import { count } from './view/count.ts';
import { painter } from './view/paint.ts';
import { DECISION_COLUMNS, madeLine, showDecision, showDispute } from './view/show-decisions.ts';
import { showSuggestion } from './view/show-suggestions.ts';
import { showTable } from './view/show-table.ts';

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

A decision stays with the text that it was made on. Where its words stand in a
later version of the article, or in another capture of it, "list --suggested"
shows both places, and "carry" makes the decision anew there, in your name.

Examples:
  hearsay decisions list
  hearsay decisions list --conflicts
  hearsay decisions list --suggested
  hearsay decisions carry dec_0f3c5a7e91b24d68
  hearsay decisions export --out ada.jsonl
  hearsay decisions import ben.jsonl`,
  );
  command
    .command('list')
    .description('what was ruled, the first made first; in a pipe one line each, with tabs')
    .option('--conflicts', 'only where two people ruled differently')
    .option('--unanchored', 'only those whose words are no entry any more')
    .option('--waiting', 'only those whose article is not in the ledger')
    .option('--suggested', 'only those whose words stand elsewhere now, with both places')
    .option(...LEDGER_OPTION)
    .action((options: ListOptions) =>
      withLedger(options.ledger, async (ledger) => {
        if (options.conflicts) return listConflicts(terminal, ledger);
        if (options.suggested) return listSuggestions(terminal, ledger);
        const states: DecisionState[] = [
          ...(options.unanchored ? (['unanchored'] as const) : []),
          ...(options.waiting ? (['waiting'] as const) : []),
        ];
        for await (const decision of ledger.eachDecision()) {
          if (states.length > 0 && !states.includes(decision.state)) continue;
          await write(terminal.stdout, showInList(terminal, decision));
        }
      }),
    );
  command
    .command('carry [decision...]')
    .description('carry what is suggested over to where its words stand now')
    .option('--all', 'everything that "list --suggested" shows')
    .option(...LEDGER_OPTION)
    .option(...BY_OPTION)
    .action((ids: string[], { ledger: path, by, all }: { ledger: string; by?: string; all?: true }) => {
      if (ids.length > 0 === (all === true))
        throw new HearsayError('E_USAGE', 'Give the ids of decisions (dec_…), or --all.');
      const name = nameDecider(terminal.environment, by);
      return withLedger(path, async (ledger) => {
        const { carryOver } = await import('../ledger/decisions/suggest-decisions.ts');
        const decisions = await carryOver(ledger, all ? 'all' : ids, { by: name, at: new Date().toISOString() });
        for (const decision of decisions) await write(terminal.stdout, madeLine(decision));
        if (decisions.length === 0) await write(terminal.stdout, 'Nothing is suggested.\n');
      });
    });
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
        if (states.unanchored + states.waiting > 0) await tellSuggestions(terminal, ledger);
        if (refused.length > 0 || states.unanchored > 0) end(EXIT.someFailed);
      }),
    );
  return command;
}

interface ListOptions {
  readonly ledger: string;
  readonly conflicts?: true;
  readonly unanchored?: true;
  readonly waiting?: true;
  readonly suggested?: true;
}

/** In a terminal two lines for a decision, in a pipe one. */
function showInList({ stdout, environment }: Terminal, decision: KeptDecision): string {
  if (stdout.isTTY) return showDecision(decision, columnsOf(stdout));
  return showTable([decision], DECISION_COLUMNS, null, painter(isColoured(stdout, environment)));
}

async function listConflicts(terminal: Terminal, ledger: Ledger): Promise<void> {
  const { findDisputes } = await import('../ledger/decisions/exchange-decisions.ts');
  for await (const dispute of findDisputes(ledger)) {
    await write(terminal.stdout, showDispute(dispute, columnsOf(terminal.stdout)));
  }
}

async function listSuggestions(terminal: Terminal, ledger: Ledger): Promise<void> {
  const { suggestDecisions } = await import('../ledger/decisions/suggest-decisions.ts');
  const { suggestions, left } = await suggestDecisions(ledger);
  for (const suggestion of suggestions) {
    await write(terminal.stdout, showSuggestion(suggestion, columnsOf(terminal.stdout)));
  }
  const stay = left.length > 0 ? `; ${left.length} on earlier texts cannot, and stay there` : '';
  await write(terminal.stderr, `${count(suggestions.length, 'decision')} can be carried over${stay}.\n`);
}

async function tellSuggestions(terminal: Terminal, ledger: Ledger): Promise<void> {
  const { suggestDecisions } = await import('../ledger/decisions/suggest-decisions.ts');
  const { suggestions } = await suggestDecisions(ledger);
  if (suggestions.length === 0) return;
  const many = count(suggestions.length, 'decision');
  await write(terminal.stdout, `The words of ${many} stand elsewhere: see "hearsay decisions list --suggested".\n`);
}
