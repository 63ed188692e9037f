import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeReading } from '../../../test/samples/make-reading.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openLedger } from '../../ledger/sqlite/open-ledger.ts';
import { matchText } from './match-text.ts';

const ARTICLES = [
  {
    article: { title: 'Bridge closed', outlet: 'The Harbour Post', published: '2026-04-14' },
    blocks: [['paragraph', 'The mayor said no signal was given to stop the ferry.']],
    statements: [{ source: ['The mayor'], cue: ['said'], content: ['no signal was given to stop the ferry'] }],
  },
  {
    article: { title: 'Denied', outlet: 'Daybreak', published: '2026-04-16' },
    blocks: [['paragraph', 'The port denied that no signal had been given to stop the old ferry. It rained.']],
    statements: [
      { source: ['The port'], cue: ['denied'], content: ['no signal had been given to stop the old ferry'] },
    ],
  },
  {
    article: { title: 'Budget', outlet: 'Tribune', published: '2026-04-15' },
    blocks: [['paragraph', 'The minister said the budget was given to parliament to stop the rumours.']],
    statements: [
      { source: ['The minister'], cue: ['said'], content: ['the budget was given to parliament to stop the rumours'] },
    ],
  },
] as unknown as Parameters<typeof makeReading>[0][];

let folder: string;
let ledger: Ledger;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-match-'));
  ledger = await openLedger(join(folder, 'case.db'));
  for (const [i, article] of ARTICLES.entries()) {
    await ledger.addReading(makeReading(article), { path: `/${i}`, addedAt: '2026-04-20T00:00:00Z', bytesSha256: '' });
  }
});

afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function match(text: string, content: string): Promise<[outlet: string | null, words: string][][]> {
  const reading = makeReading({ blocks: [['paragraph', text]], statements: [{ content: [content] }] } as never);
  const found = await matchText(ledger, reading);
  for (const { start, end, text: words } of found) expect(words).toBe(reading.text.slice(start, end));
  return found.map(({ matches }) => matches.map(({ entry, words }) => [entry.outlet, words]));
}

test('the same words first, without regard to case and accents, then similar ones', async () => {
  const text = '“No signal was given to stop the ferry,” he said.';
  expect(await match(text, 'No signal was given to stop the ferry')).toEqual([
    [
      ['The Harbour Post', 'same'],
      ['Daybreak', 'similar'],
    ],
  ]);
});

test.each([
  ['He said the weather had been fine all week.', 'the weather had been fine all week'],
  ['He said so.', 'so'],
  ['He said "no OR (act:denied) NOT".', '"no OR (act:denied) NOT"'],
  ['He said it was given to stop.', 'it was given to stop'],
])('nothing of: %s', async (text, content) => {
  expect(await match(text, content)).toEqual([]);
});
