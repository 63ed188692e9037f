/** `hearsay export` and `import` as processes: counts, losses, what is refused, and what a reader that leaves early gets. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORMATS } from '../../src/export/formats.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { HARBOUR_ARTICLES } from '../samples/harbour-articles.ts';
import { makeReading } from '../samples/make-reading.ts';
import { runHearsay } from './run-hearsay.ts';

let folder: string;
let ledger: Ledger;
const hearsay = (...words: string[]) => runHearsay(words, { cwd: folder });
const exported = (...words: string[]) => hearsay('export', '--ledger', 'case.db', ...words);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-export-'));
  ledger = await openLedger(join(folder, 'case.db'));
  for (const [position, sample] of HARBOUR_ARTICLES.entries()) {
    const capture = { path: `/case/${position}`, addedAt: '2026-05-11T08:00:00Z', bytesSha256: '' };
    await ledger.addReading(makeReading(sample), capture);
  }
});

afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

test('to standard output the data alone; count and losses on the error stream', async () => {
  const { total } = await ledger.statements();
  const { code, stdout, stderr } = await exported('--format', 'jsonl');
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(total);
  expect(stderr).toContain(`case.db: ${total} statements exported as jsonl\n`);
  expect(stderr).toContain('Not in this file: what the outlets assert');
});

test('the same ledger gives the same bytes', async () => {
  const first = await exported('--format', 'csv');
  const { stdout } = await exported('--format', 'csv', '--out', 'statements.csv');
  expect(stdout).toMatch(/^case\.db: \d+ statements exported as csv to statements\.csv\n$/);
  expect(readFileSync(join(folder, 'statements.csv'), 'utf8')).toBe(first.stdout);
});

test('SQLite: a copy that other programs open', async () => {
  expect(await exported('--format', 'sqlite')).toMatchObject({ code: 2, stdout: '' });
  expect(await exported('--format', 'sqlite', '--out', 'copy.db', '--article', 'art_1')).toMatchObject({ code: 2 });
  for (let n = 0; n < 2; n++)
    expect(await exported('--format', 'sqlite', '--out', 'copy.db')).toMatchObject({ code: 0 });
  const copy = new DatabaseSync(join(folder, 'copy.db'), { readOnly: true });
  const { rows } = copy.prepare('SELECT count(*) AS rows FROM v_statements').get() as { rows: number };
  copy.close();
  expect(rows).toBe((await ledger.statements()).total);
});

test('what JSON holds comes back, once', async () => {
  await exported('--format', 'json', '--out', 'case.json');
  expect((await hearsay('import', '--ledger', 'again.db', 'case.json')).stdout).toBe('again.db: 5 readings added\n');
  expect((await hearsay('import', '--ledger', 'again.db', 'case.json')).stdout).toBe(
    'again.db: 0 readings added, 5 known\n',
  );
  const again = await hearsay('export', '--ledger', 'again.db', '--format', 'json');
  expect(again.stdout).toBe(readFileSync(join(folder, 'case.json'), 'utf8'));
});

test.each([
  ['no format', [], 2, /--list/],
  ['a signature on a table', ['--format', 'csv', '--sign', 'key.pem'], 2, /Only wacz is signed/],
  ['a format that there is not', ['--format', 'docx'], 2, /choose one of csv,/],
  ['the ledger itself', ['--format', 'csv', '--out', 'case.db'], 2, /is the ledger itself/],
  ['an article that there is not', ['--format', 'csv', '--article', 'art_0'], 1, /E_NOT_FOUND/],
  ['a folder that there is not', ['--format', 'csv', '--out', 'none/x.csv'], 1, /no such folder.*E_OUTPUT/],
])('%s is refused, and nothing is written', async (_name, words, expected, message) => {
  const before = readdirSync(folder);
  const { code, stdout, stderr } = await exported(...words);
  expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
  expect(stderr).toMatch(message);
  expect(readdirSync(folder)).toEqual(before);
});

test('an evidence pack is signed with a key that is made for it', async () => {
  const { code, stderr } = await exported('--format', 'wacz', '--sign', 'key.pem', '--out', 'case.wacz');
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('E_')]);
  expect(readFileSync(join(folder, 'key.pem'), 'utf8')).toContain('BEGIN PRIVATE KEY');
  expect((await hearsay('add', '--ledger', 'from-pack.db', 'case.wacz')).code).toBe(0);
});

test('the list names every format', async () => {
  const { stdout } = await hearsay('export', '--list');
  for (const { name } of FORMATS) expect(stdout).toMatch(new RegExp(`^${name} `, 'm'));
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test.each([
  ['no JSON', 'case.db', 'E_JSON'],
  ['another file', 'statements.csv', 'E_JSON'],
  ['no file', 'none.json', 'E_NOT_FOUND'],
])('import of %s is refused', async (_name, file, code) => {
  expect((await hearsay('import', '--ledger', 'other.db', file)).stderr).toContain(code);
});
