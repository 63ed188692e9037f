/**
 * Unpacks a gzip stream of any length as it comes, members one after the other (WARC.gz packs each record for itself). What was
 * unpacked before the place of a damage is given out before the error is thrown, so that everything whole is had.
 */
import { createGunzip } from 'node:zlib';
import { HearsayError } from '../../text/errors.ts';
import { pump } from './pump.ts';

/**
 * The unpacked bytes, in pieces.
 *
 * @throws HearsayError E_UNREADABLE after the last good piece, where the stream is damaged or breaks off.
 * @example
 * for await (const piece of gunzipChunks(createReadStream('crawl.warc.gz'))) …
 */
export async function* gunzipChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* pump<Uint8Array>(createGunzip(), chunks);
  } catch (cause) {
    if (!String((cause as NodeJS.ErrnoException)?.code).startsWith('Z_')) throw cause;
    throw new HearsayError('E_UNREADABLE', 'The gzipped data is damaged or incomplete: get it again.', { cause });
  }
}

/**
 * Whether bytes begin as gzip does.
 *
 * @example
 * isGzip(new Uint8Array([0x1f, 0x8b, 8])); // true
 */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
