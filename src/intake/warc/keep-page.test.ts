import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, page, serveLocally } from '../../../test/samples/serve-locally.ts';
import { createFetcher } from '../fetch/fetcher.ts';
import { find, findPieces } from '../items/find-pieces.ts';
import type { Item } from '../items/item.ts';
import { keepPage, keptPath } from './keep-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-keep-'));
let server: LocalServer;
beforeAll(async () => {
  server = await serveLocally({
    '/a': page(gzipSync('<!doctype html><p>Yes.'), { 'content-encoding': 'gzip', etag: '"1"' }),
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

test('what is kept is found by its hash, once, and read again as it was', async () => {
  const fetcher = createFetcher({ allowPrivate: true, robots: false, pauseMs: 0 });
  const fetched = (await fetcher.fetch(`${server.origin}/a`))!;
  await keepPage(folder, fetched);
  await keepPage(folder, fetched);
  await fetcher.close();
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('.'))).toEqual([
    keptPath('', fetched.bytesSha256),
  ]);
  const items: Item[] = [];
  async function* nothing(): AsyncGenerator<Uint8Array> {}
  for await (const piece of findPieces(await find([folder]), { stdin: nothing() })) items.push(piece as Item);
  expect(items).toMatchObject([
    { url: `${server.origin}/a`, capturedAt: fetched.fetchedAt, payloadDigest: `sha256:${fetched.bytesSha256}` },
  ]);
  expect(new TextDecoder().decode((items[0].content as { bytes: Uint8Array }).bytes)).toBe('<!doctype html><p>Yes.');
});

test('a folder that cannot be written', async () => {
  writeFileSync(join(folder, 'file'), '');
  const fetched = {
    url: 'https://a.example/',
    bytes: new Uint8Array(1),
    bytesSha256: 'ab',
    fetchedAt: '2026-03-01T00:00:00Z',
    headers: {},
  };
  const kept = keepPage(join(folder, 'file'), { ...fetched, contentType: null, etag: null, lastModified: null });
  await expect(kept).rejects.toMatchObject({ code: 'E_UNREADABLE', message: expect.stringContaining('--keep-bytes') });
});
