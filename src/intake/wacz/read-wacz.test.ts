import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeWacz, type WaczOptions, zipOf } from '../../../test/samples/make-wacz.ts';
import type { Made } from '../../../test/samples/make-warc.ts';
import type { Item, Piece } from '../items/item.ts';
import { readWacz } from './read-wacz.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-wacz-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PIER = 'https://courier.example/pier';
const RECORDS: Made[] = [
  { url: PIER, body: '<!DOCTYPE html><h1>Fire</h1><p>The port denied it.' },
  { url: 'https://courier.example/frame', body: '<!DOCTYPE html><p>An advertisement.' },
];
const PAGES: WaczOptions = { pages: [{ url: `${PIER}#top`, ts: '2026-03-01T10:00:00Z', title: 'Fire at the pier' }] };

function read(source: string | Uint8Array): Promise<Piece[]> {
  return Array.fromAsync(readWacz('case.wacz', source));
}

const told = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (piece.type === 'failure' ? `${piece.what} ${piece.code}: ${piece.message}` : piece.type));

test.each(['1.1.1', '1.2.0'] as const)('%s, from memory and from disk: the pages of the list only', async (version) => {
  const bytes = await makeWacz(RECORDS, { ...PAGES, version });
  const path = join(folder, `${version}.wacz`);
  writeFileSync(path, bytes);
  for (const source of [bytes, path]) {
    const pieces = await read(source);
    expect(told(pieces)).toEqual(['item']);
    expect(pieces[0]).toMatchObject({
      id: `case.wacz#archive/data.warc.gz#${PIER}@2026-03-01T10:00:00.000Z`,
      url: PIER,
      hints: { title: 'Fire at the pier' },
    });
  }
});

test('a page whose capture is missing is read from the list, or is a failure', async () => {
  const pages = [{ url: 'https://a.example/1', text: 'The port denied it.' }, { url: 'https://a.example/2' }];
  const pieces = await read(await makeWacz(RECORDS, { pages }));
  expect((pieces[0] as Item).content).toEqual({ text: 'The port denied it.' });
  expect((pieces[0] as Item).warnings).toMatchObject([{ code: 'W_PARTIAL' }]);
  expect(told(pieces)[1]).toMatch(/^case.wacz#https:\/\/a.example\/2 E_ARCHIVE: .*no capture/);
});

describe('archives that are not what they say', () => {
  test.each<[string, Partial<WaczOptions>, RegExp]>([
    [
      'a changed file',
      { changed: { 'archive/data.warc.gz': 'x' } },
      /data.warc.gz E_HASH: archive\/data.warc.gz is not what/,
    ],
    ['a file of other length', { changed: { 'pages/pages.jsonl': '{}' } }, /E_HASH: pages\/pages.jsonl is not what/],
    ['a missing file', { missing: ['indexes/index.cdx'] }, /E_HASH: indexes\/index.cdx is listed, but missing/],
    [
      'a file that was added',
      { changed: { 'archive/more.warc': 'x' } },
      /E_HASH: archive\/more.warc is not in the list/,
    ],
    [
      'a changed list',
      { changed: { 'datapackage.json': '{"profile":"wacz","resources":[]}' } },
      /E_HASH: datapackage.json is/,
    ],
    [
      'a list that is no JSON',
      { changed: { 'datapackage.json': '{' }, missing: ['datapackage-digest.json'] },
      /E_ARCHIVE: .*JSON/,
    ],
    ['no list', { missing: ['datapackage.json'] }, /E_ARCHIVE: .*not WACZ/],
    [
      'another profile',
      { changed: { 'datapackage.json': '{"profile":"data-package"}' }, missing: ['datapackage-digest.json'] },
      /E_ARCHIVE: .*profile "data-package"/,
    ],
  ])('%s', async (_name, options, expected) => {
    const pieces = await read(await makeWacz(RECORDS, { ...PAGES, ...options }));
    expect(told(pieces).join('\n')).toMatch(expected);
  });

  test('a damaged ZIP file', async () => {
    const bytes = await makeWacz(RECORDS, PAGES);
    expect(told(await read(bytes.subarray(0, bytes.length - 40)))[0]).toMatch(/E_ARCHIVE: The ZIP file is damaged/);
  });

  test('a name that climbs out of the archive', async () => {
    const zip = Buffer.from(await zipOf([['aa/secret.txt', new Uint8Array([65])]]));
    for (let at = zip.indexOf('aa/secret'); at !== -1; at = zip.indexOf('aa/secret')) zip.write('../secret', at);
    expect(told(await read(zip))[0]).toMatch(/E_ARCHIVE: .*\.\./);
  });

  test('a bomb', async () => {
    const bytes = await makeWacz(RECORDS, { ...PAGES, changed: { 'datapackage.json': Buffer.alloc(65 << 20, 32) } });
    expect(told(await read(bytes))[0]).toMatch(/E_TOO_LARGE: datapackage.json is larger than 64 MiB/);
  });
});
