/** Measures coreference on GUM in five folds: each fifth of the documents by a model that learned from the other four. */
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { createCoreferenceFinder } from '../../src/language/coreference/find-coreference.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { readModel } from '../command.ts';
import { POLNEAR_TRAIN } from '../polnear.ts';
import { GUM_DEV, GUM_TRAIN, readChains } from './gum.ts';
import { learnCoreference, SEED } from './learn-coreference.ts';
import { type Prepared, prepare } from './prepare.ts';
import { addScores, type CoreferenceScores, emptyScores } from './score.ts';
import { readSilverNames, type WordExample } from './words.ts';

export const FOLDS = 5;

/** Everything that is learned from, read once. */
export interface CoreferenceData {
  readonly documents: readonly Prepared[];
  readonly silver: readonly WordExample[];
  readonly lexicon: Lexicon;
  readonly clusters: WordClusters;
  readonly vectors: WordVectors;
}

/**
 * Reads GUM's train and dev parts up to their names, and the silver first names.
 *
 * @example
 * readCoreferenceData('../shared/data').documents.length; // 207
 */
export function readCoreferenceData(folder: string): CoreferenceData {
  const lexicon = new Lexicon();
  const names = ['clusters', 'sentences', 'tag', 'vectors', 'parse', 'names'];
  const models: Record<string, Weights> = Object.fromEntries(names.map((name) => [name, readModel(name)]));
  const stages = languageStages(lexicon, models, 'names');
  const documents = [GUM_TRAIN, GUM_DEV]
    .flatMap((file) => readChains(folder, file))
    .map((gold) => prepare(gold, stages));
  return {
    documents,
    silver: readSilverNames(folder, POLNEAR_TRAIN),
    lexicon,
    clusters: new WordClusters(lexicon, models.clusters),
    vectors: new WordVectors(models.vectors),
  };
}

/**
 * The scores of all folds together. Document n of the list is in fold n modulo FOLDS.
 *
 * @param seed what is chosen by these figures is chosen by the mean of several
 * @param onDocument called with each document when it is read by the model that has not seen it
 * @example
 * scoreFolds(readCoreferenceData(folder)).pronouns.right;
 */
export function scoreFolds(
  { documents, silver, lexicon, clusters, vectors }: CoreferenceData,
  onDocument: (prepared: Prepared) => void = () => undefined,
  seed = SEED,
): CoreferenceScores {
  const scores = emptyScores();
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = learnCoreference(
      documents.filter((_, n) => n % FOLDS !== fold),
      silver,
      lexicon,
      clusters,
      vectors,
      seed,
    );
    const find = createCoreferenceFinder(lexicon, learned, clusters, vectors);
    for (const prepared of documents.filter((_, n) => n % FOLDS === fold)) {
      find(prepared.document);
      addScores(scores, prepared.gold, prepared.document);
      onDocument(prepared);
    }
  }
  return scores;
}
