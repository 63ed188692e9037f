/** Places of articles, each found with weights that its own article did not teach: cross-validation over articles. */
import type { Weights } from '../../src/language/weights/weights.ts';
import { PLACE_FEATURES } from '../../src/reading/places/candidate-features.ts';
import { Gazetteer } from '../../src/reading/places/gazetteer.ts';
import { createPlaceReader } from '../../src/reading/places/read-places.ts';
import type { Place } from '../../src/reading/reading.ts';
import { type LearnedArticle, learnPlaces } from './learn.ts';

const FOLDS = 5;

/** Probability from which a name is placed. */
export const THRESHOLD = 0.4;

/**
 * The weights file of learned weights.
 *
 * @example
 * placeWeights(learnPlaces(articles, gazetteer)).meta.threshold; // 0.3
 */
export function placeWeights(weights: Float32Array): Weights {
  return { name: 'places', meta: { features: PLACE_FEATURES, threshold: THRESHOLD }, arrays: { weights } };
}

/**
 * The places of each article, in the same order: those of each fifth by weights learned from the other four. Pieces of one article stand
 * beside each other in the list, so fifths are runs of it.
 *
 * @example
 * placesByFolds(articles, weights.gazetteer)[0].length; // of the first article
 */
export function placesByFolds(articles: readonly LearnedArticle[], gazetteerWeights: Weights): (readonly Place[])[] {
  const gazetteer = new Gazetteer(gazetteerWeights);
  const fold = (position: number): number => Math.floor((position * FOLDS) / articles.length);
  return Array.from({ length: FOLDS }, (_, f) => {
    const weights = learnPlaces(
      articles.filter((_, i) => fold(i) !== f),
      gazetteer,
    );
    const read = createPlaceReader({ gazetteer: gazetteerWeights, places: placeWeights(weights) });
    return articles
      .filter((_, i) => fold(i) === f)
      .map(({ document }) => {
        read(document);
        return document.places!;
      });
  }).flat();
}
