import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BRIDGE, CAPTURE } from '../../../test/samples/bridge-and-ferry.ts';
import { makeReading } from '../../../test/samples/make-reading.ts';
import { HearsayError } from '../../text/errors.ts';
import { openLedger } from './open-ledger.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-ledger-'));
  file = join(folder, 'case.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof HearsayError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'no error';
}

describe('files that cannot be used', () => {
  const foreign = (path: string) => {
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE song (title TEXT)');
    database.close();
  };
  const ofVersion = (version: number) => async (path: string) => {
    await (await openLedger(path)).close();
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
  };

  test.each<[string, string, (path: string) => void | Promise<void>, RegExp]>([
    ['text', 'notes.db', (path) => writeFileSync(path, 'Not a database at all. '.repeat(99)), /is not a ledger/],
    ['a foreign database', 'songs.db', foreign, /but not a ledger/],
    ['a newer ledger', 'newer.db', ofVersion(99), /newer Hearsay: install/],
    ['a ledger that is too old', 'older.db', ofVersion(1), /too old to be read: add the articles again/],
    ['a folder', '.', () => {}, /is a folder: give a file/],
    ['a missing folder', 'nowhere/case.db', () => {}, /nowhere does not exist: make it/],
  ])('%s', async (_name, name, prepare, message) => {
    const path = join(folder, name);
    await prepare(path);
    const error = await codeOf(() => openLedger(path));
    expect(error).toMatch(/^E_LEDGER /);
    expect(error).toMatch(message);
  });

  test('a missing ledger that is not to be made', async () => {
    const path = join(folder, 'none.db');
    expect(await codeOf(() => openLedger(path, { create: false }))).toMatch(
      /^E_LEDGER There is no ledger .*hearsay add/,
    );
  });

  test('a ledger that another program is writing', async () => {
    await (await openLedger(file)).close();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const waiting = await openLedger(file, { lockWaitMs: 1 });
    expect(await codeOf(() => waiting.addReading(makeReading(BRIDGE), CAPTURE))).toMatch(
      /^E_LEDGER .* another program/,
    );
    expect(await waiting.articles()).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
    expect((await waiting.addReading(makeReading(BRIDGE), CAPTURE)).outcome).toBe('added');
    await waiting.close();
  });

  test('a disk that is full', async () => {
    await (await openLedger(file)).close();
    const filled = new DatabaseSync(file);
    const { page_count: pages } = filled.prepare('PRAGMA page_count').get() as { page_count: number };
    filled.close();
    const tight = await openLedger(file, { highestPages: pages });
    const long = makeReading({ blocks: [['paragraph', 'word '.repeat(50_000)]] });
    expect(await codeOf(() => tight.addReading(long, CAPTURE))).toMatch(/^E_LEDGER The disk .* is full: make room/);
    expect(await tight.articles()).toEqual([]);
    await tight.close();
  });

  test('a file that was damaged', async () => {
    const sound = await openLedger(file);
    for (let number = 0; number < 30; number++) {
      await sound.addReading(makeReading(BRIDGE), { ...CAPTURE, path: `/case/${number}.html` });
      const article = { ...BRIDGE.article, url: `https://post.example/${number}` };
      await sound.addReading(makeReading({ ...BRIDGE, article }), CAPTURE);
    }
    await sound.close();
    const bytes = readFileSync(file);
    for (let page = 0; page < bytes.length; page += 4096) {
      if (bytes.subarray(page, page + 4096).includes('Nobody asked us')) bytes.fill(7, page, page + 4096);
    }
    writeFileSync(file, bytes);
    const damaged = await openLedger(file);
    const readAll = async () => {
      for await (const _reading of damaged.eachReading('all'));
    };
    for (const work of [() => damaged.articles(), readAll, () => damaged.addReading(makeReading(BRIDGE), CAPTURE)]) {
      expect(await codeOf(work)).toMatch(/^E_LEDGER .* is damaged: restore it from a backup/);
    }
    await damaged.close();
  });
});
