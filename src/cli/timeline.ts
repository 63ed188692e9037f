/** `hearsay timeline`: the times of articles, or of a ledger, on one of three clocks, in one order, as a table, as CSV, or as JSON. */
import { Command, Option } from 'commander';
import { ledgerTimeline } from '../export/timeline/ledger-timeline.ts';
import { byTime, type TimelineClock, type TimelineEntry, timelineOf } from '../export/timeline/timeline.ts';
import { type DatedEntry, timelineCsv } from '../export/timeline/timeline-csv.ts';
import type { Reading, ReadingInput } from '../reading/reading.ts';
import { HearsayError } from '../text/errors.ts';
import { EXIT } from './exit-codes.ts';
import { takeNamedArticles } from './inputs/read-inputs.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import { withLedger } from './list/list-options.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';
import { placesIn } from './view/places-in.ts';
import { showTimelineTable } from './view/show-timeline-table.ts';
import { viewOf } from './view/view-of.ts';

interface TimelineOptions {
  readonly ledger: string;
  readonly query?: string;
  readonly clock: TimelineClock;
  readonly json?: true;
  readonly csv?: true;
}

/**
 * The command `timeline`.
 *
 * @example
 * program.addCommand(timelineCommand({ terminal, end }));
 */
export function timelineCommand({ terminal, end }: Run): Command {
  return new Command('timeline')
    .description('put the times of articles in one order: when it happened, was said, or was published')
    .argument('[input...]', 'files, web addresses, files of JSON lines, or - for standard input; none: the ledger')
    .addOption(
      new Option('--clock <clock>', 'which of the three times')
        .choices(['happened', 'said', 'published'])
        .default('happened'),
    )
    .option('--json', 'print the entries as JSON')
    .option('--csv', 'print the entries as CSV')
    .option('--query <search>', 'of a ledger, only the statements that a search finds')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      `
The three clocks are never mixed: a day of publication stands in for no other.
Each entry shows its date, the sentence that tells of it, whose words these are
(a source, or the outlet itself), and where they stand. A date that is not sure
to the day is shown from its first to its last day; "?" is uncertain, "~" about.
What has no date ("two days after the vote", of which the article does not say
when it was; with --clock said each statement of which no time is told) stands
last. "(goes on)" marks a time that is implied: the same source goes on.

Without a file, the times are those of the ledger's articles, with what people
decided laid over them; "hearsay help search" tells what a search may hold.

Examples:
  hearsay timeline articles/*.html
  hearsay timeline --clock said story.html
  hearsay timeline --csv articles/*.html > timeline.csv
  hearsay timeline --ledger case.db
  hearsay timeline --clock said --query 'act:denied'`,
    )
    .action(async (names: string[], options: TimelineOptions, command: Command) => {
      checkUsage(names, options, command.getOptionValueSource('ledger') === 'cli');
      const entries: DatedEntry[] = [];
      const take = (id: string, { article, blocks }: ReadingInput | Reading, all: readonly TimelineEntry[]): void => {
        const { title, outlet, published } = article;
        const placeOf = placesIn(blocks);
        for (const entry of all) {
          if (entry.clock !== options.clock) continue;
          const at = entry.time ?? entry.sentence;
          entries.push({ ...entry, article: { id, title, outlet, published }, place: at ? placeOf(at.start) : '' });
        }
      };
      let failures = 0;
      if (names.length === 0) {
        await withLedger(options.ledger, async (ledger) => {
          const snapshot = await ledger.snapshot();
          try {
            for await (const { id, reading, entries: all } of ledgerTimeline(snapshot, options.query))
              take(id, reading, all);
          } finally {
            await snapshot.close();
          }
        });
      } else {
        const { openEngine } = await import('../models/open-engine.ts');
        const engine = openEngine();
        failures = await takeNamedArticles(terminal, names, (input) =>
          take(input.id, input, timelineOf(engine.read(input))),
        );
      }
      entries.sort(byTime);
      await write(terminal.stdout, print(entries, options, terminal));
      if (failures > 0) end(EXIT.someFailed);
    });
}

function print(
  entries: readonly DatedEntry[],
  { json, csv, clock }: TimelineOptions,
  terminal: Run['terminal'],
): string {
  if (json) return `${JSON.stringify(entries, null, 2)}\n`;
  if (csv) return timelineCsv(entries);
  return `${showTimelineTable(entries, clock, viewOf(terminal))}\n`;
}

function checkUsage(names: readonly string[], { json, csv, query }: TimelineOptions, hasLedger: boolean): void {
  if (json && csv) throw new HearsayError('E_USAGE', 'Give --json or --csv, not both.');
  if (names.length > 0 && (hasLedger || query !== undefined)) {
    throw new HearsayError('E_USAGE', 'Name files, or give --ledger or --query without a file, not both.');
  }
}
