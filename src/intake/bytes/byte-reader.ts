/**
 * Reads a stream of bytes by lines and by lengths, with a limit on everything that is kept: the reader of formats that say in
 * a header how long the next part is. Memory is one chunk and what was asked for; time is linear however the bytes arrive.
 */
import { HearsayError } from '../../text/errors.ts';

const NEWLINE = 0x0a;

export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  /** Bytes taken so far. */
  offset = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /**
   * The next line without its "\n" or "\r\n"; null at the end. A last line without an end counts.
   *
   * @throws HearsayError E_TOO_LARGE where the line is longer than `most` bytes.
   */
  async line(most: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    let size = 0;
    while (await this.#fill()) {
      const end = this.#chunk.indexOf(NEWLINE);
      const part = this.#take(end === -1 ? this.#chunk.length : end + 1);
      size += part.length;
      if (size > most) throw new HearsayError('E_TOO_LARGE', `A line is longer than ${most} bytes.`);
      parts.push(part);
      if (end !== -1) break;
    }
    if (size === 0) return null;
    const line = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    let length = line.length;
    if (line[length - 1] === NEWLINE) length--;
    if (line[length - 1] === 0x0d) length--;
    return line.subarray(0, length);
  }

  /** Up to `length` bytes; fewer only at the end of the stream. */
  async bytes(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let left = length; left > 0 && (await this.#fill()); left -= parts[parts.length - 1].length) {
      parts.push(this.#take(left));
    }
    return parts.length === 1 ? parts[0] : Buffer.concat(parts);
  }

  /** Passes over up to `length` bytes and says how many there were. */
  async skip(length: number): Promise<number> {
    let skipped = 0;
    while (skipped < length && (await this.#fill())) skipped += this.#take(length - skipped).length;
    return skipped;
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  #take(length: number): Uint8Array {
    const part = this.#chunk.subarray(0, length);
    this.#chunk = this.#chunk.subarray(length);
    this.offset += part.length;
    return part;
  }

  async #fill(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done) return false;
      this.#chunk = next.value;
    }
    return true;
  }
}
