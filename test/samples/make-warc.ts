/** Makes web archives with warcio, the library of the archives' own makers. */
import { WARCRecord, WARCSerializer } from 'warcio';

/** One record to make. */
export interface Made {
  readonly url: string;
  readonly type?: 'response' | 'resource' | 'revisit' | 'request' | 'metadata';
  readonly date?: string;
  readonly status?: string;
  /** HTTP header fields; of a resource or metadata record, "content-type" is the record's own. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/**
 * The bytes of an archive.
 *
 * @example
 * await makeWarc([{ url: 'https://courier.example/a', body: '<p>Yes.' }], { gzip: true });
 */
export async function makeWarc(
  records: readonly Made[],
  { gzip = false, version = 'WARC/1.1' }: { gzip?: boolean; version?: 'WARC/1.0' | 'WARC/1.1' } = {},
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (const { url, type = 'response', date = '2026-03-01T10:00:00Z', status = '200 OK', headers, body } of records) {
    const fields = headers ?? { 'content-type': 'text/html; charset=utf-8' };
    const hasHttp = type === 'response' || type === 'request';
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const record = WARCRecord.create(
      {
        url,
        date,
        type,
        warcVersion: version,
        ...(hasHttp
          ? { httpHeaders: { ...fields }, statusline: type === 'request' ? 'GET / HTTP/1.1' : `HTTP/1.1 ${status}` }
          : { warcHeaders: { 'Content-Type': fields['content-type'] } }),
      },
      oneChunk(bytes),
    );
    parts.push(await WARCSerializer.serialize(record, { gzip }));
  }
  return Buffer.concat(parts);
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
