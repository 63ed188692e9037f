/** `hearsay timeline` over articles of the sample project, and over a ledger of it: three clocks, and the same entries in each form. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatedEntry } from '../../src/export/timeline/timeline-csv.ts';
import { decide } from '../../src/ledger/decisions/decide.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { prepareSampleLedger } from '../../tools/sample-ledger.ts';
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

describe('of a ledger', () => {
  let folder: string;
  let path: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-timeline-'));
    path = join(folder, 'case.db');
    const sample = await openLedger((await prepareSampleLedger(new AbortController().signal))!, { create: false });
    await sample.backup(path);
    await sample.close();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function ofLedger(...options: string[]): Promise<DatedEntry[]> {
    const { code, stdout } = await runHearsay(['timeline', '--json', '--ledger', path, ...options]);
    expect(code).toBe(0);
    return JSON.parse(stdout);
  }

  test.each(['happened', 'said', 'published'])('has the entries of the files: %s', async (clock) => {
    // Ids are those of the ledger; another outlet has an article of the same headline.
    const nameless = (entries: DatedEntry[]) =>
      entries.map(({ article: { id: _id, ...article }, ...entry }) => ({ ...entry, article: JSON.stringify(article) }));
    const expected = nameless(await entriesOn(clock));
    const articles = new Set(expected.map(({ article }) => article));
    const entries = nameless(await ofLedger('--clock', clock)).filter(({ article }) => articles.has(article));
    expect(entries).toHaveLength(expected.length);
    expect(entries).toEqual(expect.arrayContaining(expected));
  });

  test('a search gives the statements that it finds, and a date that a person set is theirs', async () => {
    const query = ['--query', 'act:denied'];
    const before = await ofLedger('--clock', 'said', ...query);
    const [{ voice, basis }] = before;
    const ledger = await openLedger(path);
    const { total } = await ledger.statements({ search: 'act:denied' });
    const happened = before.at(-1)!.voice.statement!;
    const by = { by: 'Ada', at: '2026-11-26T10:00:00.000Z' };
    const entries = [voice.statement!];
    await decide(ledger, { kind: 'date', entries, clock: 'said', edtf: '2026-03' }, by);
    await decide(ledger, { kind: 'date', entries: [happened], clock: 'happened', edtf: '2025-12-24' }, by);
    await ledger.close();
    expect(before).toHaveLength(total);
    expect(basis).not.toBe('decision');
    expect((await ofLedger('--clock', 'said', ...query))[0]).toMatchObject({
      ...{ edtf: '2026-03', earliest: '2026-03-01', latest: '2026-03-31', basis: 'decision', voice },
    });
    const told = await ofLedger(...query);
    expect(told).toContainEqual(expect.objectContaining({ edtf: '2025-12-24', basis: 'decision' }));
    expect(told.every(({ voice: { statement } }) => statement !== null)).toBe(true);
  });

  test('is asked for with a ledger that there is, and not beside files', async () => {
    expect((await runHearsay(['timeline', '--ledger', join(folder, 'none.db')])).code).toBe(1);
    for (const option of [
      ['--ledger', path],
      ['--query', 'act:denied'],
    ])
      expect((await runHearsay(['timeline', ...option, FILES[0]], { cwd: EXAMPLES })).code).toBe(2);
  });
});

test('is no use in two forms at once', async () => {
  expect((await runHearsay(['timeline', '--json', '--csv', FILES[0]], { cwd: EXAMPLES })).code).toBe(2);
});
