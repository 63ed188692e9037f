/** `hearsay actors`: who speaks in a ledger, and one of them with its names, roles and statements. */
import { Command } from 'commander';
import { ACTOR_ORDERS, type ActorOrder, type ActorProfile, type ActorSummary, type Page } from '../ledger/found.ts';
import { parseQuery } from '../ledger/search/parse-query.ts';
import { printQuery } from '../ledger/search/print-query.ts';
import type { Query } from '../ledger/search/query.ts';
import {
  addListOptions,
  type Listing,
  type ListOptions,
  pageQuery,
  withLedger,
  writeListing,
} from './list/list-options.ts';
import type { Run } from './program.ts';
import { type Terminal, write } from './terminal.ts';
import { showProfile } from './view/show-profile.ts';
import { viewOf } from './view/view-of.ts';

/**
 * The command `actors`.
 *
 * @example
 * program.addCommand(actorsCommand({ terminal, end }));
 */
export function actorsCommand({ terminal }: Run): Command {
  const command = new Command('actors')
    .description('list who speaks in a ledger, or show one of them')
    .argument('[query...]', 'names, an id (who_…), or a search for statements');
  return addListOptions(command, ACTOR_ORDERS)
    .addHelpText(
      'after',
      `
Plain words are looked for in names; fields as in "hearsay help search" narrow
down the statements that are counted. Where one actor is left, its page is shown:
its names, its roles as articles state them, and its statements by month. Persons
of two or more words, bodies, states and outlets of one name are one actor;
unnamed sources have an entry for each article.

Examples:
  hearsay actors
  hearsay actors lund
  hearsay actors who_0f3c5a7e91b24d68
  hearsay actors --sort last 'type:person act:denied'
  hearsay actors --csv > actors.csv`,
    )
    .action(async (words: string[], options: ListOptions) => {
      const search = printQuery(asNames(parseQuery(words.join(' '))));
      await withLedger(options.ledger, async (ledger) => {
        const page = await ledger.actors({
          search,
          ...pageQuery<ActorOrder>(options, (order) => (order === 'name' || order === 'first' ? 'down' : 'up')),
        });
        const only = page.total === 1 && search !== '' && !options.csv ? await ledger.actor(page.rows[0].id) : null;
        if (only) await writeProfile(terminal, options, only);
        else await writeListing(terminal, options, listActors(page));
      });
    });
}

/** Words without a field are names. */
function asNames(query: Query): Query {
  switch (query.type) {
    case 'and':
    case 'or':
      return { ...query, parts: query.parts.map(asNames) };
    case 'not':
      return { ...query, part: asNames(query.part) };
    case 'term':
      return query.field === null ? { ...query, field: 'actor' } : query;
    case 'all':
      return query;
  }
}

function listActors(page: Page<ActorSummary>): Listing<ActorSummary> {
  return {
    page,
    noun: ['actor', 'actors'],
    table: [
      { title: 'Actor', share: 1, cell: ({ name }) => name },
      { title: 'Type', share: 0, cell: ({ type }) => type },
      { title: 'Statements', share: 0, isNumber: true, cell: ({ statements }) => statements },
      { title: 'Outlets', share: 0, isNumber: true, cell: ({ outlets }) => outlets },
      { title: 'First', share: 0, cell: ({ first }) => first?.slice(0, 10) ?? '' },
      { title: 'Last', share: 0, cell: ({ last }) => last?.slice(0, 10) ?? '' },
    ],
    csv: {
      id: ({ id }) => id,
      name: ({ name }) => name,
      type: ({ type }) => type,
      statements: ({ statements }) => statements,
      articles: ({ articles }) => articles,
      outlets: ({ outlets }) => outlets,
      first: ({ first }) => first,
      last: ({ last }) => last,
    },
  };
}

async function writeProfile(terminal: Terminal, { json }: ListOptions, profile: ActorProfile): Promise<void> {
  const shown = json ? JSON.stringify(profile, null, 2) : showProfile(profile, viewOf(terminal));
  await write(terminal.stdout, `${shown}\n`);
}
