/** Trains the statement tagger by the likelihood of the gold labels; see train.ts. */
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { FEATURES, statementFeatures, WORD_FEATURES } from '../../src/reading/statements/features.ts';
import { LABELS } from '../../src/reading/statements/segments.ts';
import { type Passage, passageRanges, trainChainTagger } from '../network/train-chain-tagger.ts';
import type { Prepared } from './prepare.ts';
import { SEED, SHAPE, TAGGER } from './settings.ts';

/**
 * Trains a tagger on articles.
 *
 * @param afterEpoch called with the weights so far, to measure them
 */
export function trainTagger(
  articles: readonly Prepared[],
  lexicon: Lexicon,
  vectors: WordVectors,
  epochs: number,
  afterEpoch: (weights: Weights, epoch: number, loss: number) => void = () => {},
): Weights {
  const passages = articles.flatMap((article) => passagesOf(article, lexicon, vectors));
  return trainChainTagger(passages, {
    name: 'statements',
    shape: SHAPE,
    labels: LABELS,
    perToken: FEATURES,
    options: TAGGER,
    epochs,
    seed: SEED,
    vectors,
    disguise: hideWords,
    afterEpoch,
  });
}

/** Cuts an article into passages of at most TAGGER.longest tokens. */
function passagesOf(
  { document, quotation, words, labels }: Prepared,
  lexicon: Lexicon,
  vectors: WordVectors,
): Passage[] {
  const buckets = statementFeatures(document, lexicon, quotation, words, SHAPE.buckets);
  const vectorRows = Int32Array.from(words, (word) => vectors.row(word));
  return Array.from(passageRanges(document, TAGGER.longest), ([first, last]) => ({
    buckets: buckets.subarray(first * FEATURES, last * FEATURES),
    vectorRows: vectorRows.subarray(first, last),
    labels: labels.subarray(first, last),
    contexts: document.contexts!.subarray(first * SHAPE.context, last * SHAPE.context),
  }));
}

/** Leaves out the words of a random share of tokens, and of some the vector too. */
function hideWords(passage: Passage, random: () => number): Passage {
  const buckets = passage.buckets.slice();
  const vectorRows = passage.vectorRows.slice();
  for (let t = 0; t < vectorRows.length; t++) {
    if (random() / 2 ** 32 >= TAGGER.wordDropout) continue;
    for (const feature of WORD_FEATURES) buckets[t * FEATURES + feature] = -1;
    if (random() / 2 ** 32 < 0.3) vectorRows[t] = -1;
  }
  return { ...passage, buckets, vectorRows };
}
