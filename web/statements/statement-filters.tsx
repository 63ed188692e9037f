import { useEffect, useId, useRef, useState } from 'react';
import type { StatementPage } from '../../src/ledger/ledger.ts';
import type { StatementKind } from '../../src/reading/reading.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import type { Changes, Query } from './statements-page.tsx';

/** How long to wait after a key before asking, in milliseconds. */
const TYPING_PAUSE_MS = 150;

const KINDS: readonly StatementKind[] = ['direct', 'indirect', 'mixed'];

interface Props {
  readonly query: Query;
  readonly page: StatementPage;
  readonly change: (changes: Changes) => void;
}

/** Words, kind and outlet. Every count is that of the rows that a click lists. */
export function StatementFilters({ query, page, change }: Props) {
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      <WordsFilter words={query.text ?? ''} change={change} />
      <KindFilter chosen={query.kind} kinds={page.kinds} change={change} />
      <OutletFilter chosen={query.outlet} outlets={page.outlets} change={change} />
    </form>
  );
}

function WordsFilter({ words, change }: { readonly words: string; readonly change: Props['change'] }) {
  const [typed, setTyped] = useState(words);
  const sent = useRef(words);
  const id = useId();

  // The address was changed by something else: a link, the history, "Clear filters".
  useEffect(() => {
    if (words === sent.current) return;
    sent.current = words;
    setTyped(words);
  }, [words]);

  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      change({ text: typed || undefined });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, change]);

  return (
    <div className="filter words-filter">
      <label htmlFor={id}>Words</label>
      <input
        id={id}
        type="search"
        placeholder="minister bridge …"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}

interface KindProps {
  readonly chosen: string | undefined;
  readonly kinds: StatementPage['kinds'];
  readonly change: Props['change'];
}

function KindFilter({ chosen, kinds, change }: KindProps) {
  const name = useId();
  const all = KINDS.reduce((sum, kind) => sum + kinds[kind], 0);
  return (
    <fieldset className="filter kind-filter">
      <legend>Kind</legend>
      <label>
        <input type="radio" name={name} checked={chosen === undefined} onChange={() => change({ kind: undefined })} />
        <span>
          all <b>{all.toLocaleString('en')}</b>
        </span>
      </label>
      {KINDS.map((kind) => (
        <label key={kind}>
          <input type="radio" name={name} checked={chosen === kind} onChange={() => change({ kind })} />
          <span>
            <KindMark kind={kind} /> <b>{kinds[kind].toLocaleString('en')}</b>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface OutletProps {
  readonly chosen: string | undefined;
  readonly outlets: StatementPage['outlets'];
  readonly change: Props['change'];
}

function OutletFilter({ chosen, outlets, change }: OutletProps) {
  const id = useId();
  const all = outlets.reduce((sum, outlet) => sum + outlet.statements, 0);
  const isListed = chosen === undefined || outlets.some(({ outlet }) => outlet === chosen);
  return (
    <div className="filter outlet-filter">
      <label htmlFor={id}>Outlet</label>
      <select id={id} value={optionOf(chosen)} onChange={(event) => change({ outlet: outletOf(event.target.value) })}>
        <option value={optionOf(undefined)}>all ({all.toLocaleString('en')})</option>
        {outlets.map(({ outlet, statements }) => (
          <option key={outlet} value={optionOf(outlet)}>
            {outlet || 'no outlet named'} ({statements.toLocaleString('en')})
          </option>
        ))}
        {!isListed && <option value={optionOf(chosen)}>{chosen || 'no outlet named'} (0)</option>}
      </select>
    </div>
  );
}

/** The value of a choice in the list: an outlet, which may be without a name, or all of them. */
function optionOf(outlet: string | undefined): string {
  return outlet === undefined ? 'all' : `outlet ${outlet}`;
}

function outletOf(option: string): string | undefined {
  return option === 'all' ? undefined : option.slice('outlet '.length);
}
