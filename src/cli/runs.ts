/** `hearsay runs`: what was taken in, read again and brought up to date, when, what came of it, and what failed. */
import { Command } from 'commander';
import type { Failure, Run as LedgerRun } from '../ledger/ledger.ts';
import { HearsayError } from '../text/errors.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import { type Listing, type ListOptions, wholePage, withLedger, writeListing } from './list/list-options.ts';
import type { Run } from './program.ts';

interface RunsOptions extends Pick<ListOptions, 'ledger' | 'json' | 'csv'> {
  readonly failures?: string | true;
}

/**
 * The command `runs`.
 *
 * @example
 * program.addCommand(runsCommand({ terminal, end }));
 */
export function runsCommand({ terminal }: Run): Command {
  return new Command('runs')
    .description('list what was done with a ledger, and what failed')
    .option('--failures [run]', 'what could not be taken in, and why; of one run or of all')
    .option('--json', 'print them as JSON')
    .option('--csv', 'print them as CSV, for spreadsheets')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      `
The latest come first. A run without an end is under way, or was cut off: the
same command again goes on where it stopped.

Examples:
  hearsay runs
  hearsay runs --failures
  hearsay runs --failures run_0f3c5a7e91b24d68 --csv > failed.csv`,
    )
    .action(async ({ failures, ...options }: RunsOptions) => {
      await withLedger(options.ledger, async (ledger) => {
        const runs = await ledger.runs();
        if (failures === undefined) {
          await writeListing(terminal, options, listRuns(runs));
          return;
        }
        if (typeof failures === 'string' && !runs.some(({ id }) => id === failures)) {
          throw new HearsayError('E_NOT_FOUND', `${ledger.path} has no run ${failures}: see "hearsay runs".`);
        }
        const found = await Array.fromAsync(ledger.eachFailure(failures === true ? undefined : failures));
        await writeListing(terminal, options, listFailures(found));
      });
    });
}

function listRuns(rows: readonly LedgerRun[]): Listing<LedgerRun> {
  return {
    page: wholePage(rows),
    noun: ['run', 'runs'],
    table: [
      { title: 'Begun', share: 0, cell: ({ startedAt }) => startedAt.slice(0, 16).replace('T', ' ') },
      { title: 'Kind', share: 0, cell: ({ kind }) => kind },
      { title: 'Run', share: 0, cell: ({ id }) => id },
      { title: 'What', share: 1, cell: ({ what }) => what },
      { title: 'Outcome', share: 2, cell: outcomeOf },
    ],
    csv: {
      run_id: ({ id }) => id,
      kind: ({ kind }) => kind,
      what: ({ what }) => what,
      started_at: ({ startedAt }) => startedAt,
      ended_at: ({ endedAt }) => endedAt,
      outcome: outcomeOf,
      engine_version: ({ engine }) => engine,
    },
  };
}

function outcomeOf({ endedAt, counts }: LedgerRun): string {
  const told = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  return endedAt === null ? 'no end' : told.join(', ') || 'nothing to do';
}

function listFailures(rows: readonly Failure[]): Listing<Failure> {
  return {
    page: wholePage(rows),
    noun: ['failure', 'failures'],
    table: [
      { title: 'When', share: 0, cell: ({ at }) => at.slice(0, 16).replace('T', ' ') },
      { title: 'Code', share: 0, cell: ({ code }) => code },
      { title: 'What', share: 2, cell: ({ what }) => what },
      { title: 'Why', share: 3, cell: ({ why }) => why },
    ],
    csv: {
      run_id: ({ runId }) => runId,
      what: ({ what }) => what,
      code: ({ code }) => code,
      why: ({ why }) => why,
      at: ({ at }) => at,
    },
  };
}
