/** One article with its statements marked in the text, and beside it the list of them. */
import { useEffect, useMemo, useRef } from 'react';
import type { ArticleEntry } from '../../src/ledger/ledger.ts';
import type { LeftOut, Reading } from '../../src/reading/reading.ts';
import type { ArticleAnswer } from '../../src/server/api.ts';
import { type ArticleAddress, articleAddress } from '../address/address.ts';
import { showCount } from '../data/show-count.ts';
import { showMoment } from '../data/show-date.ts';
import { useAnswer } from '../data/use-answer.ts';
import { FailureNote, LoadingNote } from '../parts/notes.tsx';
import { ArticleText } from './article-text.tsx';
import { StatementsBeside } from './statements-beside.tsx';
import { useActiveStatement } from './use-active-statement.ts';

export function ArticlePage({ address }: { readonly address: ArticleAddress }) {
  const version = address.version ? `?version=${encodeURIComponent(address.version)}` : '';
  const path = `/v1/articles/${encodeURIComponent(address.article)}${version}`;
  const { body, failure, askAgain } = useAnswer<ArticleAnswer>(path);
  useEffect(() => {
    document.title = `${body?.article.headline ?? 'Article'} · Hearsay`;
  }, [body]);
  if (failure) {
    return (
      <>
        <FailureNote failure={failure} askAgain={askAgain} />
        <p className="note">
          <a href="#/articles">See all articles</a>
        </p>
      </>
    );
  }
  if (!body) return <LoadingNote>Opening the article …</LoadingNote>;
  return <OpenArticle answer={body} address={address} />;
}

interface OpenProps {
  readonly answer: ArticleAnswer;
  readonly address: ArticleAddress;
}

function OpenArticle({ answer, address }: OpenProps) {
  const { article, reading, versionId } = answer;
  const { statements } = reading;
  const root = useRef<HTMLDivElement>(null);
  const linkTo = useMemo(
    () => (statement: string | null) => articleAddress(address.article, { version: address.version, statement }),
    [address.article, address.version],
  );
  const selected = statements.find(({ id }) => id === address.statement) ?? null;
  const active = useActiveStatement(root, selected?.id ?? null, linkTo);
  return (
    <div className="open-article" ref={root}>
      <article className="article">
        <Head article={article} reading={reading} versionId={versionId} />
        {address.statement && !selected && (
          <p className="warning">
            The statement that this address names is not in this version of the article: the text, or the engine that
            read it, has changed.
          </p>
        )}
        {reading.warnings.map((warning) => (
          <p className="warning" key={`${warning.code} ${warning.message}`}>
            {warning.message} <span className="code">{warning.code}</span>
          </p>
        ))}
        <Legend />
        <ArticleText reading={reading} active={active} selected={selected?.id ?? null} linkTo={linkTo} />
        <LeftOutPieces pieces={reading.leftOut} />
      </article>
      <StatementsBeside reading={reading} active={active} selected={selected} linkTo={linkTo} />
    </div>
  );
}

interface HeadProps {
  readonly article: ArticleEntry;
  readonly reading: Reading;
  readonly versionId: string;
}

/** What is known about the article; what stands in its text as a block is shown there. */
function Head({ article, reading, versionId }: HeadProps) {
  const about = reading.article;
  const has = (kind: string) => reading.blocks.some((block) => block.kind === kind);
  return (
    <header className="head">
      <p className="from">
        <span className="outlet">{about.outlet ?? 'No outlet named'}</span>
        {about.published ? (
          <time dateTime={about.published}>{showMoment(about.published)}</time>
        ) : (
          <span className="absent">no date</span>
        )}
        {about.modified && about.modified !== about.published && (
          <span>
            changed <time dateTime={about.modified}>{showMoment(about.modified)}</time>
          </span>
        )}
        {about.url && <span className="url">{about.url}</span>}
      </p>
      {article.versions.length > 1 && (
        <p className="versions">
          {showCount(article.versions.length, 'version')}:{' '}
          {article.versions.map((version, i) => (
            <a
              key={version.id}
              href={articleAddress(article.id, { version: version.id === article.versionId ? null : version.id })}
              aria-current={version.id === versionId ? 'true' : undefined}
            >
              {i + 1}
              {version.id === article.versionId && ' (latest)'}
            </a>
          ))}
        </p>
      )}
      {!has('headline') && <h1>{about.title ?? 'No headline'}</h1>}
      {!has('byline') && about.byline && <p className="byline">{about.byline}</p>}
    </header>
  );
}

function Legend() {
  return (
    <p className="legend">
      Marked: <span className="mark source">source</span> <span className="mark cue">cue</span>{' '}
      <span className="mark content">content</span>{' '}
      <span className="to-check" title="Stated in the outlet’s own voice, and worth checking">
        own voice, worth checking
      </span>{' '}
      <span className="loaded" title="Point at one to see a plainer word and why">
        loaded word
      </span>
    </p>
  );
}

function LeftOutPieces({ pieces }: { readonly pieces: readonly LeftOut[] }) {
  if (pieces.length === 0) return null;
  return (
    <details className="left-out">
      <summary>{showCount(pieces.length, 'piece')} of the page left out of the text</summary>
      <ul>
        {pieces.map((piece, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two pieces may be alike
          <li key={i}>
            <b>{piece.reason}</b>
            <span>{piece.text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
