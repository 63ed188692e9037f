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
  /** Rows by hash, in open addressing (Knuth, TAOCP 6.4): the row and one more, 0 where a slot is free. */
  private readonly slots: Int32Array;
  private readonly hash: Uint32Array;

  constructor(weights: Weights) {
    this.dimensions = weights.meta.dimensions as number;
    this.scale = weights.meta.scale as number;
    this.values = weights.arrays.values as Int8Array;
    this.hash = weights.arrays.hash as Uint32Array;
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(this.hash.length * 2 + 2)));
    for (let row = 0; row < this.hash.length; row++) this.slots[this.slotOf(this.hash[row])] = row + 1;
  }

  /**
   * The row of a word in `values`, or -1 where it has none.
   *
   * @param lowerHash hashString of the lower-cased word, as the Lexicon keeps it
   * @example
   * vectors.row(hashString('said')); // 12345
   */
  row(lowerHash: number): number {
    return this.slots[this.slotOf(lowerHash)] - 1;
  }

  /**
   * Writes the vectors of the rows [first, last) of a column of rows, one after the other; zeros for a row of -1.
   *
   * @param gathered begins at a multiple of four bytes
   * @example
   * vectors.gather(Int32Array.of(-1, 7), 1, 2, new Int8Array(64)); // the 64 values of row 7
   */
  gather(rows: Int32Array, first: number, last: number, gathered: Int8Array): void {
    const { dimensions, values } = this;
    // Four values at a time: a vector is too short for `set` to be worth its call.
    const words = dimensions / 4;
    const from = new Int32Array(values.buffer, values.byteOffset, values.length / 4);
    const to = new Int32Array(gathered.buffer, gathered.byteOffset, gathered.length / 4);
    for (let t = first; t < last; t++) {
      const row = rows[t] * words;
      const at = (t - first) * words;
      if (row < 0) to.fill(0, at, at + words);
      else for (let w = 0; w < words; w++) to[at + w] = from[row + w];
    }
  }

  /** The slot that holds a hash, or the free one where it would be. */
  private slotOf(hash: number): number {
    const { slots, hash: hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== 0 && hashes[slots[slot] - 1] !== hash) slot = (slot + 1) & mask;
    return slot;
  }
}
