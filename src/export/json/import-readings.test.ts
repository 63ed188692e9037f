/** What the format `json` wrote is taken in as it was; what somebody changed in it since is not. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeLedger, requestOver, type SampleLedger, streamed } from '../../../test/samples/export-request.ts';
import { PIER_READING } from '../../../test/samples/two-readings.ts';
import { decide } from '../../ledger/decisions/decide.ts';
import { importReadings } from './import-readings.ts';
import { json } from './json.ts';

let sample: SampleLedger;
let empty: SampleLedger;

beforeEach(async () => {
  sample = await makeLedger([PIER_READING]);
  empty = await makeLedger([]);
  const entries = PIER_READING.actors.slice(0, 2).map(({ id }) => id);
  await decide(sample.ledger, { kind: 'merge', entries }, { by: 'Ada', at: '2026-11-26T12:00:00.000Z' });
});
afterEach(() => Promise.all([sample.remove(), empty.remove()]));

test('readings and decisions come in once', async () => {
  const file = String(await streamed(json, requestOver(sample.ledger)));
  expect(await importReadings(empty.ledger, file)).toMatchObject({ newReadings: 1, newDecisions: 1 });
  expect(await importReadings(empty.ledger, file)).toMatchObject({ newReadings: 0, newDecisions: 0 });
});

test('a text that was changed, and nothing of the file is taken in', async () => {
  const file = JSON.parse(String(await streamed(json, requestOver(sample.ledger))));
  file.readings[0].reading.text += ' ';
  const taken = importReadings(empty.ledger, JSON.stringify(file));
  await expect(taken).rejects.toMatchObject({ code: 'E_INPUT', message: expect.stringMatching(/text of .* changed/) });
  expect(await empty.ledger.articles()).toEqual([]);
});

test.each([
  ['changed', /was changed after it was made/, (decision: { by: string }) => Object.assign(decision, { by: 'Ben' })],
  [
    'without words',
    /names no words of its actor/,
    (decision: { targets: { anchors: unknown[] }[] }) => Object.assign(decision.targets[0], { anchors: [] }),
  ],
  ['of no kind', /kind/, (decision: object) => Object.assign(decision, { kind: 'delete' })],
])('a decision that is %s, and nothing of the file is taken in', async (_name, message, change) => {
  const file = JSON.parse(String(await streamed(json, requestOver(sample.ledger))));
  change(file.decisions[0]);
  const taken = importReadings(empty.ledger, JSON.stringify(file));
  await expect(taken).rejects.toMatchObject({ code: 'E_INPUT', message: expect.stringMatching(message) });
  expect(await empty.ledger.articles()).toEqual([]);
});
