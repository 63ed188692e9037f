/**
 * Runs bytes through a transform stream (an unpacker, a parser) piece by piece, and gives out what it made of them. Unlike a
 * pipeline, which throws away what lies ready when an error comes, everything before the damage is given, then the error is
 * thrown. Memory: one piece of the input and what it turns into.
 */
import type { Transform } from 'node:stream';

/** Bytes that the transform is given at a time: a byte of gzip unpacks to 1,032 at most. */
const PIECE_BYTES = 16 * 1024;

/**
 * What `transform` makes of the bytes, in order.
 *
 * @throws the transform's own error, after what it made before; what the chunks throw.
 * @example
 * for await (const piece of pump<Uint8Array>(createGunzip(), createReadStream('a.gz'))) …
 */
export async function* pump<Made>(
  transform: Transform,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Made> {
  const ready: Made[] = [];
  const failed: { cause: unknown }[] = [];
  transform.on('data', (made: Made) => ready.push(made));
  transform.on('error', (cause: unknown) => failed.push({ cause }));
  const closed = new Promise<void>((resolve) => transform.once('close', resolve));
  const ended = new Promise<void>((resolve) => transform.once('end', resolve));
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        const piece = Buffer.from(chunk.buffer, chunk.byteOffset + at, Math.min(PIECE_BYTES, chunk.length - at));
        await Promise.race([new Promise<void>((resolve) => transform.write(piece, () => resolve())), closed]);
        yield* ready.splice(0);
        if (failed.length > 0) throw failed[0].cause;
      }
    }
    transform.end();
    await Promise.race([ended, closed]);
    yield* ready.splice(0);
    if (failed.length > 0) throw failed[0].cause;
  } finally {
    transform.destroy();
  }
}
