/**
 * Puts the mentions together that must mean the same place: the same name with the same words beside it. An article that says Paris
 * five times is thought about once. Finds the names that say where another one is ("Springfield, Illinois", "Goz Beida in Chad",
 * "Indonesia's Aceh province").
 */
import type { PlaceMention } from './find-mentions.ts';
import type { Gazetteer, Match } from './gazetteer.ts';
import type { Hint } from './generic-words.ts';
import { placeKey } from './place-key.ts';

export interface MentionGroup {
  readonly key: number;
  readonly hint: Hint | null;
  /** Positions in the list of mentions; evidence has its own groups. */
  readonly mentions: number[];
  readonly isEvidence: boolean;
  candidates: readonly Match[];
  /** Numbers of the countries and regions that a name beside this one may mean, which says in which it lies. */
  readonly within: readonly Container[];
  /** A country or region is named beside this one that holds nothing of this name: "Bradford, Ontario" where the gazetteer has no such town. */
  readonly isElsewhere: boolean;
  /** Groups of which this one says where they are. */
  readonly contains: MentionGroup[];
  /** Groups that stand in a list with this one: "Georgia and Ukraine". */
  readonly listed: MentionGroup[];
  readonly sentences: readonly number[];
}

/** A country by its code, or a region of the first level by its number. */
export interface Container {
  readonly country: string;
  readonly region: number | null;
}

const BETWEEN_QUALIFIED = /^(?:,\s*|\s*\(\s*|,? in (?:the )?|,? in (?:north|south|east|west|central)\w* )$/;
const BETWEEN_LISTED = /^\s*(?:,|,? and|,? or|;)\s+$/;
const LONGEST_JOIN = 8;
const MOST_NEIGHBOURS = 8;
const BETWEEN_POSSESSIVE = /^['’]s?\s+(?:\p{Ll}+\s+)?$/u;
/** A state's short form after a town, where no tagger saw a name: "Springfield, Ill." */
const SHORT_FORM = /^,\s+((?:\p{Lu}\.\s?){1,3}|\p{Lu}\p{Ll}{2,4}\.|\p{Lu}{2,3}\b)/u;
const LONGEST_SHORT_FORM = 12;

/**
 * The groups of a document's mentions, in the order in which they first occur.
 *
 * @example
 * groupMentions(document.text, mentions, gazetteer)[0].within; // [{ country: 'US', region: 17 }] for "Springfield, Illinois"
 */
export function groupMentions(text: string, mentions: readonly PlaceMention[], gazetteer: Gazetteer): MentionGroup[] {
  const groups = new Map<string, MentionGroup & { sentences: number[] }>();
  const groupOf: MentionGroup[] = [];
  const qualifiers = mentions.map((mention, m) => qualifierOf(text, mentions, m, gazetteer, mention));
  const qualifying = new Set(qualifiers.map((qualifier) => qualifier?.mention));
  for (const [m, mention] of mentions.entries()) {
    const { key, hint, role, matches, sentence } = mention;
    const qualifier = qualifiers[m];
    // The Washington of "Seattle, Washington" may be another one than that of "he said in Washington".
    const name = `${key} ${hint ?? ''} ${qualifier?.key ?? ''} ${role === 'evidence'} ${qualifying.has(m)}`;
    let group = groups.get(name);
    if (!group) {
      group = {
        key,
        hint,
        mentions: [],
        isEvidence: role === 'evidence',
        candidates: matches,
        within: qualifier?.within ?? [],
        isElsewhere: qualifier?.within.length === 0,
        contains: [],
        listed: [],
        sentences: [],
      };
      groups.set(name, group);
    }
    // What "the White House" rules out, "a White House spokesman" does not bring back.
    if (matches.length < group.candidates.length) group.candidates = matches;
    group.mentions.push(m);
    if (group.sentences.at(-1) !== sentence) group.sentences.push(sentence);
    groupOf.push(group);
  }
  for (const [m, qualifier] of qualifiers.entries())
    if (qualifier?.mention !== undefined) addTo(groupOf[qualifier.mention].contains, groupOf[m]);
  for (let m = 1; m < mentions.length; m++) {
    const isQualified = qualifiers[m - 1]?.mention === m;
    if (isQualified || mentions[m].role === 'evidence' || !isJoined(text, mentions[m - 1], mentions[m])) continue;
    addTo(groupOf[m - 1].listed, groupOf[m]);
    addTo(groupOf[m].listed, groupOf[m - 1]);
  }
  return [...groups.values()];
}

/**
 * Whether a place lies in a country or region.
 *
 * @example
 * isWithin(kharkiv, { country: 'UA', region: null }); // true
 */
export function isWithin(place: Match, { country, region }: Container): boolean {
  if (place.kind === 'country' || place.kind === 'continent') return false;
  if (region === null) return place.country === country;
  return place.kind !== 'admin1' && place.region === region;
}

/**
 * What a place is as a container of others; null where it contains none that the gazetteer could tell of.
 *
 * @example
 * containerOf(ukraine); // { country: 'UA', region: null }
 */
export function containerOf({ kind, country, region }: Match): Container | null {
  if (country === '') return null;
  if (kind === 'country') return { country, region: null };
  if (kind === 'admin1' || kind === 'admin2') return { country, region };
  return kind === 'region' || kind === 'island' ? { country, region: null } : null;
}

/** A name beside another one that says where that is. */
interface Qualifier {
  readonly key: number;
  /** Empty where it holds nothing that the other name may mean. */
  readonly within: readonly Container[];
  /** Position of the mention that qualifies, if it is one. */
  readonly mention?: number;
}

function qualifierOf(
  text: string,
  mentions: readonly PlaceMention[],
  m: number,
  gazetteer: Gazetteer,
  mention: PlaceMention,
): Qualifier | null {
  if (mention.role === 'evidence') return null;
  const next = mentions[m + 1];
  const between = next && next.start >= mention.end ? text.slice(mention.end, next.start) : '';
  if (BETWEEN_QUALIFIED.test(between) && next.key !== mention.key) {
    const within = containersFor(next.matches, mention);
    const isList = isListed(text, mentions, m) && rankOf(mention) >= rankOf(next);
    if (within.length > 0 && !isList) return { key: next.key, within, mention: m + 1 };
    if (within.length === 0 && between.startsWith(',') && rankOf(mention) < rankOf(next))
      return { key: next.key, within };
  }
  const short = SHORT_FORM.exec(text.slice(mention.end, mention.end + LONGEST_SHORT_FORM))?.[1];
  if (short !== undefined && !(next && next.start < mention.end + LONGEST_SHORT_FORM)) {
    const key = placeKey(short);
    const matches = gazetteer.find(key).filter(({ nameKind }) => nameKind === 'short');
    const within = containersFor(matches, mention);
    if (within.length > 0) return { key, within };
  }
  const former = mentions[m - 1];
  if (former && former.end <= mention.start && former.key !== mention.key) {
    const within = containersFor(former.matches, mention);
    if (within.length > 0 && BETWEEN_POSSESSIVE.test(text.slice(former.end, mention.start)))
      return { key: former.key, within, mention: m - 1 };
  }
  return null;
}

/** Keeps a group's neighbours few: a list of a thousand places says no more than one of eight. */
function addTo(neighbours: MentionGroup[], group: MentionGroup): void {
  if (neighbours.length < MOST_NEIGHBOURS && !neighbours.includes(group)) neighbours.push(group);
}

/** Whether a mention and the next one stand in a longer list: "Ghana, Niger, Nigeria and Togo". */
function isListed(text: string, mentions: readonly PlaceMention[], m: number): boolean {
  const [former, mention, next, last] = [mentions[m - 1], mentions[m], mentions[m + 1], mentions[m + 2]];
  return (
    (former !== undefined && isJoined(text, former, mention)) || (last !== undefined && isJoined(text, next, last))
  );
}

function isJoined(text: string, a: PlaceMention, b: PlaceMention): boolean {
  return a.end <= b.start && b.start - a.end <= LONGEST_JOIN && BETWEEN_LISTED.test(text.slice(a.end, b.start));
}

/** 3 for what may be a country, 2 for a region of the first level, 1 for anything else, 0 for what nobody knows. */
function rankOf({ matches }: PlaceMention): number {
  let rank = matches.length > 0 ? 1 : 0;
  for (const { kind, nameKind } of matches) {
    if (nameKind === 'other' || nameKind === 'people') continue;
    if (kind === 'country') return 3;
    if (kind === 'admin1') rank = 2;
  }
  return rank;
}

/** Of what a name may mean, those countries and regions that hold one of the places that the mention may mean. */
function containersFor(matches: readonly Match[], mention: PlaceMention): Container[] {
  const containers: Container[] = [];
  for (const match of matches) {
    const container = match.nameKind === 'people' ? null : containerOf(match);
    if (container !== null && mention.matches.some((held) => isWithin(held, container))) containers.push(container);
  }
  return containers;
}
