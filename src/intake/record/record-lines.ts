/**
 * The records of a stream of JSON lines, one at a time: see parse-record.ts for their form. A line that is no record is an error
 * in its place, and the next one is read. Memory is that of the longest line.
 */

import { HearsayError } from '../../text/errors.ts';
import { LONGEST_LINE_BYTES, splitLines } from '../bytes/split-lines.ts';
import { type ArticleRecord, parseRecord, recordId } from './parse-record.ts';

/** A record, or what is wrong with its line; the id is null where not even that could be made out. */
export type RecordLine =
  | { readonly id: string; readonly line: number; readonly record: ArticleRecord }
  | { readonly id: string | null; readonly line: number; readonly error: HearsayError };

/**
 * The records of a stream; lines of white space are passed over.
 *
 * @throws what the stream throws.
 * @example
 * for await (const line of recordLines(process.stdin)) if ('record' in line) line.record.text;
 */
export async function* recordLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<RecordLine> {
  for await (const { number, bytes } of splitLines(stream)) {
    if (bytes !== null && isBlank(bytes)) continue;
    let id: string | null = null;
    try {
      const value = parseLine(number, bytes);
      id = recordId(value);
      const record = parseRecord(value);
      yield { id: record.id, line: number, record };
    } catch (cause) {
      if (!(cause instanceof HearsayError)) throw cause;
      yield { id, line: number, error: cause };
    }
  }
}

function parseLine(number: number, bytes: Uint8Array | null): unknown {
  if (bytes === null) {
    const limit = LONGEST_LINE_BYTES / 2 ** 20;
    throw new HearsayError('E_TOO_LARGE', `Line ${number} is longer than ${limit} MiB: give one article a line.`);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new HearsayError('E_JSON', `Line ${number} is not JSON in UTF-8: give one object a line.`, { cause });
  }
}

/** White space in the sense of JSON: a line of nothing else is passed over. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
