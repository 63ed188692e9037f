/**
 * A log-linear model over a single word: its vector, the word itself, and its last letters. It tells what a noun means (a
 * person, a body, something else) and whether a first name is a woman's, for words too that no training text holds, since words
 * of one kind have vectors and endings that are alike.
 */
import { combine, hashString } from '../lexicon/lexicon.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';

/** Hashed features a word: the word, and its last one to four letters. */
export const HASHED = 5;

/** What a classifier has learned, class after class within each row. */
export interface WordClasses {
  readonly classes: number;
  /** A row a dimension of the vectors, and one more for the bias. */
  readonly dense: Float32Array;
  /** A row a bucket, a power of two of them. */
  readonly hashed: Float32Array;
}

export class WordClassifier {
  readonly learned: WordClasses;
  private readonly vectors: WordVectors;
  private readonly rows = new Int32Array(HASHED);

  constructor(learned: WordClasses, vectors: WordVectors) {
    this.learned = learned;
    this.vectors = vectors;
  }

  /**
   * How likely each class is.
   *
   * @param word folded, in lower case
   * @param odds filled with a probability a class
   * @example
   * classifier.classify('minister', new Float64Array(3)); // [0.98, 0.01, 0.01]
   */
  classify(word: string, odds: Float64Array): Float64Array {
    const { classes, dense, hashed } = this.learned;
    const { dimensions, scale, values } = this.vectors;
    const row = this.vectors.row(hashString(word));
    for (let c = 0; c < classes; c++) odds[c] = dense[dimensions * classes + c];
    if (row >= 0)
      for (let d = 0; d < dimensions; d++) {
        const value = values[row * dimensions + d] * scale;
        for (let c = 0; c < classes; c++) odds[c] += value * dense[d * classes + c];
      }
    hashedRows(word, hashed.length / classes, this.rows);
    for (const bucket of this.rows) for (let c = 0; c < classes; c++) odds[c] += hashed[bucket * classes + c];
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < classes; c++) most = Math.max(most, odds[c]);
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += odds[c] = Math.exp(odds[c] - most);
    for (let c = 0; c < classes; c++) odds[c] /= sum;
    return odds;
  }
}

/**
 * The buckets of a word: itself, and its last one to four letters.
 *
 * @param buckets a power of two
 * @example
 * hashedRows('minister', 4096, new Int32Array(HASHED));
 */
export function hashedRows(word: string, buckets: number, rows: Int32Array): Int32Array {
  rows[0] = hashString(word) & (buckets - 1);
  for (let n = 1; n < HASHED; n++) rows[n] = combine(n, hashString(word.slice(-n))) & (buckets - 1);
  return rows;
}
