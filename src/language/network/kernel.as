// The arithmetic of the neural stages, in AssemblyScript, compiled to WebAssembly with 128-bit SIMD
// (training/kernel/build.ts writes kernel-bytes.ts). Plain TypeScript ran these loops eight times slower.
//
// Matrices are row-major float32, by their byte address in the module's memory; every width is a multiple of 8.
// No fused or relaxed operations: the same inputs give the same bits on every machine.

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

// exp after Cephes: 2^round(x / ln 2) times a polynomial of the rest; relative error under 2e-7.
// @ts-ignore: decorator
@inline
function exp(x: v128): v128 {
  const bounded = f32x4.max(f32x4.min(x, f32x4.splat(80)), f32x4.splat(-80));
  const power = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(1.44269504)));
  let r = f32x4.sub(bounded, f32x4.mul(power, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(power, f32x4.splat(2.12194440e-4)));
  let y = f32x4.splat(1.9875691500e-4);
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.3981999507e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(8.3334519073e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(4.1665795894e-2));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.6666665459e-1));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(5.0000001201e-1));
  y = f32x4.add(f32x4.mul(f32x4.mul(y, r), r), f32x4.add(r, f32x4.splat(1)));
  const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(power), i32x4.splat(127)), 23);
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
