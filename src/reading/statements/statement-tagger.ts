/**
 * Labels every token of a document as part of a source, a cue, a content, or none: features, encoder, chain.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { bestSequence, marginals } from '../../language/network/chain.ts';
import { Encoder, WINDOW } from '../../language/network/encoder.ts';
import type { Kernel } from '../../language/network/kernel.ts';
import type { WordVectors } from '../../language/vectors/word-vectors.ts';
import type { Weights } from '../../language/weights/weights.ts';
import type { Document } from '../../text/document.ts';
import { FEATURES, statementFeatures, wordHashes } from './features.ts';
import { LABELS, type Segment, segmentsOf } from './segments.ts';

export class StatementTagger {
  private readonly vectors: WordVectors;
  private readonly encoder: Encoder;
  private readonly transitions: Float32Array;

  constructor(kernel: Kernel, vectors: WordVectors, weights: Weights) {
    this.vectors = vectors;
    this.encoder = new Encoder(kernel, vectors, weights);
    this.transitions = weights.arrays.transitions as Float32Array;
  }

  /**
   * The segments of a document that has tokens, sentences and tags, in order of the text.
   *
   * @param quotation marks of `markQuotations`
   */
  segments(document: Document, lexicon: Lexicon, quotation: Uint8Array): Segment[] {
    const tokens = document.tokens!;
    const { buckets: size, outputs } = this.encoder.shape;
    const buckets = statementFeatures(document, lexicon, quotation, size);
    const rows = Int32Array.from(wordHashes(document, lexicon, quotation), (word) => this.vectors.row(word));
    const labels = new Uint8Array(tokens.length);
    const certainty = new Float64Array(tokens.length);
    for (const [first, last] of windows(document)) {
      const scores = this.encoder.scores(buckets, FEATURES, rows, first, last);
      labels.set(bestSequence(scores, last - first, LABELS, outputs, this.transitions), first);
      const { probability } = marginals(scores, last - first, LABELS, outputs, this.transitions);
      for (let t = first; t < last; t++) certainty[t] = probability[(t - first) * LABELS + labels[t]];
    }
    return segmentsOf(labels, certainty);
  }
}

/** Runs of whole sentences of at most WINDOW tokens; a longer sentence is cut. */
function* windows({ tokens, sentences }: Document): Generator<[number, number]> {
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
  if (end > first && tokens!.length > 0) yield [first, end];
}
