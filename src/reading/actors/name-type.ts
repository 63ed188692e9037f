/**
 * What a named actor is. Its entity's type and the types of its names decide; what stands beside the names and the lists of places
 * and outlets correct them.
 */
import type { EntityType, NameType } from '../../text/document.ts';
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import type { ActorType } from '../reading.ts';
import type { DescriptionKind } from './description-nouns.ts';
import type { Ground } from './ground.ts';
import { isSeat, metonymOf } from './metonyms.ts';
import { kindOfNoun } from './noun-kinds.ts';
import { isNameOf, isOutletName } from './outlet-names.ts';
import { readDescription } from './read-description.ts';

/** Whether a name is known as a place's: the gazetteer's answer. */
export type IsPlace = (name: string) => boolean;

export interface NamedType {
  /** null for a place that does not speak, and for what can be no actor. */
  readonly type: ActorType | null;
  readonly why: readonly string[];
}

/**
 * The type of a named actor.
 *
 * @param speaks whether it is a source: a place that is none is no actor
 * @example
 * typeOfName(ground, isPlaceName, [{ first: 3, last: 4 }], 'place', true).type; // 'state'
 */
export function typeOfName(
  ground: Ground,
  isPlaceName: IsPlace,
  names: readonly Range[],
  entityType: EntityType | null,
  speaks: boolean,
): NamedType {
  const name = longestOf(ground, names);
  const outlet = ground.document.outlet ?? null;
  const votes = votesOf(ground, names);
  const voted = entityType === null || entityType === 'other' ? winnerOf(votes) : entityType;
  if (voted !== 'person' && isSeat(name)) return { type: 'state', why: [metonymOf(name)!] };
  const said = saidOfNames(ground, names);
  if (outlet && isNameOf(name, outlet) && voted !== 'place') return { type: 'outlet', why: ['name of the outlet'] };
  if (said === 'medium' && voted !== 'place') return { type: 'outlet', why: ['called a medium in the text'] };
  if (
    voted === 'place' ||
    (voted !== 'person' && voted !== 'organization' && voted !== 'group' && metonymOf(name) !== null)
  )
    return speaks ? ofPlace(ground, isPlaceName, names, name) : { type: null, why: [] };
  if (voted !== 'person' && voted !== 'group' && isOutletName(name))
    return { type: 'outlet', why: ['outlet by its name'] };
  if (said === 'body' && voted === 'person') return { type: 'organization', why: ['called a body in the text'] };
  if (voted === 'work') return { type: 'document', why: [] };
  if (voted === 'person' || voted === 'group' || voted === 'organization') return { type: voted, why: [] };
  return { type: speaks ? 'organization' : null, why: [] };
}

function ofPlace(ground: Ground, isPlaceName: IsPlace, names: readonly Range[], name: string): NamedType {
  const metonym = metonymOf(name);
  if (metonym) return { type: 'state', why: [metonym] };
  if (names.some((range) => isSaidCapital(ground, range)))
    return { type: 'state', why: ['capital, by the text, stands for a government'] };
  if (isPlaceName(name)) return { type: 'organization', why: ['town or region speaks: stands for its authorities'] };
  return { type: 'state', why: ['place speaks: stands for its government'] };
}

/** "Sarnova, Velmora's capital", "the capital, Sarnova", "the capital of Velmora, Sarnova". */
function isSaidCapital(ground: Ground, { first, last }: Range): boolean {
  const words = ground.wordsAt(first);
  const near = (from: number, to: number): boolean => {
    for (let t = from; t < to; t++) if (words.lower(t) === 'capital') return true;
    return false;
  };
  return (
    (words.lower(last) === ',' && near(last + 1, last + 5) && words.lower(last + 1) !== 'and') ||
    (words.lower(first - 1) === ',' && near(first - 5, first - 1)) ||
    words.lower(first - 1) === 'capital'
  );
}

/** Whether the words beside a name call it a body or a medium: "the agency Corvane", "Hydrovel, the company that …". */
function saidOfNames(ground: Ground, names: readonly Range[]): 'medium' | 'body' | null {
  let found: 'body' | null = null;
  for (const { first, last } of names) {
    const words = ground.wordsAt(first);
    const kinds = [kindRightBefore(words, first), kindOfApposition(ground, words, last)];
    if (words.lower(first - 1) === ',') kinds.push(kindRightBefore(words, first - 1));
    if (kinds.includes('medium')) return 'medium';
    if (kinds.includes('body')) found = 'body';
  }
  return found;
}

function kindRightBefore(words: SentenceWords, t: number): DescriptionKind | undefined {
  const noun = words.lower(t - 1);
  if (!/^NN$/.test(words.tag(t - 1))) return undefined;
  const isNews = words.lower(t - 2) === 'news' && /^(?:site|service|agency)$/.test(noun);
  // "The agency Corvane": in news, an agency named behind the noun is one of news.
  return isNews || noun === 'agency' ? 'medium' : kindOfNoun(noun);
}

function kindOfApposition(ground: Ground, words: SentenceWords, comma: number): DescriptionKind | undefined {
  if (words.lower(comma) !== ',' || !/^(?:an?|the)$/.test(words.lower(comma + 1))) return undefined;
  const description = readDescription(ground, comma + 1, words.last);
  if (!description || description.isPlural || /^(?:VB[DZP]|MD)$/.test(words.tag(description.last))) return undefined;
  return description.kind;
}

function votesOf(ground: Ground, names: readonly Range[]): Map<NameType, number> {
  const votes = new Map<NameType, number>();
  for (const { first, last } of names) {
    const name = ground.nameAt(first);
    if (!name || name.last < last) continue;
    votes.set(name.type, (votes.get(name.type) ?? 0) + name.probability * (last - first));
  }
  return votes;
}

function winnerOf(votes: ReadonlyMap<NameType, number>): NameType | null {
  let winner: NameType | null = null;
  for (const [type, vote] of votes) if (winner === null || vote > votes.get(winner)!) winner = type;
  return winner;
}

/**
 * The longest of several names, as it stands in the text; of equals the first.
 *
 * @example
 * longestOf(ground, names); // 'Danilo Farkas' of "Farkas" and "Danilo Farkas"
 */
export function longestOf(ground: Ground, names: readonly Range[]): string {
  return names.map((range) => ground.textOf(range)).reduce((a, b) => (b.length > a.length ? b : a));
}
