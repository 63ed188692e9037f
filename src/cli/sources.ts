/** `hearsay sources`: the feeds, sitemaps, lists and pages that intake remembers, and how to forget one. */
import { Command } from 'commander';
import type { IntakeSource, Ledger } from '../ledger/ledger.ts';
import { HearsayError } from '../text/errors.ts';
import { LEDGER_OPTION } from './ledger-option.ts';
import { type Listing, type ListOptions, wholePage, withLedger, writeListing } from './list/list-options.ts';
import type { Run } from './program.ts';
import { write } from './terminal.ts';

interface SourcesOptions extends Pick<ListOptions, 'ledger' | 'json' | 'csv'> {
  readonly pages?: true;
  readonly remove?: string;
}

/**
 * The command `sources`.
 *
 * @example
 * program.addCommand(sourcesCommand({ terminal, end }));
 */
export function sourcesCommand({ terminal }: Run): Command {
  return new Command('sources')
    .description('list the feeds that a ledger was filled from')
    .option('--pages', 'with every page that was fetched')
    .option('--remove <address>', 'forget one: the next time it is read as if it were new')
    .option('--json', 'print them as JSON')
    .option('--csv', 'print them as CSV, for spreadsheets')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      `
What was fetched is remembered, so that "hearsay add" with the same feeds only
asks for what is new. Articles stay in the ledger when a source is forgotten.
The feeds, in their groups, are handed to a feed reader as OPML.

Examples:
  hearsay sources
  hearsay sources --remove https://courier.example/feed.xml
  hearsay export --format opml --out feeds.opml`,
    )
    .action(async (options: SourcesOptions) => {
      await withLedger(options.ledger, async (ledger) => {
        if (options.remove !== undefined) {
          await forget(ledger, options.remove);
          await write(terminal.stdout, `${ledger.path}: ${options.remove} is forgotten\n`);
          return;
        }
        const sources = await ledger.intakeSources();
        await writeListing(
          terminal,
          options,
          listSources(options.pages ? sources : sources.filter(({ kind }) => kind !== 'page')),
        );
      });
    });
}

async function forget(ledger: Ledger, address: string): Promise<void> {
  if (!(await ledger.intakeSources()).some((source) => source.address === address)) {
    throw new HearsayError(
      'E_NOT_FOUND',
      `${ledger.path} remembers no source ${address}: see "hearsay sources --pages".`,
    );
  }
  await ledger.removeIntakeSource(address);
}

function listSources(rows: readonly IntakeSource[]): Listing<IntakeSource> {
  return {
    page: wholePage(rows),
    noun: ['source', 'sources'],
    table: [
      { title: 'Kind', share: 0, cell: ({ kind }) => kind },
      { title: 'Read', share: 0, cell: ({ checkedAt }) => checkedAt?.slice(0, 10) ?? '' },
      { title: 'Title', share: 2, cell: ({ title }) => title },
      { title: 'Groups', share: 1, cell: ({ groups }) => groups.join(' / ') || null },
      { title: 'Address', share: 4, cell: ({ address }) => address },
    ],
    csv: {
      address: ({ address }) => address,
      kind: ({ kind }) => kind,
      title: ({ title }) => title,
      groups: ({ groups }) => groups.join(' / '),
      added_at: ({ addedAt }) => addedAt,
      checked_at: ({ checkedAt }) => checkedAt,
    },
  };
}
