/**
 * Cuts a stream of bytes into lines, at "\n" only, without ever holding more than one line. Lines are cut before they are
 * decoded, so a letter of several bytes is never torn. Linear time however the bytes arrive; memory is that of the
 * longest line, and a line beyond the limit is passed over without being kept.
 */

/** Longest line kept, in bytes: 64 MiB. */
export const LONGEST_LINE_BYTES = 64 * 1024 * 1024;

const NEWLINE = 0x0a;

/** A line without its newline, or null where it was longer than the limit. Lines are counted from 1. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/**
 * The lines of a stream; an unfinished last line counts, an empty one after the last newline does not.
 *
 * @example
 * for await (const { number, bytes } of splitLines(process.stdin)) …
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  longestBytes: number = LONGEST_LINE_BYTES,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const keep = (part: Uint8Array) => {
    size += part.length;
    if (size > longestBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): Line => {
    const bytes = size > longestBytes ? null : parts.length === 1 ? parts[0] : Buffer.concat(parts);
    parts = [];
    size = 0;
    return { number: number++, bytes };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (size > 0) yield finish();
}
