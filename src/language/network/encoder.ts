/**
 * The encoder that learned stages share in form, each with weights of its own: every token becomes a row of numbers that
 * knows its neighbours on both sides.
 *
 *   row   = [sum of hashed-feature embeddings | word vector]         (features + vector columns)
 *   layer = LSTM forwards and backwards over the rows                (2 × hidden columns), one or two of them
 *   score = row of the last layer · output matrix + bias
 *
 * Bidirectional LSTM taggers: Huang, Xu & Yu 2015; hashed embeddings: Svenstrup et al. 2017.
 * Long documents are read in windows of WINDOW tokens, so memory does not grow with the text.
 */
import type { Weights } from '../weights/weights.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import type { Kernel } from './kernel.ts';

/** Tokens read at once; a window's scratch takes about 6 KB a token. */
export const WINDOW = 2000;

/** Brings the unit-length word vectors to the size of the embeddings' sums. */
export const VECTOR_GAIN = 6;

export interface EncoderShape {
  /** Rows of the embedding table; a power of two. */
  readonly buckets: number;
  /** Columns of an embedding. */
  readonly features: number;
  /** Columns of a word vector. */
  readonly vector: number;
  /** Cells of one direction of a layer. */
  readonly hidden: number;
  readonly layers: number;
  /** Scores a token, a multiple of 8. */
  readonly outputs: number;
}

/** Addresses of one direction of one layer in the kernel's memory. */
export interface Direction {
  readonly w: number;
  readonly u: number;
  readonly bias: number;
}

export interface EncoderWeights {
  readonly shape: EncoderShape;
  readonly embeddings: number;
  readonly layers: readonly { readonly forward: Direction; readonly backward: Direction }[];
  readonly output: number;
  readonly outputBias: number;
}

/** Names and sizes of all arrays of an encoder, in the order in which they are stored. */
export function encoderArrays(shape: EncoderShape): { name: string; rows: number; columns: number }[] {
  const arrays = [{ name: 'embeddings', rows: shape.buckets, columns: shape.features }];
  for (let layer = 0; layer < shape.layers; layer++) {
    const inputs = layer === 0 ? shape.features + shape.vector : 2 * shape.hidden;
    for (const direction of ['forward', 'backward']) {
      arrays.push({ name: `${direction}${layer}.w`, rows: inputs, columns: 4 * shape.hidden });
      arrays.push({ name: `${direction}${layer}.u`, rows: shape.hidden, columns: 4 * shape.hidden });
      arrays.push({ name: `${direction}${layer}.bias`, rows: 1, columns: 4 * shape.hidden });
    }
  }
  arrays.push({ name: 'output', rows: 2 * shape.hidden, columns: shape.outputs });
  arrays.push({ name: 'output.bias', rows: 1, columns: shape.outputs });
  return arrays;
}

/** The addresses of an encoder's arrays, given a function from name to address. */
export function encoderWeights(shape: EncoderShape, address: (name: string) => number): EncoderWeights {
  const direction = (name: string): Direction => ({
    w: address(`${name}.w`),
    u: address(`${name}.u`),
    bias: address(`${name}.bias`),
  });
  return {
    shape,
    embeddings: address('embeddings'),
    layers: Array.from({ length: shape.layers }, (_, layer) => ({
      forward: direction(`forward${layer}`),
      backward: direction(`backward${layer}`),
    })),
    output: address('output'),
    outputBias: address('output.bias'),
  };
}

/** Quantises float arrays to int8 with one scale a row: a quarter of the size, and no loss that the scores show. */
export function packEncoder(shape: EncoderShape, array: (name: string) => Float32Array): Record<string, Int8Array | Float32Array> {
  const packed: Record<string, Int8Array | Float32Array> = {};
  for (const { name, rows, columns } of encoderArrays(shape)) {
    const values = array(name);
    const scales = new Float32Array(rows);
    const quantised = new Int8Array(rows * columns);
    for (let r = 0; r < rows; r++) {
      const row = values.subarray(r * columns, (r + 1) * columns);
      let largest = 0;
      for (const value of row) largest = Math.max(largest, Math.abs(value));
      scales[r] = largest / 127;
      if (largest > 0) for (let c = 0; c < columns; c++) quantised[r * columns + c] = Math.round(row[c] / scales[r]);
    }
    packed[name] = quantised;
    packed[`${name}.scale`] = scales;
  }
  return packed;
}

/** Loads packed arrays into the kernel. */
export function loadEncoder(kernel: Kernel, weights: Weights): EncoderWeights {
  const shape = weights.meta.shape as EncoderShape;
  const addresses = new Map<string, number>();
  for (const { name, rows, columns } of encoderArrays(shape)) {
    const quantised = weights.arrays[name];
    const scales = weights.arrays[`${name}.scale`];
    const address = kernel.allocate(rows * columns);
    const view = kernel.view(address, rows * columns);
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) view[r * columns + c] = quantised[r * columns + c] * scales[r];
    addresses.set(name, address);
  }
  return encoderWeights(shape, (name) => addresses.get(name)!);
}

/**
 * Fills input rows: the sum of a token's embeddings, then its word vector.
 *
 * @param buckets `perToken` bucket numbers a token; -1 for none
 * @param vectorRows row in `vectors` of each token, or -1
 * @returns address of tokens × (features + vector) floats
 */
export function embed(
  kernel: Kernel,
  weights: EncoderWeights,
  vectors: WordVectors,
  buckets: Int32Array,
  perToken: number,
  vectorRows: Int32Array,
  first: number,
  last: number,
): number {
  const { features, vector, buckets: rows } = weights.shape;
  const width = features + vector;
  const address = kernel.allocate((last - first) * width);
  const x = kernel.view(address, (last - first) * width);
  const table = kernel.view(weights.embeddings, rows * features);
  const gain = vectors.scale * VECTOR_GAIN;
  for (let t = first; t < last; t++) {
    const at = (t - first) * width;
    for (let f = t * perToken; f < (t + 1) * perToken; f++) {
      if (buckets[f] < 0) continue;
      const row = buckets[f] * features;
      for (let d = 0; d < features; d++) x[at + d] += table[row + d];
    }
    if (vectorRows[t] >= 0) {
      const row = vectorRows[t] * vector;
      for (let d = 0; d < vector; d++) x[at + features + d] = vectors.values[row + d] * gain;
    }
  }
  return address;
}

/** Rows times a matrix plus a bias; the address of the product. */
export function affine(
  kernel: Kernel,
  x: number,
  w: number,
  bias: number,
  rows: number,
  inputs: number,
  outputs: number,
): number {
  const y = kernel.allocate(rows * outputs);
  const repeated = kernel.view(bias, outputs);
  const view = kernel.view(y, rows * outputs);
  for (let r = 0; r < rows; r++) view.set(repeated, r * outputs);
  kernel.run.gemm(y, x, w, rows, outputs, inputs);
  return y;
}

/** One bidirectional layer; the address of rows × 2·hidden floats. */
export function runLayer(
  kernel: Kernel,
  layer: { readonly forward: Direction; readonly backward: Direction },
  x: number,
  rows: number,
  inputs: number,
  hidden: number,
): { out: number; gates: number[]; cells: number[] } {
  const out = kernel.allocate(rows * 2 * hidden);
  const zeros = kernel.allocate(hidden);
  const gates: number[] = [];
  const cells: number[] = [];
  for (const [i, direction] of [layer.forward, layer.backward].entries()) {
    gates.push(affine(kernel, x, direction.w, direction.bias, rows, inputs, 4 * hidden));
    cells.push(kernel.allocate(rows * hidden));
    kernel.run.lstm(gates[i], direction.u, out + i * hidden * 4, hidden * 8, cells[i], zeros, rows, hidden, i);
  }
  return { out, gates, cells };
}
