/** `hearsay timeline`: the times of articles on one of three clocks, in one order, as a table, as CSV, or as JSON. */
import { Command, Option } from 'commander';
import { byTime, type TimelineClock, timelineOf } from '../export/timeline/timeline.ts';
import { type DatedEntry, timelineCsv } from '../export/timeline/timeline-csv.ts';
import type { ReadingInput } from '../reading/reading.ts';
import { HearsayError } from '../text/errors.ts';
import { EXIT } from './exit-codes.ts';
import { attempt, isFailure, namesJsonLines, readNamedArticle, readRecordsAndArticles } from './inputs/read-inputs.ts';
import { openEngine } from './open-engine.ts';
import type { Run } from './program.ts';
import { columnsOf, complain, isColoured, write } from './terminal.ts';
import { painter } from './view/paint.ts';
import { placesIn } from './view/places-in.ts';
import { showTimelineTable } from './view/show-timeline-table.ts';

interface TimelineOptions {
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
    .argument('[input...]', 'files, web addresses, files of JSON lines, or - for standard input')
    .addOption(
      new Option('--clock <clock>', 'which of the three times')
        .choices(['happened', 'said', 'published'])
        .default('happened'),
    )
    .option('--json', 'print the entries as JSON')
    .option('--csv', 'print the entries as CSV')
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

Examples:
  hearsay timeline articles/*.html
  hearsay timeline --clock said story.html
  hearsay timeline --csv articles/*.html > timeline.csv`,
    )
    .action(async (names: string[], options: TimelineOptions) => {
      checkUsage(names, options);
      const engine = await openEngine();
      const entries: DatedEntry[] = [];
      let failures = 0;
      const take = (input: ReadingInput): void => {
        const reading = engine.read(input);
        const { title, outlet, published } = input.article;
        const article = { id: input.id, title, outlet, published };
        const placeOf = placesIn(input.blocks);
        for (const entry of timelineOf(reading)) {
          if (entry.clock !== options.clock) continue;
          const at = entry.time ?? entry.sentence;
          entries.push({ ...entry, article, place: at === null ? '' : placeOf(at.start) });
        }
      };
      for (const name of names) {
        const inputs = namesJsonLines(name)
          ? readRecordsAndArticles(terminal, [name])
          : [await readNamedArticle(terminal, name)];
        for await (const input of inputs) {
          const done = isFailure(input) ? input : await attempt(input.id, () => void take(input));
          if (!done || !('error' in done)) continue;
          failures++;
          await complain(terminal, done.id ?? 'a line without an id', done.error);
        }
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
  const view = {
    columns: columnsOf(terminal.stdout),
    paint: painter(isColoured(terminal.stdout, terminal.environment)),
  };
  return `${showTimelineTable(entries, clock, view)}\n`;
}

function checkUsage(names: readonly string[], { json, csv }: TimelineOptions): void {
  if (json && csv) throw new HearsayError('E_USAGE', 'Give --json or --csv, not both.');
  if (names.length === 0) {
    throw new HearsayError(
      'E_USAGE',
      'Name a file, a web address, or - for standard input; see "hearsay help timeline".',
    );
  }
}
