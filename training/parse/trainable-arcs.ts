/**
 * The scores of src/language/parse/arcs.ts with gradients: the likelihood of the gold head of each word among all words of its
 * sentence, and of the gold relation to that head.
 */
import type { Kernel } from '../../src/language/network/kernel.ts';
import {
  type ArcShape,
  arcArrays,
  DISTANCES,
  distanceOf,
  LEAK,
  RELATION_COLUMNS,
} from '../../src/language/parse/arcs.ts';
import { RELATIONS, ROOT_RELATION } from '../../src/language/parse/relations.ts';

/** Sentences that follow each other; heads are counted from the first token of the first of them, -1 is the root. */
export interface ArcLesson {
  /** Ends of the sentences. */
  readonly ends: readonly number[];
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
}

interface Parameter {
  readonly length: number;
  readonly value: number;
  readonly gradient: number;
  readonly first: number;
  readonly second: number;
  readonly average: Float32Array;
}

export interface ArcOptions {
  readonly arcDropout: number;
  readonly relationDropout: number;
  readonly beta1: number;
  readonly beta2: number;
}

const AVERAGE_DECAY = 0.998;

export class TrainableArcs {
  private readonly kernel: Kernel;
  private readonly shape: ArcShape;
  private readonly options: ArcOptions;
  private readonly random: () => number;
  private readonly parameters = new Map<string, Parameter>();
  private step = 0;

  constructor(kernel: Kernel, shape: ArcShape, options: ArcOptions, random: () => number) {
    this.kernel = kernel;
    this.shape = shape;
    this.options = options;
    this.random = random;
    for (const { name, rows, columns } of arcArrays(shape)) {
      const length = rows * columns;
      const allocate = (): number => kernel.allocate(length);
      const parameter = { length, value: allocate(), gradient: allocate(), first: allocate(), second: allocate() };
      const view = kernel.view(parameter.value, length);
      const bound = name.endsWith('.w') ? Math.sqrt(6 / (rows + columns)) : name === 'arc.root' ? 0.2 : 0;
      for (let i = 0; i < length; i++) view[i] = ((2 * random()) / 2 ** 32 - 1) * bound;
      this.parameters.set(name, { ...parameter, average: view.slice() });
    }
  }

  /** A copy of the running mean of a parameter, by the names of `arcArrays`. */
  average(name: string): Float32Array {
    return this.parameters.get(name)!.average.slice();
  }

  /**
   * The negative log-likelihood of a lesson; adds its gradients times `share` to those of the parameters, and writes that of the
   * encoder's outputs.
   *
   * @param scores address of the outputs, a row a token
   * @param gradient address of as many floats, overwritten
   */
  learn(scores: number, gradient: number, lesson: ArcLesson, share: number): number {
    const { arc, relation } = this.shape;
    const length = lesson.heads.length * (2 * arc + 2 * relation);
    const outputs = this.kernel.view(scores, length).slice();
    const dOutputs = new Float32Array(length);
    const loss =
      this.learnHeads(outputs, dOutputs, lesson, share) + this.learnRelations(outputs, dOutputs, lesson, share);
    this.kernel.view(gradient, length).set(dOutputs);
    return loss;
  }

  /** One step of Adam, and of the running means. */
  update(rate: number): void {
    const { kernel } = this;
    const { beta1, beta2 } = this.options;
    this.step++;
    const corrected = (rate * Math.sqrt(1 - beta2 ** this.step)) / (1 - beta1 ** this.step);
    const keep = Math.min(AVERAGE_DECAY, this.step / (this.step + 10));
    for (const { length, value, gradient, first, second, average } of this.parameters.values()) {
      kernel.run.adam(value, gradient, first, second, length, corrected, beta1, beta2, 1e-8, 0);
      const view = kernel.view(value, length);
      for (let i = 0; i < length; i++) average[i] = keep * average[i] + (1 - keep) * view[i];
    }
  }

  private learnHeads(outputs: Float32Array, dOutputs: Float32Array, { ends, heads }: ArcLesson, share: number): number {
    const { kernel } = this;
    const { arc, relation } = this.shape;
    const stride = 2 * arc + 2 * relation;
    const rows = heads.length;
    const w = this.parameters.get('arc.w')!;
    const bias = this.parameters.get('arc.bias')!;
    const root = this.parameters.get('arc.root')!;
    const distance = this.parameters.get('arc.distance')!;
    const dependents = this.bend(outputs, rows, stride, 0, arc, this.options.arcDropout);
    const governors = this.bend(outputs, rows, stride, arc, arc, this.options.arcDropout);
    const x = kernel.load(dependents.values);
    const turned = kernel.allocate(rows * arc);
    const dTurned = kernel.allocate(rows * arc);
    for (let t = 0; t < rows; t++) kernel.view(turned, rows * arc).set(kernel.view(bias.value, arc), t * arc);
    kernel.run.gemm(turned, x, w.value, rows, arc, arc);

    let loss = 0;
    const dGovernors = new Float32Array(rows * arc);
    const inner = kernel.mark();
    for (let s = 0, start = 0; s < ends.length; start = ends[s++]) {
      const n = ends[s] - start;
      const width = (n + 8) & ~7;
      const choices = kernel.allocate(width * arc);
      const turnedChoices = kernel.allocate(width * arc);
      const dChoices = kernel.allocate(width * arc);
      const table = kernel.allocate(n * width);
      kernel.view(choices, width * arc).set(governors.values.subarray(start * arc, ends[s] * arc));
      kernel.view(choices, width * arc).set(kernel.view(root.value, arc), n * arc);
      kernel.run.transpose(turnedChoices, choices, width, arc);
      const scores = kernel.view(table, n * width);
      const distances = kernel.view(distance.value, DISTANCES);
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) scores[i * width + j] = distances[distanceOf(j - i)];
      kernel.run.gemm(table, turned + start * arc * 4, turnedChoices, n, width, arc);
      const dDistances = kernel.view(distance.gradient, DISTANCES);
      for (let i = 0; i < n; i++) {
        const row = i * width;
        const gold = heads[start + i] < 0 ? n : heads[start + i] - start;
        scores[row + i] = -Infinity;
        for (let j = n + 1; j < width; j++) scores[row + j] = -Infinity;
        loss += softmaxGradient(scores, row, n + 1, gold, share);
        for (let j = n + 1; j < width; j++) scores[row + j] = 0;
        for (let j = 0; j < n; j++) dDistances[distanceOf(j - i)] += scores[row + j];
      }
      kernel.run.gemm(dTurned + start * arc * 4, table, choices, n, arc, width);
      kernel.run.gemmAT(dChoices, table, turned + start * arc * 4, n, arc, width);
      dGovernors.set(kernel.view(dChoices, n * arc), start * arc);
      kernel.run.add(root.gradient, dChoices + n * arc * 4, arc);
      kernel.release(inner);
    }
    kernel.run.gemmAT(w.gradient, x, dTurned, rows, arc, arc);
    for (let t = 0; t < rows; t++) kernel.run.add(bias.gradient, dTurned + t * arc * 4, arc);
    const wt = kernel.allocate(arc * arc);
    kernel.run.transpose(wt, w.value, arc, arc);
    const dx = kernel.allocate(rows * arc);
    kernel.run.gemm(dx, dTurned, wt, rows, arc, arc);
    const dDependents = kernel.view(dx, rows * arc);
    for (let t = 0; t < rows; t++) {
      for (let d = 0; d < arc; d++) {
        dOutputs[t * stride + d] = dDependents[t * arc + d] * dependents.slopes[t * arc + d];
        dOutputs[t * stride + arc + d] = dGovernors[t * arc + d] * governors.slopes[t * arc + d];
      }
    }
    return loss;
  }

  private learnRelations(
    outputs: Float32Array,
    dOutputs: Float32Array,
    { heads, relations }: ArcLesson,
    share: number,
  ): number {
    const { kernel } = this;
    const { arc, relation: width } = this.shape;
    const stride = 2 * arc + 2 * width;
    const rows = heads.length;
    const w = this.parameters.get('relation.w')!;
    const bias = this.parameters.get('relation.bias')!;
    const distance = this.parameters.get('relation.distance')!;
    const sums = new Float32Array(rows * width);
    const distances = kernel.view(distance.value, distance.length);
    for (let t = 0; t < rows; t++) {
      if (heads[t] < 0) continue;
      const own = t * stride + 2 * arc;
      const other = heads[t] * stride + 2 * arc + width;
      const apart = distanceOf(heads[t] - t) * width;
      for (let d = 0; d < width; d++)
        sums[t * width + d] = outputs[own + d] + outputs[other + d] + distances[apart + d];
    }
    const { values, slopes } = this.bend(sums, rows, width, 0, width, this.options.relationDropout);
    const x = kernel.load(values);
    const table = kernel.allocate(rows * RELATION_COLUMNS);
    for (let t = 0; t < rows; t++)
      kernel.view(table, rows * RELATION_COLUMNS).set(kernel.view(bias.value, RELATION_COLUMNS), t * RELATION_COLUMNS);
    kernel.run.gemm(table, x, w.value, rows, RELATION_COLUMNS, width);
    const scores = kernel.view(table, rows * RELATION_COLUMNS);
    let loss = 0;
    for (let t = 0; t < rows; t++) {
      const row = t * RELATION_COLUMNS;
      if (heads[t] < 0) {
        scores.fill(0, row, row + RELATION_COLUMNS);
        continue;
      }
      scores[row + ROOT_RELATION] = -Infinity;
      loss += softmaxGradient(scores, row, RELATIONS.length, relations[t], share);
      scores.fill(0, row + RELATIONS.length, row + RELATION_COLUMNS);
    }
    kernel.run.gemmAT(w.gradient, x, table, rows, RELATION_COLUMNS, width);
    for (let t = 0; t < rows; t++) kernel.run.add(bias.gradient, table + t * RELATION_COLUMNS * 4, RELATION_COLUMNS);
    const wt = kernel.allocate(RELATION_COLUMNS * width);
    kernel.run.transpose(wt, w.value, width, RELATION_COLUMNS);
    const dx = kernel.allocate(rows * width);
    kernel.run.gemm(dx, table, wt, rows, width, RELATION_COLUMNS);
    const dSums = kernel.view(dx, rows * width);
    const dDistances = kernel.view(distance.gradient, distance.length);
    for (let t = 0; t < rows; t++) {
      if (heads[t] < 0) continue;
      const own = t * stride + 2 * arc;
      const other = heads[t] * stride + 2 * arc + width;
      const apart = distanceOf(heads[t] - t) * width;
      for (let d = 0; d < width; d++) {
        const g = dSums[t * width + d] * slopes[t * width + d];
        dOutputs[own + d] += g;
        dOutputs[other + d] += g;
        dDistances[apart + d] += g;
      }
    }
    return loss;
  }

  /** Columns of a table after the rectifier and dropout, and the slope of each value. */
  private bend(table: Float32Array, rows: number, stride: number, from: number, columns: number, dropout: number) {
    const values = new Float32Array(rows * columns);
    const slopes = new Float32Array(rows * columns);
    for (let t = 0; t < rows; t++) {
      for (let d = 0; d < columns; d++) {
        const x = table[t * stride + from + d];
        const slope = this.random() / 2 ** 32 < dropout ? 0 : (x > 0 ? 1 : LEAK) / (1 - dropout);
        values[t * columns + d] = x * slope;
        slopes[t * columns + d] = slope;
      }
    }
    return { values, slopes };
  }
}

/** Turns scores[at … at + length) into the gradient of the negative log-likelihood of `gold`, times share; the loss. */
function softmaxGradient(scores: Float32Array, at: number, length: number, gold: number, share: number): number {
  let top = -Infinity;
  for (let j = at; j < at + length; j++) top = Math.max(top, scores[j]);
  let sum = 0;
  const own = scores[at + gold];
  for (let j = at; j < at + length; j++) {
    scores[j] = Math.exp(scores[j] - top);
    sum += scores[j];
  }
  for (let j = at; j < at + length; j++) scores[j] *= share / sum;
  scores[at + gold] -= share;
  return Math.log(sum) + top - own;
}
