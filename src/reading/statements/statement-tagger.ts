/**
 * Labels every token of a document as part of a source, a cue, a content, or none.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { ChainTagger } from '../../language/network/chain-tagger.ts';
import type { Kernel } from '../../language/network/kernel.ts';
import type { WordVectors } from '../../language/vectors/word-vectors.ts';
import type { Weights } from '../../language/weights/weights.ts';
import type { Document } from '../../text/document.ts';
import { FEATURES, StatementFeatures } from './features.ts';
import { type Segment, segmentsOf } from './segments.ts';

export class StatementTagger {
  private readonly tagger: ChainTagger;
  private readonly vectors: WordVectors;
  private readonly features: StatementFeatures;

  constructor(kernel: Kernel, lexicon: Lexicon, vectors: WordVectors, weights: Weights) {
    this.vectors = vectors;
    this.tagger = new ChainTagger(kernel, vectors, weights);
    this.features = new StatementFeatures(lexicon, this.tagger.encoder.shape.buckets);
  }

  /**
   * The segments of a document that has tokens, sentences, tags and a parse, in order of the text.
   *
   * @param quotation marks of `markQuotations`
   * @param words of `wordHashes`
   */
  segments(document: Document, quotation: Uint8Array, words: Uint32Array): Segment[] {
    const buckets = this.features.of(document, quotation, words);
    const vectorRows = new Int32Array(words.length);
    for (let t = 0; t < words.length; t++) vectorRows[t] = this.vectors.row(words[t]);
    const input = { buckets, perToken: FEATURES, vectorRows, contexts: document.contexts };
    const { labels, certainty } = this.tagger.label(document, input);
    return segmentsOf(labels, certainty);
  }
}
