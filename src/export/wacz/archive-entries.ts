/**
 * The web archive within a WACZ: a WARC 1.1 record for each article (its page as it was fetched, where the bytes were kept; else its text as a
 * resource), the index that finds them (CDXJ), and the list of pages. Offsets are bytes of the packed archive; each record is a gzip member
 * of its own. The index says what the record says: ReplayWeb.page takes a record of another address or second for a wrong one.
 */
import { createHash } from 'node:crypto';
import { WARCParser, WARCRecord, WARCSerializer } from 'warcio';
import { getSurt } from 'warcio/utils';
import type { SelectedVersion } from '../selection/selection.ts';

export interface PackedPage {
  readonly url: string;
  /** ISO 8601 instant without fractions of a second. */
  readonly date: string;
  /** A gzip member. */
  readonly record: Uint8Array;
  readonly mime: string;
  readonly status: string;
  /** Of the payload, with its algorithm; null where the record does not tell. */
  readonly digest: string | null;
  /** Whether it is the page as it was fetched. */
  readonly isKept: boolean;
}

/** Where the archive lies within the WACZ. */
export const ARCHIVE_FILE = 'data.warc.gz';

/** The bytes that were kept of a version, as a packed WARC record; null where they were not. */
export type KeptBytes = (bytesSha256: string) => Promise<Uint8Array | null>;

/** What has no address on the web gets one that nobody can own (RFC 2606), since archives name everything by address. */
function pageUrl({ version, reading }: SelectedVersion): string {
  const url = reading.article.url ?? version.url;
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url)
    ? url
    : `https://articles.hearsay.invalid/${version.id}`;
}

/** When the version was seen, else when it was added. */
function pageDate({ version }: SelectedVersion): string {
  const instant = new Date(version.capturedAt ?? version.addedAt);
  return secondOf(Number.isNaN(instant.getTime()) ? new Date(version.addedAt) : instant);
}

function secondOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/**
 * The page as a packed record.
 *
 * @example
 * (await packPage(version)).record.length;
 */
export async function packPage(version: SelectedVersion, kept?: KeptBytes): Promise<PackedPage> {
  const record = version.version.url === null ? null : ((await kept?.(version.version.bytesSha256)) ?? null);
  const packed = record && (await describeRecord(record));
  return packed ? { ...packed, isKept: true } : { ...(await packText(version)), isKept: false };
}

async function packText(version: SelectedVersion): Promise<Omit<PackedPage, 'isKept'>> {
  const [url, date] = [pageUrl(version), pageDate(version)];
  const { text, textSha256 } = version.reading;
  const digest = createHash('sha256').update(`${url}\n${date}\n${textSha256}`).digest('hex');
  const made = WARCRecord.create(
    {
      url,
      date,
      type: 'resource',
      warcVersion: 'WARC/1.1',
      warcHeaders: {
        'WARC-Record-ID': `<urn:uuid:${digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')}>`,
        'Content-Type': 'text/plain; charset=utf-8',
      },
    },
    [new TextEncoder().encode(text)],
  );
  return (await describeRecord(await WARCSerializer.serialize(made, { gzip: true })))!;
}

/** What a packed record says of itself; null where it is none of a page. */
async function describeRecord(record: Uint8Array): Promise<Omit<PackedPage, 'isKept'> | null> {
  const parsed = await new WARCParser([record]).parse();
  const url = parsed?.warcTargetURI;
  const instant = new Date(parsed?.warcDate ?? '');
  if (!parsed || !url || Number.isNaN(instant.getTime())) return null;
  const type = parsed.httpHeaders ? parsed.httpHeaders.headers.get('content-type') : parsed.warcContentType;
  return {
    url,
    date: secondOf(instant),
    record,
    mime: type?.split(';')[0].trim().toLowerCase() || 'application/octet-stream',
    status: String(parsed.httpHeaders?.statusCode ?? 200),
    digest: parsed.warcPayloadDigest ?? null,
  };
}

/**
 * The line of the index by which a record is found.
 *
 * @param offset where its gzip member begins
 * @example
 * indexLine(page, 0); // 'example,post)/pier 20261118100000 {"url":…}\n'
 */
export function indexLine({ url, date, record, mime, status, digest }: PackedPage, offset: number): string {
  const entry = {
    url,
    mime,
    status,
    ...(digest !== null && { digest }),
    length: String(record.length),
    offset: String(offset),
    filename: ARCHIVE_FILE,
  };
  return `${getSurt(url)} ${date.replace(/\D/g, '')} ${JSON.stringify(entry)}\n`;
}

/**
 * The line of the page list.
 *
 * @example
 * JSON.parse(pageLine(version, page)).title; // 'Pier shut'
 */
export function pageLine(
  { version, reading }: SelectedVersion,
  { url, date }: Pick<PackedPage, 'url' | 'date'>,
): string {
  const page = {
    id: version.id,
    url,
    ts: date,
    title: reading.article.title ?? 'Untitled',
    text: reading.text,
  };
  return `${JSON.stringify(page)}\n`;
}
