/**
 * A WACZ (web archive in a ZIP, 1.1.1 and 1.2.0) to items: verified first, then the pages that its page list names are read from
 * its WARC files; all else that was captured to show these pages is not looked at. A page whose capture cannot be found is read
 * from the text that the list keeps of it, and says so.
 */

import { HearsayError } from '../../text/errors.ts';
import { gunzipChunks, isGzip } from '../bytes/gunzip-chunks.ts';
import { splitLines } from '../bytes/split-lines.ts';
import { failureOf, type Item, itemOf, type Piece } from '../items/item.ts';
import { readWarc } from '../warc/read-warc.ts';
import { openZip, type Zip } from './open-zip.ts';
import { verifyWacz } from './verify-wacz.ts';

const PAGE_LIST = /^pages\/[^/]+\.jsonl$/;
const ARCHIVE = /^archive\/.+\.warc(\.gz)?$/;
const LONGEST_LINE = 16 * 1024 * 1024;
const MOST_PAGES = 1_000_000;

interface ListedPage {
  readonly url: string;
  readonly at: string | null;
  readonly title: string | null;
  readonly text: string | null;
  isFound: boolean;
}

/**
 * The articles of a WACZ, in the order of its WARC files.
 *
 * @param source its path, or its bytes
 * @example
 * for await (const piece of readWacz('case.wacz', 'case.wacz')) if (piece.type === 'failure') piece.message;
 */
export async function* readWacz(name: string, source: string | Uint8Array): AsyncGenerator<Piece> {
  let zip: Zip;
  try {
    zip = await openZip(source);
  } catch (cause) {
    yield failureOf(name, cause);
    return;
  }
  try {
    yield* readPages(name, zip);
  } catch (cause) {
    yield failureOf(name, cause);
  } finally {
    zip.close();
  }
}

async function* readPages(name: string, zip: Zip): AsyncGenerator<Piece> {
  const { files, errors } = await verifyWacz(zip);
  for (const { file, error } of errors) yield failureOf(`${name}#${file}`, error);
  const listed = new Set(files);
  const failed = new Set(errors.map(({ file }) => file));
  for (const file of zip.names) {
    if (!ARCHIVE.test(file) || listed.has(file) || failed.has(file)) continue;
    const message = `${file} is not in the list of the archive's files: it was added later, and is not read.`;
    yield failureOf(`${name}#${file}`, new HearsayError('E_HASH', message));
  }
  const pages = await listPages(zip, files);
  for (const file of files.filter((path) => ARCHIVE.test(path))) {
    const wants = (url: string) => pages.has(plainAddress(url));
    for await (const piece of readWarc(`${name}#${file}`, unpacked(zip.stream(file)), wants)) {
      // What a crawl holds beside its pages is not news.
      if (piece.type === 'passed over') continue;
      const page = piece.type === 'item' && piece.url !== null ? pages.get(plainAddress(piece.url)) : undefined;
      if (page) page.isFound = true;
      if (piece.type !== 'sighting' || pages.has(plainAddress(piece.url)))
        yield page ? withPage(piece as Item, page) : piece;
    }
  }
  for (const page of pages.values()) if (!page.isFound) yield fromText(name, page);
}

function withPage(item: Item, { title }: ListedPage): Item {
  return { ...item, hints: { from: 'page list', ...(title !== null && { title }) } };
}

function fromText(name: string, { url, at, title, text }: ListedPage): Piece {
  const id = `${name}#${url}`;
  if (text === null || text.trim() === '') {
    const message = 'The page is in the list, but no capture of it is in the archive: get the archive again.';
    return failureOf(id, new HearsayError('E_ARCHIVE', message));
  }
  const message = 'The capture of the page is not in the archive: read from the text that the page list keeps.';
  return itemOf(
    id,
    { text },
    {
      path: url,
      url,
      capturedAt: at,
      hints: { from: 'page list', url, ...(title !== null && { title }) },
      warnings: [{ code: 'W_PARTIAL', message }],
    },
  );
}

async function listPages(zip: Zip, files: readonly string[]): Promise<Map<string, ListedPage>> {
  const pages = new Map<string, ListedPage>();
  for (const file of files.filter((path) => PAGE_LIST.test(path))) {
    for await (const { bytes } of splitLines(zip.stream(file), LONGEST_LINE)) {
      const page = bytes && pageOf(bytes);
      if (!page || pages.has(plainAddress(page.url))) continue;
      if (pages.size >= MOST_PAGES)
        throw new HearsayError('E_TOO_LARGE', `The archive lists more than ${MOST_PAGES} pages.`);
      pages.set(plainAddress(page.url), page);
    }
  }
  return pages;
}

/** A line of a page list; null for its first line, which describes the list, and for what is no page. */
function pageOf(bytes: Uint8Array): ListedPage | null {
  try {
    const { url, ts, title, text } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    if (typeof url !== 'string' || !/^https?:/i.test(url)) return null;
    const at = Date.parse(typeof ts === 'number' ? new Date(ts).toISOString() : String(ts));
    const isSaid = (value: unknown): value is string => typeof value === 'string' && value !== '';
    return {
      url,
      at: Number.isNaN(at) ? null : new Date(at).toISOString(),
      title: isSaid(title) ? title : null,
      text: isSaid(text) ? text : null,
      isFound: false,
    };
  } catch {
    return null;
  }
}

function plainAddress(url: string): string {
  return url.replace(/#.*$/s, '');
}

async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  yield* isGzip(first.value) ? gunzipChunks(all) : all;
}
