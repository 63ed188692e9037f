import { describe, expect, test } from 'vitest';
import { type EncoderShape, encoderArrays } from './encoder.ts';
import { packEncoder } from './pack-encoder.ts';

const SHAPE: EncoderShape = { buckets: 4, features: 32, vector: 16, context: 0, hidden: 16, layers: 1, outputs: 8 };
const ARRAYS = encoderArrays(SHAPE);
const values = new Map(
  ARRAYS.map(({ name, rows, columns }) => [
    name,
    Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i * i) * (1 + (i % columns))),
  ]),
);
const packed = packEncoder(SHAPE, (name) => values.get(name)!);

describe('packEncoder', () => {
  test.each(ARRAYS.filter(({ name }) => !name.endsWith('bias') && name !== 'embeddings'))(
    'keeps $name in 8 bits, to half a unit of its column and half a step of the whole',
    ({ name, rows, columns }) => {
      const bytes = packed[name];
      const units = packed[`${name}.unit`];
      const matrix = values.get(name)!;
      const step = Math.max(...matrix.map(Math.abs)) / 4095;
      expect(bytes).toBeInstanceOf(Int8Array);
      expect(units).toHaveLength(columns);
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++) {
          const kept = bytes[((r >> 2) * columns + c) * 4 + (r & 3)] * units[c];
          expect(Math.abs(kept - matrix[r * columns + c])).toBeLessThanOrEqual((units[c] + step) * 0.501);
        }
    },
  );

  test('leaves biases as they are', () => {
    expect(packed['output.bias']).toBe(values.get('output.bias'));
  });
});
