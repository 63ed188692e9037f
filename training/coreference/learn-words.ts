/** Learns a WordClassifier: multinomial logistic regression by AdaGrad (Duchi, Hazan & Singer 2011), with an L2 penalty. */
import {
  HASHED,
  hashedRows,
  type WordClasses,
  WordClassifier,
} from '../../src/language/coreference/word-classifier.ts';
import { hashString } from '../../src/language/lexicon/lexicon.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import { randomFrom, shuffle } from '../random.ts';
import type { WordExample } from './words.ts';

const BUCKETS = 4096;
const ROUNDS = 12;
const RATE = 0.1;
const DECAY = 1e-3;
/** Share of the examples whose own word is hidden: what ships must know what its likes are too. */
const HIDDEN = 0.3;

/**
 * Learns from words; the same seed gives the same numbers.
 *
 * @example
 * learnWords(nounExamples(chains), 3, vectors, 1).classes; // 3
 */
export function learnWords(
  examples: readonly WordExample[],
  classes: number,
  vectors: WordVectors,
  seed: number,
): WordClasses {
  const { dimensions, scale, values } = vectors;
  const dense = new Float32Array((dimensions + 1) * classes);
  const hashed = new Float32Array(BUCKETS * classes);
  const denseSquares = new Float32Array(dense.length).fill(1e-4);
  const hashedSquares = new Float32Array(hashed.length).fill(1e-4);
  const classifier = new WordClassifier({ classes, dense, hashed }, vectors);
  const odds = new Float64Array(classes);
  const rows = new Int32Array(HASHED);
  const order = Uint32Array.from(examples, (_, i) => i);
  const random = randomFrom(seed);
  const step = (of: Float32Array, squares: Float32Array, at: number, gradient: number): void => {
    const full = gradient + DECAY * of[at];
    squares[at] += full * full;
    of[at] -= (RATE * full) / Math.sqrt(squares[at]);
  };
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const i of order) {
      const { word, label, weight } = examples[i];
      classifier.classify(word, odds);
      hashedRows(word, BUCKETS, rows);
      const row = vectors.row(hashString(word));
      const from = random() % 100 < HIDDEN * 100 ? 1 : 0;
      for (let c = 0; c < classes; c++) {
        const gradient = weight * (odds[c] - (c === label ? 1 : 0));
        step(dense, denseSquares, dimensions * classes + c, gradient);
        if (row >= 0)
          for (let d = 0; d < dimensions; d++)
            step(dense, denseSquares, d * classes + c, gradient * values[row * dimensions + d] * scale);
        for (let h = from; h < HASHED; h++) step(hashed, hashedSquares, rows[h] * classes + c, gradient);
      }
    }
  }
  return { classes, dense, hashed };
}
