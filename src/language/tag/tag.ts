/**
 * The part-of-speech tagger: gives each word its universal and its Penn Treebank tag, together, as one label.
 *
 * A structured perceptron (Collins 2002) with hashed features in 8-bit weights, a dictionary of the labels that frequent
 * forms may have, and word clusters for rare ones. The parts: features.ts says what is looked at, decoder.ts finds the best
 * labels of a sentence.
 */
import type { Document } from '../../text/document.ts';
import type { WordClusters } from '../clusters/word-clusters.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Weights } from '../weights/weights.ts';
import { TagDecoder } from './decoder.ts';
import { UPOS_TAGS, XPOS_TAGS } from './tags.ts';

/**
 * Makes the stage that fills `upos` and `xpos` of `document.tokens`.
 *
 * @example
 * createTagger(lexicon, weights.tag, clusters)(document);
 * UPOS_TAGS[document.tokens.upos[0]]; // 'PROPN'
 */
export function createTagger(lexicon: Lexicon, weights: Weights, clusters: WordClusters): (document: Document) => void {
  const decoder = new TagDecoder(lexicon, clusters, weights);
  const labels = weights.meta.labels as readonly [upos: string, xpos: string][];
  const uposOf = Uint8Array.from(labels, ([upos]) => Math.max(0, UPOS_TAGS.indexOf(upos)));
  const xposOf = Uint8Array.from(labels, ([, xpos]) => Math.max(0, XPOS_TAGS.indexOf(xpos)));
  return (document) => {
    const { lexeme, upos, xpos } = document.tokens!;
    const { length, first, last } = document.sentences!;
    decoder.update();
    for (let s = 0; s < length; s++) decoder.decode(lexeme, first[s], last[s], upos);
    for (let i = 0; i < lexeme.length; i++) {
      const label = upos[i];
      upos[i] = uposOf[label];
      xpos[i] = xposOf[label];
    }
  };
}
