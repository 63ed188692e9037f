/** The page: a masthead, and below it what the address asks for. */
import { useEffect, useRef } from 'react';
import { useAddress } from './address/use-address.ts';
import { ArticlePage } from './article/article-page.tsx';
import { ArticlesPage } from './articles/articles-page.tsx';
import { EmptyNote } from './parts/notes.tsx';
import { StatementsPage } from './statements/statements-page.tsx';

export function App() {
  const address = useAddress();
  const main = useRef<HTMLElement>(null);
  const place = address.view === 'article' ? address.article : address.view;
  const first = useRef(true);

  // A new view begins at its top, for the eye and for the keyboard; the first one leaves the focus where the browser put it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what has changed
  useEffect(() => {
    if (!first.current) {
      window.scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [place]);

  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header className="masthead">
        <a className="name" href="#/statements">
          Hearsay
        </a>
        <p className="motto">Who said what, to the letter. No verdicts.</p>
        <nav aria-label="Views">
          <a href="#/statements" aria-current={address.view === 'statements' ? 'page' : undefined}>
            Statements
          </a>
          <a href="#/articles" aria-current={address.view.startsWith('article') ? 'page' : undefined}>
            Articles
          </a>
        </nav>
      </header>
      <main ref={main} tabIndex={-1}>
        {address.view === 'statements' && <StatementsPage query={address.query} />}
        {address.view === 'articles' && <ArticlesPage />}
        {address.view === 'article' && <ArticlePage key={`${address.article} ${address.version}`} address={address} />}
        {address.view === 'unknown' && (
          <EmptyNote title="There is nothing at this address">
            <p>
              <a href="#/statements">See all statements</a>, or <a href="#/articles">all articles</a>.
            </p>
          </EmptyNote>
        )}
      </main>
      <footer className="imprint">
        Everything on this page comes from the ledger on this machine. Nothing was sent anywhere.
      </footer>
    </>
  );
}
