/**
 * Which place each name of an article means, or that it is not known: a log-linear model over candidate-features.ts, with "none of
 * them" as one more choice of weight 0. The first round knows the names alone; two more know what the former believed of the rest of
 * the article. Candidates that lie close together (a town and its district) are one for the question whether to place at all.
 */
import {
  type ArticleContext,
  type Beliefs,
  contextOf,
  FIRST_CONTEXT_FEATURE,
  fillFeatures,
  type GroupSituation,
  PLACE_FEATURES,
} from './candidate-features.ts';
import { greatCircleKm } from './distance.ts';
import type { PlaceMention } from './find-mentions.ts';
import type { Gazetteer } from './gazetteer.ts';
import { groupMentions, type MentionGroup } from './group-mentions.ts';
import type { PlaceKind } from './kinds.ts';

/** Rounds after the first. */
export const CONTEXT_ROUNDS = 2;
/** Candidates within this many kilometres of the likeliest one count for it. */
const TOGETHER_KM = 60;

/** Share of a district's people that live in the town from which on its name is the town's. */
const TOWN_SHARE = 0.2;
const TOWNS: ReadonlySet<PlaceKind> = new Set<PlaceKind>(['capital', 'seat1', 'seat2', 'town']);

export interface PlaceWeights {
  /** One a feature, in the order of PLACE_FEATURES. */
  readonly weights: Float32Array;
  /** A name is placed where its likeliest place, with those beside it, reaches this probability. */
  readonly threshold: number;
}

/** What a mention means. */
export interface Resolution {
  /** Number in the gazetteer, or null where it is not known. */
  readonly place: number | null;
  /** Probability of the place, with those beside it; of the likeliest one where none is taken. */
  readonly score: number;
  /** What each feature of the likeliest place added to its weight. */
  readonly parts: Float64Array;
}

/** A group with its candidates' features, as training learns from them. */
export interface WeighedGroup {
  readonly group: MentionGroup;
  /** PLACE_FEATURES.length a candidate. */
  readonly features: Float64Array;
  readonly beliefs: Float64Array;
}

export class PlaceResolver {
  private readonly gazetteer: Gazetteer;
  private readonly weights: Float32Array;
  private readonly threshold: number;

  constructor(gazetteer: Gazetteer, { weights, threshold }: PlaceWeights) {
    this.gazetteer = gazetteer;
    this.weights = weights;
    this.threshold = threshold;
  }

  /**
   * One resolution a mention, in the same order; evidence is resolved too.
   *
   * @example
   * resolver.resolve(text, mentions)[0].place; // 154022, Kyiv
   */
  resolve(text: string, mentions: readonly PlaceMention[]): Resolution[] {
    const resolutions: Resolution[] = new Array(mentions.length);
    for (const weighed of this.weigh(text, mentions)) {
      const resolution = this.choose(weighed);
      for (const m of weighed.group.mentions) resolutions[m] = resolution;
    }
    return resolutions;
  }

  /**
   * The groups of a text's mentions, with the features and beliefs of the last round.
   *
   * @example
   * resolver.weigh(text, mentions)[0].beliefs; // one a candidate
   */
  weigh(text: string, mentions: readonly PlaceMention[]): WeighedGroup[] {
    const groups = groupMentions(text, mentions, this.gazetteer);
    const features = groups.map(({ candidates }) => new Float64Array(candidates.length * PLACE_FEATURES.length));
    let beliefs: Beliefs = [];
    let context: ArticleContext | null = null;
    for (let round = 0; round <= CONTEXT_ROUNDS; round++) {
      const former = beliefs;
      if (round > 0) context = contextOf(groups, former, this.gazetteer);
      const elsewhere = beliefsElsewhere(groups, former);
      beliefs = groups.map((group, g) => {
        const situation = situationOf(group, mentions, elsewhere);
        fillFeatures(features[g], groups, g, situation, context, this.gazetteer);
        return this.believe(group, features[g], round === 0 ? FIRST_CONTEXT_FEATURE : PLACE_FEATURES.length);
      });
    }
    return groups.map((group, g) => ({ group, features: features[g], beliefs: beliefs[g] }));
  }

  /** The town, where its district of the same name is little more than it, and no word says that the district is meant. */
  private townOf(place: number, { hint, candidates }: MentionGroup): number {
    const { gazetteer } = this;
    const kind = gazetteer.kind(place);
    if (hint === 'admin' || (kind !== 'admin1' && kind !== 'admin2')) return place;
    const at = (p: number) => ({ lat: gazetteer.lat(p), lon: gazetteer.lon(p) });
    const town = candidates.find(
      (other) =>
        TOWNS.has(gazetteer.kind(other.place)) &&
        gazetteer.population(other.place) >= TOWN_SHARE * gazetteer.population(place) &&
        greatCircleKm(at(other.place), at(place)) < TOGETHER_KM,
    );
    return town?.place ?? place;
  }

  private believe({ candidates }: MentionGroup, features: Float64Array, known: number): Float64Array {
    const beliefs = new Float64Array(candidates.length);
    let sum = 1;
    for (let c = 0; c < beliefs.length; c++) {
      let score = 0;
      for (let f = 0; f < known; f++) score += this.weights[f] * features[c * PLACE_FEATURES.length + f];
      beliefs[c] = Math.exp(score);
      sum += beliefs[c];
    }
    for (let c = 0; c < beliefs.length; c++) beliefs[c] /= sum;
    return beliefs;
  }

  private choose({ group, features, beliefs }: WeighedGroup): Resolution {
    const { gazetteer } = this;
    const at = (place: number) => ({ lat: gazetteer.lat(place), lon: gazetteer.lon(place) });
    let best = -1;
    for (let c = 0; c < beliefs.length; c++) if (best < 0 || beliefs[c] > beliefs[best]) best = c;
    if (best < 0) return { place: null, score: 0, parts: new Float64Array(PLACE_FEATURES.length) };
    const { place } = group.candidates[best];
    let score = 0;
    for (const [c, candidate] of group.candidates.entries())
      if (c === best || (beliefs[c] > 0.001 && greatCircleKm(at(place), at(candidate.place)) < TOGETHER_KM))
        score += beliefs[c];
    const parts = Float64Array.from(
      PLACE_FEATURES,
      (_, f) => this.weights[f] * features[best * PLACE_FEATURES.length + f],
    );
    if (score >= this.threshold) return { place: this.townOf(place, group), score: Math.min(1, score), parts };
    return { place: null, score: Math.min(1, score), parts };
  }
}

function situationOf(
  group: MentionGroup,
  mentions: readonly PlaceMention[],
  elsewhere: ReadonlyMap<number, ReadonlyMap<number, number>>,
): GroupSituation {
  let probability = 0;
  let isFound = true;
  for (const m of group.mentions) {
    probability = Math.max(probability, mentions[m].probability);
    isFound &&= mentions[m].role === 'found';
  }
  const { isStripped } = mentions[group.mentions[0]];
  const isBare = !isTold(group);
  return { probability, isStripped, isFound, elsewhere: isBare ? (elsewhere.get(group.key) ?? null) : null };
}

/** Whether words beside the name say which place it is. */
function isTold({ within, hint }: MentionGroup): boolean {
  return within.length > 0 || hint !== null;
}

/** By the key of a name: how likely each place is where words beside the name tell more. */
function beliefsElsewhere(groups: readonly MentionGroup[], beliefs: Beliefs): Map<number, Map<number, number>> {
  const elsewhere = new Map<number, Map<number, number>>();
  if (beliefs.length === 0) return elsewhere;
  for (const [g, group] of groups.entries()) {
    if (!isTold(group)) continue;
    const places = elsewhere.get(group.key) ?? new Map<number, number>();
    elsewhere.set(group.key, places);
    for (const [c, { place }] of group.candidates.entries())
      places.set(place, Math.max(places.get(place) ?? 0, beliefs[g][c]));
  }
  return elsewhere;
}
