/**
 * Labels every token of a document as part of a source, a cue, a content, or none.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { ChainTagger } from '../../language/network/chain-tagger.ts';
import type { Kernel } from '../../language/network/kernel.ts';
import type { WordVectors } from '../../language/vectors/word-vectors.ts';
import type { Weights } from '../../language/weights/weights.ts';
import type { Document } from '../../text/document.ts';
import { FEATURES, statementFeatures } from './features.ts';
import { type Segment, segmentsOf } from './segments.ts';

export class StatementTagger {
  private readonly tagger: ChainTagger;
  private readonly vectors: WordVectors;

  constructor(kernel: Kernel, vectors: WordVectors, weights: Weights) {
    this.vectors = vectors;
    this.tagger = new ChainTagger(kernel, vectors, weights);
  }

  /**
   * The segments of a document that has tokens, sentences and tags, in order of the text.
   *
   * @param quotation marks of `markQuotations`
   * @param words of `wordHashes`
   */
  segments(document: Document, lexicon: Lexicon, quotation: Uint8Array, words: Uint32Array): Segment[] {
    const buckets = statementFeatures(document, lexicon, quotation, words, this.tagger.encoder.shape.buckets);
    const vectorRows = Int32Array.from(words, (word) => this.vectors.row(word));
    const { labels, certainty } = this.tagger.label(document, {
      buckets,
      perToken: FEATURES,
      vectorRows,
      contexts: document.contexts,
    });
    return segmentsOf(labels, certainty);
  }
}
