/**
 * An encoder with gradients: the forward pass of src/language/network/encoder.ts with dropout, its backward pass, and Adam.
 * Everything lies in the kernel's memory; one document is one step. Deterministic: one thread, one seed, no relaxed arithmetic.
 */
import {
  DIRECTIONS,
  type EmbeddingTable,
  type EncoderInput,
  type EncoderShape,
  embed,
  encoderArrays,
  layerInputs,
} from '../../src/language/network/encoder.ts';
import type { Kernel } from '../../src/language/network/kernel.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';

export interface TrainingOptions {
  readonly inputDropout: number;
  readonly layerDropout: number;
  readonly outputDropout: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly decay: number;
  /** The norm that a step's gradient is cut to. */
  readonly clip: number;
}

interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly value: number;
  readonly gradient: number;
  readonly first: number;
  readonly second: number;
  /** Running mean of the values, which is what gets shipped. */
  readonly average: Float32Array;
}

interface Pass {
  readonly rows: number;
  readonly x: number;
  readonly xMask: Float32Array;
  readonly layers: { input: number; out: number; gates: number[]; cells: number[]; mask: Float32Array }[];
  /** The last layer's outputs after dropout. */
  readonly encoded: number;
  readonly scores: number;
}

const AVERAGE_DECAY = 0.998;

export class TrainableEncoder {
  readonly shape: EncoderShape;
  readonly kernel: Kernel;
  private readonly parameters = new Map<string, Parameter>();
  private readonly options: TrainingOptions;
  private readonly random: () => number;
  private readonly touched = new Set<number>();
  private step = 0;
  /** The step at which a row's running mean was last brought up to date; a row untouched since has kept its value. */
  private readonly averagedAt: Int32Array;

  constructor(kernel: Kernel, shape: EncoderShape, options: TrainingOptions, random: () => number) {
    this.kernel = kernel;
    this.shape = shape;
    this.options = options;
    this.random = random;
    for (const { name, rows, columns } of encoderArrays(shape)) {
      const length = rows * columns;
      const parameter = {
        name,
        rows,
        columns,
        value: kernel.allocate(length),
        gradient: kernel.allocate(length),
        first: kernel.allocate(length),
        second: kernel.allocate(length),
        average: new Float32Array(length),
      };
      this.parameters.set(name, parameter);
      const view = kernel.view(parameter.value, length);
      if (name.endsWith('bias')) {
        // A forget gate that begins open lets gradients through (Jozefowicz et al. 2015).
        if (name !== 'output.bias') view.fill(1, columns / 4, columns / 2);
      } else {
        const bound = name === 'embeddings' ? 0.1 : Math.sqrt(6 / (rows + columns / (name === 'output.w' ? 1 : 4)));
        for (let i = 0; i < length; i++) view[i] = ((2 * random()) / 2 ** 32 - 1) * bound;
      }
      parameter.average.set(view);
    }
    this.averagedAt = new Int32Array(shape.buckets);
  }

  /** Scores of one document; keep the pass for `backward`. The caller holds the kernel's mark. */
  forward(vectors: WordVectors, input: EncoderInput, training: boolean): Pass {
    const { kernel, shape, options } = this;
    const { hidden, outputs } = shape;
    const rows = input.vectorRows.length;
    const table = this.value('embeddings');
    const embeddings: EmbeddingTable = {
      sumRows: (to, width, ids, perToken, count) =>
        kernel.run.gather(to, width, table, shape.features, ids, perToken, count),
    };
    const x = embed(kernel, shape, embeddings, vectors, input, 0, rows);
    const xMask = this.drop(x, rows, layerInputs(shape, 0), training ? options.inputDropout : 0);
    let below = x;
    const layers: Pass['layers'] = [];
    for (let layer = 0; layer < shape.layers; layer++) {
      const ran = this.runLayer(layer, below, rows);
      const rate = layer === shape.layers - 1 ? options.outputDropout : options.layerDropout;
      // The recurrence needs the outputs as they were, so the next layer reads a copy that is dropped out.
      const out = kernel.load(kernel.view(ran.out, rows * 2 * hidden).slice());
      const mask = this.drop(out, rows, 2 * hidden, training ? rate : 0);
      layers.push({ input: below, ...ran, mask });
      below = out;
    }
    const scores = this.affine(below, 'output', rows, 2 * hidden, outputs);
    return { rows, x, xMask, layers, encoded: below, scores };
  }

  /** Adds the gradients of all parameters, given the gradient of the scores (same shape as the scores, in kernel memory). */
  backward(pass: Pass, dScores: number, { buckets, perToken }: EncoderInput): void {
    const { kernel } = this;
    const { features, hidden, outputs } = this.shape;
    const { rows } = pass;
    const gradient = (name: string): number => this.parameters.get(name)!.gradient;
    kernel.run.gemmAT(gradient('output.w'), pass.encoded, dScores, rows, outputs, 2 * hidden);
    this.sumRows(gradient('output.bias'), dScores, rows, outputs);
    let dOut = this.times(dScores, this.value('output.w'), rows, outputs, 2 * hidden);
    for (let i = pass.layers.length - 1; i >= 0; i--) {
      const layer = pass.layers[i];
      const inputs = layerInputs(this.shape, i);
      const view = kernel.view(dOut, rows * 2 * hidden);
      for (let k = 0; k < view.length; k++) view[k] *= layer.mask[k];
      const dInput = kernel.allocate(rows * inputs);
      for (const [d, direction] of DIRECTIONS.entries()) {
        const ut = kernel.allocate(4 * hidden * hidden);
        kernel.run.transpose(ut, this.value(`${direction}${i}.u`), hidden, 4 * hidden);
        const zeros = kernel.allocate(hidden);
        const carry = kernel.allocate(2 * hidden);
        const side = d * hidden * 4;
        kernel.run.lstmGradient(
          layer.gates[d],
          ut,
          dOut + side,
          hidden * 8,
          layer.cells[d],
          zeros,
          carry,
          rows,
          hidden,
          d,
        );
        const dGates = layer.gates[d];
        kernel.run.gemmAT(gradient(`${direction}${i}.w`), layer.input, dGates, rows, 4 * hidden, inputs);
        this.sumRows(gradient(`${direction}${i}.bias`), dGates, rows, 4 * hidden);
        // Outputs of the step before, one row further in reading order, against the sums' gradients.
        const before = kernel.allocate(rows * hidden);
        const out = kernel.view(layer.out, rows * 2 * hidden);
        const shifted = kernel.view(before, rows * hidden);
        for (let t = 0; t < rows; t++) {
          const from = d === 0 ? t - 1 : t + 1;
          if (from >= 0 && from < rows)
            shifted.set(out.subarray(from * 2 * hidden + d * hidden, from * 2 * hidden + (d + 1) * hidden), t * hidden);
        }
        kernel.run.gemmAT(gradient(`${direction}${i}.u`), before, dGates, rows, 4 * hidden, hidden);
        const part = this.times(dGates, this.value(`${direction}${i}.w`), rows, 4 * hidden, inputs);
        kernel.run.add(dInput, part, rows * inputs);
      }
      dOut = dInput;
    }
    const width = layerInputs(this.shape, 0);
    const dx = kernel.view(dOut, rows * width);
    const table = this.parameters.get('embeddings')!;
    const dTable = kernel.view(table.gradient, table.rows * features);
    for (let t = 0; t < rows; t++) {
      for (let d = 0; d < features; d++) dx[t * width + d] *= pass.xMask[t * width + d];
      for (let f = t * perToken; f < (t + 1) * perToken; f++) {
        const bucket = buckets[f];
        if (bucket < 0) continue;
        this.touched.add(bucket);
        for (let d = 0; d < features; d++) dTable[bucket * features + d] += dx[t * width + d];
      }
    }
  }

  /** One step of Adam on what `backward` has summed since the last one. */
  update(rate: number): void {
    const { kernel } = this;
    const { beta1, beta2, decay, clip } = this.options;
    this.step++;
    const corrected = (rate * Math.sqrt(1 - beta2 ** this.step)) / (1 - beta1 ** this.step);
    let squares = 0;
    for (const p of this.parameters.values()) {
      if (p.name === 'embeddings') continue;
      for (const g of kernel.view(p.gradient, p.rows * p.columns)) squares += g * g;
    }
    const norm = Math.sqrt(squares);
    const factor = norm > clip ? clip / norm : 1;
    for (const p of this.parameters.values()) {
      const pieces =
        p.name === 'embeddings'
          ? [...this.touched].map((row) => [row * p.columns, p.columns])
          : [[0, p.rows * p.columns]];
      for (const [offset, length] of pieces) {
        const at = offset * 4;
        if (factor < 1) {
          const g = kernel.view(p.gradient + at, length);
          for (let i = 0; i < length; i++) g[i] *= factor;
        }
        if (p.name === 'embeddings') this.averageRow(p, offset / p.columns);
        const shrink = p.name.endsWith('bias') || p.name === 'embeddings' ? 0 : decay * rate;
        kernel.run.adam(
          p.value + at,
          p.gradient + at,
          p.first + at,
          p.second + at,
          length,
          corrected,
          beta1,
          beta2,
          1e-8,
          shrink,
        );
        if (p.name !== 'embeddings') this.average(p, offset, length, 1);
      }
    }
    this.touched.clear();
  }

  private average(p: Parameter, offset: number, length: number, steps: number): void {
    const keep = Math.min(AVERAGE_DECAY, this.step / (this.step + 10)) ** steps;
    const value = this.kernel.view(p.value + offset * 4, length);
    for (let i = 0; i < length; i++) p.average[offset + i] = keep * p.average[offset + i] + (1 - keep) * value[i];
  }

  private averageRow(p: Parameter, row: number): void {
    this.average(p, row * p.columns, p.columns, this.step - this.averagedAt[row]);
    this.averagedAt[row] = this.step;
  }

  /** Swaps the weights in use with their running means, and back when called again. */
  swapAverages(): void {
    const table = this.parameters.get('embeddings')!;
    for (let row = 0; row < table.rows; row++) this.averageRow(table, row);
    for (const p of this.parameters.values()) {
      const value = this.kernel.view(p.value, p.rows * p.columns);
      const kept = value.slice();
      value.set(p.average);
      p.average.set(kept);
    }
  }

  /** A copy of the values of a parameter, by the names of `encoderArrays`. */
  values(name: string): Float32Array {
    const p = this.parameters.get(name)!;
    return this.kernel.view(p.value, p.rows * p.columns).slice();
  }

  private value(name: string): number {
    return this.parameters.get(name)!.value;
  }

  /** One bidirectional layer: rows × 2·hidden outputs, and what its gradient needs. */
  private runLayer(layer: number, x: number, rows: number): { out: number; gates: number[]; cells: number[] } {
    const { kernel } = this;
    const { hidden } = this.shape;
    const out = kernel.allocate(rows * 2 * hidden);
    const zeros = kernel.allocate(hidden);
    const gates: number[] = [];
    const cells: number[] = [];
    for (const [d, direction] of DIRECTIONS.entries()) {
      gates.push(this.affine(x, `${direction}${layer}`, rows, layerInputs(this.shape, layer), 4 * hidden));
      cells.push(kernel.allocate(rows * hidden));
      const u = this.value(`${direction}${layer}.u`);
      kernel.run.lstm(gates[d], u, out + d * hidden * 4, hidden * 8, cells[d], zeros, rows, hidden, d);
    }
    return { out, gates, cells };
  }

  /** Rows times the matrix `name`.w plus `name`.bias; the address of the product. */
  private affine(x: number, name: string, rows: number, inputs: number, outputs: number): number {
    const y = this.kernel.allocate(rows * outputs);
    const bias = this.kernel.view(this.value(`${name}.bias`), outputs);
    const view = this.kernel.view(y, rows * outputs);
    for (let r = 0; r < rows; r++) view.set(bias, r * outputs);
    this.kernel.run.gemm(y, x, this.value(`${name}.w`), rows, outputs, inputs);
    return y;
  }

  /** Y[rows×inputs] = D[rows×outputs] · Wᵀ with W[inputs×outputs]. */
  private times(d: number, w: number, rows: number, outputs: number, inputs: number): number {
    const wt = this.kernel.allocate(outputs * inputs);
    this.kernel.run.transpose(wt, w, inputs, outputs);
    const y = this.kernel.allocate(rows * inputs);
    this.kernel.run.gemm(y, d, wt, rows, inputs, outputs);
    return y;
  }

  private sumRows(into: number, x: number, rows: number, columns: number): void {
    for (let r = 0; r < rows; r++) this.kernel.run.add(into, x + r * columns * 4, columns);
  }

  /** Sets a share of values to zero and scales up the others (Srivastava et al. 2014). */
  private drop(address: number, rows: number, columns: number, rate: number): Float32Array {
    const mask = new Float32Array(rows * columns).fill(1);
    if (rate > 0) {
      const view = this.kernel.view(address, rows * columns);
      for (let i = 0; i < mask.length; i++) {
        mask[i] = this.random() / 2 ** 32 < rate ? 0 : 1 / (1 - rate);
        view[i] *= mask[i];
      }
    }
    return mask;
  }
}
