import { PLACE_FEATURES, type PlaceFeature } from './candidate-features.ts';
import type { PlaceMention } from './find-mentions.ts';
import type { Match } from './gazetteer.ts';

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
 * Why a name means a place, or none, the weightiest reason first.
 *
 * @param match null where it is unplaced
 * @param parts what each feature added, as `PlaceResolver` gives it
 * @example
 * whyPlaced(mention.matches, match, parts); // ['lies in the place named beside it', 'the most important of 12 places of this name']
 */
export function whyPlaced(matches: readonly Match[], match: Match | null, parts: Float64Array): string[] {
  if (matches.length === 0) return ['the gazetteer does not know it'];
  if (match === null)
    return [matches.length === 1 ? 'too uncertain to place' : `may be any of ${matches.length} places`];
  const reasons: { reason: string; part: number }[] = [];
  for (const [f, feature] of PLACE_FEATURES.entries()) {
    const reason = REASONS[feature];
    if (reason !== undefined && parts[f] >= LEAST_PART) reasons.push({ reason, part: parts[f] });
  }
  const why = reasons.sort((a, b) => b.part - a.part).map(({ reason }) => reason);
  const isLargest = matches.every(({ people }) => people <= match.people);
  if (isLargest && matches.length > 1) why.push(`the most important of ${matches.length} places of this name`);
  return why;
}

/**
 * What is to be said of a mention itself, whatever it means.
 *
 * @example
 * notesOf(mention); // ['near it, not there'] for "a village near Kharkiv"
 */
export function notesOf({ role, isInner, relation, site }: PlaceMention): string[] {
  const notes: string[] = [];
  if (role === 'adjective') notes.push('adjective of a country, beside a word for a place');
  if (role === 'found') notes.push('a place by the words beside it');
  if (isInner) notes.push('named in that of a public body');
  if (relation === 'near') notes.push('near it, not there');
  if (relation === 'part') notes.push('a part of it');
  if (site !== null) notes.push('a site in or near it: the coordinates are not those of the site');
  return notes;
}
