/** `hearsay search`: statements or articles that a search finds, and searches with a name. */
import { Command } from 'commander';
import type { FoundArticle, Ledger, Page, SavedSearch } from '../ledger/ledger.ts';
import { FIELDS } from '../ledger/search/fields.ts';
import { parseQuery } from '../ledger/search/parse-query.ts';
import { HearsayError } from '../text/errors.ts';
import {
  addListOptions,
  type Listing,
  type ListOptions,
  pageQuery,
  wholePage,
  withLedger,
  writeListing,
} from './list/list-options.ts';
import { listStatements } from './list/statement-listing.ts';
import type { Run } from './program.ts';
import { type Terminal, write } from './terminal.ts';
import { wrapText } from './view/wrap-text.ts';

interface SearchOptions extends ListOptions {
  readonly articles?: true;
  readonly save?: string;
  readonly saved?: string;
  readonly list?: true;
  readonly remove?: string;
}

/**
 * The command `search`.
 *
 * @example
 * program.addCommand(searchCommand({ terminal, end }));
 */
export function searchCommand({ terminal }: Run): Command {
  const command = new Command('search')
    .description('search a ledger, and keep searches')
    .argument('[query...]', 'what to look for: words, phrases and fields')
    .option('--articles', 'search the text and headlines of articles instead of statements')
    .option('--save <name>', 'keep the search under a name')
    .option('--saved <name>', 'search again for what was kept under a name')
    .option('--list', 'list the searches that are kept')
    .option('--remove <name>', 'let go of a search');
  return addListOptions(command, [])
    .addHelpText(
      'after',
      `
All words must occur, in source, cue or content, or in the headline or the name
of the outlet. "Exact words" stand next to each other; begin* finds beginnings;
OR, NOT (or - before a word) and parentheses join. A field looks in one place:
${wrapText(
  Object.keys(FIELDS)
    .map((name) => `${name}:`)
    .join(' '),
  78,
)
  .map((line) => `  ${line}`)
  .join('\n')}
What an outlet asserts itself is found by is:assertion. docs/search.md describes
every field. Put the search in single quotes, so that the shell leaves it alone.

Examples:
  hearsay search 'bridge "no comment" -outlet:post'
  hearsay search 'actor:lund act:denied said:2025-08..'
  hearsay search --articles '"brake failure" published:2026-04'
  hearsay search --save denials 'act:denied'
  hearsay search --saved denials`,
    )
    .action(async (words: string[], options: SearchOptions) => {
      await withLedger(options.ledger, (ledger) => runSearch(terminal, ledger, words.join(' '), options));
    });
}

async function runSearch(terminal: Terminal, ledger: Ledger, typed: string, options: SearchOptions): Promise<void> {
  if (options.list) {
    await writeListing(terminal, options, listSaved(await ledger.savedSearches()));
    return;
  }
  if (options.remove !== undefined) {
    await findSaved(ledger, options.remove);
    await ledger.removeSavedSearch(options.remove);
    await write(terminal.stdout, `${ledger.path}: removed the search "${options.remove}"\n`);
    return;
  }
  if (options.saved !== undefined && typed !== '') {
    throw new HearsayError('E_USAGE', 'Give a search or --saved NAME, not both.');
  }
  const search = options.saved === undefined ? typed : (await findSaved(ledger, options.saved)).query;
  if (search.trim() === '') {
    throw new HearsayError('E_USAGE', 'Say what to look for: see "hearsay help search".');
  }
  if (options.save !== undefined) {
    parseQuery(search);
    await ledger.putSavedSearch({ name: options.save, query: search, savedAt: new Date().toISOString() });
    await write(terminal.stderr, `hearsay: kept as "${options.save}"\n`);
  }
  const page = pageQuery<never>(options, () => 'up');
  if (options.articles)
    await writeListing(terminal, options, listArticles(await ledger.searchArticles({ search, ...page })));
  else await writeListing(terminal, options, listStatements(await ledger.statements({ search, ...page })));
}

async function findSaved(ledger: Ledger, name: string): Promise<SavedSearch> {
  const saved = await ledger.savedSearches();
  const found = saved.find((search) => search.name === name);
  if (found) return found;
  const names = saved.map((search) => search.name).join(', ') || 'none yet';
  throw new HearsayError('E_NOT_FOUND', `${ledger.path} keeps no search "${name}": it has ${names}.`);
}

function listSaved(rows: readonly SavedSearch[]): Listing<SavedSearch> {
  return {
    page: wholePage(rows),
    noun: ['search', 'searches'],
    table: [
      { title: 'Name', share: 0, cell: ({ name }) => name },
      { title: 'Saved', share: 0, cell: ({ savedAt }) => savedAt.slice(0, 10) },
      { title: 'Search', share: 1, cell: ({ query }) => query },
    ],
    csv: { name: ({ name }) => name, saved_at: ({ savedAt }) => savedAt, query: ({ query }) => query },
  };
}

function listArticles(page: Page<FoundArticle>): Listing<FoundArticle> {
  return {
    page,
    noun: ['article', 'articles'],
    table: [
      { title: 'Published', share: 0, cell: ({ published }) => published?.slice(0, 10) ?? '' },
      { title: 'Outlet', share: 2, cell: ({ outlet }) => outlet },
      { title: 'Headline', share: 4, cell: ({ headline, articleId }) => headline ?? articleId },
      { title: 'Words', share: 7, cell: ({ snippet }) => snippet?.text ?? null },
    ],
    csv: {
      article_id: ({ articleId }) => articleId,
      version_id: ({ versionId }) => versionId,
      outlet: ({ outlet }) => outlet,
      headline: ({ headline }) => headline,
      published: ({ published }) => published,
      start: ({ snippet }) => snippet?.start ?? null,
      end: ({ snippet }) => snippet?.end ?? null,
      words: ({ snippet }) => snippet?.text ?? null,
    },
  };
}
