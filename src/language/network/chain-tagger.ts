/**
 * Labels every token of a document: an encoder's scores, put in order by a chain. The weights hold the encoder's arrays and
 * `transitions`, labels × labels.
 */
import type { Document, Sentences } from '../../text/document.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import type { Weights } from '../weights/weights.ts';
import { Chain } from './chain.ts';
import { Encoder, type EncoderInput, WINDOW } from './encoder.ts';
import type { Kernel } from './kernel.ts';

/** A label for each token, and its probability. */
export interface Labelling {
  readonly labels: Uint8Array;
  readonly certainty: Float64Array;
}

export class ChainTagger {
  readonly encoder: Encoder;
  private readonly chain: Chain;
  private readonly lead: number;

  /**
   * @param lead where label 0 leads all others by so much, it is taken as sure and the chain is cut there, as it is then
   *   between sentences: what is seldom labelled is found in a fraction of the time, and hardly ever otherwise
   */
  constructor(kernel: Kernel, vectors: WordVectors, weights: Weights, lead = Number.POSITIVE_INFINITY) {
    this.encoder = new Encoder(kernel, vectors, weights);
    this.chain = new Chain(weights.arrays.transitions as Float32Array);
    this.lead = lead;
  }

  /**
   * The best labels of a document that has sentences.
   *
   * @example
   * tagger.label(document, { buckets, perToken: 20, vectorRows }).labels;
   */
  label(document: Document, input: EncoderInput): Labelling {
    return this.labelRows(document.sentences!, input);
  }

  /**
   * The best labels of rows that stand for some of a document's tokens.
   *
   * @param sentences as ranges of rows
   * @example
   * tagger.labelRows(sentences, input).labels.length; // rows of the input
   */
  labelRows(sentences: Sentences, input: EncoderInput): Labelling {
    const { outputs } = this.encoder.shape;
    const { length } = input.vectorRows;
    const labels = new Uint8Array(length);
    const certainty = new Float64Array(length);
    certainty.fill(1);
    let s = 0;
    for (const [first, last] of windows({ sentences })) {
      while (sentences.last[s] <= first) s++;
      const scores = this.encoder.scores(input, first, last);
      for (const [from, to] of this.unsure(scores, first, last, sentences, s)) {
        const piece = scores.subarray(from * outputs, to * outputs);
        labels.set(this.chain.best(piece, to - from, outputs), first + from);
        const { probability } = this.chain.marginals(piece, to - from, outputs, false);
        for (let t = from; t < to; t++)
          certainty[first + t] = probability[(t - from) * this.chain.labels + labels[first + t]];
      }
    }
    return { labels, certainty };
  }

  /** Runs of tokens of a window that label 0 is not sure of, each with the sure one before and after it in its sentence. */
  private *unsure(
    scores: Float32Array,
    first: number,
    last: number,
    sentences: Sentences,
    firstSentence: number,
  ): Generator<[from: number, to: number]> {
    if (this.lead === Number.POSITIVE_INFINITY) {
      yield [0, last - first];
      return;
    }
    for (let start = first, s = firstSentence; start < last; s++) {
      const end = Math.min(sentences.last[s], last);
      let from = -1;
      for (let t = start; t < end; t++) {
        if (!this.isSure(scores, t - first)) {
          if (from < 0) from = Math.max(start, t - 1);
        } else if (from >= 0) {
          yield [from - first, t + 1 - first];
          from = -1;
        }
      }
      if (from >= 0) yield [from - first, end - first];
      start = end;
    }
  }

  private isSure(scores: Float32Array, t: number): boolean {
    const at = t * this.encoder.shape.outputs;
    const least = scores[at] - this.lead;
    for (let label = 1; label < this.chain.labels; label++) if (scores[at + label] > least) return false;
    return true;
  }
}

/** Runs of whole sentences of at most WINDOW tokens; a longer sentence is cut. */
export function* windows({ sentences }: Pick<Document, 'sentences'>): Generator<[first: number, last: number]> {
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
