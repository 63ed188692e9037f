/** `hearsay timeline` over articles of the sample project: three clocks, and the same entries in each form. */
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { DatedEntry } from '../../src/export/timeline/timeline-csv.ts';
import { runHearsay } from './run-hearsay.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const FILES = [
  'articles/halyard/2026-04-22-what-we-know.html',
  'articles/tribune/2026-04-14-twelve-killed-ferry-sinks.html',
];

async function entriesOn(clock: string): Promise<DatedEntry[]> {
  const { code, stdout } = await runHearsay(['timeline', '--json', '--clock', clock, ...FILES], { cwd: EXAMPLES });
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

test('one order over several articles, and no day of publication in the place of another', async () => {
  const happened = await entriesOn('happened');
  expect(new Set(happened.map(({ article }) => article.id)).size).toBe(2);
  expect(happened.every(({ clock, sentence }) => clock === 'happened' && sentence !== null)).toBe(true);
  const days = happened.flatMap(({ earliest, latest }) => earliest ?? latest ?? []);
  expect(days).toEqual([...days].sort());
  const published = await entriesOn('published');
  expect(published.map(({ edtf }) => edtf)).toEqual(['2026-04-14', '2026-04-22']);
});

test('CSV holds the entries that JSON holds', async () => {
  const entries = await entriesOn('said');
  const { stdout } = await runHearsay(['timeline', '--csv', '--clock', 'said', ...FILES], { cwd: EXAMPLES });
  const rows: Record<string, string>[] = parse(stdout, { columns: true });
  expect(rows.map(({ statement_id }) => statement_id)).toEqual(entries.map(({ voice }) => voice.statement));
  expect(rows.map(({ from }) => from)).toEqual(entries.map(({ earliest }) => earliest ?? ''));
});

test('is no use without a file, nor in two forms at once', async () => {
  expect((await runHearsay(['timeline'])).code).toBe(2);
  expect((await runHearsay(['timeline', '--json', '--csv', FILES[0]], { cwd: EXAMPLES })).code).toBe(2);
});
