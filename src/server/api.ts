/** What the HTTP API gives out, for the server that writes it and the page that reads it. Types only. */
import type { ArticleEntry, StatementPage } from '../ledger/ledger.ts';
import type { Reading } from '../reading/reading.ts';

/** GET /v1/articles */
export interface ArticlesAnswer {
  readonly articles: readonly ArticleEntry[];
}

/** GET /v1/articles/ID, and GET /v1/articles/ID?version=VERSION for an earlier text. */
export interface ArticleAnswer {
  readonly article: ArticleEntry;
  readonly versionId: string;
  readonly reading: Reading;
}

/** GET /v1/statements?search=&order=&direction=&limit=&after=&facets= */
export type StatementsAnswer = StatementPage;

/** Every answer that is not 200. */
export interface ErrorAnswer {
  readonly error: {
    readonly code: string;
    readonly message: string;
    /** Where the mistake stands in a search, in UTF-16 offsets. */
    readonly at?: { readonly start: number; readonly end: number };
  };
}
