/**
 * Word clusters: words that are used alike share a number, so that what is learned of one holds for the others.
 *
 * The clusters were made by k-means over word vectors (training/clusters); what ships is a hash table from the hash of a
 * word's lower case to its cluster. Two words in 10,000 meet a false entry, which costs less than keeping the words.
 */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Weights } from '../weights/weights.ts';

/** The cluster of words that are in none. */
export const NO_CLUSTER = 0;

export class WordClusters {
  private readonly lexicon: Lexicon;
  private readonly keys: Uint32Array;
  private readonly values: Uint16Array;
  private readonly mask: number;
  private column = new Int16Array(1024);
  private filled = 0;
  private generation = -1;

  /** @param weights arrays `keys` (u32, a power of two long, 0 = free) and `clusters` (u16, 1 or more) */
  constructor(lexicon: Lexicon, weights: Weights) {
    this.lexicon = lexicon;
    this.keys = weights.arrays.keys as Uint32Array;
    this.values = weights.arrays.clusters as Uint16Array;
    this.mask = this.keys.length - 1;
  }

  /**
   * The cluster of a lexeme: NO_CLUSTER, or 1 and up.
   *
   * @example
   * clusters.of(lexicon.intern('minister')) === clusters.of(lexicon.intern('Secretary')); // likely true
   */
  of(lexeme: number): number {
    if (this.generation !== this.lexicon.generation) {
      this.generation = this.lexicon.generation;
      this.filled = 0;
    }
    if (lexeme >= this.filled) this.fill();
    return this.column[lexeme];
  }

  private fill(): void {
    const { size, lowerHash } = this.lexicon;
    if (size > this.column.length) {
      const larger = new Int16Array(lowerHash.length);
      larger.set(this.column);
      this.column = larger;
    }
    for (; this.filled < size; this.filled++) this.column[this.filled] = this.lookUp(lowerHash[this.filled] || 1);
  }

  private lookUp(key: number): number {
    for (let slot = key & this.mask; this.keys[slot] !== 0; slot = (slot + 1) & this.mask)
      if (this.keys[slot] === key) return this.values[slot];
    return NO_CLUSTER;
  }
}
