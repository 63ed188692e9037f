/** Archives that warcio writes, and damaged ones made of them. */
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Made, makeWarc } from '../../../test/samples/make-warc.ts';
import { gunzipChunks } from '../bytes/gunzip-chunks.ts';
import type { Item, Piece } from '../items/item.ts';
import { readWarc } from './read-warc.ts';

const PAGE = '<!DOCTYPE html><h1>Fire at the pier</h1><p>The port denied it.</p>';
const url = (name: string) => `https://courier.example/${name}`;
const page = (name: string, more: Partial<Made> = {}): Made => ({ url: url(name), body: PAGE, ...more });

function read(bytes: Uint8Array, size = 1 << 16): Promise<Piece[]> {
  return Array.fromAsync(readWarc('a.warc', inChunks(bytes, size)));
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const bodyOf = (piece: Piece) => new TextDecoder().decode(((piece as Item).content as { bytes: Uint8Array }).bytes);
const CHUNKED = `5\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)};x=y\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`;

describe.each(['WARC/1.0', 'WARC/1.1'] as const)('%s', (version) => {
  test.each([1, 7, 65_536])('pages, revisits and the rest, in pieces of %s bytes', async (size) => {
    const archive = await makeWarc(
      [
        page('a', { date: '2026-03-01T10:00:00Z' }),
        page('style.css', { headers: { 'content-type': 'text/css' } }),
        page('gone', { status: '404 Not Found' }),
        page('a', { type: 'revisit', date: '2026-03-02T10:00:00Z', body: '' }),
        page('b', { type: 'resource', date: '2026-03-03T10:00:00Z' }),
      ],
      { version },
    );
    const pieces = await read(archive, size);
    expect(pieces.map(({ type }) => type)).toEqual(['item', 'sighting', 'item', 'passed over', 'passed over']);
    expect(pieces[0]).toMatchObject({
      url: url('a'),
      path: url('a'),
      capturedAt: '2026-03-01T10:00:00.000Z',
      payloadDigest: expect.stringMatching(/^sha/),
    });
    expect(bodyOf(pieces[0])).toBe(PAGE);
    expect(pieces[1]).toMatchObject({ url: url('a'), seenAt: '2026-03-02T10:00:00.000Z' });
  });
});

test.each<[string, string | Uint8Array, Record<string, string>]>([
  ['gzip', gzipSync(PAGE), { 'content-encoding': 'gzip' }],
  ['br', brotliCompressSync(PAGE), { 'content-encoding': 'br' }],
  ['raw deflate', deflateRawSync(PAGE), { 'content-encoding': 'deflate' }],
  ['chunks', CHUNKED, { 'transfer-encoding': 'chunked' }],
  ['a coding that only the header kept', PAGE, { 'content-encoding': 'gzip' }],
  ['chunks that only the header kept', PAGE, { 'transfer-encoding': 'chunked' }],
])('a body in %s', async (_name, body, headers) => {
  const [piece] = await read(
    await makeWarc([page('a', { body, headers: { 'content-type': 'text/html', ...headers } })]),
  );
  expect(bodyOf(piece)).toBe(PAGE);
});

test('a bomb and a damaged body cost only themselves', async () => {
  const headers = { 'content-type': 'text/html', 'content-encoding': 'gzip' };
  const pieces = await read(
    await makeWarc([
      page('bomb', { body: gzipSync(Buffer.alloc(65 << 20)), headers }),
      page('torn', { body: gzipSync(PAGE).subarray(0, 30), headers }),
      page('a'),
    ]),
  );
  expect(pieces.map((piece) => (piece.type === 'failure' ? piece.code : piece.type))).toEqual([
    'E_TOO_LARGE',
    'E_UNREADABLE',
    'item',
  ]);
});

test('Media Cloud: what a metadata record says of the page before it', async () => {
  const said = { article_title: 'Fire', publication_date: '2026-03-01', canonical_domain: 'courier.example' };
  const [piece, next] = await read(
    await makeWarc([
      page('a'),
      page('a', { type: 'request', body: '' }),
      page('a', { type: 'metadata', body: JSON.stringify(said), headers: { 'content-type': 'application/json' } }),
      page('b'),
    ]),
  );
  expect((piece as Item).hints).toEqual({
    from: 'Media Cloud',
    title: 'Fire',
    published: '2026-03-01',
    outlet: 'courier.example',
  });
  expect((next as Item).hints).toEqual({ from: 'archive' });
});

describe('archives that break off or are damaged', () => {
  const whole = () => makeWarc([page('a'), page('b'), page('c')]);

  test('every place: all records that are whole, then one failure', async () => {
    const archive = await whole();
    const counts = new Set<number>();
    for (let length = 1; length < archive.length; length += 3) {
      const pieces = await read(archive.subarray(0, length));
      const items = pieces.filter(({ type }) => type === 'item').length;
      const failures = pieces.filter(({ type }) => type === 'failure');
      counts.add(items);
      expect(failures.length).toBeLessThanOrEqual(1);
      if (failures.length === 1) expect(failures[0]).toMatchObject({ code: 'E_ARCHIVE', what: 'a.warc' });
      else expect(items).toBeGreaterThan(0);
    }
    expect([...counts].sort()).toEqual([0, 1, 2, 3]);
  });

  test('gzipped by the record', async () => {
    const archive = await makeWarc([page('a'), page('b'), page('c')], { gzip: true });
    const pieces: Piece[] = [];
    for await (const piece of readWarc('a.warc.gz', gunzipChunks([archive.subarray(0, archive.length - 60)])))
      pieces.push(piece);
    expect(pieces.map(({ type }) => type)).toEqual(['item', 'item', 'failure']);
  });

  test.each([
    ['no length', 'WARC/1.0\r\nWARC-Type: response\r\n\r\n'],
    ['a length that is none', 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n'],
    [
      'a length of 4 GiB',
      'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 4294967296\r\n\r\nx',
    ],
    ['a header without an end', `WARC/1.0\r\n${'X: y\r\n'.repeat(2000)}`],
    ['an endless line', `WARC/1.0\r\nX: ${'y'.repeat(100_000)}`],
    ['something else', 'Dear Sir,\r\n'],
  ])('%s', async (_name, text) => {
    const first = Buffer.from(await makeWarc([page('a')]));
    const pieces = await read(Buffer.concat([first, Buffer.from(text)]));
    expect(pieces.map(({ type }) => type)).toEqual(['item', 'failure']);
    expect(pieces[1]).toMatchObject({ code: 'E_ARCHIVE', message: expect.stringMatching(/at byte \d+/) });
  });
});

test('memory stays flat over a long archive', async () => {
  const one = await makeWarc([
    page('video', { body: Buffer.alloc(1 << 20), headers: { 'content-type': 'video/mp4' } }),
  ]);
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (let n = 0; n < 400; n++) yield one;
  }
  const before = process.memoryUsage().rss;
  let highest = before;
  for await (const _piece of readWarc('a.warc', endless())) highest = Math.max(highest, process.memoryUsage().rss);
  expect(highest - before).toBeLessThan(200 << 20);
});
