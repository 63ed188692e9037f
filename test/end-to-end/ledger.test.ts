/** `hearsay add` and `serve` as processes, and what a Ctrl-C leaves behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { MAIN, plainEnvironment, runHearsay } from './run-hearsay.ts';

let folder: string;
let running: ChildProcess[];
const at = (name: string) => join(folder, name);
const story = (name: string) =>
  `Fire at ${name}\n\nVELMAR — The port denied that the pier of ${name} was open.\n\nNobody was hurt, a clerk said.\n`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-ledger-'));
  running = [];
  mkdirSync(at('articles/march'), { recursive: true });
  writeFileSync(at('articles/a.txt'), story('a'));
  writeFileSync(at('articles/march/b.txt.gz'), gzipSync(story('b')));
  writeFileSync(at('articles/notes.pdf'), '%PDF');
});

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function start(words: readonly string[]): ChildProcess & { readonly told: Promise<string> } {
  const child = spawn(process.execPath, [MAIN, ...words], { cwd: folder, env: plainEnvironment() });
  running.push(child);
  const told = new Promise<string>((resolve) => child.stdout?.once('data', (part) => resolve(String(part))));
  return Object.assign(child, { told });
}

const codeOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve));

test('a folder is read into hearsay.db, and not twice', async () => {
  const first = await runHearsay(['add', 'articles'], { cwd: folder });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('hearsay.db: 2 added');
  expect(first.stdout).toContain('Files passed over: 1 .pdf');
  const second = await runHearsay(['add', 'articles'], { cwd: folder });
  expect(second.stdout).toContain('hearsay.db: 2 known');

  const ledger = await openLedger(at('hearsay.db'), { create: false });
  expect((await ledger.articles()).length).toBe(2);
  await ledger.close();
});

test('what fails is told, and the rest is added', async () => {
  writeFileSync(at('articles/empty.txt'), '');
  const { code, stdout, stderr } = await runHearsay(['add', '--ledger', 'x.db', 'articles', 'none.html'], {
    cwd: folder,
  });
  expect(code).toBe(3);
  expect(stdout).toContain('x.db: 2 added, 2 failed');
  expect(stderr).toContain(`hearsay: ${join('articles', 'empty.txt')} is empty`);
  expect(stderr).toContain('hearsay: none.html: There is no such file');
});

test('a file that is not a ledger stays as it is', async () => {
  writeFileSync(at('hearsay.db'), 'my notes');
  const { code, stderr } = await runHearsay(['add', 'articles'], { cwd: folder });
  expect(code).toBe(1);
  expect(stderr).toContain('E_LEDGER');
});

test('Ctrl-C leaves what was read so far', async () => {
  for (let n = 0; n < 3000; n++) writeFileSync(at(`articles/march/${n}.txt`), story(String(n)));
  const child = start(['add', 'articles']);
  const code = codeOf(child);
  const kept = async () => {
    try {
      const ledger = await openLedger(at('hearsay.db'), { create: false });
      const { length } = await ledger.articles();
      await ledger.close();
      return length;
    } catch {
      return 0;
    }
  };
  while ((await kept()) < 10) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGINT');
  expect(await child.told).toContain('Interrupted');
  expect(await code).toBe(130);
  expect(await kept()).toBeGreaterThanOrEqual(10);
  expect(await kept()).toBeLessThan(3002);
}, 60_000);

test('serve says where, answers, and stops on Ctrl-C', async () => {
  await runHearsay(['add', 'articles'], { cwd: folder });
  const child = start(['serve', '--port', '0']);
  const code = codeOf(child);
  const address = (await child.told).match(/http:\/\/\S+/)?.[0] ?? '';
  const response = await fetch(new URL('/v1/articles', address));
  expect(response.status).toBe(200);
  child.kill('SIGINT');
  expect(await code).toBe(0);
});

test('serve does not make a ledger', async () => {
  const { code, stderr } = await runHearsay(['serve'], { cwd: folder });
  expect(code).toBe(1);
  expect(stderr).toContain('E_LEDGER');
});
