/** `hearsay remove`, `backup` and `restore` as processes, on a ledger made by hand. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { BRIDGE, CAPTURE, FERRY } from '../samples/bridge-and-ferry.ts';
import { makeReading } from '../samples/make-reading.ts';
import { type Outcome, runHearsay } from './run-hearsay.ts';

let folder: string;
let ledger: Ledger;
const at = (name: string) => join(folder, name);
const hearsay = (...words: string[]): Promise<Outcome> => runHearsay(words, { cwd: folder });
const headlines = async (of: Ledger) => (await of.articles()).map(({ headline }) => headline);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-keep-'));
  ledger = await openLedger(at('hearsay.db'));
  await ledger.addReading(makeReading(BRIDGE), CAPTURE);
  await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: at('ferry.txt') });
});

afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an article is removed by the file it came from, and none of its words stay in the file', async () => {
  const wordsIn = (word: string) =>
    ['hearsay.db', 'hearsay.db-wal'].some((name) => readFileSync(at(name)).includes(word));
  expect(wordsIn('Okafor')).toBe(true);
  const removed = await hearsay('remove', '--why', 'a hoax', CAPTURE.path);
  expect(removed).toMatchObject({
    code: 0,
    stderr: '',
    stdout: 'hearsay.db: removed Bridge closed with 2 statements\n',
  });
  expect(await headlines(ledger)).toEqual(['Ferry runs late']);
  expect(await ledger.removals()).toMatchObject([{ headline: 'Bridge closed', why: 'a hoax' }]);
  for (const word of ['Okafor', 'okafor', 'Nobody asked']) expect(wordsIn(word)).toBe(false);
});

test('one name that the ledger does not hold, and nothing is removed', async () => {
  const { code, stderr } = await hearsay('remove', 'https://post.example/bridge', 'ferry.text');
  expect(code).toBe(1);
  expect(stderr).toMatch(/holds no article ferry\.text: nothing was removed\. \(E_NOT_FOUND\)/);
  expect(await headlines(ledger)).toHaveLength(2);
  const all = await hearsay('remove', 'https://post.example/bridge', 'ferry.txt', 'ferry.txt');
  expect(all.stdout.split('\n')).toHaveLength(3);
  expect(await headlines(ledger)).toEqual([]);
});

test('a file that several articles came from is not enough', async () => {
  const reading = makeReading({ ...FERRY, article: { ...FERRY.article, url: 'https://wire.example/ferry' } });
  await ledger.addReading(reading, { ...CAPTURE, path: at('ferry.txt') });
  const { code, stderr } = await hearsay('remove', 'ferry.txt');
  expect(code).toBe(1);
  expect(stderr).toMatch(/2 articles came from ferry\.txt: give the ids .* art_\w+, art_\w+/);
});

test('a copy is restored under a program that has the ledger open, and what stood there is kept', async () => {
  expect(await hearsay('backup', 'monday.db')).toMatchObject({ code: 0, stdout: 'hearsay.db: copied to monday.db\n' });
  const again = await hearsay('backup', 'monday.db');
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('monday.db exists already') });
  const [{ id }] = await ledger.articles();
  await ledger.removeArticle(id, { at: '2026-11-24T10:00:00.000Z', why: null });

  const restored = await hearsay('restore', 'monday.db');
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  const [, kept] = /is kept at (\S+)/.exec(restored.stdout)!;
  expect(kept).toMatch(/^hearsay\.before-restore\.\d{4}-\d\d-\d\d\.db$/);
  expect(await headlines(ledger)).toHaveLength(2);
  expect((await ledger.addReading(makeReading(FERRY), { ...CAPTURE, path: at('f.txt') })).outcome).toBe('seen again');
  const before = await openLedger(at(kept));
  expect(await headlines(before)).toHaveLength(1);
  await before.close();
});

test('a copy with smaller pages, as an older Hearsay made them, is restored too', async () => {
  const older = new DatabaseSync(at('hearsay.db'), { readOnly: true });
  older.exec('PRAGMA page_size = 4096');
  older.prepare('VACUUM INTO ?').run(at('monday.db'));
  older.close();
  const [{ id }] = await ledger.articles();
  await ledger.removeArticle(id, { at: '2026-11-24T10:00:00.000Z', why: null });
  expect(await hearsay('restore', 'monday.db')).toMatchObject({ code: 0, stderr: '' });
  expect(await headlines(ledger)).toHaveLength(2);
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('a damaged ledger is moved aside, also where it is no database any more', async () => {
  await ledger.backup(at('monday.db'));
  await ledger.close();
  writeFileSync(at('hearsay.db'), 'x'.repeat(8192));
  const { code, stdout } = await hearsay('restore', 'monday.db');
  expect(code).toBe(0);
  const [, kept] = /is kept at (\S+)/.exec(stdout)!;
  expect(readFileSync(at(kept), 'utf8')).toBe('x'.repeat(8192));
  ledger = await openLedger(at('hearsay.db'));
  expect(await headlines(ledger)).toHaveLength(2);
});

test.each([
  ['a file that is not there', () => {}, /There is no file copy\.db/],
  ['a text', () => writeFileSync(at('copy.db'), 'my notes '.repeat(99)), /copy\.db is not a ledger/],
  [
    'a damaged copy',
    async () => {
      await ledger.backup(at('copy.db'));
      const bytes = readFileSync(at('copy.db'));
      writeFileSync(at('copy.db'), bytes.fill(7, 4096 * 3, 4096 * 40));
    },
    /copy\.db is damaged/,
  ],
])('%s changes nothing', async (_name, prepare, message) => {
  await prepare();
  const { code, stderr } = await hearsay('restore', 'copy.db');
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(await headlines(ledger)).toHaveLength(2);
  expect(readdirSync(folder).some((name) => name.includes('before-restore'))).toBe(false);
});
