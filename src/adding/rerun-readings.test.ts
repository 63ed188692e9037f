import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CAPTURE } from '../../test/samples/bridge-and-ferry.ts';
import { PIER_READING, QUAY_READING, readOtherwise } from '../../test/samples/two-readings.ts';
import { decide } from '../ledger/decisions/decide.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/sqlite/open-ledger.ts';
import { HearsayError } from '../text/errors.ts';
import type { ReadingPool } from './reading-pool.ts';
import { type RerunOptions, rerunReadings } from './rerun-readings.ts';

/** An engine that finds nothing of the first article's second statement, and less of the third one's words. */
const OTHERWISE = [
  readOtherwise(PIER_READING, (statement, position) => {
    if (position === 1) return null;
    if (position === 0) return statement;
    const { spans, text } = statement.content!;
    return { ...statement, content: { spans: [[spans[0][0] + 1, spans[0][1] - 2]], text: text.slice(1, -2) } };
  }),
  readOtherwise(QUAY_READING, (statement) => statement),
];
const { engine } = OTHERWISE[0];
const at = '2026-11-26T12:00:00.000Z';

/** Workers that have read everything before. */
const POOL: ReadingPool = {
  workers: 1,
  engine: Promise.resolve(engine),
  read: async (item) => OTHERWISE.find((reading) => 'blocks' in item && reading.text === item.text)!,
  close: async () => {},
};

let folder: string;
let ledger: Ledger;
let pier: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-rerun-'));
  ledger = await openLedger(join(folder, 'case.db'));
  const readings = [PIER_READING, QUAY_READING].map((reading) => ({ reading, capture: CAPTURE }));
  [{ articleId: pier }] = await ledger.addReadings(readings);
});

afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const rerun = (options: Partial<RerunOptions> = {}) =>
  rerunReadings({ ledger, pool: POOL, now: () => new Date(at), signal: new AbortController().signal, ...options });

test('reads every text again, tells what changed, and lists what lost its words', async () => {
  const entries = PIER_READING.statements.map(({ id }) => id);
  const decisions = await decide(ledger, { kind: 'accept', entries }, { by: 'Ada', at });
  const done = await rerun();
  expect(done).toMatchObject({ read: 2, known: 0, changed: 1, found: 1, lost: 2, failures: [], isInterrupted: false });
  expect(done.unanchored.map(({ id }) => id)).toEqual([decisions[1].id]);
  expect(done.moved.map(({ id }) => id)).toEqual([decisions[2].id]);
  expect((await ledger.reading(pier))!.statements).toEqual(OTHERWISE[0].statements);
  const again = await rerun({ pool: { ...POOL, read: () => expect.fail('was read twice') } });
  expect(again).toMatchObject({ read: 0, known: 2, changed: 0, failures: [] });
  expect(again.unanchored).toEqual(done.unanchored);
});

test('a decision that was unanchored can be undone', async () => {
  const [decision] = await decide(
    ledger,
    { kind: 'accept', entries: [PIER_READING.statements[1].id] },
    { by: 'Ada', at },
  );
  await rerun();
  await decide(ledger, { kind: 'undo', decision: decision.id }, { by: 'Ada', at });
  expect((await ledger.decision(decision.id))!.state).toBe('undone');
});

test('goes on where it was interrupted; an article is of one engine or the other', async () => {
  const controller = new AbortController();
  const first = await rerun({ signal: controller.signal, onDone: () => controller.abort() });
  expect(first).toMatchObject({ read: 1, isInterrupted: true });
  expect(await rerun()).toMatchObject({ read: 1, known: 1 });
});

test('what cannot be read keeps its reading, and is told', async () => {
  const refuse = new HearsayError('E_TIME', 'It was not read within a minute.');
  const read: ReadingPool['read'] = async (item) => {
    if ('text' in item && item.text === PIER_READING.text) throw refuse;
    return POOL.read(item);
  };
  const told: string[] = [];
  const done = await rerun({ pool: { ...POOL, read }, onFailure: async ({ what }) => void told.push(what) });
  expect(done).toMatchObject({ read: 1, failures: [{ code: 'E_TIME', what: told[0] }] });
  expect(await ledger.reading(pier)).toEqual(PIER_READING);
  const [run] = await ledger.runs();
  expect(run).toMatchObject({ kind: 'rerun', endedAt: at, counts: { read: 1, failed: 1 } });
  expect(await Array.fromAsync(ledger.eachFailure(run.id))).toMatchObject([{ code: 'E_TIME' }]);
  expect(await rerun()).toMatchObject({ read: 1, known: 1, failures: [] });
});

test('reads the articles named, or nothing where one is not there', async () => {
  await expect(rerun({ articles: [pier, 'art_0'] })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  expect(await rerun({ articles: [pier] })).toMatchObject({ read: 1 });
});

test('an article that was taken out meanwhile is passed over', async () => {
  const read: ReadingPool['read'] = async (item) => {
    if (await ledger.article(pier)) await ledger.removeArticle(pier, { at, why: null });
    return POOL.read(item);
  };
  expect(await rerun({ pool: { ...POOL, read } })).toMatchObject({ read: 1, failures: [] });
});
