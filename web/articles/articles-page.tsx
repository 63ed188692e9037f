/** The articles of the ledger, the latest first. */
import { useEffect } from 'react';
import type { ArticleEntry } from '../../src/ledger/ledger.ts';
import type { ArticlesAnswer } from '../../src/server/api.ts';
import { articleAddress } from '../address/address.ts';
import { showCount } from '../data/show-count.ts';
import { showDate, showMoment } from '../data/show-date.ts';
import { useAnswer } from '../data/use-answer.ts';
import { EmptyLedgerNote, FailureNote, LoadingNote } from '../parts/notes.tsx';

export function ArticlesPage() {
  const { body, failure, askAgain } = useAnswer<ArticlesAnswer>('/v1/articles');
  useEffect(() => {
    document.title = 'Articles · Hearsay';
  }, []);
  if (failure) return <FailureNote failure={failure} askAgain={askAgain} />;
  if (!body) return <LoadingNote>Opening the ledger …</LoadingNote>;
  if (body.articles.length === 0) return <EmptyLedgerNote />;
  return (
    <>
      <div className="opening">
        <h1>{showCount(body.articles.length, 'article')}</h1>
        <p>The latest first. Each is shown with its statements marked in the text.</p>
      </div>
      <ol className="articles">
        {body.articles.map((article) => (
          <li key={article.id}>
            <ArticleLine article={article} />
          </li>
        ))}
      </ol>
    </>
  );
}

function ArticleLine({ article }: { readonly article: ArticleEntry }) {
  const notes = [
    article.headline === null && article.versions.at(-1)!.path,
    article.byline,
    article.versions.length > 1 && showCount(article.versions.length, 'version'),
    article.leftOut > 0 && `${showCount(article.leftOut, 'piece')} left out`,
    article.warnings > 0 && showCount(article.warnings, 'warning'),
  ].filter(Boolean);
  return (
    <article>
      <p className="from">
        <span className="outlet">{article.outlet ?? 'No outlet named'}</span>
        {article.published && (
          <time dateTime={article.published} title={showMoment(article.published)}>
            {showDate(article.published)}
          </time>
        )}
      </p>
      <h2>
        <a href={articleAddress(article.id)}>{article.headline ?? 'No headline'}</a>
      </h2>
      <p className="notes">{notes.join(' · ')}</p>
      <p className="count">
        <b>{article.statements.toLocaleString('en')}</b> {article.statements === 1 ? 'statement' : 'statements'}
      </p>
    </article>
  );
}
