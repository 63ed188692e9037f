import { PLACE_FEATURES, type PlaceFeature } from './candidate-features.ts';
import type { PlaceMention } from './find-mentions.ts';
import type { Gazetteer } from './gazetteer.ts';

/** What a feature says where it speaks for a place; those of the kind of the place say nothing that the place does not. */
const REASONS: Readonly<Partial<Record<PlaceFeature, string>>> = {
  'only place of its name': 'the only place of this name',
  'within the place named beside it': 'lies in the place named beside it',
  'holds the place named before it': 'holds the place named before it',
  'kind that the word beside it says': 'is what the word beside it says',
  'country named in the sentence': 'its country is named in the sentence',
  'share of its country in the article': 'the article speaks of its country',
  'share of its region in the article': 'the article speaks of its region',
  'near other places of the article': 'near other places of the article',
  'so called elsewhere in the article': 'so called elsewhere in the article',
};
/** A part of the weight that is worth naming. */
const LEAST_PART = 0.3;

/**
 * Why a mention is where it is, the weightiest reason first.
 *
 * @param parts what each feature added, as `PlaceResolver` gives it
 * @example
 * whyPlaced(mention, place, parts, gazetteer); // ['largest of 12 places of this name', 'lies in the place named beside it']
 */
export function whyPlaced(
  { matches, role, isInner, relation }: PlaceMention,
  place: number | null,
  parts: Float64Array,
  gazetteer: Gazetteer,
): string[] {
  const why: string[] = [];
  if (matches.length === 0) why.push('the gazetteer does not know it');
  else if (place === null)
    why.push(matches.length === 1 ? 'too uncertain to place' : `may be any of ${matches.length} places`);
  else {
    const reasons = PLACE_FEATURES.flatMap((feature, f) => {
      const reason = REASONS[feature];
      return reason !== undefined && parts[f] >= LEAST_PART ? [{ reason, part: parts[f] }] : [];
    });
    why.push(...reasons.sort((a, b) => b.part - a.part).map(({ reason }) => reason));
    const rank = rankOf(place, matches, gazetteer);
    if (rank === 1 && matches.length > 1) why.push(`the most important of ${matches.length} places of this name`);
  }
  if (role === 'adjective') why.push('adjective of a country, beside a word for a place');
  if (role === 'found') why.push('a place by the words beside it');
  if (isInner) why.push('named in that of a public body');
  if (relation === 'near') why.push('near it, not there');
  if (relation === 'part') why.push('a part of it');
  return why;
}

function rankOf(place: number, matches: PlaceMention['matches'], gazetteer: Gazetteer): number {
  const people = gazetteer.population(place);
  return 1 + matches.filter((match) => gazetteer.population(match.place) > people).length;
}
