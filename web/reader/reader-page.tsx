/** A page that reads a pasted text with no server: the engine runs in the page. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { HearsayEngine } from '../../src/reading/engine.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { ArticleText } from '../article/article-text.tsx';
import { StatementsBeside } from '../article/statements-beside.tsx';
import { useActiveStatement } from '../article/use-active-statement.ts';
import { readPasted } from './read-pasted.ts';

interface Props {
  readonly openEngine: () => Promise<HearsayEngine>;
}

type State =
  | { readonly is: 'asking'; readonly failure: string | null }
  | { readonly is: 'reading' }
  | { readonly is: 'read'; readonly reading: Reading };

export function ReaderPage({ openEngine }: Props) {
  const [state, setState] = useState<State>({ is: 'asking', failure: null });
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const read = async () => {
    setState({ is: 'reading' });
    // The browser shows that it is at work before the engine keeps it busy.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    try {
      const engine = await openEngine();
      setState({ is: 'read', reading: readPasted(engine, text, date) });
    } catch (error) {
      setState({ is: 'asking', failure: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <>
      <header className="masthead">
        <span className="name">Hearsay</span>
        <p className="motto">Who said what, to the letter. No verdicts.</p>
      </header>
      <main>
        {state.is === 'read' ? (
          <ReadText reading={state.reading} goBack={() => setState({ is: 'asking', failure: null })} />
        ) : (
          <form
            className="paste"
            onSubmit={(event) => {
              event.preventDefault();
              void read();
            }}
          >
            <label htmlFor="text">The text of an article</label>
            <textarea
              id="text"
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder="Paste it here. An empty line ends a paragraph."
            />
            <p className="paste-end">
              <label htmlFor="date">Published on</label>
              <input id="date" type="date" value={date} onChange={(event) => setDate(event.target.value)} />
              <button type="submit" disabled={state.is === 'reading' || text.trim() === ''}>
                {state.is === 'reading' ? 'Reading …' : 'Read'}
              </button>
            </p>
            {state.is === 'asking' && state.failure && <p className="warning">{state.failure}</p>}
          </form>
        )}
      </main>
      <footer className="imprint">
        This page reads by itself: it has no server, and nothing that is pasted here leaves it.
      </footer>
    </>
  );
}

/** The text as the pages of a ledger show it; which statement is chosen stands behind the # of the address. */
function ReadText({ reading, goBack }: { readonly reading: Reading; readonly goBack: () => void }) {
  const root = useRef<HTMLDivElement>(null);
  const chosen = useHash();
  const linkTo = useCallback((statement: string | null) => `#${statement ?? ''}`, []);
  const selected = reading.statements.find(({ id }) => id === chosen) ?? null;
  const active = useActiveStatement(root, selected?.id ?? null, linkTo);
  return (
    <div className="open-article" ref={root}>
      <article className="article">
        <p className="paste-again">
          <button type="button" onClick={goBack}>
            Read another text
          </button>
        </p>
        {reading.warnings.map((warning) => (
          <p className="warning" key={`${warning.code} ${warning.message}`}>
            {warning.message}
          </p>
        ))}
        <ArticleText reading={reading} active={active} selected={selected?.id ?? null} linkTo={linkTo} />
      </article>
      <StatementsBeside reading={reading} active={active} selected={selected} linkTo={linkTo} />
    </div>
  );
}

function useHash(): string {
  const [hash, setHash] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    const changed = () => setHash(window.location.hash.slice(1));
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return hash;
}
