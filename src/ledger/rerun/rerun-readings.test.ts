import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CAPTURE } from '../../../test/samples/bridge-and-ferry.ts';
import { PIER_READING, QUAY_READING, readOtherwise } from '../../../test/samples/two-readings.ts';
import type { Reading, ReadingInput } from '../../reading/reading.ts';
import { decide } from '../decisions/decide.ts';
import type { Ledger } from '../ledger.ts';
import { openLedger } from '../sqlite/open-ledger.ts';
import { rerunReadings } from './rerun-readings.ts';

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
const now = () => '2026-11-26T12:00:00.000Z';
const readAgain = ({ text }: ReadingInput): Reading => OTHERWISE.find((reading) => reading.text === text)!;

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

test('reads every text again, tells what changed, and lists what lost its words', async () => {
  const entries = PIER_READING.statements.map(({ id }) => id);
  const decisions = await decide(ledger, { kind: 'accept', entries }, { by: 'Ada', at: now() });
  const done = await rerunReadings(ledger, { engine, read: readAgain, now });
  expect(done).toMatchObject({ read: 2, known: 0, changed: 1, found: 1, lost: 2, wasInterrupted: false });
  expect(done.unanchored.map(({ id }) => id)).toEqual([decisions[1].id]);
  expect(done.moved.map(({ id }) => id)).toEqual([decisions[2].id]);
  expect((await ledger.reading(pier))!.statements).toEqual(OTHERWISE[0].statements);
  const again = await rerunReadings(ledger, { engine, read: () => expect.fail('was read twice'), now });
  expect(again).toMatchObject({ read: 0, known: 2, changed: 0 });
  expect(again.unanchored).toEqual(done.unanchored);
});

test('a decision that was unanchored can be undone', async () => {
  const [decision] = await decide(
    ledger,
    { kind: 'accept', entries: [PIER_READING.statements[1].id] },
    { by: 'Ada', at: now() },
  );
  await rerunReadings(ledger, { engine, read: readAgain, now });
  await decide(ledger, { kind: 'undo', decision: decision.id }, { by: 'Ada', at: now() });
  expect((await ledger.decision(decision.id))!.state).toBe('undone');
});

test('goes on where it was interrupted; an article is of one engine or the other', async () => {
  const controller = new AbortController();
  const first = await rerunReadings(ledger, {
    engine,
    read: readAgain,
    now,
    signal: controller.signal,
    advance: () => controller.abort(),
  });
  expect(first).toMatchObject({ read: 1, wasInterrupted: true });
  expect(await rerunReadings(ledger, { engine, read: readAgain, now })).toMatchObject({ read: 1, known: 1 });
});

test('reads the articles named', async () => {
  expect(await rerunReadings(ledger, { engine, read: readAgain, now, articles: [pier] })).toMatchObject({ read: 1 });
});
