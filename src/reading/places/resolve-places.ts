/**
 * Which place each name of an article means, or that it is not known: a log-linear model over candidate-features.ts, with "none of
 * them" as one more choice of weight 0. The first round knows the names alone; two more know what the former believed of the rest of
 * the article. Candidates that lie close together (a town and its district) are one for the question whether to place at all.
 */
import {
  type Beliefs,
  contextOf,
  FIRST_CONTEXT_FEATURE,
  fillContextFeatures,
  fillOwnFeatures,
  type GroupSituation,
  PLACE_FEATURES,
} from './candidate-features.ts';
import type { PlaceMention } from './find-mentions.ts';
import type { Gazetteer, Match } from './gazetteer.ts';
import { groupMentions, type MentionGroup } from './group-mentions.ts';
import type { PlaceKind } from './kinds.ts';

/** Rounds after the first. */
export const CONTEXT_ROUNDS = 2;
/** Candidates nearer to the likeliest one than this count for it: 60 km straight through the earth, in its radii. */
const TOGETHER_CHORD = 60 / 6371;
/** Share of a district's people that live in the town from which on its name is the town's; as a power of two. */
const TOWN_SHARE = Math.log2(0.1);
const TOWNS: ReadonlySet<PlaceKind> = new Set<PlaceKind>(['capital', 'seat1', 'seat2', 'town']);
const N = PLACE_FEATURES.length;

export interface PlaceWeights {
  /** One a feature, in the order of PLACE_FEATURES. */
  readonly weights: Float32Array;
  /** A name is placed where its likeliest place, with those beside it, reaches this probability. */
  readonly threshold: number;
}

/** What a mention means. */
export interface Resolution {
  /** Null where it is not known. */
  readonly match: Match | null;
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
  private readonly weights: Float64Array;
  private readonly threshold: number;

  constructor(gazetteer: Gazetteer, { weights, threshold }: PlaceWeights) {
    this.gazetteer = gazetteer;
    this.weights = Float64Array.from(weights);
    this.threshold = threshold;
  }

  /**
   * One resolution a mention, in the same order, and one object for all that must mean the same; evidence is resolved too.
   *
   * @example
   * resolver.resolve(text, mentions)[0].match!.country; // 'UA'
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
    const features = groups.map(({ candidates }) => new Float64Array(candidates.length * N));
    // What the name and the words beside it weigh stays the same in all rounds.
    const own = groups.map((group, g) => {
      fillOwnFeatures(features[g], group, situationOf(group, mentions));
      const scores = new Float64Array(group.candidates.length);
      for (let c = 0; c < scores.length; c++)
        for (let f = 0; f < FIRST_CONTEXT_FEATURE; f++) scores[c] += this.weights[f] * features[g][c * N + f];
      return scores;
    });
    const positions = new Map(groups.map((group, g) => [group, g]));
    let beliefs: Beliefs = own.map((scores, g) => this.believe(scores, features[g]));
    for (let round = 0; round < CONTEXT_ROUNDS; round++) {
      const former = beliefs;
      const context = contextOf(groups, former);
      const elsewhere = beliefsElsewhere(groups, former);
      const beliefsOf = (group: MentionGroup): Float64Array => former[positions.get(group)!];
      beliefs = groups.map((group, g) => {
        const told = isTold(group) ? undefined : elsewhere.get(group.key);
        fillContextFeatures(features[g], group, g, former[g], context, told ?? null, beliefsOf);
        return this.believe(own[g], features[g]);
      });
    }
    return groups.map((group, g) => ({ group, features: features[g], beliefs: beliefs[g] }));
  }

  /** Probabilities, from the weight that the candidates have by themselves and their features of context. */
  private believe(own: Float64Array, features: Float64Array): Float64Array {
    const beliefs = new Float64Array(own.length);
    let sum = 1;
    for (let c = 0; c < own.length; c++) {
      let score = own[c];
      for (let f = FIRST_CONTEXT_FEATURE; f < N; f++) score += this.weights[f] * features[c * N + f];
      beliefs[c] = Math.exp(score);
      sum += beliefs[c];
    }
    for (let c = 0; c < own.length; c++) beliefs[c] /= sum;
    return beliefs;
  }

  private choose({ group, features, beliefs }: WeighedGroup): Resolution {
    const { candidates } = group;
    const parts = new Float64Array(N);
    let best = -1;
    for (let c = 0; c < beliefs.length; c++) if (best < 0 || beliefs[c] > beliefs[best]) best = c;
    if (best < 0) return { match: null, score: 0, parts };
    let score = 0;
    for (let c = 0; c < beliefs.length; c++)
      if (c === best || isTogether(candidates[best], candidates[c])) score += beliefs[c];
    score = Math.min(1, score);
    for (let f = 0; f < N; f++) parts[f] = this.weights[f] * features[best * N + f];
    return { match: score >= this.threshold ? townOf(candidates[best], group) : null, score, parts };
  }
}

/** The town, where its district of the same name is little more than it, and no word says that the district is meant. */
function townOf(match: Match, { hint, candidates }: MentionGroup): Match {
  if (hint === 'admin' || (match.kind !== 'admin1' && match.kind !== 'admin2')) return match;
  const town = candidates.find(
    (other) =>
      TOWNS.has(other.kind) &&
      other.nameKind !== 'other' &&
      (other.kind === 'capital' || other.people >= match.people + TOWN_SHARE) &&
      isTogether(other, match),
  );
  return town ?? match;
}

function isTogether(a: Match, b: Match): boolean {
  const [dx, dy, dz] = [a.x - b.x, a.y - b.y, a.z - b.z];
  return dx * dx + dy * dy + dz * dz < TOGETHER_CHORD * TOGETHER_CHORD;
}

function situationOf({ mentions: positions }: MentionGroup, mentions: readonly PlaceMention[]): GroupSituation {
  let probability = 0;
  let isFound = true;
  for (const m of positions) {
    probability = Math.max(probability, mentions[m].probability);
    isFound &&= mentions[m].role === 'found';
  }
  return { probability, isStripped: mentions[positions[0]].isStripped, isFound };
}

/** Whether words beside the name say which place it is. */
function isTold({ within, contains, hint }: MentionGroup): boolean {
  return within.length > 0 || contains.length > 0 || hint !== null;
}

/** By the key of a name: how likely each place is where words beside the name tell more. */
function beliefsElsewhere(groups: readonly MentionGroup[], beliefs: Beliefs): Map<number, Map<number, number>> {
  const elsewhere = new Map<number, Map<number, number>>();
  for (let g = 0; g < groups.length; g++) {
    const { key, candidates } = groups[g];
    if (!isTold(groups[g])) continue;
    const places = elsewhere.get(key) ?? new Map<number, number>();
    elsewhere.set(key, places);
    for (let c = 0; c < candidates.length; c++)
      places.set(candidates[c].place, Math.max(places.get(candidates[c].place) ?? 0, beliefs[g][c]));
  }
  return elsewhere;
}
