/** Makes WACZ files: a ZIP with a list of hashed files, as the archives' own tools write them. */
import { createHash } from 'node:crypto';
import { ZipFile } from 'yazl';
import { type Made, makeWarc } from './make-warc.ts';

export interface MadePage {
  readonly url: string;
  readonly ts?: string;
  readonly title?: string;
  readonly text?: string;
}

export interface WaczOptions {
  readonly version?: '1.1.1' | '1.2.0';
  readonly pages: readonly MadePage[];
  /** Files to put in place of those made, or beside them, after the hashes were taken. */
  readonly changed?: Readonly<Record<string, string | Uint8Array>>;
  /** Files not to put in. */
  readonly missing?: readonly string[];
}

/**
 * The bytes of a WACZ with one WARC.gz.
 *
 * @example
 * await makeWacz([{ url: 'https://a.example/', body: '<p>Yes.' }], { pages: [{ url: 'https://a.example/' }] });
 */
export async function makeWacz(records: readonly Made[], options: WaczOptions): Promise<Uint8Array> {
  const { version = '1.2.0', pages, changed = {}, missing = [] } = options;
  const lines = [{ format: 'json-pages-1.0', id: 'pages', title: 'All pages' }, ...pages];
  const files: Record<string, Uint8Array> = {
    'archive/data.warc.gz': await makeWarc(records, { gzip: true }),
    'pages/pages.jsonl': encode(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`),
    'indexes/index.cdx': encode('example,courier)/ 20260301100000 {}\n'),
  };
  const resources = Object.entries(files).map(([path, bytes]) => ({
    name: path.replace(/^.*\//, ''),
    path,
    hash: hashOf(bytes),
    bytes: bytes.length,
  }));
  const profile = version === '1.2.0' ? { profile: 'wacz' } : { profile: 'data-package', wacz_version: version };
  const list = encode(JSON.stringify({ ...profile, resources }));
  files['datapackage.json'] = list;
  files['datapackage-digest.json'] = encode(JSON.stringify({ path: 'datapackage.json', hash: hashOf(list) }));
  for (const [path, content] of Object.entries(changed)) files[path] = encode(content);
  return zipOf(Object.entries(files).filter(([path]) => !missing.includes(path)));
}

/**
 * The bytes of a ZIP with these files; WARC files are stored, others packed.
 *
 * @example
 * await zipOf([['a.txt', new Uint8Array([65])]]);
 */
export async function zipOf(files: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, bytes] of files) {
    zip.addBuffer(Buffer.from(bytes), path, { compress: !path.endsWith('.gz'), mtime: new Date(2026, 2, 1) });
  }
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function encode(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function hashOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
