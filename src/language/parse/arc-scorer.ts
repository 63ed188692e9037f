/**
 * Heads and relations of sentences from an encoder's outputs; arcs.ts has the formulas. The matrices run in the kernel: about
 * a quarter of the parser's time, the rest being the encoder's.
 */
import type { Kernel } from '../network/kernel.ts';
import type { Weights } from '../weights/weights.ts';
import { type ArcShape, distanceOf, LEAK, LONGEST, RELATION_COLUMNS } from './arcs.ts';
import { RELATIONS, ROOT_RELATION } from './relations.ts';
import { findTree, NO_HEAD } from './tree.ts';

/** Columns of a table of scores at most: words, the root, and what the kernel's matrices need to be full. */
const WIDEST = (LONGEST + 8) & ~7;

export class ArcScorer {
  private readonly kernel: Kernel;
  private readonly shape: ArcShape;
  private readonly w: number;
  private readonly relationW: number;
  private readonly bias: Float32Array;
  private readonly root: Float32Array;
  private readonly distance: Float32Array;
  private readonly relationDistance: number;
  private readonly relationBias: Float32Array;
  private readonly heads = new Int32Array(LONGEST);
  /** The encoder's outputs lie where the next scratch will, so they are taken out first. */
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
    this.relationDistance = kernel.load(array('relation.distance'));
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
    const x = this.kernel.load(this.outputs.subarray(0, scores.length));
    this.attachHeads(x, rows, pieces, first, head);
    this.labelArcs(x, rows, first, head, relation);
    this.kernel.release(mark);
  }

  private attachHeads(x: number, rows: number, pieces: readonly number[], first: number, head: Int32Array): void {
    const { kernel, heads, distance } = this;
    const { arc, relation } = this.shape;
    const stride = 2 * arc + 2 * relation;
    const dependents = kernel.reserve(rows * arc);
    const governors = kernel.reserve(rows * arc);
    const turned = kernel.reserve(rows * arc);
    const choices = kernel.allocate(WIDEST * arc);
    const columns = kernel.allocate(WIDEST * arc);
    const table = kernel.allocate(LONGEST * WIDEST);
    kernel.run.rectify(dependents, x, stride * 4, rows, arc, LEAK);
    kernel.run.rectify(governors, x + arc * 4, stride * 4, rows, arc, LEAK);
    const y = kernel.view(turned, rows * arc);
    for (let t = 0; t < rows; t++) y.set(this.bias, t * arc);
    kernel.run.gemm(turned, dependents, this.w, rows, arc, arc);
    const all = kernel.view(governors, rows * arc);
    const some = kernel.view(choices, WIDEST * arc);
    const scores = kernel.view(table, LONGEST * WIDEST);
    for (let p = 0, start = 0; p < pieces.length; start = pieces[p++]) {
      const length = pieces[p] - start;
      const width = (length + 8) & ~7;
      // The words that may be heads, then the root; the rest of the rows is not looked at.
      some.set(all.subarray(start * arc, pieces[p] * arc));
      some.set(this.root, length * arc);
      kernel.run.transpose(columns, choices, width, arc);
      for (let i = 0; i < length; i++) {
        for (let j = 0; j < length; j++) scores[i * width + j] = distance[distanceOf(j - i)];
        scores[i * width + length] = 0;
      }
      kernel.run.gemm(table, turned + start * arc * 4, columns, length, width, arc);
      findTree(scores, length, width, heads);
      for (let i = 0; i < length; i++)
        head[first + start + i] = heads[i] === NO_HEAD ? NO_HEAD : first + start + heads[i];
    }
  }

  private labelArcs(x: number, rows: number, first: number, head: Int32Array, relation: Uint8Array): void {
    const { kernel } = this;
    const { arc, relation: width } = this.shape;
    const stride = 2 * arc + 2 * width;
    const sums = kernel.allocate(rows * width);
    const table = kernel.allocate(rows * RELATION_COLUMNS);
    const ids = new Int32Array(rows);
    const bins = new Int32Array(rows);
    const scores = kernel.view(table, rows * RELATION_COLUMNS);
    for (let t = 0; t < rows; t++) {
      const isRoot = head[first + t] === NO_HEAD;
      ids[t] = isRoot ? -1 : head[first + t] - first;
      bins[t] = isRoot ? 0 : distanceOf(ids[t] - t);
      scores.set(this.relationBias, t * RELATION_COLUMNS);
    }
    const own = x + 2 * arc * 4;
    const other = own + width * 4;
    const [idsAt, binsAt] = [kernel.loadIntegers(ids), kernel.loadIntegers(bins)];
    kernel.run.rectifySums(sums, own, other, stride * 4, idsAt, this.relationDistance, binsAt, rows, width, LEAK);
    kernel.run.gemm(table, sums, this.relationW, rows, RELATION_COLUMNS, width);
    const found = kernel.view(table, rows * RELATION_COLUMNS);
    for (let t = 0; t < rows; t++) {
      const row = t * RELATION_COLUMNS;
      found[row + ROOT_RELATION] = -Infinity;
      let best = 0;
      for (let r = 1; r < RELATIONS.length; r++) if (found[row + r] > found[row + best]) best = r;
      relation[first + t] = ids[t] < 0 ? ROOT_RELATION : best;
    }
  }
}
