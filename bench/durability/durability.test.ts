/** Nothing is lost: 20 kills at random moments, and two kinds of full disk. `npm run bench:durability` does it 200 times. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultsOf, killAndResume, runChild } from './kill-and-resume.ts';
import { prepare, run, type Task } from './tasks.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-durability-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each<[Task, number]>([
  ['intake', 8],
  ['rerun', 6],
  ['migration', 6],
])('%s, killed %i times, loses nothing and ends as if undisturbed', async (task, kills) => {
  const seed = Number(process.env.DURABILITY_SEED ?? '1');
  const outcome = await killAndResume({ task, kills, seed, articles: 30, folder });
  expect(outcome.faults).toEqual([]);
  expect(outcome.kills).toBe(kills);
  expect(outcome.completed).toBeGreaterThan(0);
});

describe('a full disk', () => {
  const job = { task: 'intake', seed: 1, articles: 40 } as const;

  test('that SQLite meets is told, and what was acknowledged before is there', async () => {
    const path = join(folder, 'full.db');
    const { lines } = await runChild({ ...job, path, highestPages: 130 }, null);
    expect(lines.at(-1)).toMatch(/^E_LEDGER The disk .* is full: make room/);
    const promised = new Set(lines.slice(1, -1));
    expect(promised.size).toBeGreaterThan(5);
    expect(faultsOf(path, promised)).toEqual([]);
    await run({ ...job, path }, (id) => promised.add(id));
    expect(promised.size).toBe(50);
    expect(faultsOf(path, promised)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('that ends the process does no more harm', async () => {
    const path = join(folder, 'limited.db');
    await prepare({ ...job, path });
    const { lines } = await runChild({ ...job, path }, null, 6000);
    expect(lines.at(-1)).not.toBe('done');
    const promised = new Set(lines.filter((line) => /^(ver|dec)_/.test(line)));
    expect(promised.size).toBeGreaterThan(5);
    expect(faultsOf(path, promised)).toEqual([]);
  });
});

describe('the program itself finds', () => {
  test('what is missing, and rows that are', async () => {
    const path = join(folder, 'case.db');
    const told: string[] = [];
    await run({ task: 'intake', seed: 1, articles: 2, path }, (id) => told.push(id));
    expect(faultsOf(path, new Set([...told, 'ver_0 first', 'dec_9', told[0].replace('first', 'second')]))).toEqual([
      'article version ver_0 is lost',
      'decision dec_9 is lost',
      expect.stringMatching(/^the second reading of ver_\w+ is lost$/),
    ]);
  });
});
