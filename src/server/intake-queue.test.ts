import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeReading } from '../../test/samples/make-reading.ts';
import type { ReadingPool } from '../adding/reading-pool.ts';
import type { Fetcher } from '../intake/fetch/fetcher.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/sqlite/open-ledger.ts';
import { HearsayError } from '../text/errors.ts';
import { type IntakeProgress, IntakeQueue, type IntakeRequest, type IntakeTools } from './intake-queue.ts';

const READING = makeReading({ blocks: [['paragraph', 'The pier is shut.']] });
const POOL: ReadingPool = {
  workers: 1,
  engine: Promise.resolve(READING.engine),
  read: async () => READING,
  close: async () => undefined,
};
const RECORD: IntakeRequest = { kind: 'add', records: [{ id: 'a', text: READING.text }], addresses: [] };

let folder: string;
let ledger: Ledger;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-queue-'));
  ledger = await openLedger(join(folder, 'case.db'));
});

afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

function queueOf(tools: Partial<IntakeTools>): IntakeQueue {
  const openFetcher = async () => ({ close: async () => undefined }) as Fetcher;
  return new IntakeQueue({ ledger, openPool: () => POOL, openFetcher, now: () => new Date(0), ...tools });
}

/** The last step of a request. */
function ended(queue: IntakeQueue, id: string): Promise<IntakeProgress> {
  return new Promise((resolve) => {
    const leave = queue.listen((progress) => {
      if (progress.id !== id || !/^(?:done|failed)$/.test(progress.state)) return;
      leave();
      resolve(progress);
    });
  });
}

test('what comes while the workers are let go of has its turn', async () => {
  const closing = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  const openPool = () => ({
    ...POOL,
    close: async () => {
      closing.resolve();
      await closed.promise;
    },
  });
  const queue = queueOf({ openPool });
  queue.add(RECORD);
  await closing.promise;
  const done = ended(queue, queue.add(RECORD).id);
  closed.resolve();
  expect(await done).toMatchObject({ state: 'done', done: 1 });
  await queue.close();
});

test('a request whose tools cannot be had fails, and the next one has its turn', async () => {
  const openFetcher = () => Promise.reject(new HearsayError('E_FETCH', 'There is no network.'));
  const queue = queueOf({ openFetcher });
  const failed = ended(queue, queue.add({ kind: 'add', records: [], addresses: ['https://courier.example/'] }).id);
  const done = ended(queue, queue.add(RECORD).id);
  expect(await failed).toMatchObject({ state: 'failed', why: 'There is no network.' });
  expect(await done).toMatchObject({ state: 'done', done: 1 });
  await queue.close();
});
