/**
 * Learns the weights of src/reading/places/candidate-features.ts from articles whose places are marked: those that make the right
 * candidates of each name likeliest (their summed probability; none of them is right where no place is marked, or the gazetteer does not
 * hold it), with a Gaussian prior; what can only speak for a place has no negative weight. The features tell of what is believed of the other names, so weights and features take turns.
 * Full gradients from zero: no randomness.
 */
import { PLACE_FEATURES, SPEAKING_FOR } from '../../src/reading/places/candidate-features.ts';
import { greatCircleKm } from '../../src/reading/places/distance.ts';
import { type PlaceMention, PlaceMentionFinder } from '../../src/reading/places/find-mentions.ts';
import type { Gazetteer, Match } from '../../src/reading/places/gazetteer.ts';
import { placeKey } from '../../src/reading/places/place-key.ts';
import { PlaceResolver, type WeighedGroup } from '../../src/reading/places/resolve-places.ts';
import type { ReadDocument } from '../../src/reading/reading.ts';
import { countryOfPage, type GoldPlace, isWiderThanCountry } from './geovirus.ts';

/** A place is right within so many kilometres: 100 miles, as the literature has it. */
export const RIGHT_KM = 161;
/** Candidates that are nearer than this to the gold place are right; one farther off may be a namesake next door. */
const LEARNED_KM = 100;
const TURNS = 6;
const STEPS = 150;
const STEP = 0.3;
/**
 * What the weight of people is held to: the articles learned from nearly always name the country beside the town, so that by them alone it is
 * anything from 1 to 4; other news says "in Paris" and means the large one.
 */
const PEOPLE_WEIGHT = 3;
const PEOPLE_VARIANCE = 0.003;
const PEOPLE = PLACE_FEATURES.indexOf('people');
/** Of the Gaussian prior over weights: variance. */
const VARIANCE = 4;

/** An article that is read as far as its names, with its gold places. */
export interface LearnedArticle {
  readonly document: ReadDocument;
  readonly gold: readonly GoldPlace[];
}

/**
 * The weights that the articles teach, one a feature.
 *
 * @example
 * learnPlaces(articles, gazetteer)[PLACE_FEATURES.indexOf('people')]; // 2.1
 */
export function learnPlaces(articles: readonly LearnedArticle[], gazetteer: Gazetteer): Float32Array {
  const finder = new PlaceMentionFinder(gazetteer);
  const found = articles.map(({ document, gold }) => ({ document, gold, mentions: finder.find(document) }));
  let weights = new Float32Array(PLACE_FEATURES.length);
  weights[PLACE_FEATURES.indexOf('people')] = 1;
  for (let turn = 0; turn < TURNS; turn++) {
    const resolver = new PlaceResolver(gazetteer, { weights, threshold: 0 });
    const examples = found.flatMap(({ document, gold, mentions }) =>
      resolver
        .weigh(document.text, mentions)
        .filter(({ group }) => !group.isEvidence && group.candidates.length > 0)
        .map((weighed) => exampleOf(weighed, mentions, gold, gazetteer)),
    );
    weights = climb(weights, examples);
  }
  return weights;
}

interface Example {
  readonly features: Float64Array;
  readonly isRight: readonly boolean[];
  readonly weight: number;
}

function exampleOf(
  { group, features }: WeighedGroup,
  mentions: readonly PlaceMention[],
  gold: readonly GoldPlace[],
  gazetteer: Gazetteer,
): Example {
  const marked = group.mentions.flatMap((m) => {
    const { start, end } = mentions[m];
    return gold.filter((place) => place.start < end && place.end > start).slice(0, 1);
  });
  const isRight = group.candidates.map((match) => marked.length > 0 && isRightPlace(match, marked[0], gazetteer));
  return { features, isRight, weight: Math.sqrt(group.mentions.length) };
}

/** Whether a candidate is the gold place: by its code where that is a country, else by its distance. */
function isRightPlace({ place, kind, country }: Match, gold: GoldPlace, gazetteer: Gazetteer): boolean {
  const code = countryOfPage(gold.page);
  if (code !== null) return kind === 'country' && country === code;
  // The middle of an ocean is where one puts it.
  if (isWiderThanCountry(gold.page)) return kind === 'continent' || kind === 'water';
  // So is that of a large region.
  const isRegion = kind === 'admin1' || kind === 'region';
  if (isRegion && placeKey(gazetteer.name(place)) === placeKey(gold.page.replace(/ \(.*|,.*/, ''))) return true;
  return greatCircleKm({ lat: gazetteer.lat(place), lon: gazetteer.lon(place) }, gold) <= LEARNED_KM;
}

function climb(from: Float32Array<ArrayBuffer>, examples: readonly Example[]): Float32Array<ArrayBuffer> {
  const n = PLACE_FEATURES.length;
  const weights = Float64Array.from(from);
  const squares = new Float64Array(n).fill(1e-8);
  for (let step = 0; step < STEPS; step++) {
    const gradient = Float64Array.from(weights, (weight) => -weight / VARIANCE);
    gradient[PEOPLE] = (PEOPLE_WEIGHT - weights[PEOPLE]) / PEOPLE_VARIANCE;
    for (const { features, isRight, weight } of examples) {
      const scores = isRight.map((_, c) => {
        let score = 0;
        for (let f = 0; f < n; f++) score += weights[f] * features[c * n + f];
        return Math.exp(score);
      });
      const sum = 1 + scores.reduce((total, score) => total + score, 0);
      const right = scores.reduce((total, score, c) => total + (isRight[c] ? score : 0), 0);
      for (const [c, score] of scores.entries()) {
        const expected = score / sum;
        // Where no candidate is right, that none is meant is.
        const wanted = right > 0 && isRight[c] ? score / right : 0;
        for (let f = 0; f < n; f++) gradient[f] += weight * (wanted - expected) * features[c * n + f];
      }
    }
    // AdaGrad (Duchi, Hazan & Singer 2011).
    for (let f = 0; f < n; f++) {
      squares[f] += gradient[f] * gradient[f];
      weights[f] += (STEP * gradient[f]) / Math.sqrt(squares[f]);
      if (SPEAKING_FOR.has(PLACE_FEATURES[f])) weights[f] = Math.max(0, weights[f]);
    }
  }
  return Float32Array.from(weights);
}
