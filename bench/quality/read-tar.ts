/** Reads a gzipped tar archive of plain files (POSIX ustar): what the benches need, and no more. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

export interface TarFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The plain files of an archive, in order; folders, links and the resource forks of macOS ("._name") are passed over.
 *
 * @throws Error where the archive is missing or is no gzip.
 * @example
 * readTar('time/TBAQ-cleaned.tar.gz').map(({ path }) => path);
 */
export function readTar(archive: string): TarFile[] {
  const bytes = gunzipSync(readFileSync(archive));
  const field = (at: number, length: number): string =>
    bytes.toString('utf8', at, at + length).replace(/\0[\s\S]*$/, '');
  const files: TarFile[] = [];
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const size = Number.parseInt(field(at + 124, 12).trim() || '0', 8);
    const [type, prefix] = [field(at + 156, 1), field(at + 345, 155)];
    const path = `${prefix === '' ? '' : `${prefix}/`}${field(at, 100)}`;
    const isFile = (type === '' || type === '0') && !/(?:^|\/)\._/.test(path);
    if (isFile) files.push({ path, bytes: bytes.subarray(at + BLOCK, at + BLOCK + size) });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
