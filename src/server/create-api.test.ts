import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parseAtomFeed } from 'feedsmith';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeReading, type SampleArticle } from '../../test/samples/make-reading.ts';
import type { ReadingPool } from '../adding/reading-pool.ts';
import type { Unread } from '../adding/reading-worker.ts';
import type { Fetcher } from '../intake/fetch/fetcher.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/sqlite/open-ledger.ts';
import { HearsayError } from '../text/errors.ts';
import { createApi } from './create-api.ts';
import { type IntakeProgress, IntakeQueue } from './intake-queue.ts';

const NOW = '2026-11-22T10:00:00.000Z';
const SAMPLE: SampleArticle = {
  article: { title: 'Bridge closed', outlet: 'The Harbour Post' },
  blocks: [['paragraph', 'The mayor said the bridge was safe. “No,” said Tom.']],
  statements: [
    { source: ['The mayor'], cue: ['said'], content: ['the bridge was safe'] },
    { kind: 'direct', source: ['Tom'], content: ['“No,”'] },
  ],
};
const READING = makeReading(SAMPLE);
const CAPTURE = { path: '/a.txt', addedAt: NOW, bytesSha256: '' };

/** Stands for the workers: an article whose text is "broken" cannot be read. */
function openPool(): ReadingPool {
  const read = async (item: Unread) => {
    if ('blocks' in item) return READING;
    const { content } = item;
    const text = 'text' in content ? content.text : '';
    if (text === 'broken') throw new HearsayError('E_EMPTY', 'It is empty.');
    return makeReading({ blocks: [['paragraph', text]] });
  };
  return { workers: 1, engine: Promise.resolve(READING.engine), read, close: async () => undefined };
}

const FETCHER = { close: async () => undefined } as Fetcher;

let folder: string;
let intake: IntakeQueue;
let ledger: Ledger;
let app: ReturnType<typeof createApi>;
let articleId: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-api-'));
  ledger = await openLedger(join(folder, 'case.db'));
  ({ articleId } = await ledger.addReading(READING, CAPTURE));
  const read = async ({ text }: { text: string }) => makeReading({ blocks: [['paragraph', text]] });
  intake = new IntakeQueue({ ledger, openPool, openFetcher: async () => FETCHER, now: () => new Date(NOW) });
  app = createApi({ ledger, read, intake, now: () => NOW });
});

afterEach(async () => {
  await intake.close();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(method: string, path: string, body?: unknown): Promise<[number, ReturnType<typeof JSON.parse>]> {
  const response = await app.request(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return [response.status, await response.json()];
}

describe('articles', () => {
  test('what stands in one, and one taken out with its trace', async () => {
    for (const noun of ['actors', 'assertions', 'moments', 'places', 'claims']) {
      const [status, body] = await ask('GET', `/v1/articles/${articleId}/${noun}`);
      expect([status, Object.keys(body)]).toEqual([200, [noun]]);
      expect(await ask('GET', `/v1/articles/art_0/${noun}`)).toMatchObject([404, { error: { code: 'E_NOT_FOUND' } }]);
    }
    const [status, removal] = await ask('DELETE', `/v1/articles/${articleId}?why=asked`);
    expect([status, removal.headline, removal.why, removal.at]).toEqual([200, 'Bridge closed', 'asked', NOW]);
    expect(await ask('GET', '/v1/removals')).toEqual([200, { removals: [removal] }]);
    expect((await ask('DELETE', `/v1/articles/${articleId}`))[0]).toBe(404);
    expect(await ask('GET', '/v1/articles')).toEqual([200, { articles: [] }]);
  });

  test('an unknown version is not found', async () => {
    expect((await ask('GET', `/v1/articles/${articleId}?version=ver_0`))[0]).toBe(404);
  });
});

test('one statement with all that is known of it', async () => {
  const { rows } = await ledger.statements();
  const [status, statement] = await ask('GET', `/v1/statements/${rows[0].id}`);
  expect([status, statement.id, statement.textSha256]).toEqual([200, rows[0].id, READING.textSha256]);
  expect((await ask('GET', '/v1/statements/stmt_0'))[0]).toBe(404);
});

test('sources are listed and forgotten', async () => {
  const source = {
    address: 'https://courier.example/feed?a=1&b=2',
    kind: 'feed',
    title: 'The Courier',
    groups: ['Ports'],
    attributes: {},
    etag: null,
    lastModified: null,
    addedAt: NOW,
    checkedAt: NOW,
    dueAt: null,
    failures: 0,
  } as const;
  await ledger.putIntakeSource(source);
  expect(await ask('GET', '/v1/sources')).toEqual([200, { sources: [source] }]);
  const path = `/v1/sources?address=${encodeURIComponent(source.address)}`;
  expect(await ask('DELETE', path)).toEqual([200, source]);
  expect((await ask('DELETE', path))[0]).toBe(404);
});

test('searches are saved, listed and forgotten', async () => {
  const search = { name: 'bridge', query: 'bridge', savedAt: NOW };
  expect(await ask('PUT', '/v1/searches/bridge', { query: 'bridge' })).toEqual([200, search]);
  expect(await ask('GET', '/v1/searches')).toEqual([200, { searches: [search] }]);
  expect(await ask('DELETE', '/v1/searches/bridge')).toEqual([200, search]);
  expect((await ask('DELETE', '/v1/searches/bridge'))[0]).toBe(404);
});

test('a saved search is a feed, whatever its words', async () => {
  await ask('PUT', '/v1/searches/a & b', { query: 'bridge' });
  const feed = await app.request('/v1/searches/a%20%26%20b/feed.atom');
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const { entries, title } = parseAtomFeed(await feed.text());
  expect(title).toEqual({ value: 'a & b · Hearsay' });
  const { rows } = await ledger.statements({ search: 'bridge' });
  expect(entries).toHaveLength(rows.length);
  expect(entries![0].title!.value).toContain(rows[0].content!.text);
  expect((await app.request('/v1/searches/none/feed.atom')).status).toBe(404);
  await ask('POST', '/v1/decisions', { by: 'Ada', decision: { kind: 'reject', entries: [rows[0].id] } });
  const again = parseAtomFeed(await (await app.request('/v1/searches/a%20%26%20b/feed.atom')).text());
  expect(again.entries![0].title!.value).toBe(`${entries![0].title!.value} (rejected)`);
});

test('actors across articles, one of them, and articles by their words', async () => {
  const [status, { rows, total }] = await ask('GET', '/v1/actors?limit=1');
  expect([status, rows.length <= 1, total]).toEqual([200, true, (await ledger.actors()).total]);
  for (const { id } of rows) expect(await ask('GET', `/v1/actors/${id}`)).toMatchObject([200, { id }]);
  expect((await ask('GET', '/v1/actors/who_0'))[0]).toBe(404);
  expect((await ask('GET', '/v1/actors?limit=all'))[0]).toBe(400);
  expect((await ask('GET', '/v1/search/articles?search=bridge'))[1].rows[0].articleId).toBe(articleId);
});

describe('decisions', () => {
  test('corrections from an annotation tool are previewed and taken', async () => {
    const line = JSON.parse((await (await app.request('/v1/export/doccano')).text()).split('\n')[0]);
    line.entities = line.entities.filter(({ id }: { id: number }) => id > 3);
    line.relations = line.relations.filter(({ from_id: from }: { from_id: number }) => from > 3);
    const corrected = { format: 'doccano', by: 'Ada', files: [{ name: 'all.jsonl', text: JSON.stringify(line) }] };
    const path = '/v1/decisions/annotations';
    const [, shown] = await ask('POST', path, { ...corrected, isDryRun: true });
    expect(await ask('GET', '/v1/decisions')).toEqual([200, { decisions: [] }]);
    const [status, taken] = await ask('POST', path, corrected);
    expect(taken).toEqual({ ...shown, added: 1 });
    expect([status, taken]).toMatchObject([200, { texts: 1, unchanged: 1, leftOut: [] }]);
    expect(taken.decisions).toMatchObject([
      { kind: 'reject', by: 'Ada', at: NOW, targets: [{ id: READING.statements[0].id }] },
    ]);
    expect(await ask('POST', path, { ...corrected, format: 'csv' })).toMatchObject([
      400,
      { error: { code: 'E_USAGE' } },
    ]);
  });

  test('are made, listed, handed over and taken in once', async () => {
    const [{ id }] = (await ledger.statements()).rows;
    const ruling = { by: 'Ada', decision: { kind: 'accept', entries: [id] } };
    const [status, made] = await ask('POST', '/v1/decisions', ruling);
    expect([status, made.decisions]).toMatchObject([200, [{ by: 'Ada', kind: 'accept', at: NOW }]]);
    expect((await ask('GET', `/v1/statements/${id}`))[1].review).toMatchObject({ status: 'accepted', by: 'Ada' });
    expect((await ask('GET', '/v1/decisions'))[1].decisions).toMatchObject([
      { id: made.decisions[0].id, state: 'laid' },
    ]);
    const lines = (await (await app.request('/v1/decisions/file')).text()).split('\n');
    expect(await ask('POST', '/v1/decisions/file', { lines: [...lines, 'no JSON'] })).toMatchObject([
      200,
      { lines: 2, added: 0, refused: [{ code: 'E_JSON' }] },
    ]);
  });

  test('are suggested for a later version, and carried over by whoever says so', async () => {
    const [{ id }] = (await ledger.statements()).rows;
    const { decisions } = (
      await ask('POST', '/v1/decisions', { by: 'Ada', decision: { kind: 'accept', entries: [id] } })
    )[1];
    expect((await ask('GET', '/v1/decisions/suggested'))[1]).toEqual({ suggestions: [], left: [] });
    const blocks = [['paragraph', 'Update.'] as const, ...SAMPLE.blocks];
    await ledger.addReading(makeReading({ ...SAMPLE, blocks }), CAPTURE);
    const [, { suggestions }] = await ask('GET', '/v1/decisions/suggested');
    expect(suggestions).toMatchObject([{ decision: { id: decisions[0].id }, targets: [{ kind: 'statement' }] }]);
    const refused = { by: 'Ben', decisions: ['dec_0'] };
    expect((await ask('POST', '/v1/decisions/carried', refused))[0]).toBe(404);
    expect(await ask('POST', '/v1/decisions/carried', { by: 'Ben', decisions: 'all' })).toMatchObject([
      200,
      { decisions: [{ by: 'Ben', carries: decisions[0].id }] },
    ]);
  });

  test.each([
    [{ by: 'Ada', decision: { kind: 'accept', entries: ['stmt_0'] } }, 404],
    [{ by: '', decision: { kind: 'accept', entries: ['stmt_0'] } }, 400],
    [{ by: 'Ada', decision: { kind: 'guess' } }, 400],
    [{ by: 'Ada' }, 400],
  ])('%j is refused with %i, and nothing is kept', async (body, status) => {
    expect(await ask('POST', '/v1/decisions', body)).toMatchObject([
      status,
      { error: { message: expect.any(String) } },
    ]);
    expect((await ask('GET', '/v1/decisions'))[1].decisions).toEqual([]);
  });
});

describe('reading without keeping', () => {
  test('gives the reading and stores nothing', async () => {
    const [status, reading] = await ask('POST', '/v1/read', { text: 'The port is shut.' });
    expect([status, reading.text]).toEqual([200, 'The port is shut.']);
    expect((await ledger.articles()).length).toBe(1);
  });

  test.each([
    [{}, 400],
    [{ text: 'a', html: 'b' }, 400],
    [{ text: 7 }, 400],
    ['text', 400],
    [{ text: 'a'.repeat(5 * 1024 * 1024) }, 413],
  ])('refuses what is no article (%#)', async (body, status) => {
    expect(await ask('POST', '/v1/read', body)).toMatchObject([status, { error: { message: expect.any(String) } }]);
  });

  test('tells what the ledger has of a text, and stores nothing', async () => {
    const [status, { passages }] = await ask('POST', '/v1/match', { text: 'The weather is fine.' });
    expect([status, passages]).toEqual([200, []]);
    expect((await ledger.articles()).length).toBe(1);
  });

  test('JSON that is broken is refused, not crashed on', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await app.request('/v1/read', { method: 'POST', headers, body: '{"text":' })).status).toBe(400);
  });
});

test('what has not changed is not sent again', async () => {
  const first = await app.request('/v1/articles');
  const tag = first.headers.get('etag')!;
  const again = await app.request('/v1/articles', { headers: { 'if-none-match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  await ledger.removeArticle(articleId, { at: NOW, why: null });
  expect((await app.request('/v1/articles', { headers: { 'if-none-match': tag } })).status).toBe(200);
});

test('the description is OpenAPI 3.1 and names every route', async () => {
  const [status, description] = await ask('GET', '/v1/openapi.json');
  expect([status, description.openapi]).toEqual([200, '3.1.0']);
  expect(await new Validator().validate(description)).toEqual({ valid: true });
  const { parameters } = description.paths['/v1/statements'].get;
  const names = parameters.map(({ name }: { name: string }) => name);
  expect((await ask('GET', '/v1/statements?nope=1'))[1].error.message).toContain(`use ${names.join(', ')}.`);
  const described = Object.entries(description.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  const answered = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/v1/openapi.json')
    .map(({ method, path }) => `${method} ${path}`);
  expect(described.sort()).toEqual([...new Set(answered)].sort());
});

describe('intake', () => {
  const records = [
    { id: 'one', text: 'The port is shut.' },
    { id: 'two', text: 'broken' },
  ];

  /** The state of the requests once none is under way. */
  async function settled(): Promise<IntakeProgress[]> {
    for (;;) {
      const found = intake.list();
      if (found.every(({ state }) => state === 'done' || state === 'failed')) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  test('what is handed in is in the ledger, and what failed is named', async () => {
    expect(await ask('POST', '/v1/intake', { records })).toMatchObject([200, { state: 'waiting', done: 0 }]);
    expect(await settled()).toMatchObject([
      { state: 'done', done: 2, outcomes: { added: 1 }, failures: [{ code: 'E_EMPTY', message: 'It is empty.' }] },
    ]);
    expect((await ledger.articles()).length).toBe(2);
    expect(await ask('GET', '/v1/intake')).toMatchObject([200, { requests: [{ state: 'done' }] }]);
    expect(await ask('GET', '/v1/failures')).toMatchObject([200, { failures: [{ code: 'E_EMPTY' }] }]);
  });

  test('what the ledger holds is read again, and an article that is not there is told', async () => {
    await ledger.addReading({ ...READING, engine: { ...READING.engine, version: '0.0.1' } }, CAPTURE);
    expect(await ask('POST', '/v1/intake/rerun', {})).toMatchObject([200, { state: 'waiting' }]);
    expect(await settled()).toMatchObject([
      { state: 'done', done: 1, outcomes: { 'read again': 1, known: 0 }, failures: [] },
    ]);
    const [again] = await Array.fromAsync(ledger.eachReading());
    expect(again.reading.engine).toEqual(READING.engine);
    await ask('POST', '/v1/intake/rerun', { articles: [articleId] });
    await ask('POST', '/v1/intake/rerun', { articles: ['art_0'] });
    expect((await settled()).slice(1)).toMatchObject([
      { state: 'done', outcomes: { 'read again': 0, known: 1 } },
      { state: 'failed', why: expect.stringContaining('no article art_0') },
    ]);
  });

  test.each([[{}], [{ addresses: ['/etc/passwd'] }], [{ addresses: ['file:///etc/passwd'] }], [{ records: 'all' }]])(
    'refuses %j',
    async (body) => {
      expect(await ask('POST', '/v1/intake', body)).toMatchObject([400, { error: { code: 'E_INPUT' } }]);
    },
  );

  test('tells every step to whoever listens', async () => {
    const response = await app.request('/v1/intake/events');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    intake.add({ kind: 'add', records, addresses: [] });
    let heard = '';
    while (!heard.includes('"state":"done"')) heard += (await reader.read()).value;
    await reader.cancel();
    expect(heard).toMatch(/event: progress\ndata: \{"id":"intake_1","state":"waiting"/);
    // Articles that are read in quick succession are one step.
    expect(heard).toMatch(/"state":"running","done":1/);
  });
});

describe('exports', () => {
  test('give what the command line gives, under a name', async () => {
    const [status, { formats }] = await ask('GET', '/v1/export');
    expect([status, formats.length > 10]).toEqual([200, true]);
    const csv = await app.request('/v1/export/csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.headers.get('content-disposition')).toContain('hearsay.csv');
    const { total } = await ledger.statements();
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(total + 1);
    const jsonl = await app.request(`/v1/export/jsonl?article=${articleId}`);
    expect(
      (await jsonl.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).article_id),
    ).toEqual([articleId, articleId]);
  });

  test('the lossless one is taken in again, and nothing that is no export', async () => {
    const { total } = await ledger.statements();
    const file = await (await app.request('/v1/export/json')).json();
    // White space that JSON allows: more than an article may have.
    const large = `${JSON.stringify(file)}${' '.repeat(5 * 1024 * 1024)}`;
    const headers = { 'content-type': 'application/json' };
    expect((await app.request('/v1/import', { method: 'POST', body: large, headers })).status).toBe(200);
    expect(await ask('POST', '/v1/import', file)).toMatchObject([200, { readings: 1, newReadings: 0 }]);
    await ledger.removeArticle(articleId, { at: NOW, why: null });
    expect(await ask('POST', '/v1/import', file)).toMatchObject([200, { readings: 1, newReadings: 1 }]);
    expect((await ledger.statements()).total).toBe(total);
    expect(await ask('POST', '/v1/import', { readings: [{}] })).toMatchObject([400, { error: { code: 'E_INPUT' } }]);
  });

  test('hold what a search finds, and refuse one with a mistake', async () => {
    const { total } = await ledger.statements({ search: 'kind:direct' });
    const rows = (await (await app.request('/v1/export/csv?search=kind%3Adirect')).text()).trim().split('\r\n');
    expect(rows).toHaveLength(total + 1);
    expect(await ask('GET', '/v1/export/csv?search=colour%3Ared')).toMatchObject([400, { error: { code: 'E_INPUT' } }]);
  });

  test('a format that is a file comes whole', async () => {
    const bytes = new Uint8Array(await (await app.request('/v1/export/sqlite')).arrayBuffer());
    expect(new TextDecoder().decode(bytes.subarray(0, 15))).toBe('SQLite format 3');
  });

  test.each(['/v1/export/none', '/v1/export/brat', '/v1/export/csv?article=art_0'])('%s is refused', async (path) => {
    expect(await ask('GET', path)).toMatchObject([expect.any(Number), { error: { message: expect.any(String) } }]);
    expect((await app.request(path)).ok).toBe(false);
  });
});
