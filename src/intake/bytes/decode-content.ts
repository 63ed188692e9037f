/**
 * Undoes the Content-Encoding and Transfer-Encoding of a message whose body lies in memory (RFC 9110, RFC 9112), as web archives
 * keep them. Never more than the limit is unpacked, whatever the body says of itself.
 */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import { HearsayError } from '../../text/errors.ts';

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const UNPACKERS: Readonly<Record<string, readonly Unpack[]>> = {
  gzip: [promisify(gunzip)],
  'x-gzip': [promisify(gunzip)],
  // Servers disagree whether "deflate" has the zlib wrapper that its name stands for.
  deflate: [promisify(inflate), promisify(inflateRaw)],
  br: [promisify(brotliDecompress)],
  zstd: [promisify(zstdDecompress)],
};

/**
 * The body without its content codings; `codings` is the header's value, applied last first.
 *
 * @throws HearsayError E_TOO_LARGE where it grows beyond `most` bytes, E_UNREADABLE where it is damaged or the coding unknown.
 * @example
 * await decodeContent(gzipSync('<p>Yes.'), 'gzip', 1 << 20);
 */
export async function decodeContent(body: Uint8Array, codings: string | null, most: number): Promise<Uint8Array> {
  const names = (codings ?? '').split(',').map((name) => name.trim().toLowerCase());
  let bytes = body;
  for (const name of names.reverse()) {
    if (name === '' || name === 'identity' || bytes.length === 0) continue;
    bytes = await unpackOne(bytes, name, most);
  }
  if (bytes.length > most) throw tooLarge(most);
  return bytes;
}

/**
 * The body of a chunked message put together again. A body that is not chunked, though its header says so, is given back as it
 * is: archives often keep the header of what they have unpacked.
 *
 * @example
 * decodeChunked(new TextEncoder().encode('3\r\nYes\r\n0\r\n\r\n')); // the bytes of "Yes"
 */
export function decodeChunked(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf(0x0a, at);
    const header = end === -1 || end - at > 64 ? '' : Buffer.from(body.subarray(at, end)).toString('latin1');
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(header)?.[1];
    if (size === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (body[at] === 0x0d) at++;
    if (body[at] === 0x0a) at++;
  }
  return Buffer.concat(parts);
}

async function unpackOne(bytes: Uint8Array, name: string, most: number): Promise<Uint8Array> {
  const unpackers = UNPACKERS[name];
  if (!unpackers) {
    throw new HearsayError('E_UNREADABLE', `It is packed as "${name}", which is not known: save it in a browser.`);
  }
  let cause: unknown;
  for (const unpack of unpackers) {
    try {
      return await unpack(bytes, { maxOutputLength: most });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
      cause = error;
    }
  }
  // A header that outlived the packing: archives often keep it beside a body that they have unpacked.
  if (looksLikeText(bytes)) return bytes;
  throw damaged(cause);
}

function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 512);
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function damaged(cause: unknown): HearsayError {
  return new HearsayError('E_UNREADABLE', 'The packed body is damaged or incomplete: get it again.', { cause });
}

function tooLarge(most: number): HearsayError {
  const limit = Math.floor(most / 2 ** 20);
  return new HearsayError('E_TOO_LARGE', `It unpacks to more than ${limit} MiB: no article is so large.`);
}
