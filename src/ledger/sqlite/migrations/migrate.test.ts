import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BRIDGE, CAPTURE, FERRY } from '../../../../test/samples/bridge-and-ferry.ts';
import { HARBOUR_ARTICLES } from '../../../../test/samples/harbour-articles.ts';
import { makeReading } from '../../../../test/samples/make-reading.ts';
import { type OldVersion, writeVersion3 } from '../../../../test/samples/write-version-3.ts';
import type { Reading } from '../../../reading/reading.ts';
import { decide } from '../../decisions/decide.ts';
import type { Ledger, NewReading } from '../../ledger.ts';
import { SCHEMA_VERSION } from '../kept-tables.ts';
import { openLedger } from '../open-ledger.ts';
import { unpackReading } from '../pack-reading.ts';
import { TEXT_INDEXES } from '../search/search-tables.ts';

const NOW = () => new Date('2026-11-26T12:00:00.000Z');
const READINGS: readonly NewReading[] = [BRIDGE, FERRY, ...HARBOUR_ARTICLES].map((sample, number) => ({
  reading: makeReading(sample),
  capture: { ...CAPTURE, path: `/case/${number}.html`, addedAt: `2026-11-22T10:00:${10 + number}.000Z` },
}));

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-migrate-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function inLedger<Result>(path: string, work: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  const ledger = await openLedger(path, { now: NOW });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** A ledger of this version with the readings, and one of version 3 with the same. */
async function writeBoth(): Promise<void> {
  const ledger = await openLedger(at('new.db'));
  const added = await ledger.addReadings(READINGS);
  const old: OldVersion[] = [];
  for (const [position, { articleId, versionId }] of added.entries()) {
    const article = (await ledger.article(articleId))!;
    const number = article.versions.findIndex(({ id }) => id === versionId) + 1;
    old.push({ ...READINGS[position], articleId, versionId, number, isLatest: article.versionId === versionId });
  }
  await ledger.close();
  writeVersion3(at('old.db'), old);
}

/** Readings are compared as what they say: those of version 3 do not tell in which order a reading gave its fields. */
function unpacked(row: Record<string, unknown>): Record<string, unknown> {
  return row.json_zstd ? { ...row, json_zstd: unpackReading(row.json_zstd as Uint8Array, '', []) } : row;
}

/** All that a file holds, but for runs and the words of its tables' definitions that SQLite adds by itself. */
function contentsOf(path: string): Record<string, unknown[]> {
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  const contents: Record<string, unknown[]> = { schema: tables };
  for (const { type, name } of tables as { type: string; name: string }[]) {
    if (type === 'table' && name !== 'run' && !/_text_(data|idx|config)$/.test(name)) {
      contents[name] = database.prepare(`SELECT * FROM ${name}`).all().map(unpacked);
    }
  }
  for (const table of Object.keys(TEXT_INDEXES)) {
    database.exec(`CREATE VIRTUAL TABLE temp.${table}_words USING fts5vocab(main, ${table}, row)`);
    contents[table] = database.prepare(`SELECT * FROM ${table}_words`).all();
  }
  database.close();
  return contents;
}

test('an older ledger becomes what adding its readings now would make', async () => {
  await writeBoth();
  await (await openLedger(at('old.db'), { now: NOW })).close();
  expect(contentsOf(at('old.db'))).toEqual(contentsOf(at('new.db')));
});

test('readings of an engine that had fewer stages are read back whole, with nothing found by the later ones', async () => {
  const { actors, moments, sides, assertions, wording, places, claims, ...reading } = READINGS[0].reading;
  const statements = reading.statements.map(({ sourceless, said, source, ...statement }) => ({
    ...statement,
    source: source && { spans: source.spans, text: source.text },
  }));
  const { articleId, versionId } = await inLedger(at('new.db'), (ledger) =>
    ledger.addReading(READINGS[0].reading, READINGS[0].capture),
  );
  const early = { ...reading, statements } as unknown as Reading;
  const capture = READINGS[0].capture;
  writeVersion3(at('old.db'), [{ reading: early, capture, articleId, versionId, number: 1, isLatest: true }]);
  // Of a file that is not of version 3, the readings are as they were packed.
  const database = new DatabaseSync(at('new.db'));
  const bare = zstdCompressSync(JSON.stringify({ ...early, text: null, blocks: null }));
  database.prepare('UPDATE reading SET json_zstd = ?').run(bare);
  database.close();
  for (const name of ['old.db', 'new.db']) {
    const again = await inLedger(at(name), (ledger) => ledger.reading(articleId));
    expect(again).toMatchObject({
      actors: [],
      moments: [],
      sides: [],
      assertions: [],
      wording: [],
      places: [],
      claims: [],
    });
    expect(again?.statements).toMatchObject(statements);
    expect(again?.statements[0]).toMatchObject({
      said: null,
      sourceless: null,
      source: { actor: null, resolution: 'none' },
    });
  }
});

test('decisions of a ledger in which none was carried over stay, and can be', async () => {
  const [{ reading, capture }] = READINGS;
  const decision = { at: '2026-11-26T12:00:00.000Z', by: 'Ada' };
  const [made] = await inLedger(at('old.db'), async (ledger) => {
    await ledger.addReading(reading, capture);
    return decide(ledger, { kind: 'accept', entries: [reading.statements[0].id] }, decision);
  });
  const database = new DatabaseSync(at('old.db'));
  database.exec('ALTER TABLE decision DROP COLUMN carries; PRAGMA user_version = 8');
  database.close();
  await inLedger(at('old.db'), async (ledger) => {
    expect(await ledger.decision(made.id)).toEqual({ ...made, state: 'laid' });
    await ledger.addDecisions([{ ...made, id: 'dec_2', carries: made.id }]);
    expect(await ledger.decision('dec_2')).toMatchObject({ carries: made.id });
  });
});

test('a copy of the older file stays beside it, and never takes the place of another', async () => {
  await writeBoth();
  rmSync(at('new.db'));
  const ledger = await openLedger(at('old.db'), { now: NOW });
  expect(await ledger.runs()).toMatchObject([
    { id: expect.stringMatching(/^run_[0-9a-f]{16}$/), kind: 'migration', counts: { versions: READINGS.length } },
  ]);
  await ledger.close();
  const copy = 'old.version-3.2026-11-26.db';
  expect(readdirSync(folder).sort()).toEqual(['old.db', copy]);

  const again = await openLedger(at(copy), { now: NOW });
  expect(await again.articles()).toHaveLength(READINGS.length - 1);
  await again.close();
  expect(readdirSync(folder).sort()).toEqual(['old.db', copy, 'old.version-3.2026-11-26.version-3.2026-11-26.db']);
});

test('a second copy of a day has a number', async () => {
  await writeBoth();
  await (await openLedger(at('new.db'))).backup(at('old.version-3.2026-11-26.db'));
  await (await openLedger(at('old.db'), { now: NOW })).close();
  expect(readdirSync(folder)).toContain('old.version-3.2026-11-26-2.db');
});

test('what fails in the middle leaves the older file as it was', async () => {
  await writeBoth();
  const database = new DatabaseSync(at('old.db'));
  database.exec(
    "UPDATE reading SET json = '{' WHERE rowid IN (SELECT rowid FROM reading LIMIT 1)".replace(/rowid/g, 'version_id'),
  );
  database.close();
  await expect(openLedger(at('old.db'), { now: NOW })).rejects.toThrow();
  const after = new DatabaseSync(at('old.db'));
  expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 3 });
  expect(after.prepare('SELECT count(*) AS n FROM reading').get()).toEqual({ n: READINGS.length });
  expect(after.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  after.close();
});

test('a file that no step begins at is refused', async () => {
  await (await openLedger(at('old.db'))).close();
  const database = new DatabaseSync(at('old.db'));
  database.exec('PRAGMA user_version = 2');
  database.close();
  await expect(openLedger(at('old.db'))).rejects.toMatchObject({
    code: 'E_LEDGER',
    message: expect.stringMatching(/too old to be read: add the articles again/),
  });
  expect(SCHEMA_VERSION).toBeGreaterThan(2);
});
