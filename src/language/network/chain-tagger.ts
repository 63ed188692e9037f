/**
 * Labels every token of a document: an encoder's scores, put in order by a chain. The weights hold the encoder's arrays and
 * `transitions`, labels × labels.
 */
import type { Document } from '../../text/document.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import type { Weights } from '../weights/weights.ts';
import { bestSequence, marginals } from './chain.ts';
import { Encoder, WINDOW } from './encoder.ts';
import type { Kernel } from './kernel.ts';

/** A label for each token, and its probability. */
export interface Labelling {
  readonly labels: Uint8Array;
  readonly certainty: Float64Array;
}

export class ChainTagger {
  readonly encoder: Encoder;
  private readonly vectors: WordVectors;
  private readonly transitions: Float32Array;
  private readonly labels: number;

  constructor(kernel: Kernel, vectors: WordVectors, weights: Weights) {
    this.encoder = new Encoder(kernel, vectors, weights);
    this.vectors = vectors;
    this.transitions = weights.arrays.transitions as Float32Array;
    this.labels = Math.sqrt(this.transitions.length);
  }

  /**
   * The best labels of a document that has sentences.
   *
   * @param words hash of each token's lower-cased word, by which its vector is found
   * @param buckets `perToken` rows of the embedding table a token
   */
  label(document: Document, words: Uint32Array, buckets: Int32Array, perToken: number): Labelling {
    const { outputs } = this.encoder.shape;
    const rows = Int32Array.from(words, (word) => this.vectors.row(word));
    const labels = new Uint8Array(words.length);
    const certainty = new Float64Array(words.length);
    for (const [first, last] of windows(document)) {
      const scores = this.encoder.scores(buckets, perToken, rows, first, last);
      labels.set(bestSequence(scores, last - first, this.labels, outputs, this.transitions), first);
      const { probability } = marginals(scores, last - first, this.labels, outputs, this.transitions);
      for (let t = first; t < last; t++) certainty[t] = probability[(t - first) * this.labels + labels[t]];
    }
    return { labels, certainty };
  }
}

/** Runs of whole sentences of at most WINDOW tokens; a longer sentence is cut. */
export function* windows({ sentences }: Document): Generator<[first: number, last: number]> {
  let first = 0;
  let end = 0;
  for (let s = 0; s < sentences!.length; s++) {
    const last = sentences!.last[s];
    if (last - first > WINDOW && end > first) {
      yield [first, end];
      first = end;
    }
    for (; last - first > WINDOW; first += WINDOW) yield [first, first + WINDOW];
    end = last;
  }
  if (end > first) yield [first, end];
}
