import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWeights, type Weights, writeWeights } from './weights.ts';

const arrays = fc.dictionary(
  fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
  fc.oneof(fc.int8Array(), fc.uint16Array(), fc.int32Array(), fc.float32Array({ noNaN: true })),
);

describe('weights files', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(arrays, fc.string(), (arrays, label) => {
        const weights: Weights = { name: 'any', meta: { label }, arrays: arrays as Weights['arrays'] };
        const read = readWeights(writeWeights(weights));
        expect(read.meta).toEqual({ label });
        expect(Object.fromEntries(Object.entries(read.arrays))).toEqual({ ...arrays });
      }),
    );
  });

  test('are read from anywhere in a larger buffer', () => {
    const bytes = writeWeights({ name: 'any', meta: {}, arrays: { a: Float32Array.of(1.5) } });
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readWeights(shifted.subarray(3)).arrays.a[0]).toBe(1.5);
  });

  test.each([
    ['no bytes', (_: Uint8Array) => new Uint8Array(0)],
    ['other bytes', (_: Uint8Array) => new TextEncoder().encode('PK\u0003\u0004 something else')],
    ['half a file', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 8)],
    ['half a header', (bytes: Uint8Array) => bytes.slice(0, 20)],
  ])('%s: E_MODEL', (_, spoil) => {
    const bytes = writeWeights({ name: 'any', meta: {}, arrays: { a: Int8Array.of(1, 2, 3) } });
    expect(() => readWeights(spoil(bytes))).toThrow(expect.objectContaining({ code: 'E_MODEL' }));
  });
});
