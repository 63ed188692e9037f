/**
 * The encoder that learned stages share in form, each with weights of its own: every token becomes a row of numbers that
 * knows its neighbours on both sides.
 *
 *   row   = [sum of hashed-feature embeddings | word vector | context]   (features + vector + context columns)
 *   layer = LSTM forwards and backwards over the rows                (2 × hidden columns), one or two of them
 *   score = row of the last layer · output matrix + bias
 *
 * A context is what another encoder's last layer made of the word: an encoder that reads the parser's rows sees what the parser
 * saw, at no cost but their columns (stack-propagation: Zhang & Weiss 2016).
 *
 * Bidirectional LSTM taggers: Huang, Xu & Yu 2015; hashed embeddings: Svenstrup et al. 2017. Matrices are applied in 8-bit
 * integers with a unit a column, to rows of 7-bit integers; training (training/network) works in float32. Against 16 bits that cost 0.03 to
 * 0.06 points of LAS, and made the matrices twice as fast.
 */
import type { WordVectors } from '../vectors/word-vectors.ts';
import type { Weights, WeightsArray } from '../weights/weights.ts';
import type { Kernel } from './kernel.ts';

/** Tokens read at once, so that memory does not grow with the text; a window's scratch takes about 4 KB a token. */
export const WINDOW = 2000;

/** Brings the unit-length word vectors to the size of the embeddings' sums. */
const VECTOR_GAIN = 6;

/** Brings a layer's outputs, which lie within ±1 and are kept in 127ths, to the size of the embeddings' sums. */
const CONTEXT_GAIN = 2;

/** What 0 is among the 7-bit integers that the kernel makes of a row. */
const MIDDLE = 64;

export interface EncoderShape {
  /** Rows of the embedding table; a power of two. */
  readonly buckets: number;
  /** Columns of an embedding, a multiple of 32. */
  readonly features: number;
  /** Columns of a word vector, a multiple of 16, or 0 where none is read. */
  readonly vector: number;
  /** Columns of another encoder's rows, a multiple of 16, or 0. */
  readonly context: number;
  /** Cells of one direction of a layer, a multiple of 16. */
  readonly hidden: number;
  readonly layers: number;
  /** Scores a token, a multiple of 8. */
  readonly outputs: number;
}

/** What an encoder reads of the tokens of a document. */
export interface EncoderInput {
  /** `perToken` rows of the embedding table a token; -1 for none. */
  readonly buckets: Int32Array;
  readonly perToken: number;
  /** Each token's row in the word vectors, or -1. */
  readonly vectorRows: Int32Array;
  /** Rows of another encoder, as `Encoder.run` keeps them. */
  readonly contexts?: Int8Array;
}

/** Names and sizes of all arrays of an encoder, in the order in which they are trained and stored. */
export function encoderArrays(shape: EncoderShape): { name: string; rows: number; columns: number }[] {
  const arrays = [{ name: 'embeddings', rows: shape.buckets, columns: shape.features }];
  for (let layer = 0; layer < shape.layers; layer++) {
    const inputs = layerInputs(shape, layer);
    for (const direction of DIRECTIONS) {
      arrays.push({ name: `${direction}${layer}.w`, rows: inputs, columns: 4 * shape.hidden });
      arrays.push({ name: `${direction}${layer}.u`, rows: shape.hidden, columns: 4 * shape.hidden });
      arrays.push({ name: `${direction}${layer}.bias`, rows: 1, columns: 4 * shape.hidden });
    }
  }
  arrays.push({ name: 'output.w', rows: 2 * shape.hidden, columns: shape.outputs });
  arrays.push({ name: 'output.bias', rows: 1, columns: shape.outputs });
  return arrays;
}

export const DIRECTIONS = ['forward', 'backward'] as const;

/** Columns that a layer reads. */
export function layerInputs(shape: EncoderShape, layer: number): number {
  return layer === 0 ? inputColumns(shape) : 2 * shape.hidden;
}

/** Columns of the rows that the first layer reads. */
function inputColumns({ features, vector, context }: EncoderShape): number {
  return features + vector + context;
}

/** A matrix in the kernel's memory as gemm8 reads it, and the bias that is added to its product. */
interface Affine {
  readonly w: number;
  readonly units: number;
  readonly starts: number;
  readonly bias: number;
}

export class Encoder {
  readonly shape: EncoderShape;
  private readonly kernel: Kernel;
  private readonly vectors: WordVectors;
  private readonly embeddings: EmbeddingTable;
  private readonly layers: { readonly input: Affine; readonly recurrent: Affine }[][];
  private readonly output: Affine;

  /** Loads weights packed by `packEncoder` into the kernel; `weights.meta.shape` is the shape. */
  constructor(kernel: Kernel, vectors: WordVectors, weights: Weights) {
    this.kernel = kernel;
    this.vectors = vectors;
    this.shape = weights.meta.shape as EncoderShape;
    const { arrays } = weights;
    const { features } = this.shape;
    this.embeddings = shortTable(kernel, features, arrays.embeddings, arrays['embeddings.unit']);
    const matrix = (name: string, columns: number, bias?: string): Affine => ({
      ...loadMatrix(kernel, columns, arrays[name] as Int8Array, arrays[`${name}.unit`]),
      bias: bias ? kernel.load(arrays[bias]) : 0,
    });
    const { hidden, layers, outputs } = this.shape;
    this.layers = Array.from({ length: layers }, (_, layer) =>
      DIRECTIONS.map((direction) => ({
        input: matrix(`${direction}${layer}.w`, 4 * hidden, `${direction}${layer}.bias`),
        recurrent: matrix(`${direction}${layer}.u`, 4 * hidden),
      })),
    );
    this.output = matrix('output.w', outputs, 'output.bias');
  }

  /**
   * Scores of the tokens [first, last): (last − first) × outputs floats, valid until the kernel is next used.
   *
   * @param keep where the last layer's rows go, 2 × hidden columns a token of the document, for another encoder to read
   */
  scores(input: EncoderInput, first: number, last: number, keep?: Int8Array): Float32Array {
    const { kernel, shape } = this;
    const { hidden, outputs } = shape;
    const rows = last - first;
    const mark = kernel.mark();
    let x = embed(kernel, shape, this.embeddings, this.vectors, input, first, last);
    const gates = kernel.reserve(rows * 4 * hidden);
    const cell = kernel.allocate(hidden);
    const before = kernel.allocate(hidden);
    for (const [i, directions] of this.layers.entries()) {
      const out = kernel.reserve(rows * 2 * hidden);
      const quantized = this.quantize(x, rows, layerInputs(shape, i));
      for (const [d, { input, recurrent }] of directions.entries()) {
        this.apply(gates, quantized, input, rows, 4 * hidden, layerInputs(shape, i));
        const { w, units, starts } = recurrent;
        kernel.run.lstm8(gates, w, units, starts, out + d * hidden * 4, hidden * 8, cell, before, rows, hidden, d);
      }
      x = out;
    }
    if (keep) {
      const kept = kernel.reserve((rows * hidden) / 2);
      kernel.run.toBytes(kept, x, rows * 2 * hidden);
      keep.set(kernel.bytes(kept, rows * 2 * hidden), first * 2 * hidden);
    }
    const scores = kernel.reserve(rows * outputs);
    this.apply(scores, this.quantize(x, rows, 2 * hidden), this.output, rows, outputs, 2 * hidden);
    kernel.release(mark);
    return kernel.view(scores, rows * outputs);
  }

  private quantize(x: number, rows: number, columns: number): { q: number; units: number } {
    const q = this.kernel.reserve((rows * columns) / 4);
    const units = this.kernel.reserve(rows);
    this.kernel.run.quantizeRows(q, units, x, rows, columns);
    return { q, units };
  }

  private apply(
    y: number,
    { q, units }: { q: number; units: number },
    matrix: Affine,
    rows: number,
    columns: number,
    inputs: number,
  ): void {
    const { w, starts, bias } = matrix;
    this.kernel.run.gemm8(y, q, units, w, matrix.units, starts, bias, rows, columns, inputs);
  }
}

/** A table of embeddings in the kernel's memory: of 16-bit integers where an encoder runs, of floats where it learns. */
export interface EmbeddingTable {
  /** Writes the sum of each token's rows to the beginning of its row of x (width floats). */
  sumRows(x: number, width: number, ids: number, perToken: number, rows: number): void;
}

/**
 * Input rows: the sum of a token's embeddings, then its word vector, then its context.
 *
 * @returns address of (last − first) × (features + vector + context) floats
 */
export function embed(
  kernel: Kernel,
  shape: EncoderShape,
  embeddings: EmbeddingTable,
  vectors: WordVectors,
  { buckets, perToken, vectorRows, contexts }: EncoderInput,
  first: number,
  last: number,
): number {
  const { features, vector, context } = shape;
  const width = inputColumns(shape);
  const count = last - first;
  const address = kernel.reserve(count * width);
  const ids = kernel.loadIntegers(buckets.subarray(first * perToken, last * perToken));
  const rows = context > 0 ? kernel.loadBytes(contexts!.subarray(first * context, last * context)) : 0;
  const words = kernel.reserve((count * vector) / 4);
  vectors.gather(vectorRows, first, last, kernel.bytes(words, count * vector));
  embeddings.sumRows(address, width, ids, perToken, count);
  const gain = vectors.scale * VECTOR_GAIN;
  kernel.run.fromBytes(address, features * 4, width * 4, words, gain, count, vector);
  if (context > 0)
    kernel.run.fromBytes(address, (features + vector) * 4, width * 4, rows, CONTEXT_GAIN / 127, count, context);
  return address;
}

/** Most features a token of any encoder: the sum of so many embeddings stays within 16 bits. */
const MOST_FEATURES = 32;

/** The embeddings in 16 bits with one unit, in the kernel's memory. */
function shortTable(kernel: Kernel, columns: number, values: WeightsArray, units: WeightsArray): EmbeddingTable {
  let largest = 1e-9;
  for (let r = 0; r < units.length; r++) {
    let most = 0;
    for (let i = r * columns; i < (r + 1) * columns; i++) most = Math.max(most, Math.abs(values[i]));
    largest = Math.max(largest, most * units[r]);
  }
  const unit = (largest * MOST_FEATURES) / 32_767;
  const shorts = new Int16Array(values.length);
  for (let r = 0; r < units.length; r++) {
    const ratio = units[r] / unit;
    for (let i = r * columns; i < (r + 1) * columns; i++) shorts[i] = Math.round(values[i] * ratio);
  }
  const table = kernel.loadIntegers(new Int32Array(shorts.buffer));
  return {
    sumRows: (x, width, ids, perToken, rows) =>
      kernel.run.gather16(x, width, table, unit, columns, ids, perToken, rows),
  };
}

/** A packed matrix (pack-encoder.ts) in the kernel's memory, with what x's middle adds to each column. */
function loadMatrix(kernel: Kernel, columns: number, bytes: Int8Array, units: WeightsArray): Omit<Affine, 'bias'> {
  const starts = new Int32Array(columns);
  for (let at = 0; at < bytes.length; )
    for (let c = 0; c < columns; c++, at += 4)
      starts[c] -= MIDDLE * (bytes[at] + bytes[at + 1] + bytes[at + 2] + bytes[at + 3]);
  return { w: kernel.loadBytes(bytes), units: kernel.load(units), starts: kernel.loadIntegers(starts) };
}
