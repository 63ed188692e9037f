/** Real feeds, sitemaps and lists on real servers. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalServer, page, serveLocally } from '../../../test/samples/serve-locally.ts';
import { find, findPieces } from '../items/find-pieces.ts';
import type { Item, Piece, Visit } from '../items/item.ts';
import { readItem } from '../items/read-item.ts';
import { createFetcher, type Fetcher } from './fetcher.ts';
import { type FollowOptions, followLinks, type Memory } from './follow-links.ts';

let server: LocalServer;
let fetcher: Fetcher;
const visits: Visit[] = [];
const memory: Memory = {
  visitOf: (address) => visits.find((visit) => visit.address === address) ?? null,
  visitOfEntry: (list, identity) => visits.find((visit) => visit.list === list && visit.identity === identity) ?? null,
};

beforeEach(async () => {
  server = await serveLocally();
  fetcher = createFetcher({ allowPrivate: true, pauseMs: 0, tries: 1 });
  visits.length = 0;
});
afterEach(async () => {
  await fetcher.close();
  await server.stop();
});

const at = (path: string) => `${server.origin}${path}`;
const XML = { 'content-type': 'application/xml' };

async function follow(address: string, options: Partial<FollowOptions> = {}): Promise<Piece[]> {
  async function* nothing(): AsyncGenerator<Uint8Array> {}
  const pieces = findPieces(await find([address]), { stdin: nothing() });
  const list: Piece[] = [];
  const { signal } = new AbortController();
  for await (const piece of followLinks(pieces, { fetcher, memory, signal, ...options })) {
    list.push(piece);
    // As who keeps them does: an item is kept, then remembered.
    if (piece.type === 'item' && piece.visit) visits.push(piece.visit);
    if (piece.type === 'checked') visits.push(piece.visit);
  }
  return list;
}

const told = (pieces: readonly Piece[]) =>
  pieces.map((piece) => {
    const what =
      'id' in piece ? piece.id : 'what' in piece ? piece.what : piece.type === 'checked' ? piece.visit.address : '';
    return `${piece.type === 'failure' ? piece.code : piece.type} ${what.replace(server.origin, '')}`;
  });

const entry = (guid: string, link: string, more = '') =>
  `<item><guid isPermaLink="false">${guid}</guid><link>${link}</link><title>Fire ${guid}</title>${more}</item>`;
const feed = (...items: string[]) =>
  page(
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>${items.join('')}</channel></rss>`,
    { ...XML, etag: `"${items.join('').length}"` },
  );
const article = (words: string) => page(`<!doctype html><h1>Fire</h1><p>${words}`);

describe('a feed', () => {
  beforeEach(() => {
    server.answers['/feed'] = feed(entry('1', '/one'), entry('2', '/two'));
    server.answers['/one'] = article('The port denied it.');
    server.answers['/two'] = article('The port confirmed it.');
  });

  test('its pages, in order, then what to remember of it', async () => {
    const pieces = await follow(at('/feed'));
    expect(told(pieces)).toEqual(['item /one', 'item /two', 'checked /feed']);
    expect(pieces[0]).toMatchObject({
      hints: { from: 'feed', title: 'Fire 1', outlet: 'The Courier' },
      url: at('/one'),
      visit: { kind: 'page', list: at('/feed'), identity: '1' },
    });
    expect(pieces[2]).toMatchObject({ visit: { kind: 'feed', list: null, etag: expect.any(String) } });
    expect(readItem(pieces[0] as Item).article.outlet).toBe('The Courier');
  });

  test('the second time nothing is fetched that did not change', async () => {
    await follow(at('/feed'));
    const asked = server.asked.length;
    server.answers['/feed'] = feed(entry('1', '/one'), entry('2', '/two'), entry('3', '/three'));
    server.answers['/three'] = article('The port was silent.');
    expect(told(await follow(at('/feed')))).toEqual([
      'unchanged /one',
      'unchanged /two',
      'item /three',
      'checked /feed',
    ]);
    expect(server.asked.slice(asked)).toEqual(['/feed', '/three']);
  });

  test('a feed that its server says did not change', async () => {
    visits.push({
      address: at('/feed'),
      kind: 'feed',
      title: null,
      list: null,
      outline: null,
      identity: null,
      stamp: null,
      etag: '"x"',
      lastModified: null,
    });
    server.answers['/feed'] = (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"x"' ? 304 : 500).end();
    expect(told(await follow(at('/feed')))).toEqual(['unchanged /feed']);
  });

  test('an entry that moved is the article that it was', async () => {
    await follow(at('/feed'));
    server.answers['/feed'] = feed(entry('1', '/moved'));
    server.answers['/moved'] = article('The port denied it again.');
    const [moved] = (await follow(at('/feed'))) as Item[];
    expect(moved).toMatchObject({ path: at('/one'), movedFrom: at('/one') });
    expect(readItem(moved).article.url).toBe(at('/one'));
  });

  test('a page that cannot be had: the text of the feed, and why; else a failure that names the feed', async () => {
    const body = '<content:encoded>&lt;p&gt;The port denied it.&lt;/p&gt;</content:encoded>';
    server.answers['/feed'] = feed(entry('1', '/gone', body), entry('2', '/gone'), entry('3', '/two'));
    const pieces = await follow(at('/feed'));
    expect(told(pieces)).toEqual(['item /gone', 'E_FETCH /gone', 'item /two', 'checked /feed']);
    expect(pieces[0]).toMatchObject({
      visit: null,
      warnings: [{ code: 'W_PARTIAL', message: expect.stringContaining('404') }],
    });
    expect(readItem(pieces[0] as Item).text).toBe('The port denied it.');
    expect(pieces[1]).toMatchObject({ list: at('/feed') });
  });

  test('offline: what the feed carries, and nothing is asked', async () => {
    const pieces = await follow(at('/feed'), { fetcher: null });
    expect(told(pieces)).toEqual(['E_FETCH /feed']);
    expect(server.asked).toEqual([]);
  });
});

test('lists of lists: OPML, a sitemap index, gzipped sitemaps, a list of addresses; one that names itself is read once', async () => {
  const map = (root: string, child: string, ...paths: string[]) =>
    page(
      `<?xml version="1.0"?><${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<${child}><loc>${at(path)}</loc></${child}>`).join('')}</${root}>`,
      XML,
    );
  server.answers['/opml'] = page(
    `<opml version="2.0"><body><outline text="A"><outline text="F" xmlUrl="${at('/feed')}"/></outline><outline text="M" xmlUrl="${at('/index')}"/><outline text="P" xmlUrl="${at('/one')}"/></body></opml>`,
    XML,
  );
  server.answers['/feed'] = feed(entry('1', '/one'));
  server.answers['/index'] = map('sitemapindex', 'sitemap', '/map', '/index');
  server.answers['/map'] = map('urlset', 'url', '/two');
  server.answers['/one'] = article('One.');
  server.answers['/two'] = article('Two.');
  expect(told(await follow(at('/opml')))).toEqual([
    'item /one',
    'checked /feed',
    'item /two',
    'checked /map',
    'unchanged /index',
    'checked /index',
    'E_FEED /one',
    'checked /opml',
  ]);
});

test('what was fetched is kept before anything is made of it', async () => {
  server.answers['/one'] = article('One.');
  const kept: string[] = [];
  await follow(at('/one'), { keep: async ({ bytesSha256 }) => void kept.push(bytesSha256) });
  expect(kept).toHaveLength(1);
});
