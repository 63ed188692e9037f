/**
 * A web archive to items: each response or resource that holds HTML or plain text is an article, each revisit a sighting of a
 * text that was captured before. Redirects, error pages, scripts and pictures are passed over unnamed, as a crawl holds hundreds
 * for each article; the reading says what is left out of an article, the summary how many records were none.
 *
 * Media Cloud stores beside each page a `metadata` record with JSON about it; it may stand behind the page, so a page waits for
 * the record after it. CC-NEWS has only responses, and is read as it is.
 */
import { decodeBytes } from '../charset/decode-bytes.ts';
import { candidatesOf, failureOf, type Hints, type Item, itemOf, type Piece } from '../items/item.ts';
import { bodyOf, parseHttpMessage } from './http-message.ts';
import { readRecords, type WarcRecord } from './read-records.ts';

/** Blocks larger than this are not articles, and are not kept in memory. */
const LARGEST_BLOCK = 64 * 1024 * 1024;
/** JSON about a page is not longer. */
const LARGEST_METADATA = 4 * 1024 * 1024;

const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml|text\/plain|multipart\/related)\b/i;

/**
 * The articles of an unpacked archive, in its order.
 *
 * @param name what to call the archive
 * @param wants whether to take the page at an address; by default all are taken
 * @example
 * for await (const piece of readWarc('crawl.warc', createReadStream('crawl.warc'))) if (piece.type === 'item') piece.url;
 */
export async function* readWarc(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  wants: (url: string, date: string) => boolean = () => true,
): AsyncGenerator<Piece> {
  let waiting: Item | null = null;
  const passedOver = new Map<string, number>();
  try {
    for await (const record of readRecords(chunks, (header) => isWanted(header, wants))) {
      if (record.type === 'metadata') {
        if (waiting?.url === targetOf(record)) waiting = withMetadata(waiting, record);
        continue;
      }
      // The request that led to a page may stand between it and what is said of it.
      if (record.type === 'request') continue;
      if (waiting) yield waiting;
      waiting = null;
      const piece = await pieceOf(name, record);
      if (piece === null) passedOver.set(record.type, (passedOver.get(record.type) ?? 0) + 1);
      else if (piece.type === 'item') waiting = piece;
      else yield piece;
    }
    if (waiting) yield waiting;
  } catch (cause) {
    if (waiting) yield waiting;
    yield failureOf(name, cause);
  }
  for (const [type, count] of passedOver) {
    if (!PASSED_OVER.has(type)) continue;
    for (let n = 0; n < count; n++) yield { type: 'passed over', what: name, reason: `${type} that is no article` };
  }
}

/** Records that might have been articles; what a crawler notes for itself might not. */
const PASSED_OVER: ReadonlySet<string> = new Set(['response', 'resource']);

function isWanted(record: Omit<WarcRecord, 'block'>, wants: (url: string, date: string) => boolean): boolean {
  const { type, headers, length } = record;
  if (type === 'metadata') return length <= LARGEST_METADATA && /\bjson\b/i.test(headers['content-type'] ?? '');
  if (type !== 'response' && type !== 'resource') return false;
  if (!/^https?:/i.test(targetOf(record)) || length > LARGEST_BLOCK) return false;
  return wants(targetOf(record), headers['warc-date'] ?? '');
}

async function pieceOf(name: string, record: WarcRecord): Promise<Piece | null> {
  const { type, headers, block } = record;
  const url = targetOf(record);
  const capturedAt = instantOf(headers['warc-date']);
  const payloadDigest = headers['warc-payload-digest'] ?? null;
  const id = `${name}#${url}${capturedAt === null ? '' : `@${capturedAt}`}`;
  if (type === 'revisit' && capturedAt !== null && /^https?:/i.test(url)) {
    return { type: 'sighting', id, url, seenAt: capturedAt, payloadDigest };
  }
  if (block === null) return null;
  try {
    const page = type === 'resource' ? resourceOf(record) : await responseOf(block);
    return page && itemOf(id, page, { path: url, url, capturedAt, payloadDigest, hints: { from: 'archive' } });
  } catch (cause) {
    return failureOf(id, cause);
  }
}

function resourceOf({ headers, block }: WarcRecord): Item['content'] | null {
  const contentType = headers['content-type'] ?? '';
  return PAGE_TYPE.test(contentType) && block!.length > 0 ? { bytes: block!, contentType } : null;
}

async function responseOf(block: Uint8Array): Promise<Item['content'] | null> {
  const message = parseHttpMessage(block);
  const contentType = message.headers['content-type'] ?? null;
  const isPage = message.status === 200 || message.status === 203 || message.status === 0;
  if (!isPage || message.body.length === 0) return null;
  if (contentType !== null && !PAGE_TYPE.test(contentType)) return null;
  const bytes = await bodyOf(message, LARGEST_BLOCK);
  // Without a content type, a page must look like one.
  if (contentType === null && !/^\s*</.test(decodeBytes(bytes.subarray(0, 512)).text)) return null;
  return bytes.length === 0 ? null : { bytes, contentType };
}

/** Fields of Media Cloud's JSON: what its own extraction found stands below what the page says. */
function withMetadata(item: Item, { block }: WarcRecord): Item {
  let said: Record<string, unknown>;
  try {
    said = JSON.parse(new TextDecoder().decode(block!)) as Record<string, unknown>;
  } catch {
    return item;
  }
  const about = { ...objectOf(said.rss_entry), ...objectOf(said.content_metadata), ...said };
  const text = (...names: string[]) => names.map((key) => about[key]).find((value) => typeof value === 'string');
  const hints: Hints = {
    from: 'Media Cloud',
    ...named('title', text('article_title', 'title')),
    ...named('published', text('publication_date', 'pub_date')),
    ...named('outlet', text('media_name', 'canonical_domain')),
    ...named('url', text('canonical_url')),
  };
  return Object.keys(candidatesOf(hints)).length > 0 ? { ...item, hints } : item;
}

function named(field: string, value: unknown): Record<string, string> {
  return typeof value === 'string' && value !== '' ? { [field]: value } : {};
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function targetOf({ headers }: Pick<WarcRecord, 'headers'>): string {
  return (headers['warc-target-uri'] ?? '').replace(/^<|>$/g, '');
}

function instantOf(date: string | undefined): string | null {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
