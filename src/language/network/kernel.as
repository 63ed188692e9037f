// The arithmetic of the neural stages, in AssemblyScript, compiled to WebAssembly with 128-bit SIMD
// (training/kernel/build.ts writes kernel-bytes.ts). Plain TypeScript ran these loops eight times slower.
//
// Matrices are row-major float32, by their byte address in the module's memory; every width is a multiple of 8.
// The same inputs give the same bits on every machine: nothing is fused, and the one relaxed instruction (see `dot`) is only given
// numbers for which its standard leaves no choice.

/** C[m×n] += A[m×k] · B[k×n], in tiles of 4 rows and 8 columns held in registers. */
export function gemm(c: usize, a: usize, b: usize, m: i32, n: i32, k: i32): void {
  const rowA: usize = (<usize>k) << 2;
  const rowB: usize = (<usize>n) << 2;
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const a0 = a + <usize>i * rowA;
    for (let j = 0; j < n; j += 8) {
      const c0 = c + <usize>i * rowB + ((<usize>j) << 2);
      const c1 = c0 + rowB;
      const c2 = c1 + rowB;
      const c3 = c2 + rowB;
      let s00 = v128.load(c0), s01 = v128.load(c0, 16);
      let s10 = v128.load(c1), s11 = v128.load(c1, 16);
      let s20 = v128.load(c2), s21 = v128.load(c2, 16);
      let s30 = v128.load(c3), s31 = v128.load(c3, 16);
      let at = a0;
      let bt = b + ((<usize>j) << 2);
      for (let x = 0; x < k; x++) {
        const b0 = v128.load(bt), b1 = v128.load(bt, 16);
        let v = v128.load32_splat(at);
        s00 = f32x4.add(s00, f32x4.mul(v, b0));
        s01 = f32x4.add(s01, f32x4.mul(v, b1));
        v = v128.load32_splat(at + rowA);
        s10 = f32x4.add(s10, f32x4.mul(v, b0));
        s11 = f32x4.add(s11, f32x4.mul(v, b1));
        v = v128.load32_splat(at + 2 * rowA);
        s20 = f32x4.add(s20, f32x4.mul(v, b0));
        s21 = f32x4.add(s21, f32x4.mul(v, b1));
        v = v128.load32_splat(at + 3 * rowA);
        s30 = f32x4.add(s30, f32x4.mul(v, b0));
        s31 = f32x4.add(s31, f32x4.mul(v, b1));
        at += 4;
        bt += rowB;
      }
      v128.store(c0, s00); v128.store(c0, s01, 16);
      v128.store(c1, s10); v128.store(c1, s11, 16);
      v128.store(c2, s20); v128.store(c2, s21, 16);
      v128.store(c3, s30); v128.store(c3, s31, 16);
    }
  }
  for (; i < m; i++) gemv(c + <usize>i * rowB, a + <usize>i * rowA, b, n, k);
}

/** y[n] += x[k] · B[k×n], 32 columns at a time. */
function gemv(y: usize, x: usize, b: usize, n: i32, k: i32): void {
  const rowB: usize = (<usize>n) << 2;
  let j = 0;
  for (; j + 32 <= n; j += 32) {
    const yj = y + ((<usize>j) << 2);
    let s0 = v128.load(yj), s1 = v128.load(yj, 16), s2 = v128.load(yj, 32), s3 = v128.load(yj, 48);
    let s4 = v128.load(yj, 64), s5 = v128.load(yj, 80), s6 = v128.load(yj, 96), s7 = v128.load(yj, 112);
    let bt = b + ((<usize>j) << 2);
    for (let i = 0; i < k; i++) {
      const v = v128.load32_splat(x + ((<usize>i) << 2));
      s0 = f32x4.add(s0, f32x4.mul(v, v128.load(bt)));
      s1 = f32x4.add(s1, f32x4.mul(v, v128.load(bt, 16)));
      s2 = f32x4.add(s2, f32x4.mul(v, v128.load(bt, 32)));
      s3 = f32x4.add(s3, f32x4.mul(v, v128.load(bt, 48)));
      s4 = f32x4.add(s4, f32x4.mul(v, v128.load(bt, 64)));
      s5 = f32x4.add(s5, f32x4.mul(v, v128.load(bt, 80)));
      s6 = f32x4.add(s6, f32x4.mul(v, v128.load(bt, 96)));
      s7 = f32x4.add(s7, f32x4.mul(v, v128.load(bt, 112)));
      bt += rowB;
    }
    v128.store(yj, s0); v128.store(yj, s1, 16); v128.store(yj, s2, 32); v128.store(yj, s3, 48);
    v128.store(yj, s4, 64); v128.store(yj, s5, 80); v128.store(yj, s6, 96); v128.store(yj, s7, 112);
  }
  for (; j < n; j += 4) {
    const yj = y + ((<usize>j) << 2);
    let s = v128.load(yj);
    let bt = b + ((<usize>j) << 2);
    for (let i = 0; i < k; i++) {
      s = f32x4.add(s, f32x4.mul(v128.load32_splat(x + ((<usize>i) << 2)), v128.load(bt)));
      bt += rowB;
    }
    v128.store(yj, s);
  }
}

/** C[k×n] += Aᵀ · B with A[m×k] and B[m×n]: the gradient of a weight matrix. */
export function gemmAT(c: usize, a: usize, b: usize, m: i32, n: i32, k: i32): void {
  const rowA: usize = (<usize>k) << 2;
  const rowB: usize = (<usize>n) << 2;
  for (let r = 0; r < k; r += 4) {
    for (let j = 0; j < n; j += 8) {
      const c0 = c + <usize>r * rowB + ((<usize>j) << 2);
      const c1 = c0 + rowB;
      const c2 = c1 + rowB;
      const c3 = c2 + rowB;
      let s00 = v128.load(c0), s01 = v128.load(c0, 16);
      let s10 = v128.load(c1), s11 = v128.load(c1, 16);
      let s20 = v128.load(c2), s21 = v128.load(c2, 16);
      let s30 = v128.load(c3), s31 = v128.load(c3, 16);
      let at = a + ((<usize>r) << 2);
      let bt = b + ((<usize>j) << 2);
      for (let i = 0; i < m; i++) {
        const b0 = v128.load(bt), b1 = v128.load(bt, 16);
        let v = v128.load32_splat(at);
        s00 = f32x4.add(s00, f32x4.mul(v, b0));
        s01 = f32x4.add(s01, f32x4.mul(v, b1));
        v = v128.load32_splat(at, 4);
        s10 = f32x4.add(s10, f32x4.mul(v, b0));
        s11 = f32x4.add(s11, f32x4.mul(v, b1));
        v = v128.load32_splat(at, 8);
        s20 = f32x4.add(s20, f32x4.mul(v, b0));
        s21 = f32x4.add(s21, f32x4.mul(v, b1));
        v = v128.load32_splat(at, 12);
        s30 = f32x4.add(s30, f32x4.mul(v, b0));
        s31 = f32x4.add(s31, f32x4.mul(v, b1));
        at += rowA;
        bt += rowB;
      }
      v128.store(c0, s00); v128.store(c0, s01, 16);
      v128.store(c1, s10); v128.store(c1, s11, 16);
      v128.store(c2, s20); v128.store(c2, s21, 16);
      v128.store(c3, s30); v128.store(c3, s31, 16);
    }
  }
}

/**
 * Row i of x (width floats) begins with the sum of the table's rows ids[i×perToken …]; negative ids are left out.
 * columns is a multiple of 32.
 */
export function gather(x: usize, width: i32, table: usize, columns: i32, ids: usize, perToken: i32, rows: i32): void {
  const row: usize = (<usize>columns) << 2;
  for (let i = 0; i < rows; i++) {
    const xi = x + (<usize>(i * width) << 2);
    for (let j: usize = 0; j < row; j += 128) {
      let s0 = f32x4.splat(0), s1 = f32x4.splat(0), s2 = f32x4.splat(0), s3 = f32x4.splat(0);
      let s4 = f32x4.splat(0), s5 = f32x4.splat(0), s6 = f32x4.splat(0), s7 = f32x4.splat(0);
      for (let f = 0; f < perToken; f++) {
        const id = load<i32>(ids + (<usize>(i * perToken + f) << 2));
        if (id < 0) continue;
        const at = table + <usize>id * row + j;
        s0 = f32x4.add(s0, v128.load(at));
        s1 = f32x4.add(s1, v128.load(at, 16));
        s2 = f32x4.add(s2, v128.load(at, 32));
        s3 = f32x4.add(s3, v128.load(at, 48));
        s4 = f32x4.add(s4, v128.load(at, 64));
        s5 = f32x4.add(s5, v128.load(at, 80));
        s6 = f32x4.add(s6, v128.load(at, 96));
        s7 = f32x4.add(s7, v128.load(at, 112));
      }
      v128.store(xi + j, s0); v128.store(xi + j, s1, 16); v128.store(xi + j, s2, 32); v128.store(xi + j, s3, 48);
      v128.store(xi + j, s4, 64); v128.store(xi + j, s5, 80); v128.store(xi + j, s6, 96); v128.store(xi + j, s7, 112);
    }
  }
}

/**
 * `gather` from a table of 16-bit integers, times `unit`. Half the memory is half the time, for rows lie all over the table. The sum of
 * perToken values stays within 16 bits.
 */
export function gather16(x: usize, width: i32, table: usize, unit: f32, columns: i32, ids: usize, perToken: i32, rows: i32): void {
  const row: usize = (<usize>columns) << 1;
  const u = f32x4.splat(unit);
  for (let i = 0; i < rows; i++) {
    let to = x + (<usize>(i * width) << 2);
    for (let j: usize = 0; j < row; j += 64) {
      let s0 = i16x8.splat(0), s1 = i16x8.splat(0), s2 = i16x8.splat(0), s3 = i16x8.splat(0);
      for (let f = 0; f < perToken; f++) {
        const id = load<i32>(ids + (<usize>(i * perToken + f) << 2));
        if (id < 0) continue;
        const at = table + <usize>id * row + j;
        s0 = i16x8.add(s0, v128.load(at));
        s1 = i16x8.add(s1, v128.load(at, 16));
        s2 = i16x8.add(s2, v128.load(at, 32));
        s3 = i16x8.add(s3, v128.load(at, 48));
      }
      widen(to, s0, u);
      widen(to + 32, s1, u);
      widen(to + 64, s2, u);
      widen(to + 96, s3, u);
      to += 128;
    }
  }
}

// @ts-ignore: decorator
@inline
function widen(y: usize, values: v128, unit: v128): void {
  v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(values)), unit));
  v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(values)), unit), 16);
}

/** T[n×m] = Aᵀ with A[m×n]. */
export function transpose(t: usize, a: usize, m: i32, n: i32): void {
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) store<f32>(t + ((<usize>(j * m + i)) << 2), load<f32>(a + ((<usize>(i * n + j)) << 2)));
}

/** y[n] += x[n]; n a multiple of 4. */
export function add(y: usize, x: usize, n: i32): void {
  for (let i = 0; i < n; i += 4) {
    const at: usize = (<usize>i) << 2;
    v128.store(y + at, f32x4.add(v128.load(y + at), v128.load(x + at)));
  }
}

/** y[rows×columns] = max(x, slope · x), x in rows `stride` bytes apart: a leaky rectifier. columns is a multiple of 4. */
export function rectify(y: usize, x: usize, stride: usize, rows: i32, columns: i32, slope: f32): void {
  const row: usize = (<usize>columns) << 2;
  for (let i: usize = 0; i < <usize>rows; i++) {
    for (let j: usize = 0; j < row; j += 16) {
      const v = v128.load(x + i * stride + j);
      v128.store(y + i * row + j, f32x4.max(v, f32x4.mul(v, f32x4.splat(slope))));
    }
  }
}

/**
 * Row i of y (columns floats) = the rectified sum of row i of a, row ids[i] of b and row bins[i] of the table; a negative id leaves y
 * as it is. Rows of a and b are `stride` bytes apart, columns is a multiple of 4.
 */
export function rectifySums(y: usize, a: usize, b: usize, stride: usize, ids: usize, table: usize, bins: usize, rows: i32, columns: i32, slope: f32): void {
  const row: usize = (<usize>columns) << 2;
  for (let i: usize = 0; i < <usize>rows; i++) {
    const id = load<i32>(ids + (i << 2));
    if (id < 0) continue;
    const bi = b + <usize>id * stride;
    const ti = table + <usize>load<i32>(bins + (i << 2)) * row;
    for (let j: usize = 0; j < row; j += 16) {
      const v = f32x4.add(f32x4.add(v128.load(a + i * stride + j), v128.load(bi + j)), v128.load(ti + j));
      v128.store(y + i * row + j, f32x4.max(v, f32x4.mul(v, f32x4.splat(slope))));
    }
  }
}

// Numbers that the inner loops need, four times each, in memory: V8 builds a constant in registers anew at every use, which took as
// long as the arithmetic. First come the coefficients of `power`.
const CONSTANTS = memory.data<f32>([
  1, 1, 1, 1,
  0.693121045, 0.693121045, 0.693121045, 0.693121045,
  0.24022349, 0.24022349, 0.24022349, 0.24022349,
  0.0559219758, 0.0559219758, 0.0559219758, 0.0559219758,
  0.00966636852, 0.00966636852, 0.00966636852, 0.00966636852,
  28, 28, 28, 28,
  -28, -28, -28, -28,
  12582912, 12582912, 12582912, 12582912,
  -1.44269504, -1.44269504, -1.44269504, -1.44269504,
  -2.88539008, -2.88539008, -2.88539008, -2.88539008,
  1, 1, 1, 1,
]);

// @ts-ignore: decorator
@inline
function constant(i: usize): v128 {
  return v128.load(CONSTANTS + (i << 4));
}

const MOST: usize = 5;
const LEAST: usize = 6;
/** Added to a small float, this rounds it to an integer that stands in the lowest bits; nearest and trunc_sat take ten instructions. */
const ROUNDING: usize = 7;
const MINUS_LOG2_E: usize = 8;
const MINUS_TWICE_LOG2_E: usize = 9;
const ONE: usize = 10;

/** The integer in a float to which ROUNDING was added: taking its bits away leaves it. */
// @ts-ignore: decorator
@inline
function integer(rounded: v128): v128 {
  return i32x4.sub(rounded, constant(ROUNDING));
}

// exp after Cephes: 2^round(x / ln 2) times a polynomial of the rest; relative error under 2e-7.
// @ts-ignore: decorator
@inline
function exp(x: v128): v128 {
  const bounded = f32x4.pmax(f32x4.pmin(x, f32x4.splat(80)), f32x4.splat(-80));
  const rounded = f32x4.add(f32x4.mul(bounded, f32x4.splat(1.44269504)), constant(ROUNDING));
  const power = f32x4.sub(rounded, constant(ROUNDING));
  let r = f32x4.sub(bounded, f32x4.mul(power, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(power, f32x4.splat(2.12194440e-4)));
  let y = f32x4.splat(1.9875691500e-4);
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.3981999507e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(8.3334519073e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(4.1665795894e-2));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.6666665459e-1));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(5.0000001201e-1));
  y = f32x4.add(f32x4.mul(f32x4.mul(y, r), r), f32x4.add(r, f32x4.splat(1)));
  const scale = i32x4.shl(i32x4.add(integer(rounded), i32x4.splat(127)), 23);
  return f32x4.mul(y, scale);
}

// @ts-ignore: decorator
@inline
function sigmoid(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exp(f32x4.neg(x))));
}

// @ts-ignore: decorator
@inline
function tanh(x: v128): v128 {
  return f32x4.sub(f32x4.mul(f32x4.splat(2), sigmoid(f32x4.mul(f32x4.splat(2), x))), f32x4.splat(1));
}

/**
 * One direction of an LSTM over `steps` rows (Hochreiter & Schmidhuber 1997; gates in the order input, forget, output, candidate).
 * gates[steps×4H] holds the inputs' part of the sums and is overwritten by the gates' values; u[H×4H] are the recurrent weights;
 * cells[steps×H] and out (rows `stride` bytes apart) are written. Backwards where `reverse` is 1. zeros: H zeros.
 */
export function lstm(gates: usize, u: usize, out: usize, stride: usize, cells: usize, zeros: usize, steps: i32, hidden: i32, reverse: i32): void {
  const row: usize = (<usize>hidden) << 2;
  let before = zeros;
  let cellBefore = zeros;
  for (let s = 0; s < steps; s++) {
    const t: usize = <usize>(reverse ? steps - 1 - s : s);
    const g = gates + t * row * 4;
    const h = out + t * stride;
    const c = cells + t * row;
    if (s > 0) gemv(g, before, u, hidden * 4, hidden);
    for (let j: usize = 0; j < row; j += 16) {
      const input = sigmoid(v128.load(g + j));
      const forget = sigmoid(v128.load(g + row + j));
      const output = sigmoid(v128.load(g + 2 * row + j));
      const candidate = tanh(v128.load(g + 3 * row + j));
      const cell = f32x4.add(f32x4.mul(forget, v128.load(cellBefore + j)), f32x4.mul(input, candidate));
      v128.store(g + j, input);
      v128.store(g + row + j, forget);
      v128.store(g + 2 * row + j, output);
      v128.store(g + 3 * row + j, candidate);
      v128.store(c + j, cell);
      v128.store(h + j, f32x4.mul(output, tanh(cell)));
    }
    before = h;
    cellBefore = c;
  }
}

/** What 0 is among the 7-bit integers of `quantizeRows`, and the largest step away from it. */
const MIDDLE: i32 = 64;
const STEPS: f32 = 63;

/** Each row of x as 7-bit integers, 64 standing for 0, and what one unit of the row is worth. columns is a multiple of 16. */
export function quantizeRows(q: usize, units: usize, x: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++) {
    const xi = x + (<usize>(i * columns) << 2);
    let most = f32x4.splat(1e-9);
    for (let j = 0; j < columns; j += 4) most = f32x4.pmax(most, f32x4.abs(v128.load(xi + (<usize>j << 2))));
    const largest = max(max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)), max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)));
    store<f32>(units + (<usize>i << 2), largest / STEPS);
    quantize(q + <usize>(i * columns), xi, columns, f32x4.splat(STEPS / largest));
  }
}

// @ts-ignore: decorator
@inline
function quantize(q: usize, x: usize, columns: i32, scale: v128): void {
  const middle = i16x8.splat(<i16>MIDDLE);
  for (let j: usize = 0; j < <usize>columns; j += 16) {
    const at = x + (j << 2);
    const low = i16x8.narrow_i32x4_s(scaled(at, scale), scaled(at + 16, scale));
    const high = i16x8.narrow_i32x4_s(scaled(at + 32, scale), scaled(at + 48, scale));
    v128.store(q + j, i8x16.narrow_i16x8_s(i16x8.add(low, middle), i16x8.add(high, middle)));
  }
}

/** Four floats times `scale`, rounded. */
// @ts-ignore: decorator
@inline
function scaled(at: usize, scale: v128): v128 {
  return integer(f32x4.add(f32x4.mul(v128.load(at), scale), constant(ROUNDING)));
}

/** q[n] = x[n] in 127ths, as 8-bit integers; x lies within ±1, n is a multiple of 16. */
export function toBytes(q: usize, x: usize, n: i32): void {
  const scale = f32x4.splat(127);
  for (let j: usize = 0; j < <usize>n; j += 16) {
    const at = x + (j << 2);
    const low = i16x8.narrow_i32x4_s(scaled(at, scale), scaled(at + 16, scale));
    const high = i16x8.narrow_i32x4_s(scaled(at + 32, scale), scaled(at + 48, scale));
    v128.store(q + j, i8x16.narrow_i16x8_s(low, high));
  }
}

/** Row i of y (from `offset` bytes on, rows `stride` bytes apart) = row i of q (columns bytes) times `unit`; columns is a multiple of 8. */
export function fromBytes(y: usize, offset: usize, stride: usize, q: usize, unit: f32, rows: i32, columns: i32): void {
  const u = f32x4.splat(unit);
  for (let i: usize = 0; i < <usize>rows; i++) {
    const yi = y + i * stride + offset;
    const qi = q + i * <usize>columns;
    for (let j: usize = 0; j < <usize>columns; j += 8) {
      widen(yi + (j << 2), v128.load8x8_s(qi + j), u);
    }
  }
}

/**
 * sums + four products for each lane: of w's 8-bit integers and x's 7-bit ones. The relaxed instruction does it in one step where the
 * processor has one; its result is the same everywhere, since two products of at most 127 × 128 stay within 16 bits. The other way is for
 * engines that do not know it yet (training/kernel/build.ts compiles both).
 */
// @ts-ignore: decorator
@inline
function dot(w: v128, x: v128, sums: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i32x4.relaxed_dot_i8x16_i7x16_add_s(w, x, sums);
  const low = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(w), i16x8.extend_low_i8x16_s(x));
  const high = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(w), i16x8.extend_high_i8x16_s(x));
  return i32x4.add(sums, i32x4.add(v128.shuffle<i32>(low, high, 0, 2, 4, 6), v128.shuffle<i32>(low, high, 1, 3, 5, 7)));
}

/**
 * C[m×n] = X · W + bias: x[m×k] as `quantizeRows` leaves it, with the rows' units; W in 8-bit integers with a unit a column, four rows
 * at a time (w[4p][j] … w[4p+3][j] side by side). starts[j] is minus 64 times the sum of column j: what x's middle adds.
 */
export function gemm8(c: usize, x: usize, units: usize, w: usize, columnUnits: usize, starts: usize, bias: usize, m: i32, n: i32, k: i32): void {
  const rowX: usize = <usize>k;
  const rowC: usize = (<usize>n) << 2;
  for (let i = 0; i < m; i += 4) {
    // The last tile reads its last row again where fewer than four are left.
    const r1: usize = <usize>min(1, m - 1 - i), r2: usize = <usize>min(2, m - 1 - i), r3: usize = <usize>min(3, m - 1 - i);
    const x0 = x + <usize>i * rowX;
    const ui = units + (<usize>i << 2);
    for (let j: usize = 0; j < rowC; j += 32) {
      const start0 = v128.load(starts + j), start1 = v128.load(starts + j, 16);
      let s00 = start0, s01 = start1, s10 = start0, s11 = start1;
      let s20 = start0, s21 = start1, s30 = start0, s31 = start1;
      let at = x0;
      let wt = w + j;
      for (let p = 0; p < k; p += 4) {
        const w0 = v128.load(wt), w1 = v128.load(wt, 16);
        let v = v128.load32_splat(at);
        s00 = dot(w0, v, s00);
        s01 = dot(w1, v, s01);
        v = v128.load32_splat(at + r1 * rowX);
        s10 = dot(w0, v, s10);
        s11 = dot(w1, v, s11);
        v = v128.load32_splat(at + r2 * rowX);
        s20 = dot(w0, v, s20);
        s21 = dot(w1, v, s21);
        v = v128.load32_splat(at + r3 * rowX);
        s30 = dot(w0, v, s30);
        s31 = dot(w1, v, s31);
        at += 4;
        wt += rowC;
      }
      const u0 = v128.load(columnUnits + j), u1 = v128.load(columnUnits + j, 16);
      const b0 = v128.load(bias + j), b1 = v128.load(bias + j, 16);
      const ci = c + <usize>i * rowC + j;
      settle(ci, s00, s01, load<f32>(ui), u0, u1, b0, b1);
      settle(ci + r1 * rowC, s10, s11, load<f32>(ui + (r1 << 2)), u0, u1, b0, b1);
      settle(ci + r2 * rowC, s20, s21, load<f32>(ui + (r2 << 2)), u0, u1, b0, b1);
      settle(ci + r3 * rowC, s30, s31, load<f32>(ui + (r3 << 2)), u0, u1, b0, b1);
    }
  }
}

// @ts-ignore: decorator
@inline
function settle(at: usize, s0: v128, s1: v128, rowUnit: f32, u0: v128, u1: v128, b0: v128, b1: v128): void {
  const unit = f32x4.splat(rowUnit);
  v128.store(at, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(s0), f32x4.mul(unit, u0)), b0));
  v128.store(at, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(s1), f32x4.mul(unit, u1)), b1), 16);
}

/** y[n] += x[k] · W, all as in gemm8 but for the unit of x, which is 1 / 63; 32 columns at a time. */
function gemv8(y: usize, x: usize, w: usize, columnUnits: usize, starts: usize, n: i32, k: i32): void {
  const row: usize = (<usize>n) << 2;
  for (let j: usize = 0; j < row; j += 128) {
    let s0 = v128.load(starts + j), s1 = v128.load(starts + j, 16), s2 = v128.load(starts + j, 32), s3 = v128.load(starts + j, 48);
    let s4 = v128.load(starts + j, 64), s5 = v128.load(starts + j, 80), s6 = v128.load(starts + j, 96), s7 = v128.load(starts + j, 112);
    let wt = w + j;
    for (let p = 0; p < k; p += 4) {
      const v = v128.load32_splat(x + <usize>p);
      s0 = dot(v128.load(wt), v, s0);
      s1 = dot(v128.load(wt, 16), v, s1);
      s2 = dot(v128.load(wt, 32), v, s2);
      s3 = dot(v128.load(wt, 48), v, s3);
      s4 = dot(v128.load(wt, 64), v, s4);
      s5 = dot(v128.load(wt, 80), v, s5);
      s6 = dot(v128.load(wt, 96), v, s6);
      s7 = dot(v128.load(wt, 112), v, s7);
      wt += row;
    }
    addScaled(y + j, columnUnits + j, s0, s1);
    addScaled(y + j + 32, columnUnits + j + 32, s2, s3);
    addScaled(y + j + 64, columnUnits + j + 64, s4, s5);
    addScaled(y + j + 96, columnUnits + j + 96, s6, s7);
  }
}

// @ts-ignore: decorator
@inline
function addScaled(y: usize, columnUnits: usize, s0: v128, s1: v128): void {
  const unit = f32x4.splat(1 / STEPS);
  v128.store(y, f32x4.add(v128.load(y), f32x4.mul(f32x4.convert_i32x4_s(s0), f32x4.mul(unit, v128.load(columnUnits)))));
  v128.store(y, f32x4.add(v128.load(y, 16), f32x4.mul(f32x4.convert_i32x4_s(s1), f32x4.mul(unit, v128.load(columnUnits, 16)))), 16);
}

/**
 * 2^(x · factor) for results within 2^±28, relative error under 4e-6: a polynomial of degree 4 (through the Chebyshev nodes) for the
 * fraction, and the whole part added to the exponent. The lowest bits of `rounded` are the whole part, and a shift leaves only those.
 */
// @ts-ignore: decorator
@inline
function power(x: v128, factor: usize): v128 {
  const t = f32x4.pmax(f32x4.pmin(f32x4.mul(x, constant(factor)), constant(MOST)), constant(LEAST));
  const rounded = f32x4.add(t, constant(ROUNDING));
  const r = f32x4.sub(t, f32x4.sub(rounded, constant(ROUNDING)));
  let y = constant(4);
  y = f32x4.add(f32x4.mul(y, r), constant(3));
  y = f32x4.add(f32x4.mul(y, r), constant(2));
  y = f32x4.add(f32x4.mul(y, r), constant(1));
  y = f32x4.add(f32x4.mul(y, r), constant(0));
  return i32x4.add(y, i32x4.shl(rounded, 23));
}

/**
 * `lstm` without what training needs of it: recurrent weights in 8 bits (u, units and starts as in gemm8, hidden a multiple of 16), one row of cells. Half
 * of its time goes into the gates, so these are brought over common denominators: with i = e^-input and so on, and g = e^(-2 candidate),
 *
 *   cell = (cell (1 + i) (1 + g) + (1 - g) (1 + f)) / ((1 + f) (1 + i) (1 + g)),    out = (1 - c) / ((1 + o) (1 + c)), c = e^(-2 cell)
 */
export function lstm8(gates: usize, u: usize, units: usize, starts: usize, out: usize, stride: usize, cell: usize, before: usize, steps: i32, hidden: i32, reverse: i32): void {
  const row: usize = (<usize>hidden) << 2;
  const scale = f32x4.splat(STEPS);
  memory.fill(cell, 0, row);
  memory.fill(before, <u8>MIDDLE, <usize>hidden);
  for (let s = 0; s < steps; s++) {
    const t: usize = <usize>(reverse ? steps - 1 - s : s);
    const g = gates + t * row * 4;
    const h = out + t * stride;
    gemv8(g, before, u, units, starts, hidden * 4, hidden);
    // Two loops, since the way from a gate to an output is long: the processor works on more cells at once where each way is shorter.
    for (let j: usize = 0; j < row; j += 16) {
      const input = f32x4.add(constant(ONE), power(v128.load(g + j), MINUS_LOG2_E));
      const forget = f32x4.add(constant(ONE), power(v128.load(g + row + j), MINUS_LOG2_E));
      const candidate = power(v128.load(g + 3 * row + j), MINUS_TWICE_LOG2_E);
      const both = f32x4.mul(input, f32x4.add(constant(ONE), candidate));
      const sum = f32x4.add(f32x4.mul(v128.load(cell + j), both), f32x4.mul(f32x4.sub(constant(ONE), candidate), forget));
      v128.store(cell + j, f32x4.div(sum, f32x4.mul(forget, both)));
    }
    for (let j: usize = 0; j < row; j += 16) {
      const output = f32x4.add(constant(ONE), power(v128.load(g + 2 * row + j), MINUS_LOG2_E));
      const squashed = power(v128.load(cell + j), MINUS_TWICE_LOG2_E);
      v128.store(h + j, f32x4.div(f32x4.sub(constant(ONE), squashed), f32x4.mul(output, f32x4.add(constant(ONE), squashed))));
    }
    quantize(before, h, hidden, scale);
  }
}

/**
 * The gradient of `lstm`: overwrites gates[steps×4H] (values as `lstm` left them) with the gradient of the sums, given
 * dOut (gradient of out, rows `stride` bytes apart) and ut[4H×H], the transpose of u. carry: 2H floats of scratch; zeros: H zeros.
 */
export function lstmGradient(gates: usize, ut: usize, dOut: usize, stride: usize, cells: usize, zeros: usize, carry: usize, steps: i32, hidden: i32, reverse: i32): void {
  const row: usize = (<usize>hidden) << 2;
  const dh = carry;
  const dc = carry + row;
  memory.fill(carry, 0, row * 2);
  for (let s = steps - 1; s >= 0; s--) {
    const t: usize = <usize>(reverse ? steps - 1 - s : s);
    const g = gates + t * row * 4;
    const cellBefore = s == 0 ? zeros : cells + (reverse ? t + 1 : t - 1) * row;
    for (let j: usize = 0; j < row; j += 16) {
      const one = f32x4.splat(1);
      const input = v128.load(g + j);
      const forget = v128.load(g + row + j);
      const output = v128.load(g + 2 * row + j);
      const candidate = v128.load(g + 3 * row + j);
      const squashed = tanh(v128.load(cells + t * row + j));
      const dhj = f32x4.add(v128.load(dOut + t * stride + j), v128.load(dh + j));
      const dcj = f32x4.add(v128.load(dc + j), f32x4.mul(f32x4.mul(dhj, output), f32x4.sub(one, f32x4.mul(squashed, squashed))));
      v128.store(g + j, f32x4.mul(f32x4.mul(dcj, candidate), f32x4.mul(input, f32x4.sub(one, input))));
      v128.store(g + row + j, f32x4.mul(f32x4.mul(dcj, v128.load(cellBefore + j)), f32x4.mul(forget, f32x4.sub(one, forget))));
      v128.store(g + 2 * row + j, f32x4.mul(f32x4.mul(dhj, squashed), f32x4.mul(output, f32x4.sub(one, output))));
      v128.store(g + 3 * row + j, f32x4.mul(f32x4.mul(dcj, input), f32x4.sub(one, f32x4.mul(candidate, candidate))));
      v128.store(dc + j, f32x4.mul(dcj, forget));
    }
    memory.fill(dh, 0, row);
    gemv(dh, g, ut, hidden, hidden * 4);
  }
}

/** One step of Adam (Kingma & Ba 2015) with decoupled decay over n weights; n a multiple of 4. `rate` holds the bias corrections. */
export function adam(w: usize, g: usize, m: usize, v: usize, n: i32, rate: f32, beta1: f32, beta2: f32, epsilon: f32, decay: f32): void {
  for (let i = 0; i < n; i += 4) {
    const at: usize = (<usize>i) << 2;
    const gradient = v128.load(g + at);
    const first = f32x4.add(f32x4.mul(f32x4.splat(beta1), v128.load(m + at)), f32x4.mul(f32x4.splat(1 - beta1), gradient));
    const second = f32x4.add(f32x4.mul(f32x4.splat(beta2), v128.load(v + at)), f32x4.mul(f32x4.splat(1 - beta2), f32x4.mul(gradient, gradient)));
    v128.store(m + at, first);
    v128.store(v + at, second);
    const weight = v128.load(w + at);
    const step = f32x4.div(first, f32x4.add(f32x4.sqrt(second), f32x4.splat(epsilon)));
    v128.store(w + at, f32x4.sub(f32x4.sub(weight, f32x4.mul(f32x4.splat(decay), weight)), f32x4.mul(f32x4.splat(rate), step)));
    v128.store(g + at, f32x4.splat(0));
  }
}
