/**
 * Trained arrays as the weights of an encoder: what the engine reads as it lies in the file is made here, once, by training. A matrix is first
 * divided into steps of one size, then each column into 127ths of its largest.
 */
import { type EncoderShape, encoderArrays } from './encoder.ts';

/** Steps to either side of zero into which a matrix is divided before each column gets a unit of its own. */
const GRID = 4095;

/** The largest of 8-bit integers; −128 is not used. */
const LARGEST = 127;

/**
 * Packs trained arrays for `new Encoder`: embeddings in 8 bits with a unit a row, matrices in 8 bits with a unit a column, as the kernel's
 * gemm8 reads them, biases as they are. The units of `a` are in `a.unit`.
 *
 * @example
 * writeWeights({ name, meta: { shape }, arrays: packEncoder(shape, (array) => encoder.values(array)) });
 */
export function packEncoder(
  shape: EncoderShape,
  array: (name: string) => Float32Array,
): Record<string, Int8Array | Float32Array> {
  const packed: Record<string, Int8Array | Float32Array> = {};
  for (const { name, rows, columns } of encoderArrays(shape)) {
    const values = array(name);
    if (name.endsWith('bias')) {
      packed[name] = values;
    } else if (name === 'embeddings') {
      const units = new Float32Array(rows);
      const quantized = new Int8Array(rows * columns);
      for (let r = 0; r < rows; r++) {
        const row = values.subarray(r * columns, (r + 1) * columns);
        units[r] = largestOf(row) / LARGEST;
        row.forEach((value, c) => {
          quantized[r * columns + c] = Math.round(value / units[r]);
        });
      }
      packed[name] = quantized;
      packed[`${name}.unit`] = units;
    } else {
      const { bytes, units } = packMatrix(values, rows, columns);
      packed[name] = bytes;
      packed[`${name}.unit`] = units;
    }
  }
  return packed;
}

/** A matrix in 8 bits, its rows in fours: value (r, c) is bytes[((r >> 2) × columns + c) × 4 + (r & 3)] × units[c]. */
function packMatrix(values: Float32Array, rows: number, columns: number): { bytes: Int8Array; units: Float32Array } {
  const step = largestOf(values) / GRID;
  const steps = Int16Array.from(values, (value) => Math.round(value / step));
  const bytes = new Int8Array(rows * columns);
  const units = new Float32Array(columns);
  for (let c = 0; c < columns; c++) {
    let most = 1;
    for (let r = 0; r < rows; r++) most = Math.max(most, Math.abs(steps[r * columns + c]));
    units[c] = (most / LARGEST) * Math.fround(step);
    for (let r = 0; r < rows; r++)
      bytes[((r >> 2) * columns + c) * 4 + (r & 3)] = Math.round((steps[r * columns + c] * LARGEST) / most);
  }
  return { bytes, units };
}

/** Never zero, so that a row of zeros can be divided by it. */
function largestOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
}
