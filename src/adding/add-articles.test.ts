import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeReading } from '../../test/samples/make-reading.ts';
import { find } from '../intake/items/find-pieces.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/sqlite/open-ledger.ts';
import { HearsayError } from '../text/errors.ts';
import { addArticles } from './add-articles.ts';
import type { ReadingPool } from './reading-pool.ts';

const POOL: ReadingPool = {
  workers: 4,
  engine: Promise.resolve(makeReading({ blocks: [['paragraph', 'a']] }).engine),
  read: async (item) => {
    const text = 'content' in item && 'text' in item.content ? item.content.text : '';
    return makeReading({ blocks: [['paragraph', text]] });
  },
  close: async () => {},
};

let folder: string;
let ledger: Ledger;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-adding-'));
  ledger = await openLedger(join(folder, 'case.db'));
});

afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function add(texts: readonly string[], store: Ledger, onDone?: () => void) {
  const lines = texts.map((text) => `${JSON.stringify({ id: text, text })}\n`).join('');
  return addArticles({
    ledger: store,
    pool: POOL,
    found: await find(['-']),
    what: 'a test',
    stdin: (async function* () {
      yield new TextEncoder().encode(lines);
    })(),
    fetcher: null,
    now: () => new Date('2026-11-26T12:00:00Z'),
    signal: new AbortController().signal,
    ...(onDone && { onDone }),
  });
}

/** The ledger, and how many readings it was given at a time. */
function watched(refuse: (texts: readonly string[]) => void): { store: Ledger; groups: number[] } {
  const groups: number[] = [];
  const addReadings: Ledger['addReadings'] = async (readings) => {
    refuse(readings.map(({ reading }) => reading.text));
    groups.push(readings.length);
    return ledger.addReadings(readings);
  };
  return { store: { ...ledger, addReadings }, groups };
}

test('articles in quick succession are kept together, and each is told of', async () => {
  const { store, groups } = watched(() => {});
  let told = 0;
  const tally = await add(['a', 'b', 'c'], store, () => told++);
  expect(tally.outcomes.added).toBe(3);
  expect(groups.length).toBeLessThan(3);
  expect(told).toBe(3);
});

test('one that cannot be kept costs no other', async () => {
  const { store } = watched((texts) => {
    if (texts.includes('b')) throw new RangeError('too much of it');
  });
  const { outcomes, failures } = await add(['a', 'b', 'c'], store);
  expect(outcomes.added).toBe(2);
  expect(failures).toMatchObject([{ code: 'E_UNREADABLE', message: expect.stringContaining('too much of it') }]);
  expect((await Array.fromAsync(ledger.eachFailure())).length).toBe(1);
});

test('a ledger that cannot be written ends the run', async () => {
  const { store } = watched(() => {
    throw new HearsayError('E_LEDGER', 'The disk is full.');
  });
  await expect(add(['a', 'b'], store)).rejects.toThrow('The disk is full.');
  expect(await ledger.articles()).toEqual([]);
});
