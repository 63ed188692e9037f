/**
 * What is weighed of one thing that a name may mean: how many people live there, what kind of place it is and how the name calls it, whether
 * the words beside the name fit, and whether the rest of the article speaks of its country, its region, and of places near it. Each has one weight,
 * learned by training/places/train.ts.
 *
 * Population, and other places of the article as context: Lieberman, Samet & Sankaranarayanan 2010; one sense of a name in an
 * article: Gale, Church & Yarowsky 1992.
 */
import type { Match } from './gazetteer.ts';
import { KINDS_OF_HINT } from './generic-words.ts';
import { containerOf, isWithin, type MentionGroup } from './group-mentions.ts';
import type { NameKind, PlaceKind } from './kinds.ts';

export const PLACE_FEATURES = [
  'any place',
  'people',
  'country',
  'continent',
  'first-level region',
  'second-level region',
  'informal region',
  'capital',
  'seat of a first-level region',
  'seat of a second-level region',
  'part of a town',
  'water, island or terrain',
  'site',
  'listed name',
  'other name',
  'name with a word taken off',
  'short form',
  'only place of its name',
  'largest of its name',
  'well-known area or site',
  'within the place named beside it',
  'not within the place named beside it',
  'none of its name is within the place named beside it',
  'holds the place named before it',
  'kind that the word beside it says',
  'another kind than the word beside it says',
  'doubt of the name',
  'found by its neighbours alone',
  'country named in the sentence',
  'share of its country in the article',
  'country not in the article',
  'share of its region in the article',
  'near other places of the article',
  'so called elsewhere in the article',
  'of a kind with the places listed beside it',
] as const;

export type PlaceFeature = (typeof PLACE_FEATURES)[number];

/** Features that can only speak for a place, whatever a few articles happen to teach. */
export const SPEAKING_FOR: ReadonlySet<PlaceFeature> = new Set<PlaceFeature>([
  'people',
  'only place of its name',
  'largest of its name',
  'within the place named beside it',
  'holds the place named before it',
  'kind that the word beside it says',
  'country named in the sentence',
  'share of its country in the article',
  'share of its region in the article',
  'near other places of the article',
  'so called elsewhere in the article',
  'of a kind with the places listed beside it',
]);

const at = (feature: PlaceFeature): number => PLACE_FEATURES.indexOf(feature);

/** From this feature on they tell of the rest of the article; those before are known from the name and the words beside it. */
export const FIRST_CONTEXT_FEATURE = at('country named in the sentence');

const N = PLACE_FEATURES.length;
const ANY = at('any place');
const PEOPLE = at('people');
const STRIPPED = at('name with a word taken off');
const ONLY = at('only place of its name');
const LARGEST = at('largest of its name');
const LISTED = at('well-known area or site');
const WITHIN = at('within the place named beside it');
const NOT_WITHIN = at('not within the place named beside it');
const NONE_WITHIN = at('none of its name is within the place named beside it');
const HOLDS = at('holds the place named before it');
const FITS = at('kind that the word beside it says');
const FITS_NOT = at('another kind than the word beside it says');
const DOUBT = at('doubt of the name');
const FOUND = at('found by its neighbours alone');
const IN_SENTENCE = at('country named in the sentence');
const COUNTRY_SHARE = at('share of its country in the article');
const ABSENT = at('country not in the article');
const REGION_SHARE = at('share of its region in the article');
const NEAR = at('near other places of the article');
const ELSEWHERE = at('so called elsewhere in the article');
const OF_A_KIND = at('of a kind with the places listed beside it');

const KIND_FEATURES: Readonly<Partial<Record<PlaceKind, number>>> = {
  country: at('country'),
  continent: at('continent'),
  admin1: at('first-level region'),
  admin2: at('second-level region'),
  region: at('informal region'),
  capital: at('capital'),
  seat1: at('seat of a first-level region'),
  seat2: at('seat of a second-level region'),
  quarter: at('part of a town'),
  water: at('water, island or terrain'),
  island: at('water, island or terrain'),
  terrain: at('water, island or terrain'),
  site: at('site'),
};
const NAME_FEATURES: Readonly<Partial<Record<NameKind, number>>> = {
  listed: at('listed name'),
  other: at('other name'),
  short: at('short form'),
};
/** Kinds that are listed together and compared with each other. */
const RANK_OF: Readonly<Record<PlaceKind, number>> = {
  continent: 0,
  country: 0,
  admin1: 1,
  admin2: 2,
  region: 1,
  capital: 3,
  seat1: 3,
  seat2: 3,
  town: 3,
  quarter: 3,
  water: 4,
  island: 4,
  terrain: 4,
  site: 5,
};
/** Powers of two: a place of half a million needs no country beside it, nor does a capital of 16,000. */
const WELL_KNOWN = Math.log2(500_000);
/** People that count as ten: a power of two of this many is one. */
const PEOPLE_SCALE = 10;
/** Powers of two by which a place is larger than its next namesake, from which it is by far the largest. */
const LARGEST_LEAD = 4;
/** Powers of two by which a capital counts for larger than it is: the Washington of a dateline is no state. */
const CAPITAL_LEAD = 5;
/** Straight through the earth, in its radii: from about 640 km a place is not near. */
const NEAR_CHORD = 0.1;
/** Places that the others are compared with: a gazetteer read as an article takes no longer a name than an article does. */
const MOST_POINTS = 48;
/** Share below which a country is not in the article, where it has named so much of others. */
const ABSENT_SHARE = 0.02;
const LEAST_EVIDENCE = 1;
/** In place of a key: more than one name. */
const SEVERAL = -1;
/** What is believed less than this counts for nothing, and less than that is no place to be near. */
const LEAST_BELIEF = 0.01;
const LEAST_POINT = 0.3;

/** How likely the candidates of each group are, as far as they are known; the rest is that none is meant. */
export type Beliefs = readonly Float64Array[];

/** What the article speaks of: countries and regions, and how much. */
export interface ArticleContext {
  readonly countries: ReadonlyMap<string, number>;
  readonly regions: ReadonlyMap<number, number>;
  readonly total: number;
  readonly points: readonly { readonly group: number; readonly match: Match; readonly belief: number }[];
  /** By sentence: the countries that are named in it, or by a place in it, each with the key of the name that does, or SEVERAL. */
  readonly sentences: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

/**
 * Sums up what the groups are believed to mean.
 *
 * @example
 * contextOf(groups, beliefs).countries.get('UA'); // 2.4
 */
export function contextOf(groups: readonly MentionGroup[], beliefs: Beliefs): ArticleContext {
  const countries = new Map<string, number>();
  const regions = new Map<number, number>();
  const points: { group: number; match: Match; belief: number }[] = [];
  const sentences = new Map<number, Map<string, number>>();
  let total = 0;
  for (let g = 0; g < groups.length; g++) {
    const { candidates, mentions, key, sentences: own } = groups[g];
    const weight = Math.sqrt(mentions.length);
    let best = 0;
    for (let c = 0; c < candidates.length; c++) {
      const belief = beliefs[g][c];
      if (belief > beliefs[g][best]) best = c;
      const { country, region } = candidates[c];
      if (belief < LEAST_BELIEF || country === '') continue;
      const share = weight * belief;
      total += share;
      countries.set(country, (countries.get(country) ?? 0) + share);
      regions.set(region, (regions.get(region) ?? 0) + share);
    }
    const belief = beliefs[g][best] ?? 0;
    if (belief <= LEAST_POINT) continue;
    const match = candidates[best];
    if (match.kind !== 'country' && match.kind !== 'continent') points.push({ group: g, match, belief });
    const container = containerOf(match);
    if (container === null) continue;
    for (const sentence of own) {
      const named = sentences.get(sentence) ?? new Map<string, number>();
      sentences.set(sentence, named);
      named.set(container.country, (named.get(container.country) ?? key) === key ? key : SEVERAL);
    }
  }
  if (points.length > MOST_POINTS) {
    points.sort((a, b) => b.belief - a.belief);
    points.length = MOST_POINTS;
  }
  return { countries, regions, total, points, sentences };
}

/** What the features of a group need beside its candidates. */
export interface GroupSituation {
  /** How sure the tagger is of the name at best. */
  readonly probability: number;
  readonly isStripped: boolean;
  readonly isFound: boolean;
}

/**
 * Fills in the features before FIRST_CONTEXT_FEATURE of each candidate of a group.
 *
 * @param values PLACE_FEATURES.length a candidate, all of them 0
 * @example
 * fillOwnFeatures(values, groups[0], { probability: 0.9, isStripped: false, isFound: false });
 */
export function fillOwnFeatures(values: Float64Array, group: MentionGroup, situation: GroupSituation): void {
  const { candidates, within, hint, contains } = group;
  const fitting = hint === null ? null : KINDS_OF_HINT[hint];
  let largest = 0;
  let second = 0;
  for (let c = 1; c < candidates.length; c++) if (sizeOf(candidates[c]) > sizeOf(candidates[largest])) largest = c;
  for (let c = 0; c < candidates.length; c++) if (c !== largest) second = Math.max(second, sizeOf(candidates[c]));
  for (let c = 0; c < candidates.length; c++) {
    const match = candidates[c];
    const row = c * N;
    values[row + ANY] = 1;
    values[row + PEOPLE] = match.people / PEOPLE_SCALE;
    const kindFeature = KIND_FEATURES[match.kind];
    if (kindFeature !== undefined) values[row + kindFeature] = 1;
    const nameFeature = NAME_FEATURES[match.nameKind];
    if (nameFeature !== undefined) values[row + nameFeature] = 1;
    if (situation.isStripped) values[row + STRIPPED] = 1;
    if (candidates.length === 1) values[row + ONLY] = 1;
    else values[row + LARGEST] = leadOf(match, candidates);
    if (match.isListed) values[row + LISTED] = 1;
    if (group.isElsewhere) values[row + NONE_WITHIN] = 1;
    if (within.length > 0)
      values[row + (within.some((container) => isWithin(match, container)) ? WITHIN : NOT_WITHIN)] = 1;
    if (contains.length > 0) {
      const container = containerOf(match);
      const holds =
        container !== null && contains.some((held) => held.candidates.some((other) => isWithin(other, container)));
      if (holds) values[row + HOLDS] = 1;
    }
    if (fitting !== null) values[row + (fitting.includes(match.kind) ? FITS : FITS_NOT)] = 1;
    values[row + DOUBT] = 1 - situation.probability;
    if (situation.isFound) values[row + FOUND] = 1;
  }
}

/**
 * Fills in the features from FIRST_CONTEXT_FEATURE on, by what is believed of the rest of the article.
 *
 * @param g position of the group
 * @param beliefs of its candidates, by which it is itself in the context
 * @param beliefsOf of any group
 * @param elsewhere how likely each place is where the same name has other words beside it; null where it never has
 * @example
 * fillContextFeatures(values, groups[0], 0, beliefs[0], contextOf(groups, beliefs), null, (group) => beliefs[groups.indexOf(group)]);
 */
export function fillContextFeatures(
  values: Float64Array,
  group: MentionGroup,
  g: number,
  beliefs: Float64Array,
  context: ArticleContext,
  elsewhere: ReadonlyMap<number, number> | null,
  beliefsOf: (group: MentionGroup) => Float64Array,
): void {
  const { candidates, sentences, key } = group;
  const weight = Math.sqrt(group.mentions.length);
  let own = 0;
  for (let c = 0; c < candidates.length; c++)
    if (beliefs[c] >= LEAST_BELIEF && candidates[c].country !== '') own += weight * beliefs[c];
  const others = context.total - own;
  for (let c = 0; c < candidates.length; c++) {
    const match = candidates[c];
    const row = c * N;
    const { country, region } = match;
    if (country !== '') {
      let ownCountry = 0;
      let ownRegion = 0;
      for (let o = 0; o < candidates.length; o++) {
        if (beliefs[o] < LEAST_BELIEF || candidates[o].country !== country) continue;
        ownCountry += weight * beliefs[o];
        if (candidates[o].region === region) ownRegion += weight * beliefs[o];
      }
      const share = Math.max(0, (context.countries.get(country) ?? 0) - ownCountry) / (others + LEAST_EVIDENCE);
      values[row + COUNTRY_SHARE] = share;
      values[row + ABSENT] = others > LEAST_EVIDENCE && share < ABSENT_SHARE && sizeOf(match) < WELL_KNOWN ? 1 : 0;
      const inRegion = match.kind === 'country' ? 0 : (context.regions.get(region) ?? 0) - ownRegion;
      values[row + REGION_SHARE] = Math.max(0, inRegion) / (others + LEAST_EVIDENCE);
      values[row + IN_SENTENCE] = isNamedBeside(sentences, key, country, context) ? 1 : 0;
    }
    values[row + NEAR] = nearnessOf(match, g, context);
    values[row + ELSEWHERE] = elsewhere?.get(match.place) ?? 0;
    if (group.listed.length > 0) values[row + OF_A_KIND] = likeness(match, group.listed, beliefsOf);
  }
}

/** How much larger a place is than all others of its name and rank: from 0, where it is not, to 1. */
function leadOf(match: Match, candidates: readonly Match[]): number {
  const rank = RANK_OF[match.kind];
  let second = 0;
  for (const other of candidates)
    if (other !== match && RANK_OF[other.kind] === rank) second = Math.max(second, sizeOf(other));
  return Math.max(0, Math.min(1, (sizeOf(match) - second) / LARGEST_LEAD));
}

/** How likely the names listed beside this one are to be of a place's rank, at most. */
function likeness(
  match: Match,
  listed: readonly MentionGroup[],
  beliefsOf: (group: MentionGroup) => Float64Array,
): number {
  let most = 0;
  for (const group of listed) {
    const beliefs = beliefsOf(group);
    let same = 0;
    for (let c = 0; c < beliefs.length; c++)
      if (RANK_OF[group.candidates[c].kind] === RANK_OF[match.kind]) same += beliefs[c];
    most = Math.max(most, same);
  }
  return most;
}

function sizeOf({ people, kind }: Match): number {
  return people + (kind === 'capital' ? CAPITAL_LEAD : 0);
}

function isNamedBeside(sentences: readonly number[], key: number, country: string, context: ArticleContext): boolean {
  for (const sentence of sentences) {
    const by = context.sentences.get(sentence)?.get(country);
    if (by !== undefined && by !== key) return true;
  }
  return false;
}

/** 1 at another place of the article, 0 from NEAR_CHORD on, times how sure that one is. */
function nearnessOf({ x, y, z, place }: Match, g: number, { points }: ArticleContext): number {
  let near = 0;
  for (let p = 0; p < points.length; p++) {
    const { group, match, belief } = points[p];
    const [dx, dy, dz] = [match.x - x, match.y - y, match.z - z];
    const square = dx * dx + dy * dy + dz * dz;
    if (square >= NEAR_CHORD * NEAR_CHORD || group === g || match.place === place) continue;
    near = Math.max(near, belief * (1 - Math.sqrt(square) / NEAR_CHORD));
  }
  return near;
}
