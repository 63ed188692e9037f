/**
 * The web archive within a WACZ: a WARC 1.1 record for each article (its page as it was fetched, where the bytes were kept; else its text as a
 * resource), the index that finds them (CDXJ), and the list of pages. Offsets are bytes of the packed archive; each record is a gzip member
 * of its own.
 */
import { createHash } from 'node:crypto';
import { WARCRecord, WARCSerializer } from 'warcio';
import { getSurt } from 'warcio/utils';
import type { SelectedVersion } from '../selection/selection.ts';

export interface PackedPage {
  readonly url: string;
  /** ISO 8601 instant without fractions of a second, as WARC has it. */
  readonly date: string;
  /** A gzip member. */
  readonly record: Uint8Array;
  readonly mime: string;
}

/** Where the archive lies within the WACZ. */
export const ARCHIVE_FILE = 'data.warc.gz';

/** The bytes that were kept of a version, as a packed WARC record; null where they were not. */
export type KeptBytes = (bytesSha256: string) => Promise<Uint8Array | null>;

/**
 * The address of a version's page. What has none on the web gets one that nobody can own (RFC 2606), since archives name everything by address.
 *
 * @example
 * pageUrl(version); // 'https://post.example/pier', or 'https://articles.hearsay.invalid/ver_…'
 */
export function pageUrl({ version, reading }: SelectedVersion): string {
  const url = reading.article.url ?? version.url;
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url)
    ? url
    : `https://articles.hearsay.invalid/${version.id}`;
}

/**
 * When the version was seen, else when it was added.
 *
 * @example
 * pageDate(version); // '2026-11-18T10:00:00Z'
 */
export function pageDate({ version }: SelectedVersion): string {
  const instant = new Date(version.capturedAt ?? version.addedAt);
  const date = Number.isNaN(instant.getTime()) ? new Date(version.addedAt) : instant;
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * The page as a packed record.
 *
 * @example
 * (await packPage(version)).record.length;
 */
export async function packPage(version: SelectedVersion, kept?: KeptBytes): Promise<PackedPage> {
  const [url, date] = [pageUrl(version), pageDate(version)];
  const record = version.version.url === null ? null : ((await kept?.(version.version.bytesSha256)) ?? null);
  if (record) return { url: version.version.url!, date, record, mime: 'text/html' };
  const bytes = new TextEncoder().encode(version.reading.text);
  const digest = createHash('sha256').update(`${url}\n${date}\n${version.reading.textSha256}`).digest('hex');
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
    [bytes],
  );
  return { url, date, record: await WARCSerializer.serialize(made, { gzip: true }), mime: 'text/plain' };
}

/**
 * The line of the index by which a record is found.
 *
 * @param offset where its gzip member begins
 * @example
 * indexLine(page, 0); // 'example,post)/pier 20261118100000 {"url":…}\n'
 */
export function indexLine({ url, date, record, mime }: PackedPage, offset: number): string {
  const entry = {
    url,
    mime,
    status: '200',
    digest: `sha256:${createHash('sha256').update(record).digest('hex')}`,
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
 * JSON.parse(pageLine(version)).title; // 'Pier shut'
 */
export function pageLine(version: SelectedVersion, url: string): string {
  const { reading } = version;
  const page = {
    id: version.version.id,
    url,
    ts: pageDate(version),
    title: reading.article.title ?? 'Untitled',
    text: reading.text,
  };
  return `${JSON.stringify(page)}\n`;
}
