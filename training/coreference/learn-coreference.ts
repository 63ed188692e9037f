/** Learns everything in models/coreference.weights from documents with gold chains. */
import type { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import type { Thresholds } from '../../src/language/coreference/walk-mentions.ts';
import { NAME_GENDERS, NOUN_CLASSES, WordFacts } from '../../src/language/coreference/word-facts.ts';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { learnRanking } from './learn-ranking.ts';
import { learnWords } from './learn-words.ts';
import type { Prepared } from './prepare.ts';
import { nameExamples, nounExamples, type WordExample } from './words.ts';

export const SEED = 20261126;

/** Chosen on GUM in five folds: the least wrong names at which four in five are still right. */
const THRESHOLDS: Thresholds = {
  pronoun: 0.47,
  description: 0.6,
  name: 0.7,
};

/**
 * Learns from documents.
 *
 * @param silver first names as `readSilverNames` counts them
 * @example
 * learnCoreference(prepared, silver, lexicon, clusters, vectors).meta.thresholds;
 */
export function learnCoreference(
  documents: readonly Prepared[],
  silver: readonly WordExample[],
  lexicon: Lexicon,
  clusters: WordClusters,
  vectors: WordVectors,
): Weights {
  const chains = documents.map(({ gold }) => gold);
  const nouns = learnWords(nounExamples(chains), NOUN_CLASSES.length, vectors, SEED);
  const genders = learnWords(nameExamples(chains, silver), NAME_GENDERS.length, vectors, SEED);
  const facts = new WordFacts(lexicon, nouns, genders, vectors);
  const learned = learnRanking(documents, lexicon, facts, clusters, SEED);
  const scale = learned.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  return {
    name: 'coreference',
    meta: { scale, thresholds: THRESHOLDS },
    arrays: {
      ranking: Int8Array.from(learned, (weight) => Math.round(weight / scale)),
      nounDense: nouns.dense,
      nounHashed: nouns.hashed,
      genderDense: genders.dense,
      genderHashed: genders.hashed,
    },
  };
}
