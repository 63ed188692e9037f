/** The statements of the ledger: filters, counts, and the table. The address holds all of what is asked for. */
import { useEffect } from 'react';
import type { ArticlesAnswer, StatementsAnswer } from '../../src/server/api.ts';
import { statementsAddress } from '../address/address.ts';
import { replaceAddress } from '../address/use-address.ts';
import { showCount } from '../data/show-count.ts';
import { useAnswer } from '../data/use-answer.ts';
import { EmptyLedgerNote, EmptyNote, FailureNote, LoadingNote } from '../parts/notes.tsx';
import { StatementFilters } from './statement-filters.tsx';
import { StatementTable } from './statement-table.tsx';
import { useScrollMemory } from './use-scroll-memory.ts';

const PAGE_ROWS = 100;

export type Query = Readonly<Record<string, string>>;

/** What is to be asked for instead; undefined takes a filter away, for '' is an outlet without a name. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** The filters; the rest of a query says how the rows are ordered and which page is shown. */
const FILTERS = ['text', 'kind', 'outlet'];

export function StatementsPage({ query }: { readonly query: Query }) {
  const { page: shownPage, ...filters } = query;
  const page = Math.max(1, Math.trunc(Number(shownPage ?? 1)) || 1);
  const search = new URLSearchParams({ ...filters, limit: `${PAGE_ROWS}`, offset: `${(page - 1) * PAGE_ROWS}` });
  const articles = useAnswer<ArticlesAnswer>('/v1/articles');
  const statements = useAnswer<StatementsAnswer>(`/v1/statements?${search}`);
  useScrollMemory(statementsAddress(query), statements.body !== null);
  useEffect(() => {
    document.title = 'Statements · Hearsay';
  }, []);

  const change = (changes: Changes) => {
    const next: Record<string, string> = {};
    for (const [name, value] of Object.entries<string | undefined>({ ...query, page: undefined, ...changes })) {
      if (value !== undefined) next[name] = value;
    }
    replaceAddress(statementsAddress(next));
  };
  const clear = () => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])));

  const failed = [articles, statements].filter((answer) => answer.failure);
  const askAgain = () => {
    for (const answer of failed) answer.askAgain();
  };
  if (failed.length > 0) {
    return (
      <>
        <FailureNote failure={failed[0].failure!} askAgain={askAgain} />
        <p className="note">
          <a href="#/statements">See all statements</a>
        </p>
      </>
    );
  }
  if (!articles.body || !statements.body) return <LoadingNote>Opening the ledger …</LoadingNote>;
  if (articles.body.articles.length === 0) return <EmptyLedgerNote />;

  const { total, rows } = statements.body;
  const all = articles.body.articles.reduce((sum, article) => sum + article.statements, 0);
  const outlets = new Set(articles.body.articles.map((article) => article.outlet).filter(Boolean)).size;
  const isFiltered = FILTERS.some((name) => query[name] !== undefined);
  return (
    <>
      <div className="opening">
        <h1>
          {showCount(all, 'statement')} <span>in {showCount(articles.body.articles.length, 'article')}</span>
          {outlets > 1 && <span> by {showCount(outlets, 'outlet')}</span>}
        </h1>
        <p>
          Who is said to have said what: each line gives the source, the words that attribute it, and what was said,
          letter for letter. Open one to read it where it stands.
        </p>
      </div>
      <StatementFilters query={query} page={statements.body} change={change} />
      <p className="shown" role="status" aria-live="polite">
        <span>
          {isFiltered
            ? `${total.toLocaleString('en')} of ${showCount(all, 'statement')}`
            : showCount(total, 'statement')}
          {total > rows.length && rows.length > 0 && `, lines ${showLines(page, rows.length)}`}
        </span>
        {isFiltered && (
          <button type="button" className="quiet" onClick={clear}>
            Clear filters
          </button>
        )}
      </p>
      {rows.length > 0 ? (
        <StatementTable rows={rows} query={query} change={change} waiting={statements.waiting} />
      ) : (
        <EmptyNote title={total > 0 ? 'This page of the table is empty' : 'No statement fits'}>
          {total > 0 ? (
            <button type="button" onClick={() => change({})}>
              First page
            </button>
          ) : (
            <p>Use fewer words, or another kind or outlet.</p>
          )}
        </EmptyNote>
      )}
      <Pages query={query} page={page} total={total} />
    </>
  );
}

function showLines(page: number, rows: number): string {
  const first = (page - 1) * PAGE_ROWS + 1;
  return `${first.toLocaleString('en')}–${(first + rows - 1).toLocaleString('en')}`;
}

function Pages({ query, page, total }: { readonly query: Query; readonly page: number; readonly total: number }) {
  const last = Math.ceil(total / PAGE_ROWS);
  if (last <= 1) return null;
  const to = (number: number) => statementsAddress({ ...query, page: number === 1 ? '' : `${number}` });
  return (
    <nav className="pages" aria-label="Pages of the table">
      {page > 1 && <a href={to(page - 1)}>← Previous</a>}
      <span>
        Page {page} of {last}
      </span>
      {page < last && <a href={to(page + 1)}>Next →</a>}
    </nav>
  );
}
