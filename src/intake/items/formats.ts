/**
 * Every format that intake reads, in the order in which a source is tried: by what its content shows first, by its name's ending
 * where the content leaves that open. docs/intake.md lists them; a test compares the two.
 */

import { HearsayError } from '../../text/errors.ts';
import { LARGEST_FILE_BYTES } from '../bytes/read-file.ts';
import { readOpml } from '../feed/opml.ts';
import { readFeed } from '../feed/read-feed.ts';
import { isMhtml, readMhtml } from '../mime/read-mhtml.ts';
import { itemOfRecord } from '../record/read-record.ts';
import { recordLines } from '../record/record-lines.ts';
import { readSitemap } from '../sitemap/read-sitemap.ts';
import { readAddressLines, readTable } from '../table/read-addresses.ts';
import { readWacz } from '../wacz/read-wacz.ts';
import { readWarc } from '../warc/read-warc.ts';
import { type Head, headOf } from './head.ts';
import { failureOf, itemOf, type Piece } from './item.ts';
import { bytesOf, type Source } from './source.ts';

export interface Format {
  /** Its name in docs/intake.md. */
  readonly name: string;
  isIt(head: Head): boolean;
  /** Its pieces. May throw: whoever reads turns that into a failure. */
  read(source: Source): AsyncIterable<Piece>;
  /** Whether a file is taken where only its folder was named; by default it is. */
  isTakenFromFolder?(head: Head): boolean;
}

/** A page saved by SingleFile begins with a remark that says from where, and when. */
const SINGLE_FILE = /^(?:<[!a-z][^>]{0,2000}>\s*){0,4}<!--\s*Page saved with SingleFile\s([\s\S]{0,4000}?)-->/i;

export const FORMATS: readonly Format[] = [
  {
    name: 'WARC',
    isIt: ({ bytes }) => /^WARC\/\d/.test(latin1(bytes, 8)),
    read: (source) => readWarc(source.name, source.chunks()),
  },
  {
    name: 'WACZ',
    isIt: ({ bytes }) => latin1(bytes, 4) === 'PK\u0003\u0004',
    read: readZip,
    isTakenFromFolder: ({ extension }) => extension === '.wacz',
  },
  { name: 'MHTML', isIt: ({ bytes }) => isMhtml(bytes) || isLongMhtml(bytes), read: readSavedPage },
  { name: 'RSS', isIt: ({ root }) => root === 'rss' || root === 'rdf', read: readList(readFeed) },
  { name: 'Atom', isIt: ({ root }) => root === 'feed', read: readList(readFeed) },
  {
    name: 'JSON Feed',
    isIt: ({ text }) => text.startsWith('{') && /"https?:\/\/jsonfeed\.org\/version\//.test(text),
    read: readList(readFeed),
  },
  { name: 'OPML', isIt: ({ root }) => root === 'opml', read: readList(readOpml) },
  {
    name: 'Sitemap',
    isIt: ({ root }) => root === 'urlset',
    read: (source) => readSitemap(source.name, 'urlset', source.chunks()),
  },
  {
    name: 'Sitemap index',
    isIt: ({ root }) => root === 'sitemapindex',
    read: (source) => readSitemap(source.name, 'sitemapindex', source.chunks()),
  },
  { name: 'JSON lines', isIt: isRecords, read: readRecords },
  { name: 'List of addresses', isIt: isAddressList, read: (source) => readAddressLines(source.name, source.chunks()) },
  {
    name: 'CSV',
    isIt: ({ extension, type, root }) => root === null && (/^\.[ct]sv$/.test(extension) || type === 'text/csv'),
    read: (source) => readTable(source.name, source.chunks()),
    isTakenFromFolder: ({ text }) => /https?:\/\//i.test(text),
  },
  { name: 'SingleFile HTML', isIt: ({ text }) => SINGLE_FILE.test(text), read: readSingleFile },
  {
    name: 'HTML',
    isIt: ({ root, extension, type }) =>
      /^(?:html|head|body)$/.test(root ?? '') || /^\.x?html?$/.test(extension) || /html/.test(type),
    read: readPage,
  },
  {
    name: 'Plain text',
    isIt: () => true,
    read: readPage,
    isTakenFromFolder: ({ extension }) => /^\.(?:txt|text)$/.test(extension),
  },
];

/**
 * The format of a source; plain text where nothing else fits.
 *
 * @example
 * formatOf(headOf(source)).name; // 'Atom'
 */
export function formatOf(head: Head): Format {
  return FORMATS.find((format) => format.isIt(head))!;
}

/**
 * The pieces of a source, whatever its format. Never throws: what goes wrong is a failure in its place.
 *
 * @example
 * for await (const piece of readSource(await openFile('a.html', '/home/ada/a.html'))) …
 */
export async function* readSource(source: Source, format: Format = formatOf(headOf(source))): AsyncGenerator<Piece> {
  try {
    yield* format.read(source);
  } catch (cause) {
    yield failureOf(source.name, cause);
  }
}

async function* readPage(source: Source): AsyncGenerator<Piece> {
  const { name, address: path, url, contentType } = source;
  yield itemOf(name, { bytes: await bytesOf(source), contentType }, { path, url });
}

async function* readSingleFile(source: Source): AsyncGenerator<Piece> {
  const said = SINGLE_FILE.exec(headOf(source).text)?.[1] ?? '';
  const url = /^\s*url:\s*(https?:\/\/\S+)/im.exec(said)?.[1] ?? source.url;
  // JavaScript's date with the zone's name in brackets behind it.
  const at = Date.parse(/^\s*saved date:\s*([^(\n]+)/im.exec(said)?.[1] ?? '');
  const capturedAt = Number.isNaN(at) ? null : new Date(at).toISOString();
  const content = { bytes: await bytesOf(source), contentType: source.contentType };
  yield itemOf(source.name, content, { path: source.address, url, capturedAt });
}

async function* readSavedPage(source: Source): AsyncGenerator<Piece> {
  const bytes = await bytesOf(source);
  const { url, savedAt: capturedAt, title } = readMhtml(bytes);
  const hints = { from: 'MHTML', ...(title !== null && title !== '' && { title }) };
  const content = { bytes, contentType: null };
  yield itemOf(source.name, content, { path: source.address, url: url ?? source.url, capturedAt, hints });
}

function readList(read: (name: string, bytes: Uint8Array, url: string | null) => Iterable<Piece>): Format['read'] {
  return async function* (source) {
    yield* read(source.name, await bytesOf(source), source.url);
  };
}

async function* readRecords(source: Source): AsyncGenerator<Piece> {
  for await (const line of recordLines(source.chunks())) {
    if ('error' in line) yield failureOf(line.id ?? `${source.name}, line ${line.line}`, line.error);
    else yield itemOfRecord(line.record, `${source.address}#${line.id}`);
  }
}

async function* readZip(source: Source): AsyncGenerator<Piece> {
  if (source.path !== null) yield* readWacz(source.name, source.path);
  else {
    try {
      yield* readWacz(source.name, await bytesOf(source));
    } catch (cause) {
      if (!(cause instanceof HearsayError) || cause.code !== 'E_TOO_LARGE') throw cause;
      const limit = LARGEST_FILE_BYTES / 2 ** 20;
      throw new HearsayError('E_TOO_LARGE', `A WACZ above ${limit} MiB must be a file: save it, and give its path.`);
    }
  }
}

function isRecords({ text, extension }: Head): boolean {
  if (/^\.(?:jsonl|ndjson)$/.test(extension)) return true;
  if (!text.startsWith('{')) return false;
  const line = text.split('\n', 1)[0];
  try {
    const value = JSON.parse(line) as Record<string, unknown>;
    return typeof value.text === 'string' || typeof value.html === 'string';
  } catch {
    // A first line that is longer than the beginning.
    return line.length === text.length && /"id"\s*:/.test(line) && /"(?:text|html)"\s*:\s*"/.test(line);
  }
}

/** The first line that says something is an address, and so are at least half of those that follow. */
function isAddressList({ text, extension, type }: Head): boolean {
  if (/^\.[ct]sv$/.test(extension) || type === 'text/csv') return false;
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (lines.length > 1) lines.pop();
  const said = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const addresses = said.filter((line) => /^https?:\/\/[^\s<>"]+$/i.test(line));
  return said.length > 0 && said[0] === addresses[0] && addresses.length * 2 >= said.length;
}

/** The header of a saved page may be followed by more than the beginning holds. */
function isLongMhtml(bytes: Uint8Array): boolean {
  return (
    /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?content-type:\s*multipart\/related\b/i.test(latin1(bytes, 8192)) &&
    /^mime-version:/im.test(latin1(bytes, 8192))
  );
}

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString('latin1');
}
