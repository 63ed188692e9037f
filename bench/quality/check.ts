/**
 * How well the score "worth checking" ranks sentences: average precision on the fifth of ClaimBuster's debates that the shipped model has not
 * seen, the earliest by date. The figure rises with the share of sentences worth checking, and this fifth has the largest; so the
 * mean over all fifths, each told of by models that had not seen it, is given beside it. It takes five trainings, and is the one that the
 * last training wrote down (models/check.md).
 */
import { join } from 'node:path';
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import { readWeights } from '../../src/language/weights/weights.ts';
import { loadModels } from '../../src/models/load-models.ts';
import { type CheckMeta, CheckScorer } from '../../src/reading/assertions/check-scorer.ts';
import {
  averagePrecision,
  DEBATES_FILE,
  foldsOf,
  HELD_OUT_FOLD,
  readDebates,
  tagSentences,
} from '../../training/check/debate-sentences.ts';

export { DEBATES_FILE } from '../../training/check/debate-sentences.ts';

/**
 * The figure, from the sentences one by one as the engine tags and scores them.
 *
 * @param data the folder that holds DEBATES_FILE
 * @throws Error where the file is missing.
 * @example
 * measureCheck('../shared/data'); // [{ set: 'ClaimBuster, first fifth', measure: 'average precision', value: 0.8 }]
 */
export function measureCheck(data: string): { set: string; measure: string; value: number }[] {
  const models = Object.fromEntries(Object.entries(loadModels()).map(([name, bytes]) => [name, readWeights(bytes)]));
  const lexicon = new Lexicon();
  const clusters = new WordClusters(lexicon, models.clusters);
  const scorer = new CheckScorer(lexicon, clusters, new WordVectors(models.vectors), new Kernel(), models.check);
  const all = readDebates(join(data, DEBATES_FILE));
  const folds = foldsOf(all);
  const heldOut = all.filter(({ debate }) => folds.get(debate) === HELD_OUT_FOLD);
  const scores = tagSentences(heldOut, lexicon, models).map(
    (tokens) => scorer.scores(tokens, [{ first: 0, last: tokens.length }])[0],
  );
  const precision = averagePrecision(
    scores,
    heldOut.map(({ verdict }) => verdict === 1),
  );
  const { precisions } = models.check.meta as CheckMeta;
  const mean = precisions!.reduce((sum, value) => sum + value, 0) / precisions!.length;
  return [
    { set: 'ClaimBuster, first fifth', measure: 'average precision', value: rounded(precision) },
    { set: 'ClaimBuster, each fifth in turn', measure: 'mean average precision, as trained', value: rounded(mean) },
  ];
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
