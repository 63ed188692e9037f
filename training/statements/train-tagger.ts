/** Trains a statement tagger on articles, by the gold labels or by what its teachers expect; see train.ts. */

import type { EncoderInput, EncoderShape } from '../../src/language/network/encoder.ts';
import { mayFollow } from '../../src/language/network/runs.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { FEATURES, type StatementFeatures, WORD_FEATURES } from '../../src/reading/statements/features.ts';
import { LABELS } from '../../src/reading/statements/segments.ts';
import { type Expectations, type Passage, passageRanges, trainChainTagger } from '../network/train-chain-tagger.ts';
import type { Prepared } from './prepare.ts';
import { SHAPE, TAGGER } from './settings.ts';

/** An article as taggers meet it: cut into passages of at most TAGGER.longest tokens. */
export interface Lesson {
  readonly article: Prepared;
  readonly input: EncoderInput;
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** What to expect of each passage, where that is more than the gold labels. */
  readonly expected?: readonly Expectations[];
}

/** Cuts an article into passages. */
export function lessonOf(article: Prepared, features: StatementFeatures, vectors: WordVectors): Lesson {
  const { document, quotation, words } = article;
  const input = {
    buckets: features.of(document, quotation, words),
    perToken: FEATURES,
    vectorRows: Int32Array.from(words, (word) => vectors.row(word)),
    contexts: document.contexts!,
  };
  return { article, input, ranges: [...passageRanges(document, TAGGER.longest)] };
}

/**
 * Trains a tagger.
 *
 * @param afterEpoch called with the weights so far, to measure them
 */
export function trainTagger(
  lessons: readonly Lesson[],
  vectors: WordVectors,
  { shape, epochs, seed }: { readonly shape: EncoderShape; readonly epochs: number; readonly seed: number },
  afterEpoch: (weights: Weights, epoch: number, loss: number) => void = () => {},
): Weights {
  return trainChainTagger(lessons.flatMap(passagesOf), {
    name: 'statements',
    shape,
    labels: LABELS,
    perToken: FEATURES,
    options: TAGGER,
    epochs,
    seed,
    vectors,
    mayFollow,
    disguise: hideWords,
    afterEpoch,
  });
}

function passagesOf({ article, input, ranges, expected }: Lesson): Passage[] {
  return ranges.map(([first, last], i) => ({
    buckets: input.buckets.subarray(first * FEATURES, last * FEATURES),
    vectorRows: input.vectorRows.subarray(first, last),
    labels: article.labels.subarray(first, last),
    contexts: input.contexts!.subarray(first * SHAPE.context, last * SHAPE.context),
    expected: expected?.[i],
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
