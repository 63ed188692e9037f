/** The statements of the ledger: search, facets with counts, and the table. The address holds all of what is asked for. */
import { useEffect } from 'react';
import type { ArticlesAnswer, StatementsAnswer } from '../../src/server/api.ts';
import { statementsAddress } from '../address/address.ts';
import { replaceAddress } from '../address/use-address.ts';
import { showCount } from '../data/show-count.ts';
import { useAnswer } from '../data/use-answer.ts';
import { EmptyLedgerNote, EmptyNote, FailureNote, LoadingNote } from '../parts/notes.tsx';
import { FacetList } from './facet-list.tsx';
import { SearchBox } from './search-box.tsx';
import { StatementTable } from './statement-table.tsx';
import { useScrollMemory } from './use-scroll-memory.ts';

const PAGE_ROWS = '100';
/** Values of each facet. */
const FACET_VALUES = '8';

export type Query = Readonly<Record<string, string>>;

/** What is to be asked for instead; undefined takes something away. */
export type Changes = Readonly<Record<string, string | undefined>>;

export function StatementsPage({ query }: { readonly query: Query }) {
  const asked = new URLSearchParams({ ...query, limit: PAGE_ROWS, facets: FACET_VALUES });
  const articles = useAnswer<ArticlesAnswer>('/v1/articles');
  const statements = useAnswer<StatementsAnswer>(`/v1/statements?${asked}`);
  useScrollMemory(statementsAddress(query), statements.body !== null);
  useEffect(() => {
    document.title = 'Statements · Hearsay';
  }, []);

  const addressWith = (changes: Changes) => {
    const next: Record<string, string> = {};
    for (const [name, value] of Object.entries<string | undefined>({ ...query, after: undefined, ...changes })) {
      if (value !== undefined) next[name] = value;
    }
    return statementsAddress(next);
  };
  const change = (changes: Changes) => replaceAddress(addressWith(changes));
  const clear = () => change({ search: undefined });

  // A mistake in what was typed is shown where it was typed.
  const mistake = query.search !== undefined && statements.failure?.code === 'E_INPUT' ? statements.failure : null;
  const failed = [articles, statements].filter((answer) => answer.failure && answer.failure !== mistake);
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
  if (!articles.body || (!statements.body && !mistake)) return <LoadingNote>Opening the ledger …</LoadingNote>;
  if (articles.body.articles.length === 0) return <EmptyLedgerNote />;

  const all = articles.body.articles.reduce((sum, article) => sum + article.statements, 0);
  const outlets = new Set(articles.body.articles.map((article) => article.outlet).filter(Boolean)).size;
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
      <SearchBox search={query.search ?? ''} mistake={mistake} change={change} />
      {statements.body && (
        <div className="found">
          <FacetList facets={statements.body.facets} change={change} />
          <div className="list">
            <Shown answer={statements.body} all={all} isFiltered={query.search !== undefined} clear={clear} />
            {statements.body.rows.length > 0 ? (
              <StatementTable rows={statements.body.rows} query={query} change={change} waiting={statements.waiting} />
            ) : (
              <EmptyNote title="No statement fits">
                <p>Use fewer words, or take a filter away.</p>
              </EmptyNote>
            )}
            <Pages answer={statements.body} after={query.after} addressWith={addressWith} />
          </div>
        </div>
      )}
    </>
  );
}

interface ShownProps {
  readonly answer: StatementsAnswer;
  readonly all: number;
  readonly isFiltered: boolean;
  readonly clear: () => void;
}

function Shown({ answer: { total, first, rows }, all, isFiltered, clear }: ShownProps) {
  const hasAssertions = rows.some(({ kind }) => kind === 'assertion');
  const count = hasAssertions
    ? `${total.toLocaleString('en')} found`
    : isFiltered
      ? `${total.toLocaleString('en')} of ${showCount(all, 'statement')}`
      : showCount(total, 'statement');
  return (
    <p className="shown" role="status" aria-live="polite">
      <span>
        {count}
        {total > rows.length && rows.length > 0 && `, lines ${showLines(first, rows.length)}`}
      </span>
      {isFiltered && (
        <button type="button" className="quiet" onClick={clear}>
          Clear search
        </button>
      )}
    </p>
  );
}

function showLines(first: number, rows: number): string {
  return `${(first + 1).toLocaleString('en')}–${(first + rows).toLocaleString('en')}`;
}

interface PagesProps {
  readonly answer: StatementsAnswer;
  readonly after: string | undefined;
  readonly addressWith: (changes: Changes) => string;
}

function Pages({ answer, after, addressWith }: PagesProps) {
  if (after === undefined && answer.next === null) return null;
  return (
    <nav className="pages" aria-label="Pages of the table">
      {after !== undefined && <a href={addressWith({ after: undefined })}>← First page</a>}
      {answer.next !== null && <a href={addressWith({ after: answer.next })}>Next →</a>}
    </nav>
  );
}
