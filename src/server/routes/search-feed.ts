/** An Atom feed for each saved search (RFC 4287): what it found, the latest published first, for any feed reader. */
import { createRoute, z } from '@hono/zod-openapi';
import { xmlText } from '../../export/xml/xml.ts';
import type { EntryRow, SavedSearch } from '../../ledger/ledger.ts';
import { HearsayError } from '../../text/errors.ts';
import { answers } from '../schemas/answers.ts';
import type { AddRoutes } from './api-context.ts';

/** Entries of a feed: as many as readers expect. */
const MOST_ENTRIES = 50;

const feed = createRoute({
  method: 'get',
  path: '/v1/searches/{name}/feed.atom',
  summary: 'A saved search as an Atom feed',
  request: { params: z.object({ name: z.string() }) },
  responses: {
    200: { content: { 'application/atom+xml': { schema: z.string() } }, description: 'the feed' },
    404: answers(z.null(), '')[404],
  },
});

export const addSearchFeedRoute: AddRoutes = (app, { ledger }) => {
  app.openapi(feed, async (context) => {
    const { name } = context.req.valid('param');
    const search = (await ledger.savedSearches()).find((saved) => saved.name === name);
    if (!search) throw new HearsayError('E_NOT_FOUND', `No search is saved as "${name}": see /v1/searches.`);
    const { rows } = await ledger.statements({ search: search.query, order: 'published', limit: MOST_ENTRIES });
    const { origin } = new URL(context.req.url);
    const body = feedOf(search, rows, origin);
    return context.body(body, 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  });
};

function feedOf({ name, query, savedAt }: SavedSearch, rows: readonly EntryRow[], origin: string): string {
  const dates = rows.map(({ published }) => instantOf(published)).filter((date) => date !== null);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>urn:hearsay:search:${encodeURIComponent(name)}</id>`,
    `<title>${xmlText(`${name} · Hearsay`)}</title>`,
    `<subtitle>${xmlText(query)}</subtitle>`,
    `<updated>${dates.sort().at(-1) ?? savedAt}</updated>`,
    '<author><name>Hearsay</name></author>',
    ...rows.map((row) => entryOf(row, savedAt, origin)),
    '</feed>\n',
  ].join('\n');
}

function entryOf(row: EntryRow, savedAt: string, origin: string): string {
  const who = row.kind === 'assertion' ? row.outlet : row.source?.text;
  const cue = row.kind === 'assertion' ? 'states' : (row.cue?.text ?? ':');
  const mark = row.review?.status === 'rejected' ? ' (rejected)' : '';
  const title = `${who ?? 'No source'} ${cue} ${row.content?.text ?? ''}`.trim() + mark;
  const published = instantOf(row.published);
  return [
    '<entry>',
    `<id>urn:hearsay:${row.kind === 'assertion' ? 'assertion' : 'statement'}:${row.id}:${row.articleId}</id>`,
    `<title>${xmlText(title)}</title>`,
    // An entry must have a date; of an article without one only the search's is known.
    `<updated>${published ?? savedAt}</updated>`,
    ...(published ? [`<published>${published}</published>`] : []),
    `<link rel="alternate" href="${xmlText(`${origin}/#/articles/${row.articleId}/statement/${row.id}`)}"/>`,
    `<summary>${xmlText([row.outlet, row.headline].filter(Boolean).join(': '))}</summary>`,
    '</entry>',
  ].join('');
}

/** A date as RFC 3339 wants it: an article's may be a day alone. */
function instantOf(date: string | null): string | null {
  if (date === null || Number.isNaN(Date.parse(date))) return null;
  return new Date(date).toISOString();
}
