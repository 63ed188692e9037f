/**
 * Fetches what links name and puts it in their place: pages become items, lists become the pages that they name in turn. Several
 * hosts are asked at a time, each of them politely; what comes out keeps the order of the lists. An entry that its list says did not
 * change, and a page of which its server says so, are not read again.
 *
 * What to remember of a list comes out after all of its pages, so that whoever keeps the pieces in order and stops half way has
 * not marked as seen what was never kept.
 */

import { HearsayError } from '../../text/errors.ts';
import { formatOf, readSource } from '../items/formats.ts';
import { headOf } from '../items/head.ts';
import { inOrder } from '../items/in-order.ts';
import { failureOf, itemOf, type Link, type Piece, type Visit } from '../items/item.ts';
import { openBytes } from '../items/source.ts';
import type { FetchedPage, Fetcher } from './fetcher.ts';

/** What was remembered of earlier visits. */
export interface Memory {
  /** Of an address. */
  visitOf(address: string): Visit | null;
  /** Of an entry of a list, whatever its address was then. */
  visitOfEntry(list: string, identity: string): Visit | null;
}

export interface FollowOptions {
  /** Null where nothing may be fetched. */
  readonly fetcher: Fetcher | null;
  readonly memory: Memory;
  readonly signal: AbortSignal;
  /** Keeps what was fetched, before anything is made of it. */
  readonly keep?: (page: FetchedPage) => Promise<void>;
}

/** Links followed at a time. */
const MOST_LINKS = 8;
/** A list in a list in a list: an OPML file of a sitemap index of sitemaps of pages. */
const DEEPEST = 4;
/** Pages of a list that are fetched while the lists before it are not done yet. */
const MOST_AHEAD = 50;

const LISTS: Readonly<Record<string, Visit['kind']>> = {
  RSS: 'feed',
  Atom: 'feed',
  'JSON Feed': 'feed',
  OPML: 'opml',
  Sitemap: 'sitemap',
  'Sitemap index': 'sitemap',
  CSV: 'page',
  'List of addresses': 'page',
};
const PAGES: ReadonlySet<string> = new Set(['HTML', 'SingleFile HTML', 'MHTML', 'Plain text']);

/**
 * The pieces with all links followed.
 *
 * @example
 * for await (const piece of followLinks(findPieces(found, options), { fetcher, memory, signal })) …
 */
export async function* followLinks(pieces: AsyncIterable<Piece>, options: FollowOptions): AsyncGenerator<Piece> {
  yield* follow(pieces, { ...options, listsSeen: new Set(), depth: 0 });
}

interface Way extends FollowOptions {
  /** Lists that were fetched in this run: one that names itself is read once. */
  readonly listsSeen: Set<string>;
  readonly depth: number;
}

type Answer = Iterable<Piece> | AsyncIterable<Piece>;

async function* follow(pieces: AsyncIterable<Piece> | Iterable<Piece>, way: Way): AsyncGenerator<Piece> {
  const answers = inOrder<Piece, Answer>(pieces, { most: MOST_LINKS }, (piece) =>
    piece.type === 'link' ? answerTo(piece, way) : [piece],
  );
  for await (const answer of answers) yield* answer;
}

/** Never throws but for an interruption. */
async function answerTo(link: Link, way: Way): Promise<Answer> {
  const known = knownVisit(link, way.memory);
  if (link.stamp !== null && known?.stamp === link.stamp && link.expects === 'page') return [unchanged(link)];
  try {
    const page = await fetchLink(link, known, way);
    if (page === null) return [unchanged(link)];
    await way.keep?.(page);
    return await piecesOf(link, page, known, way);
  } catch (cause) {
    way.signal.throwIfAborted();
    return [fallbackOf(link, cause) ?? { ...failureOf(link.url, cause), list: link.from }];
  }
}

function knownVisit({ url, from, identity }: Link, memory: Memory): Visit | null {
  return (identity === null ? null : memory.visitOfEntry(from, identity)) ?? memory.visitOf(url);
}

async function fetchLink(link: Link, known: Visit | null, { fetcher, signal }: Way): Promise<FetchedPage | null> {
  if (!/^https?:/i.test(link.url)) throw new HearsayError('E_FETCH', 'The entry has no page of its own.');
  if (!fetcher) throw new HearsayError('E_FETCH', 'It was not fetched, because --offline was given.');
  return fetcher.fetch(link.url, known?.address === link.url ? known : {}, signal);
}

async function piecesOf(link: Link, page: FetchedPage, known: Visit | null, way: Way): Promise<Answer> {
  const source = await openBytes(link.url, page.bytes, page);
  const format = formatOf(headOf(source));
  const visit: Visit = {
    address: link.url,
    kind: LISTS[format.name] ?? 'page',
    title: link.hints.title ?? link.hints.outlet ?? known?.title ?? null,
    list: link.from === link.url ? null : link.from,
    outline: link.outline ?? known?.outline ?? null,
    identity: link.identity,
    stamp: link.stamp,
    etag: page.etag,
    lastModified: page.lastModified,
  };
  if (PAGES.has(format.name)) {
    if (link.expects === 'list') {
      throw new HearsayError('E_FEED', 'There is a page here, not a feed or a sitemap: give the address of the feed.');
    }
    return itemsOf(link, page, visit, known, readSource(source, format));
  }
  if (!(format.name in LISTS)) return readSource(source, format);
  if (link.expects === 'page')
    throw new HearsayError('E_FEED', 'There is a list here, not a page: give its address itself.');
  if (way.depth >= DEEPEST)
    throw new HearsayError('E_FEED', 'The lists lead to ever more lists: give the last one itself.');
  if (way.listsSeen.has(page.url)) return [unchanged(link)];
  way.listsSeen.add(page.url);
  return ahead(listOf(readSource(source, format), visit, { ...way, depth: way.depth + 1 }));
}

async function* listOf(entries: AsyncIterable<Piece>, visit: Visit, way: Way): AsyncGenerator<Piece> {
  yield* follow(entries, way);
  yield { type: 'checked', visit };
}

/** Begins a list at once, so that its host is asked while others are still being read. */
async function ahead(pieces: AsyncGenerator<Piece>): Promise<Answer> {
  const first: Piece[] = [];
  while (first.length < MOST_AHEAD) {
    const next = await pieces.next();
    if (next.done) return first;
    first.push(next.value);
  }
  return (async function* () {
    yield* first;
    yield* pieces;
  })();
}

async function* itemsOf(
  link: Link,
  page: FetchedPage,
  visit: Visit,
  known: Visit | null,
  pieces: AsyncIterable<Piece>,
): AsyncGenerator<Piece> {
  // An entry that moved is the article that it was.
  const movedFrom = known !== null && known.address !== link.url ? known.address : null;
  for await (const piece of pieces) {
    if (piece.type !== 'item') yield piece.type === 'failure' ? { ...piece, list: link.from } : piece;
    else {
      const hints = { ...piece.hints, ...link.hints };
      const capture = { path: movedFrom ?? link.url, url: page.url, capturedAt: page.fetchedAt };
      yield { ...piece, ...capture, hints, visit, movedFrom };
    }
  }
}

/** What the list itself holds, with the reason why it is not the page. Nothing is remembered: the page is asked for again. */
function fallbackOf(link: Link, cause: unknown): Piece | null {
  if (link.fallback === null) return null;
  const reason = failureOf(link.url, cause).message;
  const hasPage = /^https?:/i.test(link.url);
  const message = `Read from the text that the feed carries, which may be shorter than the page. ${reason}`;
  return itemOf(link.url, link.fallback, {
    url: hasPage ? link.url : null,
    hints: { ...link.hints, ...(hasPage && { url: link.url }) },
    warnings: [{ code: 'W_PARTIAL', message }],
  });
}

function unchanged(link: Link): Piece {
  return { type: 'unchanged', what: link.url };
}
