/**
 * How worth checking a sentence is, from 0 to 1: the mean of two small models that err on different sentences. It ranks what a desk
 * might check first, and says nothing of what is true.
 *
 * One is linear over hashed words, tags and clusters (check-features.ts). The other slides filters over three words at a
 * time, each a word vector with a learned part and its tag, and takes each filter's highest and mean response (Kim 2014).
 * Since a filter is a sum over three words, what each word adds to it is computed once, by one product of matrices for all
 * words not met before, and kept; a token then costs additions. Logistic calibration (Platt 1999).
 */
import type { WordClusters } from '../../language/clusters/word-clusters.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Kernel } from '../../language/network/kernel.ts';
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import type { WordVectors } from '../../language/vectors/word-vectors.ts';
import type { Weights } from '../../language/weights/weights.ts';
import type { Tokens } from '../../text/document.ts';
import { checkFeatures, LONGEST, wordBucket } from './check-features.ts';
import type { Clause } from './find-clauses.ts';

/** Words that a filter sees at a time. */
export const WIDTH = 3;
export const FILTERS = 64;
/** What a word adds to all filters: at the place before the middle one, in the middle, after it. */
export const ROW = WIDTH * FILTERS;
/** Learned numbers a word, beside its vector. */
export const LEARNED = 32;
/** Vectors are scaled up to the size of the learned part. */
export const VECTOR_SCALE = 2;
/** Verdicts that training tells apart: no fact, an unimportant fact, one worth checking. */
export const VERDICTS = 3;
/** Words whose sums are kept from text to text: 6 MB. */
const ROWS = 8192;
/** Tokens that are scored at a time; a clause more must fit into ROWS. */
const BATCH_TOKENS = 4096;

/** weights.meta of the model `check`. */
export interface CheckMeta extends Record<string, unknown> {
  readonly buckets: number;
  readonly wordBuckets: number;
  /** A stored value times its scale is the value. */
  readonly scales: Readonly<Record<'linear' | 'learned' | 'filters' | 'tags' | 'output', number>>;
  /** Weight of the linear model's log-odds, of the filters', and the bias. */
  readonly blend: readonly [linear: number, filters: number, bias: number];
  /** Average precision on each fold of the training debates, by models that had not seen it: for the bench. */
  readonly precisions?: readonly number[];
}

export class CheckScorer {
  private readonly lexicon: Lexicon;
  private readonly clusters: WordClusters;
  private readonly vectors: WordVectors;
  private readonly kernel: Kernel;
  private readonly meta: CheckMeta;
  private readonly linear: Int8Array;
  private readonly learned: Int8Array;
  /** What each tag adds to all filters; the filters' own bias stands in the middle part. */
  private readonly tags: Float32Array;
  private readonly output: Float32Array;
  private readonly outputBias: Float32Array;
  /** Address of the filters in the kernel: inputs × ROW. */
  private readonly filters: number;
  private readonly inputs: number;
  /** Address of the table of sums: ROWS × ROW. Row 0 is of zeros, for what stands outside of a clause. */
  private readonly sums: number;
  /** The row of a lexeme with a tag. */
  private readonly rows = new Map<number, number>();
  private used = 1;
  private generation = -1;

  /** @param weights the model `check`, as training/check writes it */
  constructor(lexicon: Lexicon, clusters: WordClusters, vectors: WordVectors, kernel: Kernel, weights: Weights) {
    const { arrays } = weights;
    const meta = weights.meta as CheckMeta;
    this.lexicon = lexicon;
    this.clusters = clusters;
    this.vectors = vectors;
    this.kernel = kernel;
    this.meta = meta;
    this.linear = arrays.linear as Int8Array;
    this.learned = arrays.learned as Int8Array;
    this.tags = withBias(scaled(arrays.tags, meta.scales.tags), arrays.bias as Float32Array);
    this.output = scaled(arrays.output, meta.scales.output);
    this.outputBias = arrays.outputBias as Float32Array;
    this.inputs = vectors.dimensions + LEARNED;
    this.filters = kernel.load(scaled(arrays.filters, meta.scales.filters));
    this.sums = kernel.allocate(ROWS * ROW);
  }

  /**
   * The score of each clause.
   *
   * @example
   * scorer.scores(document.tokens, [{ first: 0, last: 12 }]); // [0.71…]
   */
  scores(tokens: Tokens, clauses: readonly Clause[]): Float64Array {
    const scores = new Float64Array(clauses.length);
    let from = 0;
    while (from < clauses.length) {
      let to = from;
      let size = 0;
      while (to < clauses.length && (to === from || size < BATCH_TOKENS)) size += lengthOf(clauses[to++]);
      this.scoreBatch(tokens, clauses, from, to, scores);
      from = to;
    }
    return scores;
  }

  private scoreBatch(tokens: Tokens, clauses: readonly Clause[], from: number, to: number, scores: Float64Array): void {
    const rowOf = this.rowsOf(tokens, clauses, from, to);
    const table = this.kernel.view(this.sums, ROWS * ROW);
    const features: number[] = [];
    const [linearWeight, filterWeight, bias] = this.meta.blend;
    let at = 0;
    for (let c = from; c < to; c++) {
      const { first } = clauses[c];
      const length = lengthOf(clauses[c]);
      checkFeatures(tokens, this.lexicon, this.clusters, first, first + length, this.meta.buckets, features);
      let sum = 0;
      for (const feature of features) sum += this.linear[feature];
      const linear = (sum * this.meta.scales.linear) / Math.sqrt(features.length);
      const z = bias + linearWeight * linear + filterWeight * this.filterOdds(rowOf, table, at, length);
      scores[c] = 1 / (1 + Math.exp(-z));
      at += length;
    }
  }

  /** The row of each token of the clauses in the table of sums; rows of words not met before are added. */
  private rowsOf(tokens: Tokens, clauses: readonly Clause[], from: number, to: number): Int32Array {
    let size = 0;
    for (let c = from; c < to; c++) size += lengthOf(clauses[c]);
    if (this.generation !== this.lexicon.generation || this.used + size > ROWS) {
      this.generation = this.lexicon.generation;
      this.rows.clear();
      this.used = 1;
    }
    const rowOf = new Int32Array(size);
    const words: number[] = [];
    let at = 0;
    for (let c = from; c < to; c++) {
      const { first } = clauses[c];
      const length = lengthOf(clauses[c]);
      for (let t = first; t < first + length; t++) {
        const key = tokens.lexeme[t] * XPOS_TAGS.length + tokens.xpos[t];
        let row = this.rows.get(key);
        if (row === undefined) {
          row = this.used + words.length;
          this.rows.set(key, row);
          words.push(key);
        }
        rowOf[at++] = row;
      }
    }
    if (words.length > 0) this.addRows(words);
    return rowOf;
  }

  /** Computes what words with their tags add to the filters. */
  private addRows(words: readonly number[]): void {
    const { kernel, inputs, vectors } = this;
    const mark = kernel.mark();
    const address = kernel.allocate(words.length * inputs);
    const x = kernel.view(address, words.length * inputs);
    const sums = this.sums + this.used * ROW * 4;
    const rows = kernel.view(sums, words.length * ROW);
    const vectorScale = vectors.scale * VECTOR_SCALE;
    const learnedScale = this.meta.scales.learned;
    for (const [i, word] of words.entries()) {
      const lexeme = Math.floor(word / XPOS_TAGS.length);
      const tag = word % XPOS_TAGS.length;
      const vector = vectors.row(this.lexicon.lowerHash[lexeme]) * vectors.dimensions;
      const start = i * inputs;
      if (vector >= 0)
        for (let j = 0; j < vectors.dimensions; j++) x[start + j] = vectors.values[vector + j] * vectorScale;
      const own = wordBucket(this.lexicon, lexeme, this.meta.wordBuckets) * LEARNED;
      const startOwn = start + vectors.dimensions;
      for (let j = 0; j < LEARNED; j++) x[startOwn + j] = this.learned[own + j] * learnedScale;
      rows.set(this.tags.subarray(tag * ROW, (tag + 1) * ROW), i * ROW);
    }
    kernel.run.gemm(sums, address, this.filters, words.length, ROW, inputs);
    kernel.release(mark);
    this.used += words.length;
  }

  /** Log-odds that the filters give the verdict "worth checking". */
  private filterOdds(rowOf: Int32Array, table: Float32Array, at: number, length: number): number {
    const highest = HIGHEST.fill(0);
    const mean = MEAN.fill(0);
    for (let i = 0; i < length; i++) {
      const before = i > 0 ? rowOf[at + i - 1] * ROW : 0;
      const middle = rowOf[at + i] * ROW + FILTERS;
      const after = i + 1 < length ? rowOf[at + i + 1] * ROW + 2 * FILTERS : 0;
      for (let f = 0; f < FILTERS; f++) {
        const response = table[before + f] + table[middle + f] + table[after + f];
        if (response <= 0) continue;
        if (response > highest[f]) highest[f] = response;
        mean[f] += response;
      }
    }
    const scale = meanScale(length);
    let rest = 0;
    let worth = 0;
    for (let verdict = 0; verdict < VERDICTS; verdict++) {
      let z = this.outputBias[verdict];
      const row = verdict * 2 * FILTERS;
      for (let f = 0; f < FILTERS; f++)
        z += this.output[row + f] * highest[f] + this.output[row + FILTERS + f] * mean[f] * scale;
      if (verdict === VERDICTS - 1) worth = z;
      else rest += Math.exp(z);
    }
    return worth - Math.log(rest);
  }
}

const HIGHEST = new Float32Array(FILTERS);
const MEAN = new Float32Array(FILTERS);

/** What the sum of a filter's responses is multiplied by: between a sum and a mean, so that length tells a little. */
export const meanScale = (length: number): number => 0.5 / Math.sqrt(length);

const lengthOf = ({ first, last }: Clause): number => Math.min(last - first, LONGEST);

function withBias(tags: Float32Array, bias: Float32Array): Float32Array {
  for (let at = FILTERS; at < tags.length; at += ROW) for (let f = 0; f < FILTERS; f++) tags[at + f] += bias[f];
  return tags;
}

function scaled(values: ArrayLike<number>, scale: number): Float32Array {
  return Float32Array.from(values, (value) => value * scale);
}
