/**
 * Sitemaps, news sitemaps and sitemap indexes (sitemaps.org 0.9, Google News 0.9) to links, through the package sitemap in a
 * stream. Entries before a damage are given. The news extension says title, outlet and date; `lastmod` tells what changed.
 */
import { ErrorLevel, XMLToSitemapIndexStream, XMLToSitemapItemStream } from 'sitemap';
import { HearsayError } from '../../text/errors.ts';
import { pump } from '../bytes/pump.ts';
import { failureOf, type Hints, type Link, type Piece } from '../items/item.ts';

/** What the package gives of an entry. */
interface Entry {
  readonly url?: string;
  readonly lastmod?: string;
  readonly news?: {
    readonly title?: string;
    readonly publication_date?: string;
    readonly publication?: { readonly name?: string };
  };
}

/**
 * The addresses of a sitemap, or the sitemaps of an index, in order.
 *
 * @param kind the name of the root element
 * @example
 * for await (const piece of readSitemap('news.xml', 'urlset', chunks)) if (piece.type === 'link') piece.url;
 */
export async function* readSitemap(
  name: string,
  kind: 'urlset' | 'sitemapindex',
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Piece> {
  const options = { logger: false as const, level: ErrorLevel.SILENT };
  const parser = kind === 'urlset' ? new XMLToSitemapItemStream(options) : new XMLToSitemapIndexStream(options);
  try {
    for await (const entry of pump<Entry>(parser, chunks)) yield pieceOf(name, kind, entry);
  } catch (cause) {
    const message = 'The sitemap is damaged: what stood before the damage was read.';
    yield failureOf(name, cause instanceof HearsayError ? cause : new HearsayError('E_FEED', message, { cause }));
  }
}

function pieceOf(name: string, kind: 'urlset' | 'sitemapindex', { url, lastmod, news }: Entry): Piece {
  if (url === undefined || !URL.canParse(url)) {
    const message = 'An entry of the sitemap has no web address: it is passed over.';
    return failureOf(name, new HearsayError('E_FEED', message));
  }
  const hints: Hints = {
    from: 'sitemap',
    ...(news?.title && { title: news.title }),
    ...(news?.publication_date && { published: news.publication_date }),
    ...(news?.publication?.name && { outlet: news.publication.name }),
  };
  const link: Link = {
    type: 'link',
    url,
    expects: kind === 'urlset' ? 'page' : 'list',
    from: name,
    hints,
    identity: url,
    stamp: lastmod ?? news?.publication_date ?? null,
    fallback: null,
  };
  return link;
}
