import { expect, test } from 'vitest';
import type { Piece } from '../items/item.ts';
import { readSitemap } from './read-sitemap.ts';

const NEWS = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://courier.example/pier</loc><news:news><news:publication><news:name>The Courier</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2026-03-03T10:00:00+01:00</news:publication_date>
<news:title>Fire at the pier</news:title></news:news></url>
<url><loc>https://courier.example/two</loc><lastmod>2026-03-04</lastmod></url></urlset>`;

const INDEX = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://courier.example/news.xml.gz</loc>
<lastmod>2026-03-04</lastmod></sitemap></sitemapindex>`;

async function read(kind: 'urlset' | 'sitemapindex', text: string, size = 50): Promise<Piece[]> {
  const bytes = new TextEncoder().encode(text);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return Array.fromAsync(readSitemap('map', kind, chunks()));
}

test('a news sitemap', async () => {
  expect(await read('urlset', NEWS)).toMatchObject([
    {
      url: 'https://courier.example/pier',
      expects: 'page',
      hints: {
        from: 'sitemap',
        title: 'Fire at the pier',
        published: '2026-03-03T10:00:00+01:00',
        outlet: 'The Courier',
      },
    },
    { url: 'https://courier.example/two', stamp: '2026-03-04', hints: { from: 'sitemap' } },
  ]);
});

test('a sitemap index', async () => {
  expect(await read('sitemapindex', INDEX)).toMatchObject([
    { url: 'https://courier.example/news.xml.gz', expects: 'list' },
  ]);
});

test('what stood before a damage is given', async () => {
  const pieces = await read('urlset', `${NEWS.slice(0, NEWS.indexOf('</urlset>'))}<url><loc></url></urlset>`);
  expect(pieces.map(({ type }) => type)).toEqual(['link', 'link', 'failure']);
  expect(pieces[2]).toMatchObject({ code: 'E_FEED' });
});
