/** `hearsay rerun` as a process over the sample project: killed, interrupted, and brought to its end. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { MAIN, plainEnvironment, runHearsay } from './run-hearsay.ts';

const ARTICLES = fileURLToPath(new URL('../../examples/articles', import.meta.url));
const OLDER = '0.0.1';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-rerun-'));
  path = join(folder, 'hearsay.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const hearsay = (...words: string[]) => runHearsay(words, { cwd: folder });

/** Texts that another engine has read than the one that read them first. */
function countRead(): number {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const counted = database.prepare(
      'SELECT count(*) AS n FROM reading JOIN engine ON engine.key = reading.engine WHERE engine.version <> ?',
    );
    return Number(counted.get(OLDER)!.n);
  } finally {
    database.close();
  }
}

/** Puts readings in the place of all that are there, as if by an older engine that found less. */
async function readByOlder(): Promise<number> {
  const ledger = await openLedger(path);
  let read = 0;
  for (const { id, versions } of await ledger.articles()) {
    for (const { id: versionId } of versions) {
      const reading = (await ledger.reading(id, versionId))!;
      const older = { ...reading, engine: { ...reading.engine, version: OLDER }, statements: [] };
      await ledger.replaceReading(versionId, older, '2026-01-01T00:00:00.000Z');
      read++;
    }
  }
  await ledger.close();
  return read;
}

/** Ends the command with a signal once so many texts were read; gives what it printed and how it ended. */
async function stopAfter(texts: number, signal: 'SIGKILL' | 'SIGINT'): Promise<{ code: unknown; told: string }> {
  const child = spawn(process.execPath, [MAIN, 'rerun', '--workers', '1'], { cwd: folder, env: plainEnvironment() });
  let told = '';
  child.stdout.on('data', (part: Buffer) => {
    told += part;
  });
  const code = new Promise((resolve) => child.on('close', (number, by) => resolve(number ?? by)));
  while (countRead() < texts && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill(signal);
  return { code: await code, told };
}

test('a kill and an interruption lose nothing, and the next run goes on from there', async () => {
  await hearsay('add', ARTICLES);
  const before = await hearsay('export', '--format', 'csv');
  const all = await readByOlder();
  expect((await stopAfter(2, 'SIGKILL')).code).toBe('SIGKILL');
  const killed = countRead();
  expect(killed).toBeGreaterThanOrEqual(2);
  const interrupted = await stopAfter(killed + 1, 'SIGINT');
  expect(interrupted).toEqual({ code: 130, told: expect.stringContaining('the same command reads the rest') });
  const known = countRead();
  expect(known).toBeLessThan(all);
  const { code, stdout } = await hearsay('rerun');
  expect(stdout).toMatch(`hearsay.db: ${all - known} texts read again, ${known} read by this Hearsay before\n`);
  expect(code).toBe(0);
  expect((await hearsay('export', '--format', 'csv')).stdout).toBe(before.stdout);
});
