import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLength, OPINION_FILES, readLabels, readTrees } from './opinions.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-opinions-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const base64 = (column: Int16Array | Uint8Array): string =>
  Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('base64');
const write = (file: string, lines: readonly object[]): void =>
  writeFileSync(join(folder, file), gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));

describe('readTrees', () => {
  it('counts heads from the token itself, and takes none for a root', () => {
    const head = [base64(Int16Array.of(1, 0, -1)), base64(Int16Array.of(0, -1, -2))];
    const relation = [base64(Uint8Array.of(3, 5, 8)), base64(Uint8Array.of(5, 8, 8))];
    write(OPINION_FILES.parse, [{ id: 'a', tokens: 3, head, relation }]);
    const trees = readTrees(folder).get('a')!;
    expect(trees.map(({ heads }) => [...heads])).toEqual([
      [1, -1, 1],
      [-1, 0, 0],
    ]);
    expect([...trees[1].relations]).toEqual([5, 8, 8]);
  });

  it('says what is missing', () => {
    expect(() => readTrees(folder)).toThrow(/parse\.jsonl\.gz is missing/);
  });
});

describe('readLabels', () => {
  it('gives the labels of each teacher by document', () => {
    const labels = [base64(Uint8Array.of(1, 3)), base64(Uint8Array.of(0, 0))];
    write(OPINION_FILES.statements, [{ id: 'a', tokens: 2, labels }]);
    expect(
      readLabels(folder, 'statements')
        .get('a')!
        .map((own) => [...own]),
    ).toEqual([
      [1, 3],
      [0, 0],
    ]);
  });
});

describe('checkLength', () => {
  it('refuses opinions of a text that is cut otherwise', () => {
    expect(() => checkLength('a', 3, 4)).toThrow(/3 tokens of a, which has 4/);
    expect(checkLength('a', 4, 4)).toBeUndefined();
  });
});
