import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CAPTURE } from '../../../test/samples/bridge-and-ferry.ts';
import { PIER_READING, QUAY_READING } from '../../../test/samples/two-readings.ts';
import type { Ledger } from '../ledger.ts';
import { openLedger } from '../sqlite/open-ledger.ts';
import { decide } from './decide.ts';
import { decisionId } from './decision-id.ts';
import { exportDecisions, findDisputes, importDecisions } from './exchange-decisions.ts';

const [LUND, CLERK] = PIER_READING.statements.map(({ id }) => id);
const AT = '2026-11-26T10:00:00.000Z';

let folder: string;
let ada: Ledger;
let ben: Ledger;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-exchange-'));
  [ada, ben] = await Promise.all(['ada.db', 'ben.db'].map((name) => openLedger(join(folder, name))));
  await ada.addReadings([PIER_READING, QUAY_READING].map((reading) => ({ reading, capture: CAPTURE })));
  await ben.addReading(PIER_READING, CAPTURE);
});

afterEach(async () => {
  await ada.close();
  await ben.close();
  rmSync(folder, { recursive: true, force: true });
});

function linesOf(ledger: Ledger): Promise<string[]> {
  return Array.fromAsync(exportDecisions(ledger));
}

test('what is imported is what was exported, and once', async () => {
  await decide(ada, { kind: 'tag', entries: [LUND], tag: 'ferry' }, { by: 'Ada', at: AT });
  await decide(ada, { kind: 'note', entries: [QUAY_READING.statements[0].id], note: 'who?' }, { by: 'Ada', at: AT });
  const lines = await linesOf(ada);
  expect(await importDecisions(ben, lines)).toMatchObject({
    lines: 2,
    added: 2,
    states: { laid: 1, waiting: 1 },
    refused: [],
  });
  expect(await importDecisions(ben, lines)).toMatchObject({ added: 0 });
  expect(await linesOf(ben)).toEqual(lines);
  expect((await ben.statement(LUND))!.review).toMatchObject({ tags: ['ferry'], by: 'Ada' });
  expect(JSON.parse(lines[0]).targets[0]).toMatchObject({
    address: 'https://post.example/pier',
    textSha256: PIER_READING.textSha256,
    anchors: [
      { role: 'source', exact: ['Ada Lund'], prefix: 'Pier shut\n\n' },
      { role: 'cue', exact: ['said'] },
      { role: 'content', exact: ['the pier shut in Velmar in May'], suffix: '. A clerk denied it. “Nobody ask' },
    ],
  });
});

test('rulings that differ are both kept and shown', async () => {
  await decide(ada, { kind: 'accept', entries: [LUND] }, { by: 'Ada', at: AT });
  await decide(ben, { kind: 'reject', entries: [LUND] }, { by: 'Ben', at: '2026-11-26T11:00:00.000Z' });
  await importDecisions(ada, await linesOf(ben));
  await importDecisions(ben, await linesOf(ada));
  for (const ledger of [ada, ben]) {
    expect(await Array.fromAsync(findDisputes(ledger))).toMatchObject([
      {
        entry: LUND,
        ruling: {
          field: 'verdict',
          given: [
            { by: 'Ada', value: 'accepted' },
            { by: 'Ben', value: 'rejected' },
          ],
        },
      },
    ]);
    expect((await ledger.statement(LUND))!.review).toMatchObject({ status: 'rejected' });
  }
});

test.each<[string, (line: string) => string, RegExp]>([
  ['what is no JSON', () => '{', /no JSON/],
  ['what is no decision', () => '{}', /The decision \(id\)/],
  ['a name that was changed', (line) => line.replace('"Ada"', '"Eve"'), /was changed after it was made/],
  ['a value of another kind', (line) => line.replace('"tag":"ferry"', '"note":"ferry"'), /the value of "tag"/],
])('refuses %s, and takes the other lines', async (_name, change, message) => {
  await decide(ada, { kind: 'tag', entries: [LUND, CLERK], tag: 'ferry' }, { by: 'Ada', at: AT });
  const [first, second] = await linesOf(ada);
  const { added, refused } = await importDecisions(ben, [change(first), second]);
  expect(added).toBe(1);
  expect(refused).toMatchObject([{ line: 1, error: { message: expect.stringMatching(message) } }]);
});

test('words that do not stand where a decision says are kept as unanchored', async () => {
  await decide(ada, { kind: 'tag', entries: [LUND], tag: 'ferry' }, { by: 'Ada', at: AT });
  const { id: _id, ...decision } = JSON.parse((await linesOf(ada))[0]);
  decision.targets[0].anchors[1].exact = ['sang'];
  const line = JSON.stringify({ id: decisionId(decision), ...decision });
  expect(await importDecisions(ben, [line])).toMatchObject({ added: 1, states: { unanchored: 1 } });
  expect((await ben.statement(LUND))!.review).toBeNull();
});
