/**
 * MHTML: a page and what belongs to it as one MIME message (RFC 2557), as browsers save it. Takes out the page: the part that
 * the message names as its start, or the first one that is HTML, through nested multiparts, with its transfer encoding undone
 * and its charset kept. Linear time; parts are views of the bytes, only the page is copied.
 */
import { HearsayError } from '../../text/errors.ts';
import { type MimeHeaders, parameterOf, readHeaders } from './headers.ts';
import { decodeBase64, decodeQuotedPrintable } from './transfer-encoding.ts';

/** The page inside an MHTML file. */
export interface MhtmlPage {
  readonly bytes: Uint8Array;
  /** The part's own Content-Type, with its charset. */
  readonly contentType: string;
  /** Where the page was saved from; null where the file does not say. */
  readonly url: string | null;
  /** When it was saved, as an ISO 8601 instant. */
  readonly savedAt: string | null;
  readonly title: string | null;
  /** Other parts of the file that hold HTML: frames of the page, which are not read. */
  readonly frames: number;
}

const DEEPEST = 8;
const MOST_PARTS = 20_000;

interface Part {
  readonly headers: MimeHeaders;
  readonly body: Uint8Array;
}

/**
 * Whether bytes are a MIME message of a page: they begin with header fields, MIME-Version among them, and a content type that
 * a page can have.
 *
 * @example
 * isMhtml(new TextEncoder().encode('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n')); // true
 */
export function isMhtml(bytes: Uint8Array): boolean {
  const { headers, isWhole } = readHeaders(bytes);
  return isWhole && 'mime-version' in headers && /^(?:multipart\/|text\/html)/i.test(headers['content-type'] ?? '');
}

/**
 * The page of an MHTML file.
 *
 * @throws HearsayError E_EMPTY where no part of it is HTML or plain text.
 * @example
 * readMhtml(await readFileBytes('story.mhtml')).url; // 'https://courier.example/harbour'
 */
export function readMhtml(bytes: Uint8Array): MhtmlPage {
  const { headers, end } = readHeaders(bytes);
  const parts: Part[] = [];
  collect({ headers, body: bytes.subarray(end) }, parts, 0);
  const pages = parts.filter((part) => /^text\/html\b/i.test(typeOf(part)));
  const start = parameterOf(headers['content-type'], 'start');
  const page =
    parts.find((part) => start !== null && part.headers['content-id'] === start) ??
    pages[0] ??
    parts.find((part) => /^text\/plain\b/i.test(typeOf(part)));
  if (!page) throw new HearsayError('E_EMPTY', 'The MHTML file holds no page: save it again from a browser.');
  const date = Date.parse(headers.date ?? '');
  return {
    bytes: decodeBody(page),
    contentType: typeOf(page),
    url: addressOf(headers['snapshot-content-location']) ?? addressOf(page.headers['content-location']),
    savedAt: Number.isNaN(date) ? null : new Date(date).toISOString(),
    title: headers.subject ?? null,
    frames: Math.max(0, pages.length - 1),
  };
}

function collect(part: Part, parts: Part[], depth: number): void {
  const boundary = /^multipart\//i.test(typeOf(part)) ? parameterOf(typeOf(part), 'boundary') : null;
  if (boundary === null || depth === DEEPEST) {
    parts.push(part);
    return;
  }
  for (const body of splitParts(part.body, boundary)) {
    if (parts.length >= MOST_PARTS) return;
    const { headers, end } = readHeaders(body);
    collect({ headers, body: body.subarray(end) }, parts, depth + 1);
  }
}

/** The bodies between the boundary lines; the last one may lack its end, as in a file that was cut. */
function* splitParts(body: Uint8Array, boundary: string): Generator<Uint8Array> {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length);
  const mark = `--${boundary}`;
  let begin = -1;
  for (let at = buffer.indexOf(mark); at !== -1; at = buffer.indexOf(mark, at + mark.length)) {
    const isLineStart = at === 0 || buffer[at - 1] === 0x0a;
    const after = at + mark.length;
    const tail = buffer.toString('latin1', after, after + 4);
    if (!isLineStart || !/^(?:--|[ \t]*\r?\n|$)/.test(tail)) continue;
    if (begin !== -1) yield body.subarray(begin, lineBreakBefore(buffer, at, begin));
    if (tail.startsWith('--')) return;
    const lineEnd = buffer.indexOf(0x0a, after);
    if (lineEnd === -1) return;
    begin = lineEnd + 1;
  }
  if (begin !== -1 && begin < body.length) yield body.subarray(begin);
}

/** The line break before a boundary belongs to the boundary (RFC 2046). */
function lineBreakBefore(buffer: Buffer, at: number, begin: number): number {
  if (at - 2 >= begin && buffer[at - 2] === 0x0d) return at - 2;
  return Math.max(begin, at - 1);
}

function decodeBody({ headers, body }: Part): Uint8Array {
  const encoding = (headers['content-transfer-encoding'] ?? '').toLowerCase();
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body);
  return encoding === 'base64' ? decodeBase64(body) : body;
}

function typeOf({ headers }: Part): string {
  return headers['content-type'] ?? 'text/plain';
}

function addressOf(value: string | undefined): string | null {
  return value !== undefined && /^https?:\/\//i.test(value) ? value : null;
}
