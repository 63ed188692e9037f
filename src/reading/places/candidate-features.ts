/**
 * What is weighed of one thing that a name may mean: how many people live there, what kind of place it is and how the name calls it, whether
 * the words beside the name fit, and whether the rest of the article speaks of its country, its region, and of places near it. Each has one weight,
 * learned by training/places/train.ts.
 *
 * Population, and other places of the article as context: Lieberman, Samet & Sankaranarayanan 2010; one sense of a name in an
 * article: Gale, Church & Yarowsky 1992.
 */
import type { Gazetteer } from './gazetteer.ts';
import { KINDS_OF_HINT } from './generic-words.ts';
import { type Candidate, containerOf, isWithin, type MentionGroup } from './group-mentions.ts';
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
  'country named in the sentence',
  'share of its country in the article',
  'country not in the article',
  'share of its region in the article',
  'near other places of the article',
  'so called elsewhere in the article',
  'doubt of the name',
  'found by its neighbours alone',
] as const;

export type PlaceFeature = (typeof PLACE_FEATURES)[number];

/** The first feature that tells of the rest of the article; those before it are known from the name and the words beside it. */
export const FIRST_CONTEXT_FEATURE = PLACE_FEATURES.indexOf('country named in the sentence');

const AT = Object.fromEntries(PLACE_FEATURES.map((feature, i) => [feature, i])) as Record<PlaceFeature, number>;

const KIND_FEATURES: Readonly<Partial<Record<PlaceKind, PlaceFeature>>> = {
  country: 'country',
  continent: 'continent',
  admin1: 'first-level region',
  admin2: 'second-level region',
  region: 'informal region',
  capital: 'capital',
  seat1: 'seat of a first-level region',
  seat2: 'seat of a second-level region',
  quarter: 'part of a town',
  water: 'water, island or terrain',
  island: 'water, island or terrain',
  terrain: 'water, island or terrain',
  site: 'site',
};
const NAME_FEATURES: Readonly<Partial<Record<NameKind, PlaceFeature>>> = {
  listed: 'listed name',
  other: 'other name',
  short: 'short form',
};
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
]);

/** How likely the candidates of each group are, as far as they are known; the rest is that none is meant. */
export type Beliefs = readonly Float64Array[];

/** What the article speaks of: countries and regions, and how much. */
export interface ArticleContext {
  readonly countries: ReadonlyMap<string, number>;
  readonly regions: ReadonlyMap<number, number>;
  readonly total: number;
  /** Of each group, what it gave to the sums above. */
  readonly given: readonly ReadonlyMap<string, number>[];
  readonly points: readonly { readonly group: number; readonly candidate: Candidate; readonly belief: number }[];
  /** Countries and regions that are named in a sentence, by the key of the name. */
  readonly sentences: ReadonlyMap<number, readonly { readonly key: number; readonly country: string }[]>;
}

/**
 * Sums up what the groups are believed to mean.
 *
 * @example
 * contextOf(groups, beliefs, gazetteer).countries.get('UA'); // 2.4
 */
export function contextOf(groups: readonly MentionGroup[], beliefs: Beliefs, gazetteer: Gazetteer): ArticleContext {
  const countries = new Map<string, number>();
  const regions = new Map<number, number>();
  const points: { group: number; candidate: Candidate; belief: number }[] = [];
  const sentences = new Map<number, { key: number; country: string }[]>();
  let total = 0;
  const given = groups.map((group, g) => {
    const own = new Map<string, number>();
    const weight = Math.sqrt(group.mentions.length);
    let best = 0;
    for (const [c, candidate] of group.candidates.entries()) {
      const belief = beliefs[g][c];
      if (belief > beliefs[g][best]) best = c;
      if (belief < 0.01) continue;
      const country = gazetteer.country(candidate.place);
      if (country === '') continue;
      const share = weight * belief;
      total += share;
      countries.set(country, (countries.get(country) ?? 0) + share);
      own.set(country, (own.get(country) ?? 0) + share);
      const region = gazetteer.region(candidate.place);
      if (gazetteer.regionPlace(region) < 0) continue;
      regions.set(region, (regions.get(region) ?? 0) + share);
      own.set(`${region}`, (own.get(`${region}`) ?? 0) + share);
    }
    const belief = beliefs[g][best] ?? 0;
    if (belief > 0.3) {
      const candidate = group.candidates[best];
      const kind = gazetteer.kind(candidate.place);
      const isWide = kind === 'country' || kind === 'continent';
      if (!isWide) points.push({ group: g, candidate, belief });
      const container = containerOf(gazetteer, candidate.place);
      if (container !== null)
        for (const sentence of group.sentences) {
          const named = sentences.get(sentence);
          const entry = { key: group.key, country: container.country };
          if (named) named.push(entry);
          else sentences.set(sentence, [entry]);
        }
    }
    return own;
  });
  if (points.length > MOST_POINTS) {
    points.sort((a, b) => b.belief - a.belief);
    points.length = MOST_POINTS;
  }
  return { countries, regions, total, given, points, sentences };
}

/** What the features of a group need beside the article's context. */
export interface GroupSituation {
  /** How sure the tagger is of the name at best. */
  readonly probability: number;
  readonly isStripped: boolean;
  readonly isFound: boolean;
  /** How likely each candidate is where the same name has other words beside it; null where it never has. */
  readonly elsewhere: ReadonlyMap<number, number> | null;
}

/**
 * Fills in the features of each candidate of a group.
 *
 * @param values PLACE_FEATURES.length a candidate
 * @param context null while nothing is known of the rest of the article
 * @example
 * fillFeatures(values, groups, 0, situation, null, gazetteer);
 */
export function fillFeatures(
  values: Float64Array,
  groups: readonly MentionGroup[],
  g: number,
  situation: GroupSituation,
  context: ArticleContext | null,
  gazetteer: Gazetteer,
): void {
  values.fill(0);
  const group = groups[g];
  const { candidates, within, hint } = group;
  const fitting = hint === null ? null : KINDS_OF_HINT[hint];
  const people = candidates.map(
    ({ place }) =>
      Math.log2(gazetteer.population(place) + 1) + (gazetteer.kind(place) === 'capital' ? CAPITAL_LEAD : 0),
  );
  const largest = people.indexOf(Math.max(...people));
  const second = Math.max(0, ...people.filter((_, c) => c !== largest));
  const lead = Math.min(1, (people[largest] - second) / LARGEST_LEAD);
  for (const [c, candidate] of candidates.entries()) {
    const at = c * PLACE_FEATURES.length;
    const { place, nameKind } = candidate;
    const kind = gazetteer.kind(place);
    const set = (feature: PlaceFeature, value: number): void => {
      values[at + AT[feature]] = value;
    };
    set('any place', 1);
    set('people', Math.log2(gazetteer.population(place) + 1) / PEOPLE_SCALE);
    const kindFeature = KIND_FEATURES[kind];
    if (kindFeature) set(kindFeature, 1);
    const nameFeature = NAME_FEATURES[nameKind];
    if (nameFeature) set(nameFeature, 1);
    if (situation.isStripped) set('name with a word taken off', 1);
    if (candidates.length === 1) set('only place of its name', 1);
    else if (c === largest) set('largest of its name', lead);
    if (isListedArea(kind, place, gazetteer)) set('well-known area or site', 1);
    if (group.isElsewhere) set('none of its name is within the place named beside it', 1);
    if (within.length > 0) {
      const isInside = within.some((container) => isWithin(gazetteer, place, container));
      set(isInside ? 'within the place named beside it' : 'not within the place named beside it', 1);
    }
    if (group.contains.length > 0) {
      const container = containerOf(gazetteer, place);
      const holds =
        container !== null &&
        group.contains.some((held) => held.candidates.some((other) => isWithin(gazetteer, other.place, container)));
      if (holds) set('holds the place named before it', 1);
    }
    if (fitting) {
      const fits = fitting.includes(kind);
      set(fits ? 'kind that the word beside it says' : 'another kind than the word beside it says', 1);
    }
    set('doubt of the name', 1 - situation.probability);
    if (situation.isFound) set('found by its neighbours alone', 1);
    if (context !== null) fillContext(values, at, group, g, candidate, context, gazetteer);
    set('so called elsewhere in the article', situation.elsewhere?.get(place) ?? 0);
  }
}

/** Whether a place stands in training/gazetteer/areas.tsv, where only what is well known does. */
function isListedArea(kind: PlaceKind, place: number, gazetteer: Gazetteer): boolean {
  return kind !== 'country' && kind !== 'admin1' && kind !== 'admin2' && gazetteer.geonamesId(place) === null;
}

function fillContext(
  values: Float64Array,
  at: number,
  group: MentionGroup,
  g: number,
  { place, x, y, z }: Candidate,
  context: ArticleContext,
  gazetteer: Gazetteer,
): void {
  const country = gazetteer.country(place);
  const own = context.given[g];
  let ownTotal = 0;
  // Regions have numbers for keys, countries letters.
  for (const [name, share] of own) if (name > '9') ownTotal += share;
  const others = context.total - ownTotal;
  if (country !== '') {
    const share = ((context.countries.get(country) ?? 0) - (own.get(country) ?? 0)) / (others + LEAST_EVIDENCE);
    values[at + AT['share of its country in the article']] = share;
    if (others > LEAST_EVIDENCE && share < ABSENT_SHARE) values[at + AT['country not in the article']] = 1;
    const region = gazetteer.region(place);
    const inRegion = (context.regions.get(region) ?? 0) - (own.get(`${region}`) ?? 0);
    values[at + AT['share of its region in the article']] = inRegion / (others + LEAST_EVIDENCE);
    const isNamed = group.sentences.some((sentence) =>
      context.sentences.get(sentence)?.some((named) => named.key !== group.key && named.country === country),
    );
    if (isNamed) values[at + AT['country named in the sentence']] = 1;
  }
  let near = 0;
  for (const point of context.points) {
    if (point.group === g) continue;
    const [dx, dy, dz] = [point.candidate.x - x, point.candidate.y - y, point.candidate.z - z];
    const square = dx * dx + dy * dy + dz * dz;
    if (square >= NEAR_CHORD * NEAR_CHORD || point.candidate.place === place) continue;
    near = Math.max(near, point.belief * (1 - Math.sqrt(square) / NEAR_CHORD));
  }
  values[at + AT['near other places of the article']] = near;
}
