/**
 * Vectors of the frequent words: what makes an unseen verb behave like the verbs it resembles.
 * Rows are int8 with one scale, found by the hash of the lower-cased word; see models/vectors.md.
 */
import type { Weights } from '../weights/weights.ts';

export class WordVectors {
  readonly dimensions: number;
  /** A stored value times this is the value. */
  readonly scale: number;
  readonly values: Int8Array;
  private readonly rows = new Map<number, number>();

  constructor(weights: Weights) {
    this.dimensions = weights.meta.dimensions as number;
    this.scale = weights.meta.scale as number;
    this.values = weights.arrays.values as Int8Array;
    const hash = weights.arrays.hash as Uint32Array;
    for (let row = 0; row < hash.length; row++) this.rows.set(hash[row], row);
  }

  /**
   * The row of a word in `values`, or -1 where it has none.
   *
   * @param lowerHash hashString of the lower-cased word, as the Lexicon keeps it
   * @example
   * vectors.row(hashString('said')); // 12345
   */
  row(lowerHash: number): number {
    return this.rows.get(lowerHash) ?? -1;
  }
}
