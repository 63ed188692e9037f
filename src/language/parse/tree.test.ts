import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTree, isTree, NO_HEAD } from './tree.ts';

/** Scores of a sentence, in rows of `stride` with a margin that must not be read. */
const sentence = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((length) =>
    fc.record({
      length: fc.constant(length),
      stride: fc.integer({ min: length + 1, max: length + 8 }),
      // Few distinct values make ties and cycles frequent.
      values: fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.float({ noNaN: true, noDefaultInfinity: true })), {
        minLength: length * (length + 1),
        maxLength: length * (length + 1),
      }),
    }),
  );

function tableOf(length: number, stride: number, values: readonly number[]): Float32Array {
  const table = new Float32Array(length * stride).fill(Number.NaN);
  for (let i = 0; i < length; i++) table.set(values.slice(i * (length + 1), (i + 1) * (length + 1)), i * stride);
  return table;
}

function headsOf(table: Float32Array, length: number, stride: number): Int32Array {
  const heads = new Int32Array(length);
  findTree(table, length, stride, heads);
  return heads;
}

function worth(heads: Int32Array, table: Float32Array, stride: number): number {
  return heads.reduce((sum, head, i) => sum + table[i * stride + (head === NO_HEAD ? heads.length : head)], 0);
}

describe('the tree of a sentence', () => {
  test('has one root and no cycle, whatever the scores', () => {
    fc.assert(
      fc.property(sentence(12), ({ length, stride, values }) => {
        expect(isTree(headsOf(tableOf(length, stride, values), length, stride), length)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is worth as much as the best of all trees', () => {
    fc.assert(
      fc.property(sentence(4), ({ length, stride, values }) => {
        const small = values.map((value) => Math.max(-50, Math.min(50, value)));
        const table = tableOf(length, stride, small);
        let best = -Infinity;
        const choice = new Int32Array(length);
        for (let code = 0; code < (length + 1) ** length; code++) {
          for (let i = 0, rest = code; i < length; i++, rest = Math.floor(rest / (length + 1)))
            choice[i] = (rest % (length + 1)) - 1;
          if (isTree(choice, length)) best = Math.max(best, worth(choice, table, stride));
        }
        expect(worth(headsOf(table, length, stride), table, stride)).toBeCloseTo(best, 3);
      }),
    );
  });

  test.each([
    ['a chain', [-1, 0, 1], true],
    ['two roots', [-1, -1, 0], false],
    ['no root', [1, 2, 0], false],
    ['a word that is its own head', [-1, 1, 0], false],
    ['a cycle beside a tree', [-1, 2, 1], false],
    ['a root at the end', [2, 0, -1], true],
  ])('isTree: %s', (_, heads, expected) => {
    expect(isTree(Int32Array.from(heads), heads.length)).toBe(expected);
  });
});
