/**
 * Places on GeoVirus, from raw text. Gold: all marked places of the articles that have a text (10 of 238 have lost theirs). Found: the
 * reading's places, by weights that the article's own fifth of the set did not teach (cross-validation over articles: training/places/folds.ts).
 *
 * names found, names found exactly. F1 over all articles together. A gold place is found where a found one overlaps it (shares a
 * letter), or has the same start and end; each found place counts for one gold place at most, one with the same span before others.
 * All found places count, adjectives and unplaced ones too.
 *
 * within 161 km. Of the gold places found (by overlap) that are below country level: the share whose found place lies within 161 km of the
 * gold coordinates, by geodesic; unplaced ones are wrong. Below country level is what is neither a country (next) nor wider
 * (continents, their parts, seas, groups of countries: training/gazetteer/areas.tsv), by the title of the gold page.
 * Beside it: the share that was placed, and of these the share within 161 km.
 *
 * countries. Of the gold places found whose page's title is the name of a country in Unicode CLDR or training/gazetteer/countries.tsv:
 * the share found as that country by its code, with the precision of a country.
 */
import { readWeights } from '../../src/language/weights/weights.ts';
import { loadModels } from '../../src/models/load-models.ts';
import { placesByFolds } from '../../training/places/folds.ts';
import { GEOVIRUS } from '../../training/places/geovirus.ts';
import { readForPlaces } from '../../training/places/read-for-places.ts';
import { scorePlaces } from '../../training/places/score-places.ts';

export const PLACE_FILES: readonly string[] = [GEOVIRUS];

/**
 * All figures of places.
 *
 * @param data the folder that holds PLACE_FILES
 * @throws Error where one of them is missing.
 * @example
 * measurePlaces('../shared/data')[0]; // { set: 'GeoVirus', measure: 'places found', value: 0.95 }
 */
export function measurePlaces(data: string): { set: string; measure: string; value: number }[] {
  const models = loadModels();
  const articles = readForPlaces(data, models);
  const found = placesByFolds(articles, readWeights(models.gazetteer));
  const scores = scorePlaces(articles.map(({ gold }, i) => ({ gold, found: found[i] })));
  const set = 'GeoVirus';
  return [
    { set, measure: 'places found', value: scores.overlap },
    { set, measure: 'places found exactly', value: scores.exact },
    { set, measure: 'within 161 km', value: scores.near },
    { set, measure: 'placed', value: scores.placed },
    { set, measure: 'within 161 km, of the placed', value: scores.nearOfPlaced },
    { set, measure: 'countries', value: scores.countries },
  ].map((figure) => ({ ...figure, value: Math.round(figure.value * 10_000) / 10_000 }));
}
