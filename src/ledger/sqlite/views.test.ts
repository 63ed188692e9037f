import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BRIDGE, CAPTURE } from '../../../test/samples/bridge-and-ferry.ts';
import { HARBOUR_ARTICLES } from '../../../test/samples/harbour-articles.ts';
import { makeReading, type SampleArticle } from '../../../test/samples/make-reading.ts';
import { makeWorld } from '../../../test/samples/world-articles.ts';
import { openLedger } from './open-ledger.ts';
import { VIEWS } from './views.ts';

const PAGE = readFileSync(fileURLToPath(new URL('../../../docs/ledger.md', import.meta.url)), 'utf8');

const NAMED: SampleArticle = {
  blocks: [['paragraph', 'Ada Lund said it rained. A clerk said it did not.']],
  actors: [
    { words: 'Ada Lund', type: 'person' },
    { words: 'A clerk', type: 'unnamed', unnamedType: 'official' },
  ],
  statements: [
    { source: ['Ada Lund'], cue: ['said'], content: ['it rained'], who: { resolution: 'known', actors: [0] } },
    { source: ['A clerk'], cue: ['said'], content: ['it did not'], who: { resolution: 'known', actors: [1] } },
  ],
};

let folder: string;
let database: DatabaseSync;
let statements: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-views-'));
  const ledger = await openLedger(join(folder, 'case.db'));
  for (const [number, sample] of [BRIDGE, NAMED, ...HARBOUR_ARTICLES].entries()) {
    await ledger.addReading(makeReading(sample), { ...CAPTURE, path: `/case/${number}` });
  }
  statements = (await ledger.statements({ limit: 0 })).total;
  await ledger.close();
  database = new DatabaseSync(join(folder, 'case.db'), { readOnly: true });
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = (sql: string) => database.prepare(sql).all();

/** The columns that the page documents for a view, in its order. */
function documented(view: string): string[] {
  const [, section] = PAGE.split(new RegExp(`^## ${view}$`, 'm'));
  return [...section.split(/^## /m)[0].matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column);
}

describe('docs/ledger.md', () => {
  test.each(Object.keys(VIEWS))('documents every column of %s', (view) => {
    expect(documented(view)).toEqual(rows(`PRAGMA table_info(${view})`).map(({ name }) => name));
  });

  test('documents every view that there is', () => {
    const views = rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name").map(({ name }) => name);
    expect([...PAGE.matchAll(/^## (v_\w+)$/gm)].map(([, view]) => view).sort()).toEqual(views);
  });
});

test('a statement is one row, whatever it is joined with', () => {
  expect(rows('SELECT count(*) AS n FROM v_statements')).toEqual([{ n: statements }]);
  expect(rows("SELECT * FROM v_statements WHERE cue = 'said' AND source_text = 'Mayor Élodie Brandt'")).toMatchObject([
    {
      text: 'the bridge was safe',
      outlet: 'The Harbour Post',
      outlet_domain: 'post.example',
      kind: 'indirect',
      hearsay_depth: 0,
      start: 40,
      end: 59,
      review_status: null,
    },
  ]);
});

test.each(Object.keys(VIEWS))('%s can be read', (view) => {
  expect(rows(`SELECT * FROM ${view}`).length).toBe(Number(rows(`SELECT count(*) AS n FROM ${view}`)[0].n));
});

test('an article and an actor are one row', () => {
  expect(rows('SELECT count(*) AS n FROM v_articles')).toEqual(rows('SELECT count(*) AS n FROM article'));
  expect(rows('SELECT count(DISTINCT actor_id) AS n FROM v_actors')).toEqual(
    rows('SELECT count(*) AS n FROM v_actors'),
  );
  expect(rows('SELECT name, type, statements FROM v_actors ORDER BY name')).toEqual([
    { name: 'A clerk', type: 'unnamed', statements: 1 },
    { name: 'Ada Lund', type: 'person', statements: 1 },
  ]);
  expect(rows('SELECT source_type FROM v_statements WHERE actor_id IS NOT NULL ORDER BY start')).toEqual([
    { source_type: 'named' },
    { source_type: 'unnamed' },
  ]);
});

test('publication is a clock of its own', () => {
  const clocks = rows("SELECT DISTINCT clock FROM v_timeline WHERE headline = 'Bridge closed'");
  expect(clocks).toEqual([{ clock: 'published' }]);
});

test('the day on which something was said is not one on which something happened', async () => {
  const path = join(folder, 'clocks.db');
  const ledger = await openLedger(path);
  await ledger.addReading(makeWorld()[0], CAPTURE);
  await ledger.close();
  const own = new DatabaseSync(path, { readOnly: true });
  expect(own.prepare("SELECT clock, words FROM v_timeline WHERE clock <> 'published'").all()).toEqual([
    { clock: 'happened', words: 'May' },
    { clock: 'said', words: 'said' },
  ]);
  own.close();
});

test.each([
  ['https://www.post.example/a', 'post.example'],
  ['http://awww.post.example', 'awww.post.example'],
  ['urn:post:1', null],
])('the domain of %s is %s', async (url, domain) => {
  const path = join(folder, `${url.length}.db`);
  const ledger = await openLedger(path);
  await ledger.addReading(makeReading({ ...BRIDGE, article: { url } }), CAPTURE);
  await ledger.close();
  const own = new DatabaseSync(path, { readOnly: true });
  expect(own.prepare('SELECT outlet_domain FROM v_articles').all()).toEqual([{ outlet_domain: domain }]);
  own.close();
});
