/**
 * A source of bytes that intake looks into: a file, standard input, or what was fetched. Its beginning is known before the rest is
 * read, so that its kind can be told from its content; gzip is undone on the way. Nothing is held but the beginning.
 */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { gunzipChunks, isGzip } from '../bytes/gunzip-chunks.ts';
import { fileError, takeAll } from '../bytes/read-file.ts';

/** Bytes of the beginning, unpacked, from which the kind is told. */
const HEAD_BYTES = 64 * 1024;
/** Of a stream, which may bring more only after what came was used. */
const LEAST_HEAD_BYTES = 1024;

export interface Source {
  /** As a person would name it. */
  readonly name: string;
  /** The file on disk; null where there is none, or it has to be unpacked. */
  readonly path: string | null;
  /** What stands for an article in it that states no URL: an absolute path or an address. */
  readonly address: string;
  readonly url: string | null;
  readonly contentType: string | null;
  readonly head: Uint8Array;
  /** All bytes, the beginning included. To be called once. */
  chunks(): AsyncIterable<Uint8Array>;
}

/**
 * A file on disk.
 *
 * @param onRead told how many bytes were read from the disk, for progress
 * @throws HearsayError E_NOT_FOUND, E_UNREADABLE.
 * @example
 * const source = await openFile('crawl.warc.gz', '/home/ada/crawl.warc.gz');
 */
export async function openFile(
  name: string,
  path: string,
  onRead: (bytes: number) => void = () => {},
): Promise<Source> {
  try {
    // A pipe or a device can be read but once.
    if (!(await stat(path)).isFile()) return { ...(await openStream(name, createReadStream(path))), address: path };
    const first = await readFirst(path);
    const isPacked = isGzip(first);
    const all = () => readAll(path, onRead);
    return {
      name,
      path: isPacked ? null : path,
      address: path,
      url: null,
      contentType: null,
      head: await headOf(first),
      chunks: () => (isPacked ? gunzipChunks(all()) : all()),
    };
  } catch (cause) {
    throw fileError(cause);
  }
}

async function readFirst(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* readAll(path: string, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      onRead(chunk.length);
      yield chunk;
    }
  } catch (cause) {
    throw fileError(cause);
  }
}

/**
 * A stream that comes but once, such as standard input.
 *
 * @example
 * const source = await openStream('-', process.stdin);
 */
export async function openStream(name: string, stream: AsyncIterable<Uint8Array>): Promise<Source> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < LEAST_HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield* parts.splice(0);
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  const first = Buffer.concat(parts);
  return {
    name,
    path: null,
    address: name,
    url: null,
    contentType: null,
    head: await headOf(first),
    chunks: () => (isGzip(first) ? gunzipChunks(all()) : all()),
  };
}

/**
 * Bytes that lie in memory, as a web server gave them.
 *
 * @example
 * const source = await openBytes('https://courier.example/feed', bytes, { url: 'https://courier.example/feed.xml' });
 */
export async function openBytes(
  name: string,
  bytes: Uint8Array,
  { url = null, contentType = null }: { url?: string | null; contentType?: string | null } = {},
): Promise<Source> {
  const one = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes;
  };
  const chunks = () => (isGzip(bytes) ? gunzipChunks(one()) : one());
  return { name, path: null, address: url ?? name, url, contentType, head: await headOf(bytes), chunks };
}

/**
 * All bytes of a source.
 *
 * @throws HearsayError E_TOO_LARGE where they are more than one article or list can be (64 MiB).
 * @example
 * const bytes = await bytesOf(source);
 */
export function bytesOf(source: Source): Promise<Uint8Array> {
  return takeAll(source.chunks());
}

async function headOf(first: Uint8Array): Promise<Uint8Array> {
  if (!isGzip(first)) return first.subarray(0, HEAD_BYTES);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of gunzipChunks([first.subarray(0, HEAD_BYTES)])) {
      parts.push(part);
      size += part.length;
      if (size >= HEAD_BYTES) break;
    }
  } catch {
    // The beginning breaks off, of course; whether the whole is damaged is seen when it is read.
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}
