/**
 * A ZIP file by the names of its entries, read through yauzl: nothing is written to disk, names that would climb out of a folder
 * are refused, and no entry unpacks to more than its listing says or than the reader asks for.
 */
import { finished } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { HearsayError } from '../../text/errors.ts';

/** Entries of one archive. */
const MOST_ENTRIES = 200_000;
/** An entry above this size that is packed tighter than the ratio is a bomb: web pages pack to a fifth. */
const BOMB_BYTES = 2 ** 30;
const BOMB_RATIO = 100;

export interface Zip {
  /** Names of the files in it, in the archive's order. */
  readonly names: readonly string[];
  /** The unpacked bytes of an entry as a stream. */
  stream(name: string): AsyncIterable<Uint8Array>;
  /** The unpacked bytes of an entry, up to `most`. */
  read(name: string, most: number): Promise<Uint8Array>;
  close(): void;
}

/**
 * Opens a ZIP file on disk, or one that lies in memory.
 *
 * @throws HearsayError E_ARCHIVE where it is damaged, or an entry's name leads out of it.
 * @example
 * const zip = await openZip('case.wacz');
 * zip.names; // ['datapackage.json', 'archive/data.warc.gz', …]
 */
export async function openZip(source: string | Uint8Array): Promise<Zip> {
  const entries = new Map<string, Entry>();
  const file = await guard(() => open(source));
  const close = () => {
    if (typeof source === 'string') file.close();
  };
  try {
    await guard(async () => {
      for await (const entry of file.eachEntry()) {
        if (entries.size >= MOST_ENTRIES) throw new Error(`it lists more than ${MOST_ENTRIES} files`);
        if (entries.has(entry.fileName)) throw new Error(`it holds ${entry.fileName} twice`);
        if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      }
    });
  } catch (cause) {
    close();
    throw cause;
  }
  const stream = (name: string) => streamOf(file, entries.get(name), name);
  return {
    names: [...entries.keys()],
    stream,
    close,
    read: async (name, most) => {
      const parts: Uint8Array[] = [];
      let size = 0;
      for await (const part of stream(name)) {
        size += part.length;
        if (size > most)
          throw new HearsayError('E_TOO_LARGE', `${name} is larger than ${Math.floor(most / 2 ** 20)} MiB.`);
        parts.push(part);
      }
      return Buffer.concat(parts);
    },
  };
}

function open(source: string | Uint8Array): Promise<ZipFile> {
  if (typeof source === 'string') return openPromise(source, { autoClose: false });
  return fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.length));
}

async function* streamOf(file: ZipFile, entry: Entry | undefined, name: string): AsyncGenerator<Uint8Array> {
  if (!entry) throw new HearsayError('E_ARCHIVE', `The archive has no file ${name}.`);
  if (entry.uncompressedSize > BOMB_BYTES && entry.uncompressedSize > BOMB_RATIO * entry.compressedSize) {
    throw new HearsayError(
      'E_TOO_LARGE',
      `${name} unpacks to ${entry.uncompressedSize} bytes: no web archive does that.`,
    );
  }
  const stream = await guard(() => file.openReadStreamPromise(entry));
  // An error after the last piece was taken has nobody else to hear it.
  finished(stream, () => undefined);
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw damaged(cause);
  } finally {
    stream.destroy();
  }
}

async function guard<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause: unknown): HearsayError {
  if (cause instanceof HearsayError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HearsayError('E_ARCHIVE', `The ZIP file is damaged (${reason}): get it again.`, { cause });
}
