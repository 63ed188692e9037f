/**
 * Web archives record by record (WARC 1.0 and 1.1, ISO 28500), in a stream: memory is that of one record that is wanted, however
 * long the archive. A record that is not wanted is passed over unread. An archive that breaks off gives every whole record, then
 * one error.
 *
 * The framing is our own, not warcio's: on an archive that breaks off warcio waits for ever, a header without an end makes it
 * hold the rest of the archive, and it prints. What warcio writes is what the tests read here.
 */

import { HearsayError } from '../../text/errors.ts';
import { ByteReader } from '../bytes/byte-reader.ts';

/** Bytes of one header line, and lines of one header. */
const LONGEST_LINE = 1 << 16;
const MOST_LINES = 1000;
/** A record that claims to be longer is damage: 1 TiB. */
const LONGEST_RECORD = 2 ** 40;

/** One record: its header, and its block where that was wanted. */
export interface WarcRecord {
  /** "response", "resource", "revisit", "metadata" … */
  readonly type: string;
  /** Header fields in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where the record begins in the unpacked archive, in bytes. */
  readonly offset: number;
  /** The bytes that the header announces. */
  readonly length: number;
  /** The block; null where it was not wanted. */
  readonly block: Uint8Array | null;
}

/**
 * The records of an unpacked archive.
 *
 * @param wants whether to keep the block of a record, from its header alone
 * @throws HearsayError E_ARCHIVE after the last whole record, where the archive is damaged or breaks off; what the stream throws.
 * @example
 * for await (const { headers } of readRecords(chunks, ({ type }) => type === 'response')) headers['warc-target-uri'];
 */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  wants: (record: Omit<WarcRecord, 'block'>) => boolean,
): AsyncGenerator<WarcRecord> {
  const reader = new ByteReader(chunks);
  try {
    for (let header = await readHeader(reader); header; header = await readHeader(reader)) {
      const isWanted = wants(header);
      const block = isWanted ? await reader.bytes(header.length) : null;
      const size = block ? block.length : await reader.skip(header.length);
      if (size < header.length) throw brokenOff(header.offset);
      yield { ...header, block };
    }
  } finally {
    await reader.close();
  }
}

async function readHeader(reader: ByteReader): Promise<Omit<WarcRecord, 'block'> | null> {
  let offset = reader.offset;
  let line = await lineOf(reader, offset);
  // Two empty lines end a record; some programs write more, some fewer.
  while (line === '') {
    offset = reader.offset;
    line = await lineOf(reader, offset);
  }
  if (line === null) return null;
  if (!/^WARC\/[01]\.\d+\s*$/.test(line)) {
    throw new HearsayError(
      'E_ARCHIVE',
      `The archive is damaged at byte ${offset}, where a record should begin: what stood before it was read.`,
    );
  }
  const headers: Record<string, string> = Object.create(null);
  let name = '';
  for (let number = 0; ; number++) {
    const field = await lineOf(reader, offset);
    if (field === null) throw brokenOff(offset);
    if (field === '') break;
    if (number > MOST_LINES) throw damagedHeader(offset);
    const colon = field.indexOf(':');
    if (/^[ \t]/.test(field) && name !== '') headers[name] += ` ${field.trim()}`;
    else if (colon > 0) {
      name = field.slice(0, colon).trim().toLowerCase();
      headers[name] = field.slice(colon + 1).trim();
    }
  }
  const length = headers['content-length'] ?? '';
  if (!/^\d{1,15}$/.test(length) || Number(length) > LONGEST_RECORD) throw damagedHeader(offset);
  return { type: (headers['warc-type'] ?? '').toLowerCase(), headers, offset, length: Number(length) };
}

async function lineOf(reader: ByteReader, offset: number): Promise<string | null> {
  try {
    const line = await reader.line(LONGEST_LINE);
    return line && Buffer.from(line).toString('utf8');
  } catch (cause) {
    if (cause instanceof HearsayError && cause.code === 'E_TOO_LARGE') throw damagedHeader(offset);
    throw cause;
  }
}

function brokenOff(offset: number): HearsayError {
  return new HearsayError(
    'E_ARCHIVE',
    `The archive breaks off in the record at byte ${offset}: every record before it was read; get the archive again.`,
  );
}

function damagedHeader(offset: number): HearsayError {
  return new HearsayError(
    'E_ARCHIVE',
    `The header of the record at byte ${offset} is damaged: what stood before it was read; get the archive again.`,
  );
}
