/**
 * Heads and relations of sentences from an encoder's outputs; arcs.ts has the formulas. The matrices run in the kernel: about
 * a quarter of the parser's time, the rest being the encoder's.
 */
import type { Kernel } from '../network/kernel.ts';
import type { Weights } from '../weights/weights.ts';
import { type ArcShape, distanceOf, LEAK, LONGEST, RELATION_COLUMNS } from './arcs.ts';
import { RELATIONS, ROOT_RELATION } from './relations.ts';
import { findTree, NO_HEAD } from './tree.ts';

export class ArcScorer {
  private readonly kernel: Kernel;
  private readonly shape: ArcShape;
  private readonly w: number;
  private readonly relationW: number;
  private readonly bias: Float32Array;
  private readonly root: Float32Array;
  private readonly distance: Float32Array;
  private readonly relationDistance: Float32Array;
  private readonly relationBias: Float32Array;
  private readonly heads = new Int32Array(LONGEST);
  private outputs = new Float32Array(0);

  /** @param weights arrays of `arcArrays`; meta.arcs is the shape */
  constructor(kernel: Kernel, weights: Weights) {
    const array = (name: string): Float32Array => weights.arrays[name] as Float32Array;
    this.kernel = kernel;
    this.shape = weights.meta.arcs as ArcShape;
    this.w = kernel.load(array('arc.w'));
    this.relationW = kernel.load(array('relation.w'));
    this.bias = array('arc.bias');
    this.root = array('arc.root');
    this.distance = array('arc.distance');
    this.relationDistance = array('relation.distance');
    this.relationBias = array('relation.bias');
  }

  /**
   * Writes head and relation of the tokens that the encoder has just scored.
   *
   * @param scores the encoder's outputs, a row a token; may lie in the kernel's scratch
   * @param pieces ends of the sentences, or of pieces of at most LONGEST tokens, counted from the first row
   * @param first token of the first row: added to heads
   */
  attach(scores: Float32Array, pieces: readonly number[], first: number, head: Int32Array, relation: Uint8Array): void {
    if (this.outputs.length < scores.length) this.outputs = new Float32Array(scores.length);
    this.outputs.set(scores);
    const rows = pieces[pieces.length - 1];
    const mark = this.kernel.mark();
    this.attachHeads(rows, pieces, first, head);
    this.kernel.release(mark);
    this.labelArcs(rows, first, head, relation);
    this.kernel.release(mark);
  }

  private attachHeads(rows: number, pieces: readonly number[], first: number, head: Int32Array): void {
    const { kernel, outputs, heads, distance, root } = this;
    const { arc, relation } = this.shape;
    const stride = 2 * arc + 2 * relation;
    const dependents = kernel.allocate(rows * arc);
    const turned = kernel.allocate(rows * arc);
    const columns = kernel.allocate(arc * ((LONGEST + 8) & ~7));
    const table = kernel.allocate(LONGEST * ((LONGEST + 8) & ~7));
    const x = kernel.view(dependents, rows * arc);
    const y = kernel.view(turned, rows * arc);
    for (let t = 0; t < rows; t++) {
      for (let d = 0; d < arc; d++) x[t * arc + d] = leak(outputs[t * stride + d]);
      y.set(this.bias, t * arc);
    }
    kernel.run.gemm(turned, dependents, this.w, rows, arc, arc);
    for (let p = 0, start = 0; p < pieces.length; start = pieces[p++]) {
      const length = pieces[p] - start;
      const width = (length + 8) & ~7;
      const h = kernel.view(columns, arc * width);
      for (let d = 0; d < arc; d++) {
        let from = start * stride + arc + d;
        for (let j = 0; j < length; j++, from += stride) h[d * width + j] = leak(outputs[from]);
        h[d * width + length] = root[d];
        for (let j = length + 1; j < width; j++) h[d * width + j] = 0;
      }
      const scores = kernel.view(table, length * width);
      for (let i = 0; i < length; i++) {
        for (let j = 0; j < length; j++) scores[i * width + j] = distance[distanceOf(j - i)];
        for (let j = length; j < width; j++) scores[i * width + j] = 0;
      }
      kernel.run.gemm(table, turned + start * arc * 4, columns, length, width, arc);
      findTree(scores, length, width, heads);
      for (let i = 0; i < length; i++)
        head[first + start + i] = heads[i] === NO_HEAD ? NO_HEAD : first + start + heads[i];
    }
  }

  private labelArcs(rows: number, first: number, head: Int32Array, relation: Uint8Array): void {
    const { kernel, outputs, relationDistance } = this;
    const { arc, relation: width } = this.shape;
    const stride = 2 * arc + 2 * width;
    const sums = kernel.allocate(rows * width);
    const scores = kernel.allocate(rows * RELATION_COLUMNS);
    const x = kernel.view(sums, rows * width);
    const y = kernel.view(scores, rows * RELATION_COLUMNS);
    for (let t = 0; t < rows; t++) {
      y.set(this.relationBias, t * RELATION_COLUMNS);
      if (head[first + t] === NO_HEAD) continue;
      const h = head[first + t] - first;
      const own = t * stride + 2 * arc;
      const other = h * stride + 2 * arc + width;
      const apart = distanceOf(h - t) * width;
      for (let d = 0; d < width; d++)
        x[t * width + d] = leak(outputs[own + d] + outputs[other + d] + relationDistance[apart + d]);
    }
    kernel.run.gemm(scores, sums, this.relationW, rows, RELATION_COLUMNS, width);
    for (let t = 0; t < rows; t++) {
      let best = 0;
      const row = t * RELATION_COLUMNS;
      for (let r = 1; r < RELATIONS.length; r++) if (r !== ROOT_RELATION && y[row + r] > y[row + best]) best = r;
      relation[first + t] = head[first + t] === NO_HEAD ? ROOT_RELATION : best;
    }
  }
}

function leak(x: number): number {
  return x > 0 ? x : LEAK * x;
}
