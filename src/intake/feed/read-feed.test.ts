import { describe, expect, test } from 'vitest';
import type { Link, Piece } from '../items/item.ts';
import { readFeedList, readOpml } from './opml.ts';
import { readFeed } from './read-feed.ts';

const FEED = 'https://courier.example/feed.xml';
const read = (text: string, url: string | null = FEED) => [...readFeed('feed', new TextEncoder().encode(text), url)];
const bodyOf = (piece: Piece) => {
  const { fallback } = piece as Link;
  if (fallback === null) return null;
  return 'text' in fallback ? fallback.text : new TextDecoder().decode(fallback.bytes);
};

const RSS2 = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Courier</title><link>https://courier.example/</link>
<item><title>Fire at the pier</title><link>/pier?a=1&amp;b=2</link><guid isPermaLink="false">c-17</guid>
<pubDate>Tue, 03 Mar 2026 10:00:00 +0100</pubDate><dc:creator>Ada Lund</dc:creator>
<source url="https://wire.example/rss">Northern Wire</source>
<description>Short.</description><content:encoded><![CDATA[<p>The port denied it.</p>]]></content:encoded></item>
<item><guid>https://courier.example/two</guid></item><item><title>Nothing</title></item></channel></rss>`;

const RSS1 = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="${FEED}"><title>The Courier</title></channel>
<item rdf:about="urn:c:17"><title>Fire at the pier</title><link>https://courier.example/pier</link>
<dc:date>2026-03-03T10:00:00+01:00</dc:date></item></rdf:RDF>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><id>urn:c</id><updated>2026-03-04T00:00:00Z</updated>
<entry><title>Fire at the pier</title><id>tag:courier.example,2026:17</id><link rel="self" href="/x"/><link href="/pier"/>
<published>2026-03-03T09:00:00Z</published><updated>2026-03-03T12:00:00Z</updated><author><name>Ada Lund</name></author>
<source><title>Northern Wire</title></source><content type="html">&lt;p&gt;The port denied it.&lt;/p&gt;</content></entry></feed>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Courier',
  items: [
    { id: '17', url: 'https://courier.example/pier', title: 'Fire at the pier', content_text: 'The port denied it.' },
    { id: '18', content_html: '<p>No page of its own.</p>' },
  ],
});

describe('readFeed', () => {
  test.each<[string, string, Partial<Link>, string | null]>([
    [
      'RSS 2.0',
      RSS2,
      {
        url: 'https://courier.example/pier?a=1&b=2',
        identity: 'c-17',
        hints: {
          from: 'feed',
          title: 'Fire at the pier',
          published: '2026-03-03T09:00:00Z',
          byline: 'Ada Lund',
          relay: 'Northern Wire',
          outlet: 'The Courier',
        },
      },
      '<p>The port denied it.</p>',
    ],
    [
      'RSS 1.0',
      RSS1,
      {
        url: 'https://courier.example/pier',
        identity: 'urn:c:17',
        hints: {
          from: 'feed',
          title: 'Fire at the pier',
          published: '2026-03-03T10:00:00+01:00',
          outlet: 'The Courier',
        },
      },
      null,
    ],
    [
      'Atom',
      ATOM,
      {
        url: 'https://courier.example/pier',
        identity: 'tag:courier.example,2026:17',
        hints: {
          from: 'feed',
          title: 'Fire at the pier',
          published: '2026-03-03T09:00:00Z',
          byline: 'Ada Lund',
          relay: 'Northern Wire',
          outlet: 'The Courier',
          modified: '2026-03-03T12:00:00Z',
        },
      },
      '<p>The port denied it.</p>',
    ],
    [
      'JSON Feed',
      JSON_FEED,
      {
        url: 'https://courier.example/pier',
        identity: '17',
        hints: { from: 'feed', title: 'Fire at the pier', outlet: 'The Courier' },
      },
      'The port denied it.',
    ],
  ])('%s', (_name, text, expected, body) => {
    const [piece] = read(text);
    expect(piece).toMatchObject({ type: 'link', expects: 'page', from: 'feed', ...expected });
    expect((piece as Link).hints).toEqual(expected.hints);
    expect(bodyOf(piece)).toBe(body);
  });

  test('a guid that is an address, an entry without either, one without a page', () => {
    const [, two, nothing] = read(RSS2);
    expect(two).toMatchObject({ url: 'https://courier.example/two', fallback: null });
    expect(nothing).toMatchObject({ type: 'failure', code: 'E_FEED', what: 'feed#3' });
    expect(read(JSON_FEED)[1]).toMatchObject({ url: 'feed#18', identity: '18' });
  });

  test('the stamp changes with what the feed says of the article', () => {
    const stampOf = (text: string) => (read(text)[0] as Link).stamp;
    expect(stampOf(RSS2)).toBe(stampOf(RSS2));
    expect(stampOf(RSS2)).not.toBe(stampOf(RSS2.replace('denied', 'confirmed')));
    expect(stampOf(ATOM)).not.toBe(stampOf(ATOM.replace('12:00', '13:00')));
  });

  test.each(['<rss><channel><item>', '<html></html>', '{"version":"x"', ''])('damaged: %j', (text) => {
    for (const piece of read(text)) expect(piece).toMatchObject({ type: 'failure', code: 'E_FEED' });
  });
});

describe('OPML', () => {
  const TEXT = `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title><dateCreated>Tue, 03 Mar 2026 09:00:00 GMT</dateCreated></head><body>
<outline text="Wires" nextcloud:id="4"><outline text="North" type="rss" xmlUrl="https://wire.example/rss?a=1&amp;b=2"
 htmlUrl="https://wire.example/" category="/a,/b" customOrder="7"/></outline>
<outline text="Courier" title="The Courier" xmlUrl="https://courier.example/feed.xml"/></body></opml>`;

  test('feeds, in their groups', () => {
    expect(readFeedList(TEXT)).toEqual([
      {
        url: 'https://wire.example/rss?a=1&b=2',
        title: 'North',
        outline: {
          groups: ['Wires'],
          attributes: {
            text: 'North',
            type: 'rss',
            htmlUrl: 'https://wire.example/',
            category: '/a,/b',
            customOrder: '7',
          },
        },
      },
      {
        url: 'https://courier.example/feed.xml',
        title: 'The Courier',
        outline: { groups: [], attributes: { text: 'Courier', title: 'The Courier' } },
      },
    ]);
    const pieces = [...readOpml('feeds.opml', new TextEncoder().encode(TEXT))];
    expect(pieces[0]).toMatchObject({ type: 'link', expects: 'list', hints: { outlet: 'North' } });
  });

  test('damaged', () => {
    expect([...readOpml('x', new TextEncoder().encode('<opml><body><outline'))].map(({ type }) => type)).not.toContain(
      'link',
    );
    expect(() => readFeedList('<html/>')).toThrow(expect.objectContaining({ code: 'E_FEED' }));
  });
});
