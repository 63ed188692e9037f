import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeReading } from '../../test/samples/make-reading.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/sqlite/open-ledger.ts';
import type { HearsayEngine } from '../reading/engine.ts';
import type { ReadingInput } from '../reading/reading.ts';
import { createServer } from './create-server.ts';

const READING = makeReading({
  article: { title: 'Bridge closed', outlet: 'The Harbour Post' },
  blocks: [['paragraph', 'The mayor said the bridge was safe. “No,” said Tom.']],
  statements: [
    { source: ['The mayor'], cue: ['said'], content: ['the bridge was safe'] },
    { kind: 'direct', source: ['Tom'], content: ['“No,”'] },
  ],
});

/** Stands for the engine: it finds nothing, and shows what it was given. */
const openEngine = async () =>
  ({ read: (input: ReadingInput) => makeReading({ blocks: [['paragraph', input.text]] }) }) as unknown as HearsayEngine;

const PARTS = {
  openEngine,
  intake: {
    openPool: () => {
      throw new Error('nothing is taken in here');
    },
    openFetcher: () => Promise.reject(new Error('nothing is fetched here')),
  },
};

let folder: string;
let ledger: Ledger;
let app: Hono;
let articleId: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-server-'));
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<title>Hearsay</title>');
  writeFileSync(join(folder, 'web', 'assets', 'main-1.js'), 'true');
  writeFileSync(join(folder, 'web', 'notes.secret'), 'not of the page');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  ledger = await openLedger(join(folder, 'case.db'));
  ({ articleId } = await ledger.addReading(READING, {
    path: '/a.txt',
    addedAt: '2026-11-22T10:00:00Z',
    bytesSha256: '',
  }));
  ({ app } = createServer({ ledger, webFolder: join(folder, 'web'), ...PARTS }));
});

afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function get(path: string, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const response = await app.request(`http://localhost:4317${path}`, { headers });
  const isJson = response.headers.get('content-type')?.includes('json');
  return [response.status, isJson ? await response.json() : await response.text()];
}

describe('the API', () => {
  test('gives the articles, a reading, and the statements that the ledger holds', async () => {
    expect(await get('/v1/articles')).toEqual([200, { articles: await ledger.articles() }]);
    const article = (await ledger.article(articleId))!;
    const answer = { article, versionId: article.versionId, reading: READING };
    expect(await get(`/v1/articles/${articleId}`)).toEqual([200, answer]);
    expect(await get(`/v1/articles/${articleId}?version=${article.versionId}`)).toEqual([200, answer]);
    const query = { search: 'kind:direct', limit: 5, facets: 3 };
    const answered = await get('/v1/statements?search=kind:direct&limit=5&facets=3');
    expect(answered).toEqual([200, await ledger.statements(query)]);
  });

  test.each([
    ['/v1/articles/art_0', 404, 'E_NOT_FOUND'],
    ['/v1/nothing', 404, 'E_NOT_FOUND'],
    ['/v1/statements?search=kind:loud', 400, 'E_INPUT'],
    ['/v1/statements?after=x', 400, 'E_INPUT'],
    ['/v1/statements?limit=-1', 400, 'E_INPUT'],
    ['/v1/statements?limit=1e9', 400, 'E_INPUT'],
    ['/v1/statements?order=confidence;drop', 400, 'E_INPUT'],
    ['/v1/statements?colour=red', 400, 'E_INPUT'],
    ['/v1/statements?constructor=1', 400, 'E_INPUT'],
  ])('%s is answered with %i %s', async (path, status, code) => {
    expect(await get(path)).toMatchObject([status, { error: { code } }]);
  });

  test('a mistake in a search is answered with its place', async () => {
    const error = { code: 'E_INPUT', at: { start: 2, end: 4 } };
    expect(await get('/v1/statements?search=a+x:b')).toMatchObject([400, { error }]);
  });

  test('a failure inside is an answer, not a crash, and gives nothing away', async () => {
    await ledger.close();
    const [status, body] = await get('/v1/articles');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain(folder);
  });
});

describe('the page', () => {
  test('is served, with its scripts', async () => {
    expect(await get('/')).toEqual([200, '<title>Hearsay</title>']);
    expect(await get('/assets/main-1.js')).toEqual([200, 'true']);
  });

  test.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/assets/../../secret.html',
    '/assets/..%5c..%5csecret.html',
    '/....//secret.html',
    '//secret.html',
    '/notes.secret',
    '/assets/',
    '/%00',
    '/%ff',
  ])('%s leads nowhere', async (path) => {
    const [status, body] = await get(path);
    expect(status).toBe(404);
    expect(JSON.stringify(body)).not.toContain('"secret"');
  });

  test('that has not been built says what to do', async () => {
    ({ app } = createServer({ ledger, webFolder: null, ...PARTS }));
    expect(await get('/')).toMatchObject([503, expect.stringContaining('npm run build')]);
  });
});

describe('other sites', () => {
  test.each([
    ['127.0.0.1:4317', 200],
    ['localhost', 200],
    ['LOCALHOST:4317', 200],
    ['[::1]:4317', 200],
    ['evil.example:4317', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost.evil.example:4317', 403],
    ['192.168.1.5:4317', 403],
    ['localhost:4317@evil.example', 403],
  ])('a request for host %s is answered with %i', async (host, status) => {
    expect((await get('/v1/articles', { host }))[0]).toBe(status);
    expect((await get('/', { host }))[0]).toBe(status);
  });

  test.each(['/', '/v1/articles', '/nowhere', '/v1/statements?limit=x'])('%s carries the headers', async (path) => {
    const { headers } = await app.request(`http://localhost${path}`);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each([
    ['POST', '/v1/articles', 404],
    ['DELETE', '/v1/statements', 404],
    ['POST', '/', 405],
    ['OPTIONS', '/v1/articles', 405],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const headers = { 'content-type': 'application/json' };
    expect((await app.request(`http://localhost${path}`, { method, headers })).status).toBe(status);
  });

  const another = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
  test.each([
    ['GET', {}, 200],
    ['GET', { 'sec-fetch-site': 'same-origin' }, 200],
    ['GET', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, 200],
    ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
    ['GET', another, 403],
    ['DELETE', another, 403],
    ['DELETE', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 403],
    ['DELETE', { origin: 'https://evil.example' }, 403],
    ['DELETE', { origin: 'null' }, 403],
    ['DELETE', { origin: 'http://localhost' }, 200],
  ])('%s with %j is answered with %i', async (method, headers, status) => {
    const url = `http://localhost/v1/articles/${articleId}`;
    expect((await app.request(url, { method, headers: headers as Record<string, string> })).status).toBe(status);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
    'what a form can send ("%s") is refused',
    async (type) => {
      const request = { method: 'POST', headers: { 'content-type': type }, body: '{"text":"The port is shut."}' };
      expect((await app.request('http://localhost/v1/read', request)).status).toBe(415);
    },
  );
});

describe('a server that is open to other machines', () => {
  const TOKEN = 'a-token-of-more-than-16';
  const ask = (path: string, headers: Record<string, string> = {}) =>
    createServer({ ledger, webFolder: null, ...PARTS, token: TOKEN }).app.request(`http://192.168.1.5${path}`, {
      headers,
    });

  test.each([
    [{}, 401],
    [{ authorization: 'Bearer wrong' }, 401],
    [{ authorization: TOKEN }, 401],
    [{ cookie: 'hearsay_token=wrong' }, 401],
    [{ authorization: `Bearer ${TOKEN}` }, 200],
    [{ cookie: `hearsay_token=${TOKEN}` }, 200],
  ])('%j is answered with %i', async (headers, status) => {
    for (const path of ['/v1/articles', '/v1/openapi.json']) {
      expect((await ask(path, headers as Record<string, string>)).status).toBe(status);
    }
  });

  test('gives a browser that knows the token a cookie that no script and no other site can use', async () => {
    expect((await ask('/enter?token=wrong')).status).toBe(401);
    const entered = await ask(`/enter?token=${TOKEN}`);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
  });
});
