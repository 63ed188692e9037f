import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from './write-whole.ts';

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* pieces(count: number, failsAt = Number.POSITIVE_INFINITY): AsyncGenerator<string | Uint8Array> {
  for (let n = 0; n < count; n++) {
    if (n === failsAt) throw new Error('the ledger is gone');
    yield n % 1000 === 1 ? new Uint8Array([65, 10]) : `${n} é\n`;
  }
}

test('texts and bytes in their order, in place of what was there', async () => {
  writeFileSync(at('a.csv'), 'old');
  await writeWhole(at('a.csv'), pieces(100_001));
  const lines = readFileSync(at('a.csv'), 'utf8').split('\n');
  expect(lines.slice(0, 4)).toEqual(['0 é', 'A', '2 é', '3 é']);
  expect(lines).toHaveLength(100_002);
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('what fails half way leaves what was there, and no half file', async () => {
  writeFileSync(at('a.csv'), 'old');
  await expect(writeWhole(at('a.csv'), pieces(10, 5))).rejects.toThrow('the ledger is gone');
  expect(readFileSync(at('a.csv'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('a full disk is named as such, and leaves nothing', async () => {
  let room = 300_000;
  const fullDisk = async (path: string) => {
    const file = await open(path, 'w');
    return {
      sync: () => file.sync(),
      close: () => file.close(),
      write: (async (block: Uint8Array, from: number) => {
        if (room === 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        const length = Math.min(room, block.length - from);
        room -= length;
        return file.write(block, from, length);
      }) as typeof file.write,
    };
  };
  const writing = writeWhole(at('a.csv'), pieces(200_000), fullDisk);
  await expect(writing).rejects.toMatchObject({ code: 'E_OUTPUT', message: expect.stringMatching(/disk is full/) });
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['none/a.csv', /no such folder/],
  ['folder', /it is a folder/],
])('%s', async (name, reason) => {
  mkdirSync(at('folder'));
  writeFileSync(at('folder/kept'), '');
  await expect(writeWhole(at(name), ['x'])).rejects.toMatchObject({
    code: 'E_OUTPUT',
    message: expect.stringMatching(reason),
  });
  expect(readdirSync(folder)).toEqual(['folder']);
});
