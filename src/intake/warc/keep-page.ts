/**
 * Keeps what was fetched, as a web archive beside the ledger: one WARC 1.1 file a body, named by the SHA-256 of its bytes, which is
 * also what the ledger has of each version (`bytes_sha256`). So a version leads to its bytes without an index, the same bytes are
 * kept once, and any tool for web archives, `hearsay add` among them, reads the folder.
 *
 *   FOLDER/9f/9f2c….warc.gz    the first two digits, then all of them
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WARCRecord, WARCSerializer } from 'warcio';
import { HearsayError } from '../../text/errors.ts';
import type { FetchedPage } from '../fetch/fetcher.ts';

/** What a body has no longer once it was unpacked. */
const UNDONE = new Set(['content-encoding', 'transfer-encoding', 'content-length', 'connection', 'keep-alive']);

/**
 * Where the bytes of a version are kept.
 *
 * @example
 * keptPath('bytes', '9f2c…'); // 'bytes/9f/9f2c….warc.gz'
 */
export function keptPath(folder: string, bytesSha256: string): string {
  return join(folder, bytesSha256.slice(0, 2), `${bytesSha256}.warc.gz`);
}

/**
 * Writes a page to the folder. It has its name only once it is whole.
 *
 * @throws HearsayError E_UNREADABLE where the folder cannot be written.
 * @example
 * await keepPage('bytes', await fetcher.fetch('https://courier.example/pier'));
 */
export async function keepPage(folder: string, page: FetchedPage): Promise<void> {
  const { url, bytes, bytesSha256, fetchedAt, headers } = page;
  const httpHeaders = Object.fromEntries(Object.entries(headers).filter(([name]) => !UNDONE.has(name)));
  const record = WARCRecord.create(
    {
      url,
      date: fetchedAt,
      type: 'response',
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'WARC-Payload-Digest': `sha256:${bytesSha256}` },
      httpHeaders: { ...httpHeaders, 'content-length': String(bytes.length) },
    },
    [bytes],
  );
  const path = keptPath(folder, bytesSha256);
  try {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(`${path}.part`, await WARCSerializer.serialize(record, { gzip: true }));
    await rename(`${path}.part`, path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `The page cannot be kept in ${folder} (${reason}): give another folder with --keep-bytes.`;
    throw new HearsayError('E_UNREADABLE', message, { cause });
  }
}
