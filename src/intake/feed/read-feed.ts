/**
 * RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and JSON Feed to links, one an entry, through feedsmith. The entry's guid or id is its
 * identity; its page is preferred, and the body that the feed itself carries (content:encoded, atom:content, content_html) stands
 * ready for when the page cannot be had. `<source>` is kept as a hint of the relay. A summary is no article and is not read.
 */
import { createHash } from 'node:crypto';
import { type AnyFeed, type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { HearsayError } from '../../text/errors.ts';
import { decodeBytes } from '../charset/decode-bytes.ts';
import { isoDate } from '../head/line-kinds.ts';
import type { Hints, Link, Page, Piece, Text } from '../items/item.ts';
import { failureOf } from '../items/item.ts';

/** An entry before its address is made whole. */
interface Entry {
  readonly url: string | undefined;
  readonly identity: string | undefined;
  readonly updated: string | undefined;
  readonly fallback: Page | Text | null;
  readonly hints: Readonly<Record<string, string | undefined>>;
}

/**
 * The entries of a feed, in its order.
 *
 * @param name what to call the feed
 * @param url where it was found, from which relative addresses count
 * @example
 * [...readFeed('feed.xml', bytes, 'https://courier.example/feed.xml')][0]; // { type: 'link', url: 'https://courier.example/pier', … }
 */
export function* readFeed(name: string, bytes: Uint8Array, url: string | null): Generator<Piece> {
  let entries: Entry[];
  let outlet: string | undefined;
  try {
    const feed = parseFeed(decodeBytes(bytes).text);
    outlet = titleOf(feed);
    entries = entriesOf(feed);
  } catch (cause) {
    const message = 'The feed is damaged: get it again, or give the addresses of its articles.';
    yield failureOf(name, new HearsayError('E_FEED', message, { cause }));
    return;
  }
  for (const [position, entry] of entries.entries()) {
    const link = linkOf(entry, name, url, outlet);
    const what = `${name}#${entry.identity ?? position + 1}`;
    const message = 'The entry of the feed has neither an address nor a text: it is passed over.';
    yield link ?? failureOf(what, new HearsayError('E_FEED', message));
  }
}

function titleOf({ format, feed }: AnyFeed): string | undefined {
  return format === 'atom' ? feed.title?.value : feed.title;
}

function entriesOf({ format, feed }: AnyFeed): Entry[] {
  if (format === 'atom') return (feed.entries ?? []).map(fromAtom);
  if (format === 'json') return (feed.items ?? []).map(fromJson);
  return format === 'rss' ? (feed.items ?? []).map(fromRss) : (feed.items ?? []).map(fromRdf);
}

function fromRss(item: RssFeed.Item<string>): Entry {
  const { guid, link } = item;
  const isAddress = guid?.value !== undefined && guid.isPermaLink !== false && /^https?:\/\//i.test(guid.value);
  return {
    url: link ?? (isAddress ? guid.value : undefined),
    identity: guid?.value ?? link,
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
    fallback: htmlOf(item.content?.encoded),
    hints: {
      title: item.title,
      published: item.pubDate ?? item.dc?.dates?.[0],
      byline: item.dc?.creators?.[0] ?? item.authors?.[0]?.name,
      relay: item.source?.title ?? item.source?.url,
    },
  };
}

function fromRdf(item: RdfFeed.Item<string>): Entry {
  return {
    url: item.link,
    identity: item.rdf?.about ?? item.link,
    updated: undefined,
    fallback: htmlOf(item.content?.encoded),
    hints: {
      title: item.title,
      published: item.dc?.dates?.[0],
      byline: item.dc?.creators?.[0],
      relay: item.dc?.sources?.[0],
    },
  };
}

function fromAtom(entry: AtomFeed.Entry<string>): Entry {
  const links = entry.links ?? [];
  const page = links.find(({ rel }) => rel === undefined || rel === 'alternate');
  const { type, value } = entry.content ?? {};
  return {
    url: page?.href ?? entry.content?.src,
    identity: entry.id ?? page?.href,
    updated: entry.updated,
    fallback: /html/i.test(type ?? '') ? htmlOf(value) : textOf(value),
    hints: {
      title: entry.title?.value,
      published: entry.published,
      byline: entry.authors?.[0]?.name,
      relay: entry.source?.title?.value,
    },
  };
}

function fromJson(item: JsonFeed.Item<string>): Entry {
  return {
    url: item.url ?? item.external_url,
    identity: item.id ?? item.url,
    updated: item.date_modified,
    fallback: htmlOf(item.content_html) ?? textOf(item.content_text),
    hints: { title: item.title, published: item.date_published, byline: item.authors?.[0]?.name },
  };
}

function linkOf(entry: Entry, from: string, base: string | null, outlet: string | undefined): Link | null {
  const found =
    entry.url !== undefined && URL.canParse(entry.url, base ?? undefined) && new URL(entry.url, base ?? undefined);
  const url = found && /^https?:$/.test(found.protocol) ? found.href : null;
  if (url === null && entry.fallback === null) return null;
  const identity = entry.identity ?? null;
  const hints = { ...entry.hints, outlet, modified: entry.updated };
  return {
    type: 'link',
    url: url ?? `${from}#${identity ?? ''}`,
    expects: 'page',
    from,
    hints: { from: 'feed', ...plainHints(hints) },
    identity,
    stamp: createHash('sha256')
      .update(JSON.stringify([url, hints, stringOf(entry.fallback)]))
      .digest('hex')
      .slice(0, 16),
    fallback: entry.fallback,
  };
}

function plainHints(hints: Readonly<Record<string, string | undefined>>): Omit<Hints, 'from'> {
  const said = Object.entries(hints).flatMap(([field, value]) => {
    const isDate = field === 'published' || field === 'modified';
    const plain = isDate ? instantOf(value) : value?.replace(/\s+/g, ' ').trim();
    return plain ? [[field, plain]] : [];
  });
  return Object.fromEntries(said);
}

/** A date of a feed in ISO 8601: RFC 822's become the same instant in UTC. */
function instantOf(value: string | undefined): string | null {
  const iso = isoDate(value ?? '');
  if (iso === null || iso.includes('T') || !/\d:\d/.test(value ?? '')) return iso;
  const at = Date.parse(value ?? '');
  return Number.isNaN(at) ? iso : new Date(at).toISOString().replace('.000Z', 'Z');
}

function htmlOf(html: string | undefined): Page | null {
  if (html === undefined || html.trim() === '') return null;
  return { bytes: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8' };
}

function textOf(text: string | undefined): Text | null {
  return text === undefined || text.trim() === '' ? null : { text };
}

function stringOf(content: Page | Text | null): string {
  if (content === null) return '';
  return 'text' in content ? content.text : new TextDecoder().decode(content.bytes);
}
