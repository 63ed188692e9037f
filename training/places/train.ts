/**
 * `node training/places/train.ts --data FOLDER`: makes models/places.weights, which weighs what a place's name may mean. A few dozen
 * numbers, learned from GeoVirus; the card's figures are those of articles that taught nothing (cross-validation).
 */
import { loadModels } from '../../src/models/load-models.ts';
import { PLACE_FEATURES } from '../../src/reading/places/candidate-features.ts';
import { Gazetteer } from '../../src/reading/places/gazetteer.ts';
import { dataFolder, fileLines, readModel, writeModel } from '../command.ts';
import { placesByFolds, placeWeights } from './folds.ts';
import { GEOVIRUS } from './geovirus.ts';
import { learnPlaces } from './learn.ts';
import { readForPlaces } from './read-for-places.ts';
import { scorePlaces } from './score-places.ts';

const data = dataFolder();
const articles = readForPlaces(data, loadModels());
const gazetteer = readModel('gazetteer');
const found = placesByFolds(articles, gazetteer);
const scores = scorePlaces(articles.map(({ gold }, i) => ({ gold, found: found[i] })));
const weights = learnPlaces(articles, new Gazetteer(gazetteer));
const per = (share: number): string => `${(100 * share).toFixed(1)} %`;

writeModel(
  placeWeights(weights),
  `# places.weights

Weighs what a place's name may mean (src/reading/places/candidate-features.ts): ${weights.length} numbers. Made by
\`node training/places/train.ts --data FOLDER\`, without randomness; the names that it learns from are those that names.weights finds.

GeoVirus, each fifth by weights learned from the other four: names found, F1 ${scores.overlap.toFixed(3)} by overlap and ${scores.exact.toFixed(3)} by exact span;
of those found below country level ${per(scores.near)} lie within 161 km (${per(scores.placed)} were placed, of which ${per(scores.nearOfPlaced)} within 161 km); ${per(scores.countries)} of countries are right.
bench/quality/places.ts says what is counted. The weight of people is held near 3 (learn.ts says why), and features that can only speak for a place
have no negative weight.

| feature | weight |
|---|---:|
${PLACE_FEATURES.map((feature, f) => `| ${feature} | ${weights[f].toFixed(2)} |\n`).join('')}
Trained on:

${fileLines(data, [GEOVIRUS])}
GeoVirus (Gritta, Pilehvar & Collier 2018): text of Wikinews, CC BY 2.5. Of its 238 articles 9 have lost their text, and are left out.
`,
);
console.log(scores);
