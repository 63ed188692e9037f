/**
 * The sentence splitter: decides at every gap between two words of a block whether a sentence ends there.
 *
 * A linear model over hashed features (features.ts), from left to right, so that the length of the sentence so far is
 * known. It looks at every gap, not only at full stops: headlines, list items and hurried writing have none. A block
 * always ends its sentence; the words of a contraction are never parted. Time is linear in the number of words.
 */
import type { Document, Tokens } from '../../text/document.ts';
import type { WordClusters } from '../clusters/word-clusters.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Weights } from '../weights/weights.ts';
import { endOf, gapFeatures, isPlainGap, quotesAfter, SENTENCE_FEATURES } from './features.ts';

/**
 * Makes the stage that fills `document.sentences` from `document.tokens`.
 *
 * @param weights array `gaps` (i16, a power of two long), meta.threshold: sums above it end a sentence
 * @example
 * createSentenceSplitter(lexicon, weights.sentences, clusters)(document);
 * document.sentences.length;
 */
export function createSentenceSplitter(
  lexicon: Lexicon,
  weights: Weights,
  clusters: WordClusters,
): (document: Document) => void {
  const table = weights.arrays.gaps;
  const mask = table.length - 1;
  const threshold = weights.meta.threshold as number;
  const features = new Uint32Array(SENTENCE_FEATURES);
  return (document) => {
    const tokens = document.tokens!;
    const ends = new Int32Array(tokens.length);
    let count = 0;
    forEachBlock(document, tokens, (first, last) => {
      let begin = first;
      let quotes = 0;
      let before = 0;
      for (let i = first; i < last - 1; i++) {
        quotes = quotesAfter(lexicon.forms[tokens.lexeme[i]], quotes);
        if (isPlainGap(document.text, tokens, i)) continue;
        gapFeatures(lexicon, clusters, document.text, tokens, i, first, last, i - begin + 1, quotes, before, features);
        let sum = 0;
        for (let f = 0; f < SENTENCE_FEATURES; f++) sum += table[features[f] & mask];
        if (sum <= threshold) continue;
        ends[count++] = i + 1;
        begin = i + 1;
        before = endOf(lexicon, tokens.lexeme[i]);
      }
      ends[count++] = last;
    });
    const first = new Int32Array(count);
    for (let s = 1; s < count; s++) first[s] = ends[s - 1];
    document.sentences = { length: count, first, last: ends.slice(0, count) };
  };
}

/**
 * Calls `visit` with the token range [first, last) of every block that has tokens.
 *
 * @example
 * forEachBlock(document, document.tokens, (first, last) => console.log(last - first));
 */
export function forEachBlock(document: Document, tokens: Tokens, visit: (first: number, last: number) => void): void {
  let first = 0;
  for (const block of document.blocks) {
    let last = first;
    while (last < tokens.length && tokens.start[last] < block.end) last++;
    if (last > first) visit(first, last);
    first = last;
  }
}
