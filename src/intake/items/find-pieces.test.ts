/** Real files and folders of every format, named directly and found in folders. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeWacz } from '../../../test/samples/make-wacz.ts';
import { makeWarc } from '../../../test/samples/make-warc.ts';
import { find, findPieces } from './find-pieces.ts';
import { FORMATS, formatOf } from './formats.ts';
import { headOf } from './head.ts';
import type { Item, Piece } from './item.ts';
import { readItem } from './read-item.ts';
import { openBytes } from './source.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-pieces-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function pieces(names: readonly string[], input = ''): Promise<Piece[]> {
  async function* stdin(): AsyncGenerator<Uint8Array> {
    if (input !== '') yield new TextEncoder().encode(input);
  }
  return Array.fromAsync(findPieces(await find(names), { stdin: stdin() }));
}

/** What a piece is, in a few words. */
function told(piece: Piece): string {
  if (piece.type === 'failure') return `${piece.code} ${piece.what.replace(`${folder}/`, '')}`;
  if (piece.type === 'passed over') return `passed over ${piece.what.replace(`${folder}/`, '')} (${piece.reason})`;
  if (piece.type === 'link') return `link ${piece.url}`;
  return `${piece.type} ${'id' in piece ? piece.id.replace(`${folder}/`, '') : ''}`;
}

const PAGE = '<!doctype html><title>Fire at the pier</title><h1>Fire at the pier</h1><p>The port denied it.</p>';
const SINGLE_FILE = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://courier.example/pier
 saved date: Tue Mar 03 2026 10:11:12 GMT+0100 (Central European Standard Time)
--><title>Fire</title><p>The port denied it.`;
const RSS =
  '<?xml version="1.0"?><rss version="2.0"><channel><item><link>https://a.example/1</link></item></channel></rss>';
const MHTML = `MIME-Version: 1.0\r\nSnapshot-Content-Location: https://courier.example/pier\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n${PAGE}\r\n--x--`;

describe('the format is told from the content, then from the ending', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['a.txt', PAGE, 'HTML'],
    ['a', `<?xml version="1.0"?><!-- x --><!DOCTYPE html [<!ENTITY a "b">]><html xmlns="…">`, 'HTML'],
    ['a.html', 'The port denied it.', 'HTML'],
    ['a.htm', RSS, 'RSS'],
    ['a.html', SINGLE_FILE, 'SingleFile HTML'],
    ['a.html', MHTML, 'MHTML'],
    ['x', '<rdf:RDF xmlns:rdf="…">', 'RSS'],
    ['x', '\ufeff<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', 'Atom'],
    ['x.json', '{"version": "https://jsonfeed.org/version/1.1"}', 'JSON Feed'],
    ['x', '<opml version="2.0">', 'OPML'],
    ['x', '<urlset xmlns="…">', 'Sitemap'],
    ['x', '<sitemapindex>', 'Sitemap index'],
    ['x', 'WARC/1.1\r\n', 'WARC'],
    ['x', gzipSync('WARC/1.0\r\n'), 'WARC'],
    ['x', 'PK\u0003\u0004', 'WACZ'],
    ['x', '{"id":"1","text":"The port denied it."}\n', 'JSON lines'],
    ['x', `{"id":"1","text":"${'word '.repeat(20_000)}"}`, 'JSON lines'],
    ['x.ndjson', 'not JSON', 'JSON lines'],
    ['x', '# mine\nhttps://a.example/1\nhttps://a.example/2\n', 'List of addresses'],
    ['x.csv', 'https://a.example/1\n', 'CSV'],
    ['x.txt', 'See https://a.example/1 for more.', 'Plain text'],
    ['x', '{ "a": 1 }', 'Plain text'],
    ['x', '', 'Plain text'],
  ])('%s: %j', async (name, content, expected) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    expect(formatOf(headOf(await openBytes(name, bytes))).name).toBe(expected);
  });

  test('every format is told at least once above, and names are unique', () => {
    expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length);
  });
});

test('a folder: in order, all formats, links not followed, other files passed over', async () => {
  put('z.HTML', PAGE);
  put('a.txt', 'The port denied it.');
  put('b/feed.xml', RSS);
  put('b/page', PAGE);
  put('b/c/y.html.gz', gzipSync(PAGE));
  put('b/d.pdf', '%PDF');
  put('b/README', 'words');
  put('b/crawl.warc.gz', await makeWarc([{ url: 'https://a.example/2', body: PAGE }], { gzip: true }));
  put('b/style.css', 'p { color: red }');
  put('.hidden/x.html', PAGE);
  put('z_files/ad.html', PAGE);
  put('z.html', PAGE);
  symlinkSync(folder, at('b/round'));
  expect((await pieces([folder])).map(told)).toEqual([
    'item a.txt',
    'passed over b/README ()',
    'item b/c/y.html.gz',
    'item b/crawl.warc.gz#https://a.example/2@2026-03-01T10:00:00.000Z',
    'passed over b/d.pdf (.pdf)',
    'link https://a.example/1',
    'item b/page',
    'passed over b/round (link)',
    'passed over b/style.css (.css)',
    'item z.HTML',
    'item z.html',
    'passed over z_files (saved beside a page)',
  ]);
});

test('a Zotero storage folder: snapshots are read, other attachments listed', async () => {
  put('storage/AB23CD45/Fire at the pier.html', SINGLE_FILE);
  put('storage/AB23CD45/.zotero-ft-cache', 'The port denied it.');
  put('storage/EF67GH89/report.pdf', '%PDF-1.7');
  const found = await pieces([at('storage')]);
  expect(found.map(told)).toEqual([
    'item storage/AB23CD45/Fire at the pier.html',
    'passed over storage/EF67GH89/report.pdf (attachment .pdf)',
  ]);
  expect(found[0]).toMatchObject({ url: 'https://courier.example/pier', capturedAt: '2026-03-03T09:11:12.000Z' });
});

test('what was named is tried, whatever it is called; failures stand in their place', async () => {
  put('empty.pdf', '');
  put('bad.wacz', 'PK\u0003\u0004 and no more');
  put('lines.jsonl', '{"id":"1","text":"One."}\n{"id":"2"}\n\nno\n');
  const found = await pieces([
    at('none.html'),
    at('bad.wacz'),
    at('lines.jsonl'),
    'https://a.example/x',
    at('empty.pdf'),
  ]);
  expect(found.map(told)).toEqual([
    'E_NOT_FOUND none.html',
    'E_ARCHIVE bad.wacz',
    'item 1',
    'E_INPUT 2',
    'E_JSON lines.jsonl, line 4',
    'link https://a.example/x',
    'item empty.pdf',
  ]);
  expect((found[2] as Item).path).toBe(`${at('lines.jsonl')}#1`);
});

test('a WACZ on disk', async () => {
  put(
    'case.wacz',
    await makeWacz([{ url: 'https://a.example/1', body: PAGE }], { pages: [{ url: 'https://a.example/1' }] }),
  );
  expect((await pieces([folder])).map(told)).toEqual([
    'item case.wacz#archive/data.warc.gz#https://a.example/1@2026-03-01T10:00:00.000Z',
  ]);
});

test('a gzip bomb', async () => {
  put('bomb.html', gzipSync(Buffer.alloc(70 << 20, 32)));
  expect((await pieces([at('bomb.html')])).map(told)).toEqual(['E_TOO_LARGE bomb.html']);
});

describe('standard input', () => {
  test('two texts are two articles', async () => {
    const [one] = (await pieces(['-'], 'The port denied it.')) as Item[];
    const [two] = (await pieces(['-'], 'The port confirmed it.')) as Item[];
    expect(one.id).toBe('-');
    expect(one.path).toMatch(/^sha256:/);
    expect(one.path).not.toBe(two.path);
  });

  test('records', async () => {
    const [one] = (await pieces(['-'], '{"id":"1","text":"One."}\n')) as Item[];
    expect(one.path).toBe('standard input#1');
  });
});

describe('readItem', () => {
  test('a hint fills what the page leaves open, a record stands above it', async () => {
    put('a.html', PAGE);
    const [item] = (await pieces([at('a.html')])) as Item[];
    const hints = { title: 'Other', outlet: 'The Courier', relay: 'Northern Wire' };
    const fed = readItem({ ...item, hints: { from: 'feed', ...hints } }).article;
    expect(fed).toMatchObject({ title: 'Fire at the pier', outlet: 'The Courier' });
    expect(fed.candidates?.relay).toEqual([{ value: 'Northern Wire', from: 'feed' }]);
    expect('relay' in fed).toBe(false);
    expect(readItem({ ...item, hints: { from: 'record', ...hints } }).article.title).toBe('Other');
  });
});
