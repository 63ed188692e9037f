/** What trained taggers expect of texts: lessons for another tagger. */
import { Chain } from '../../src/language/network/chain.ts';
import { windows } from '../../src/language/network/chain-tagger.ts';
import { Encoder, type EncoderInput } from '../../src/language/network/encoder.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import type { Document } from '../../src/text/document.ts';
import type { Expectations } from './train-chain-tagger.ts';

/** A trained tagger that is asked what it expects. */
export class Teacher {
  private readonly encoder: Encoder;
  private readonly chain: Chain;

  /** @param weights as `trainChainTagger` gives them */
  constructor(vectors: WordVectors, weights: Weights) {
    this.encoder = new Encoder(new Kernel(), vectors, weights);
    this.chain = new Chain(weights.arrays.transitions as Float32Array);
  }

  /**
   * What it expects of each of a document's passages.
   *
   * @param ranges of tokens, one after the other, as `passageRanges` gives them
   * @example
   * new Teacher(vectors, weights).expectations(document, input, ranges)[0].probability.length;
   */
  expectations(
    document: Pick<Document, 'sentences'>,
    input: EncoderInput,
    ranges: readonly (readonly [number, number])[],
  ): Expectations[] {
    const { outputs } = this.encoder.shape;
    const scores = new Float32Array(input.vectorRows.length * outputs);
    for (const [first, last] of windows(document)) scores.set(this.encoder.scores(input, first, last), first * outputs);
    return ranges.map(([first, last]) =>
      this.chain.marginals(scores.subarray(first * outputs, last * outputs), last - first, outputs),
    );
  }
}

/**
 * The mean of several expectations of one passage, each with a weight; the weights add up to 1.
 *
 * @example
 * blend([[certain(labels, 13), 0.5], [taught, 0.5]]);
 */
export function blend(parts: readonly (readonly [Expectations, number])[]): Expectations {
  const mean = (of: (part: Expectations) => ArrayLike<number>): Float32Array => {
    const sum = new Float32Array(of(parts[0][0]).length);
    for (const [part, weight] of parts) {
      const values = of(part);
      for (let i = 0; i < sum.length; i++) sum[i] += weight * values[i];
    }
    return sum;
  };
  return { probability: mean((part) => part.probability), transitions: mean((part) => part.transitions) };
}
