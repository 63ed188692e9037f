import { describe, expect, test } from 'vitest';
import { Kernel } from './kernel.ts';

/** Numbers without pattern, the same in every run. */
function numbers(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin((i + 1) * 12.9898 * seed) * 0.9);
}

function product(a: Float32Array, b: Float32Array, m: number, n: number, k: number): number[] {
  return Array.from({ length: m * n }, (_, at) => {
    let sum = 0;
    for (let x = 0; x < k; x++) sum += a[Math.floor(at / n) * k + x] * b[x * n + (at % n)];
    return sum;
  });
}

/** A matrix of n columns as gemm8 reads it; one unit is 1/127. */
function loadBytes(kernel: Kernel, b: Float32Array, n: number): [w: number, units: number, starts: number] {
  const q = new Int8Array(b.length);
  const starts = new Int32Array(n);
  b.forEach((value, i) => {
    const row = Math.floor(i / n);
    const byte = Math.round(value * 127);
    q[((row >> 2) * n + (i % n)) * 4 + (row & 3)] = byte;
    starts[i % n] -= 64 * byte;
  });
  return [kernel.loadBytes(q), kernel.load(new Float32Array(n).fill(1 / 127)), kernel.loadIntegers(starts)];
}

describe('kernel', () => {
  test.each([
    [1, 8, 16],
    [4, 16, 32],
    [7, 40, 48],
  ])('multiplies %i rows, %i columns, %i deep in float32 and in 8 bits', (m, n, k) => {
    const kernel = new Kernel();
    const a = numbers(m * k, 1);
    const b = numbers(k * n, 2);
    const expected = product(a, b, m, n, k);
    const x = kernel.load(a);

    const c = kernel.allocate(m * n);
    kernel.run.gemm(c, x, kernel.load(b), m, n, k);
    kernel.view(c, m * n).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i], 4);
    });

    for (const isRelaxed of [false, true]) {
      const other = new Kernel(isRelaxed);
      const q = other.allocate((m * k) / 4);
      const units = other.allocate(m);
      const c8 = other.allocate(m * n);
      const bias = other.load(new Float32Array(n).fill(2));
      other.run.quantizeRows(q, units, other.load(a), m, k);
      other.run.gemm8(c8, q, units, ...loadBytes(other, b, n), bias, m, n, k);
      other.view(c8, m * n).forEach((value, i) => {
        expect(Math.abs(value - expected[i] - 2)).toBeLessThan(0.1);
      });
    }
  });

  test('gives the same bits with relaxed instructions and without', () => {
    const [m, n, k] = [9, 64, 128];
    const extremes = numbers(m * k, 7).map((value, i) => (i % 3 === 0 ? Math.sign(value) : value));
    const weights = numbers(k * n, 8).map((value, i) => (i % 2 === 0 ? Math.sign(value) : value));
    const [plain, relaxed] = [false, true].map((isRelaxed) => {
      const kernel = new Kernel(isRelaxed);
      const q = kernel.allocate((m * k) / 4);
      const units = kernel.allocate(m);
      const c = kernel.allocate(m * n);
      kernel.run.quantizeRows(q, units, kernel.load(extremes), m, k);
      kernel.run.gemm8(c, q, units, ...loadBytes(kernel, weights, n), kernel.allocate(n), m, n, k);
      const [u, unitsOfU, starts] = loadBytes(kernel, numbers(16 * 64, 9), 64);
      const out = kernel.allocate(m * 16);
      kernel.run.lstm8(c, u, unitsOfU, starts, out, 64, kernel.allocate(16), kernel.allocate(16), m, 16, 0);
      return [...kernel.view(out, m * 16), ...kernel.view(c, m * n)];
    });
    expect(relaxed).toEqual(plain);
    expect(new Set(plain).size).toBeGreaterThan(m * 16);
  });

  test('the gradient of a weight matrix is its transposed product', () => {
    const kernel = new Kernel();
    const [m, n, k] = [5, 8, 4];
    const a = numbers(m * k, 3);
    const b = numbers(m * n, 4);
    const c = kernel.allocate(k * n);
    kernel.run.gemmAT(c, kernel.load(a), kernel.load(b), m, n, k);
    const transposed = Float32Array.from({ length: k * m }, (_, i) => a[(i % m) * k + Math.floor(i / m)]);
    product(transposed, b, k, n, m).forEach((value, i) => {
      expect(kernel.view(c, k * n)[i]).toBeCloseTo(value, 5);
    });
  });

  test('rectifies rows, and sums of rows', () => {
    const kernel = new Kernel();
    const table = kernel.load([1, -2, 3, -4, 5, 6, 7, 8, -1, -1, -1, -1, 10, 20, 30, 40]);
    const y = kernel.allocate(8);
    kernel.run.rectify(y, table, 32, 2, 4, 0.5);
    expect([...kernel.view(y, 8)]).toEqual([1, -1, 3, -2, -0.5, -0.5, -0.5, -0.5]);
    const distances = kernel.load([0, 0, 0, 0, 100, -100, 100, -100]);
    const sums = kernel.load([9, 9, 9, 9, 0, 0, 0, 0]);
    const ids = kernel.loadIntegers(Int32Array.of(-1, 0));
    const bins = kernel.loadIntegers(Int32Array.of(0, 1));
    kernel.run.rectifySums(sums, table, table + 16, 32, ids, distances, bins, 2, 4, 0.5);
    expect([...kernel.view(sums, 8)]).toEqual([9, 9, 9, 9, 104, -47.5, 106, -46.5]);
  });

  test.each([0, 1])('an LSTM in 8 bits stays close to the one in float32 (reverse: %i)', (reverse) => {
    const kernel = new Kernel();
    const [steps, hidden] = [30, 16];
    const sums = numbers(steps * 4 * hidden, 5);
    const u = numbers(hidden * 4 * hidden, 6);
    const stride = hidden * 4;
    const out = kernel.allocate(steps * hidden);
    const cells = kernel.allocate(steps * hidden);
    const zeros = kernel.allocate(hidden);
    kernel.run.lstm(kernel.load(sums), kernel.load(u), out, stride, cells, zeros, steps, hidden, reverse);
    const out8 = kernel.allocate(steps * hidden);
    const cell = kernel.allocate(hidden);
    const before = kernel.allocate(hidden);
    const [bytes, units, starts] = loadBytes(kernel, u, 4 * hidden);
    kernel.run.lstm8(kernel.load(sums), bytes, units, starts, out8, stride, cell, before, steps, hidden, reverse);
    const exact = kernel.view(out, steps * hidden);
    kernel.view(out8, steps * hidden).forEach((value, i) => {
      expect(Math.abs(value - exact[i])).toBeLessThan(0.05);
    });
    expect(Math.max(...exact)).toBeGreaterThan(0.1);
  });

  test('memory given back is used again, and new memory is zero', () => {
    const kernel = new Kernel();
    const mark = kernel.mark();
    const first = kernel.load([1, 2, 3]);
    kernel.release(mark);
    expect(kernel.allocate(3)).toBe(first);
    expect([...kernel.view(first, 3)]).toEqual([0, 0, 0]);
  });

  test('memory grows', () => {
    const kernel = new Kernel();
    const kept = kernel.load([7]);
    const large = kernel.allocate(3_000_000);
    expect(kernel.view(large, 3_000_000)).toHaveLength(3_000_000);
    expect(kernel.view(kept, 1)[0]).toBe(7);
  });

  test('keeps rows in bytes and lays them beside others', () => {
    const kernel = new Kernel();
    const x = numbers(48, 3);
    const kept = kernel.allocate(12);
    kernel.run.toBytes(kept, kernel.load(x), 48);
    const bytes = kernel.bytes(kept, 48).slice();
    expect([...bytes]).toEqual(Array.from(x, (value) => Math.round(value * 127)));
    const y = kernel.load(new Float32Array(3 * 20).fill(7));
    kernel.run.fromBytes(y, 4 * 4, 20 * 4, kernel.loadBytes(bytes), 2 / 127, 3, 16);
    const rows = kernel.view(y, 60);
    for (let t = 0; t < 3; t++) {
      expect([...rows.subarray(t * 20, t * 20 + 4)]).toEqual([7, 7, 7, 7]);
      for (let d = 0; d < 16; d++) expect(rows[t * 20 + 4 + d]).toBeCloseTo((bytes[t * 16 + d] * 2) / 127, 5);
    }
  });

  test('sums rows of a table of 16-bit integers, leaving out those that are none', () => {
    const kernel = new Kernel();
    const table = Int16Array.from(numbers(4 * 64, 5), (value) => Math.round(value * 1000));
    const at = kernel.loadIntegers(new Int32Array(table.buffer));
    const ids = Int32Array.of(3, 0, -1, 1, -1, -1);
    const x = kernel.load(new Float32Array(2 * 72).fill(7));
    kernel.run.gather16(x, 72, at, 0.5, 64, kernel.loadIntegers(ids), 3, 2);
    const rows = kernel.view(x, 144);
    for (let d = 0; d < 64; d++) {
      expect(rows[d]).toBe((table[3 * 64 + d] + table[d]) / 2);
      expect(rows[72 + d]).toBe(table[64 + d] / 2);
    }
    expect([...rows.subarray(64, 72)]).toEqual(Array(8).fill(7));
  });
});
