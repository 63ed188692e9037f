/** Reads one file that a person named, and unpacks it where it is gzipped. Says in plain words why a file cannot be read. */
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { HearsayError } from '../../text/errors.ts';

const unpack = promisify(gunzip);

/** Largest file read, and largest that a gzipped file may grow to: 64 MiB. No article comes near it. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

/**
 * The bytes of a file, unpacked where they are gzip, whatever the file is called.
 *
 * @throws HearsayError E_NOT_FOUND, E_UNREADABLE (a folder, no permission, broken gzip) or E_TOO_LARGE.
 * @example
 * const bytes = await readFileBytes('pages/harbour.html.gz');
 */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  const bytes = await readWhole(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength: LARGEST_FILE_BYTES });
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw new HearsayError('E_UNREADABLE', 'The gzipped file is damaged or incomplete: get it again.', { cause });
  }
}

/**
 * What an error of the file system means to a person.
 *
 * @example
 * fileError(new Error('ENOENT')).code; // 'E_UNREADABLE'; 'E_NOT_FOUND' where the error's own code is ENOENT
 */
export function fileError(cause: unknown): HearsayError {
  if (cause instanceof HearsayError) return cause;
  const code = codeOf(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new HearsayError('E_NOT_FOUND', 'There is no such file: check the path.', { cause });
  }
  if (code === 'EISDIR') {
    return new HearsayError('E_UNREADABLE', 'This is a folder: name the files in it, or use "hearsay add".', { cause });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new HearsayError('E_UNREADABLE', 'You may not read this file: change its permissions.', { cause });
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HearsayError('E_UNREADABLE', `The file cannot be read (${reason}): check the disk and the path.`, {
    cause,
  });
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      // A pipe or a device states no size, and might never end: take what comes up to the limit.
      return await takeAll(file.createReadStream({ autoClose: false }));
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw fileError(cause);
  }
}

/**
 * All bytes of a stream.
 *
 * @throws HearsayError E_TOO_LARGE where there are more than LARGEST_FILE_BYTES.
 * @example
 * const bytes = await takeAll(process.stdin);
 */
export async function takeAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > LARGEST_FILE_BYTES) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(): HearsayError {
  const limit = LARGEST_FILE_BYTES / 2 ** 20;
  return new HearsayError('E_TOO_LARGE', `This is larger than ${limit} MiB: give one article at a time.`);
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
