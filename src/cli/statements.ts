/** `hearsay statements`: the statements of a ledger that a search finds, as a table. */
import { Command } from 'commander';
import { STATEMENT_ORDERS, type StatementOrder } from '../ledger/found.ts';
import { addListOptions, type ListOptions, pageQuery, withLedger, writeListing } from './list/list-options.ts';
import { listStatements } from './list/statement-listing.ts';
import type { Run } from './program.ts';

/** Orders that go down unless they are turned round. */
const DOWN_FIRST: ReadonlySet<StatementOrder | undefined> = new Set([
  undefined,
  'published',
  'said',
  'confidence',
  'certainty',
]);

/**
 * The command `statements`.
 *
 * @example
 * program.addCommand(statementsCommand({ terminal, end }));
 */
export function statementsCommand({ terminal }: Run): Command {
  const command = new Command('statements')
    .description('list the statements of a ledger, all or those that a search finds')
    .argument('[query...]', 'a search: see "hearsay help search"');
  return addListOptions(command, STATEMENT_ORDERS)
    .addHelpText(
      'after',
      `
In a terminal, a table; in a pipe, the same with tabs and whole words. The latest
published come first. What people rejected stays in the list, and is marked.

Examples:
  hearsay statements
  hearsay statements 'act:denied bridge'
  hearsay statements --sort confidence --limit 20 'is:unnamed said:2025-08..'
  hearsay statements --csv 'outlet:="The Harbour Post"' > post.csv
  hearsay statements 'NOT is:rejected'
  hearsay statements -- -outlet:post`,
    )
    .action(async (words: string[], options: ListOptions) => {
      const page = await withLedger(options.ledger, (ledger) =>
        ledger.statements({
          search: words.join(' '),
          ...pageQuery<StatementOrder>(options, (order) => (DOWN_FIRST.has(order) ? 'up' : 'down')),
        }),
      );
      await writeListing(terminal, options, listStatements(page));
    });
}
