/**
 * Finds what may mention a place: names of type place, names inside those of public bodies, names of other types that the gazetteer
 * knows and the words beside them show to be places, and capitalised words that no name holds after "in", "at", "near" … Nationalities
 * and what stands in other bodies' names are found as evidence: they tell of which country an article speaks.
 *
 * Linear in the tokens; each name is looked up once, however often it is mentioned.
 */
import type { Name } from '../../text/document.ts';
import type { ReadDocument } from '../reading.ts';
import type { Gazetteer, Match } from './gazetteer.ts';
import {
  AFLOAT_WORDS,
  BESIDE_PREPOSITIONS,
  GENERIC_WORDS,
  type Hint,
  KINDS_OF_HINT,
  NEAR_WORDS,
  PART_WORDS,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  SITES_OF_TOWNS,
  WAY_PREPOSITIONS,
  WAY_WORDS,
} from './generic-words.ts';
import type { PlaceKind } from './kinds.ts';
import { BODY_WORDS, NAMED_AFTER, PUBLIC_WORDS } from './named-after.ts';
import { keyOfWords, placeWords } from './place-key.ts';
import { type PlaceOffset, type PlaceSite, readOffset, readSite } from './read-offset.ts';

/** How what is spoken of lies to the place that is named: there, in a part of it, or near it. */
export type Relation = 'at' | 'part' | 'near';

/**
 * What a mention is: a place's name; one that no tagger took for a place, but the gazetteer and its neighbours do; the adjective of a
 * country beside a word for a place; or no mention at all, but evidence of what the article is about.
 */
export type MentionRole = 'name' | 'found' | 'adjective' | 'evidence';

export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  readonly role: MentionRole;
  /** The number under which the gazetteer has it. */
  readonly key: number;
  readonly matches: readonly Match[];
  /** Whether a word for a kind of place, or a part of one, was taken off before it was found. */
  readonly isStripped: boolean;
  /** What kind of place the words beside it say it is. */
  readonly hint: Hint | null;
  readonly relation: Relation;
  /** How far and which way from it, and what site in or near it, as far as the words say. */
  readonly offset: PlaceOffset | null;
  readonly site: PlaceSite | null;
  /** Whether the name stands inside a body's name. */
  readonly isInner: boolean;
  readonly sentence: number;
  /** How sure the tagger is of the name. */
  readonly probability: number;
}

const HINT_OF: ReadonlyMap<string, Hint> = new Map(
  Object.entries(GENERIC_WORDS).flatMap(([hint, words]) => words.map((word): [string, Hint] => [word, hint as Hint])),
);
const parts = new Set(PART_WORDS);
const nears = new Set(NEAR_WORDS);
const ways = new Set(WAY_WORDS);
const wayPrepositions = new Set(WAY_PREPOSITIONS);
const prepositions = new Set(PLACE_PREPOSITIONS);
const placeNouns = new Set(PLACE_NOUNS);
const beside = new Set(BESIDE_PREPOSITIONS);
const afloat = new Set(AFLOAT_WORDS);
/** What parts two names that were taken for one. */
const PARTING: ReadonlySet<string> = new Set([',', 'and', '/', '-', '–', '—', '(', 'of', 'in']);
/** Names in capitals for a headline's sake: of two or three letters they are others. */
const SHOUTED = /^(?=.*\p{Lu}{4})\p{Lu}[\p{Lu} .'’-]*$/u;
const ACRONYM = /^(?:\p{Lu}\.?){1,5}$/u;
/** Worlds, and the like. */
const NO_PLACES: ReadonlySet<string> = new Set(['Earth', 'Moon', 'Mars', 'Venus', 'Heaven', 'Hell', 'Internet', 'Web']);
/** What stands before a name of a person, not of a place. */
const TITLES = /^(?:mr|mrs|ms|dr|prof|sir|lady|lord|president|minister|judge|senator|gen|col|capt|sgt|lt)\.?$/i;
/** Tokens that are taken into a name from before it. */
const MOST_WIDENED = 3;
/** Kinds whose names stand without an article. */
const TOWNS: ReadonlySet<PlaceKind> = new Set(KINDS_OF_HINT.town);
/** Names that are kept from one document to the next. */
const MOST_KNOWN = 4096;
/** Places that are weighed of one name; the least important beyond these are not. */
const MOST_CANDIDATES = 24;
/** Words of the longest name that is looked for where no tagger found one. */
const LONGEST_FOUND = 4;
/** People of the smallest town that is found so. */
const LEAST_PEOPLE = Math.log2(5_000);
/** A name of which the tagger is less sure than this is no place where the gazetteer does not know it. */
const LEAST_PROBABILITY = 0.5;
/** From here on it may be one wherever it stands. */
const SURE_PROBABILITY = 0.9;

interface Found {
  readonly key: number;
  readonly matches: readonly Match[];
  /** What it may mean after "the": where it is a site or an area, no town of that name. */
  readonly articled: readonly Match[];
  readonly isStripped: boolean;
  readonly hint: Hint | null;
  readonly isPart: boolean;
}

const NOTHING: readonly Match[] = [];

export class PlaceMentionFinder {
  private readonly gazetteer: Gazetteer;
  private readonly found = new Map<string, Found>();

  constructor(gazetteer: Gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * All mentions of a document that has names, in order of the text, and what else tells of places.
   *
   * @example
   * finder.find(document)[0].hint; // 'admin' for "the Dnipropetrovsk region"
   */
  find(document: ReadDocument): PlaceMention[] {
    if (this.found.size > MOST_KNOWN) this.found.clear();
    const names = document.names ?? [];
    const mentions: PlaceMention[] = [];
    const sentenceOf = sentenceFinder(document);
    const covered = new Uint8Array(document.tokens!.length);
    for (const name of names) if (name.parent === null) covered.fill(1, name.first, name.last);
    const scan = new Scan(document);
    for (const name of names) {
      const context = { scan, sentence: sentenceOf(name.first), mentions };
      if (name.parent !== null) this.addInner(name, names[name.parent], context);
      else if (name.type === 'place') this.addPlace(name, context);
      else if (name.type === 'group') this.addGroup(name, context);
      else if (name.type === 'organization' || name.type === 'person') this.addOther(name, context);
    }
    for (let t = 1; t < covered.length; t++)
      if (covered[t] === 0) this.addUncovered(t, covered, scan, sentenceOf, mentions);
    return mentions.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /**
   * What a name may mean, of the article's outlet say: the longest part of it that is a place's, as evidence.
   *
   * @example
   * finder.inName('The Toronto Star')!.matches.length; // 9, of Toronto
   */
  inName(name: string): PlaceMention | null {
    const words = name.split(/\s+/);
    for (let length = words.length; length > 0; length--)
      for (let first = 0; first + length <= words.length; first++) {
        const text = words.slice(first, first + length).join(' ');
        if (!/^\p{Lu}/u.test(text) || text === 'The') continue;
        const found = this.lookUp(text);
        if (found.matches.length > 0) return { ...EVIDENCE, ...found };
      }
    return null;
  }

  private addPlace(name: Name, context: Context): void {
    const { scan, sentence, mentions } = context;
    const { last, probability } = name;
    const first = this.widened(name, scan, mentions);
    const whole = this.lookUp(scan.text(first, last));
    const base = { role: 'name' as const, isInner: false, sentence, probability };
    if (whole.matches.length > 0 && whole.matches.every(({ nameKind }) => nameKind === 'people')) {
      this.addGroup(name, context);
      return;
    }
    if (NO_PLACES.has(scan.text(first, last)) || scan.isCode(first)) return;
    if (whole.matches.length === 0 && this.addSplit(first, last, base, context)) return;
    if (isNamedAfter(scan, last)) return;
    if (whole.matches.length === 0 && !this.mayBeUnknown(first, last, probability, context)) return;
    mentions.push(this.mention(scan, first, last, whole, base));
  }

  /** Whether a name that the gazetteer does not know is a place's all the same: a village, a camp, a street. */
  private mayBeUnknown(first: number, last: number, probability: number, { scan, mentions }: Context): boolean {
    const text = scan.text(first, last);
    if (probability < LEAST_PROBABILITY || !/^\p{Lu}/u.test(text) || /\d/.test(text) || ACRONYM.test(text))
      return false;
    if (last - first === 1 && HINT_OF.has(text.toLowerCase())) return false;
    if (BODY_WORDS.has(scan.lower(last - 1)) || TITLES.test(scan.lower(first - 1))) return false;
    const before = scan.lower(scan.lower(first - 1) === 'the' ? first - 2 : first - 1);
    if (prepositions.has(before) || beside.has(before) || hintBeside(scan, first, last) !== null) return true;
    const former = mentions.at(-1);
    const isListed = former !== undefined && former.end === scan.span(first - 1, first).start;
    return isListed || before === 'to' || probability >= SURE_PROBABILITY;
  }

  /** The first token of a name, with words before it that belong to a longer known one: "People's | Republic of China". */
  private widened({ first, last }: Name, scan: Scan, mentions: PlaceMention[]): number {
    const before = mentions.at(-1)?.end ?? 0;
    for (let from = first - MOST_WIDENED; from < first; from++) {
      if (from < 0 || !scan.isCapitalized(from)) continue;
      const found = this.lookUp(scan.text(from, last));
      if (found.isStripped || !isKnown(found)) continue;
      if (scan.span(from, from + 1).start >= before) return from;
      // "Queen Anne's | County": what was found in the first part of a longer name is taken back.
      if ((mentions.at(-2)?.end ?? 0) > scan.span(from, from + 1).start) continue;
      mentions.pop();
      return from;
    }
    return first;
  }

  /** Takes apart what a tagger took for one name: "Washington, D.C.", "Anapa and Temryuk", "Gold Coast of Australia". */
  private addSplit(first: number, last: number, base: MentionBase, { scan, mentions }: Context): boolean {
    const known = scan.splits(first, last).flatMap(([from, to]) => {
      const found = this.lookUp(scan.text(from, to));
      return found.matches.length > 0 ? [{ from, to, found }] : [];
    });
    for (const { from, to, found } of known) mentions.push(this.mention(scan, from, to, found, base));
    if (known.length > 0) return true;
    // "Seoul City Hall" lies in Seoul.
    if (!SITES_OF_TOWNS.has(scan.lower(last - 1))) return false;
    for (let to = last - 1; to > first; to--) {
      const found = this.lookUp(scan.text(first, to));
      if (found.isStripped || !isKnown(found)) continue;
      // That an airport is Taiwan's does not tell where it is.
      if (isWide(found)) return false;
      mentions.push(this.mention(scan, first, last, { ...found, isStripped: true, isPart: true }, base));
      return true;
    }
    return false;
  }

  private addInner({ first, last, type, probability }: Name, outer: Name, { scan, sentence, mentions }: Context): void {
    if (type !== 'place' && type !== 'group') return;
    const found = this.lookUp(scan.text(first, last));
    if (found.matches.length === 0) return;
    let isPublic = false;
    if (outer.type === 'organization' && type === 'place')
      for (let t = outer.first; t < outer.last; t++) isPublic ||= PUBLIC_WORDS.has(scan.lower(t));
    const role = isPublic && isWide(found) ? 'name' : 'evidence';
    mentions.push(this.mention(scan, first, last, found, { role, isInner: true, sentence, probability }));
  }

  private addGroup({ first, last, probability }: Name, { scan, sentence, mentions }: Context): void {
    const base = { isInner: false, sentence, probability };
    // "the Indian | Ocean".
    if (scan.isCapitalized(last) && scan.gap(last) === ' ') {
      const longer = this.lookUp(scan.text(first, last + 1));
      if (!longer.isStripped && isKnown(longer)) {
        mentions.push(this.mention(scan, first, last + 1, longer, { ...base, role: 'found' }));
        return;
      }
    }
    const found = this.lookUp(scan.text(first, last));
    if (found.matches.length === 0) return;
    const isPeople = found.matches.some(({ nameKind }) => nameKind === 'people');
    if (!isPeople) {
      const isPlace = isWide(found) || this.isPlaceHere(scan, first, last, found);
      const role = isPlace ? 'found' : 'evidence';
      mentions.push(this.mention(scan, first, last, found, { ...base, role }));
      return;
    }
    const isBeside = placeNouns.has(scan.lower(last)) && scan.lower(last + 1) !== 'of' && !scan.isCapitalized(last + 1);
    const people = {
      ...found,
      articled: found.matches.filter(({ nameKind }) => nameKind === 'people'),
      matches: found.matches.filter(({ nameKind }) => nameKind === 'people'),
    };
    const role = isBeside ? 'adjective' : 'evidence';
    mentions.push(this.mention(scan, first, last, people, { ...base, role }));
  }

  /** A body's or a person's name that is a place's as it stands: "North Korea", or "Tyler" where he is not one. */
  private addOther(name: Name, { scan, sentence, mentions }: Context): void {
    const { last, type, probability } = name;
    const first = this.widened(name, scan, mentions);
    const found = this.lookUp(scan.text(first, last));
    if (isNamedAfter(scan, last)) return;
    if (scan.isOffshore(first) && (type === 'person' || probability < LEAST_PROBABILITY)) {
      mentions.push(this.mention(scan, first, last, found, { role: 'name', isInner: false, sentence, probability }));
      return;
    }
    if (found.matches.length === 0) return;
    const isBody = type === 'organization';
    // A body that is called like a country stands for it; one called like a town is most often a body.
    if ((isBody || first < name.first) && isWide(found)) {
      mentions.push(this.mention(scan, first, last, found, { role: 'found', isInner: false, sentence, probability }));
    } else if (!TITLES.test(scan.lower(first - 1)) && this.isPlaceHere(scan, first, last, found)) {
      mentions.push(this.mention(scan, first, last, found, { role: 'found', isInner: false, sentence, probability }));
    }
  }

  private addUncovered(
    t: number,
    covered: Uint8Array,
    scan: Scan,
    sentenceOf: (token: number) => number,
    mentions: PlaceMention[],
  ): void {
    const isOffshore = scan.isOffshore(t);
    if (!scan.isCapitalized(t) || sentenceOf(t) !== sentenceOf(t - 1)) return;
    if (!isOffshore && !prepositions.has(scan.lower(t - 1))) return;
    for (let length = LONGEST_FOUND; length > 0; length--) {
      if (t + length > covered.length || covered.subarray(t, t + length).includes(1)) continue;
      if (!scan.isCapitalized(t + length - 1)) continue;
      const found = this.lookUp(scan.text(t, t + length));
      if (found.isStripped || !isKnown(found) || isNamedAfter(scan, t + length)) continue;
      // One word of a longer name that nobody knows is not that name.
      if (scan.isCapitalized(t + length) && scan.gap(t + length) === ' ') return;
      const role = isOffshore ? 'name' : 'found';
      const base = { role, isInner: false, sentence: sentenceOf(t), probability: LEAST_PROBABILITY } as const;
      mentions.push(this.mention(scan, t, t + length, found, base));
      covered.fill(1, t, t + length);
      return;
    }
    if (!isOffshore || /^\d/.test(scan.lower(t + 1))) return;
    // A shore that the gazetteer does not know.
    let last = t + 1;
    while (scan.isCapitalized(last) && scan.gap(last) === ' ' && covered[last] === 0) last++;
    const base = { role: 'name' as const, isInner: false, sentence: sentenceOf(t), probability: LEAST_PROBABILITY };
    mentions.push(this.mention(scan, t, last, this.lookUp(scan.text(t, last)), base));
    covered.fill(1, t, last);
  }

  private mention(scan: Scan, first: number, last: number, found: Found, base: MentionBase): PlaceMention {
    const isArticle = last - first > 1 && scan.lower(first) === 'the' && scan.lower(first + 1) !== 'hague';
    const { start, end } = scan.span(isArticle ? first + 1 : first, last);
    const hint = found.hint ?? (scan.isDateline(first, last) ? 'town' : hintBeside(scan, first, last));
    const relation = relationOf(scan, first, found.isPart);
    return {
      ...base,
      start,
      end,
      key: found.key,
      matches: scan.lower(first - 1) === 'the' ? found.articled : found.matches,
      isStripped: found.isStripped,
      hint,
      relation,
      offset: base.role === 'evidence' ? null : readOffset(scan, first),
      site: base.role === 'evidence' || base.role === 'adjective' ? null : readSite(scan, first, last),
    };
  }

  /** Whether a name that was taken for another thing is a place here, by the words beside it. */
  private isPlaceHere(scan: Scan, first: number, last: number, found: Found): boolean {
    if (!isKnown(found)) return false;
    if (prepositions.has(scan.lower(first - 1))) return true;
    const after = HINT_OF.get(scan.lower(last));
    return after === 'admin' || after === 'island' || after === 'water';
  }

  private lookUp(text: string): Found {
    const known = this.found.get(text);
    if (known) return known;
    const found = withArticle(this.search(text));
    this.found.set(text, found);
    return found;
  }

  private search(text: string): Omit<Found, 'articled'> {
    const words = placeWords(text);
    const whole = this.match(words, text);
    if (whole.length > 0)
      return { key: keyOfWords(words), matches: whole, isStripped: false, hint: null, isPart: false };
    let [first, last] = [0, words.length];
    let hint: Hint | null = null;
    let isPart = false;
    const isGap = (word: string): boolean => word === 'of';
    while (last - first > 1) {
      const [before, after] = [HINT_OF.get(words[first]), HINT_OF.get(words[last - 1])];
      if (parts.has(words[first])) {
        isPart = true;
        first++;
      } else if (after) {
        hint = after;
        last--;
      } else if (before && (isGap(words[first + 1]) || before === 'water' || before === 'terrain')) {
        hint = before;
        first += isGap(words[first + 1]) && last - first > 2 ? 2 : 1;
      } else break;
      const rest = words.slice(first, last);
      const matches = this.gazetteer.find(keyOfWords(rest), MOST_CANDIDATES);
      if (matches.length > 0) return { key: keyOfWords(rest), matches, isStripped: true, hint, isPart };
    }
    return { key: keyOfWords(words), matches: NOTHING, isStripped: false, hint, isPart };
  }

  private match(words: string[], text: string): readonly Match[] {
    if (words.length === 0) return NOTHING;
    const matches = this.gazetteer.find(keyOfWords(words), MOST_CANDIDATES);
    // In some language Casablanca is the White House.
    if (matches.some(({ isListed }) => isListed)) return matches.filter(({ nameKind }) => nameKind !== 'other');
    if (matches.length > 0) return matches;
    // Capitals for a headline's sake.
    return SHOUTED.test(text) ? this.gazetteer.find(keyOfWords(placeWords(text, true)), MOST_CANDIDATES) : NOTHING;
  }
}

type MentionBase = Pick<PlaceMention, 'role' | 'isInner' | 'sentence' | 'probability'>;

interface Context {
  readonly scan: Scan;
  readonly sentence: number;
  readonly mentions: PlaceMention[];
}

const EVIDENCE = {
  start: 0,
  end: 0,
  role: 'evidence',
  relation: 'at',
  offset: null,
  site: null,
  isInner: false,
  sentence: -1,
  probability: 1,
} as const;

function withArticle(found: Omit<Found, 'articled'>): Found {
  const { matches } = found;
  const isArea = matches.some(({ isListed }) => isListed);
  return {
    ...found,
    articled: isArea ? matches.filter(({ isListed, kind }) => isListed || !TOWNS.has(kind)) : matches,
  };
}

/** Whether a place of any size goes by this name, and not only in another language. */
function isKnown({ matches }: Found): boolean {
  return matches.some(
    ({ nameKind, people, kind, isListed }) =>
      (nameKind === 'name' || nameKind === 'listed') &&
      (people >= LEAST_PEOPLE || isListed || kind === 'country' || kind === 'admin1' || kind === 'admin2'),
  );
}

/** Whether the name is that of a country, of a region of the first level, or of more. */
function isWide({ matches }: Found): boolean {
  return matches.some(
    ({ nameKind, kind }) =>
      (nameKind === 'name' || nameKind === 'listed') &&
      (kind === 'country' || kind === 'admin1' || kind === 'continent'),
  );
}

function isNamedAfter(scan: Scan, last: number): boolean {
  return NAMED_AFTER.has(scan.lower(last)) && scan.gap(last) !== '';
}

function hintBeside(scan: Scan, first: number, last: number): Hint | null {
  const after = HINT_OF.get(scan.lower(last));
  if (after && after !== 'site') return after;
  const before = scan.lower(first - 1);
  if (before !== 'of') return HINT_OF.get(before) ?? null;
  // "the province of", but not "the city councils of".
  return HINT_OF.get(scan.lower(first - 2)) ?? null;
}

function relationOf(scan: Scan, first: number, isPart: boolean): Relation {
  let t = first - 1;
  if (scan.lower(t) === 'the') t--;
  const before = scan.lower(t);
  if (nears.has(before)) return 'near';
  if (wayPrepositions.has(before) && ways.has(scan.lower(t - 1))) return 'near';
  return isPart || parts.has(before) ? 'part' : 'at';
}

/** The words of a document, by their tokens; outside of it they are empty. */
class Scan {
  private readonly document: ReadDocument;

  private readonly blockStarts: ReadonlySet<number>;

  constructor(document: ReadDocument) {
    this.document = document;
    this.blockStarts = new Set(document.blocks.map(({ start }) => start));
  }

  text(first: number, last: number): string {
    const { text, tokens } = this.document;
    return text.slice(tokens!.start[first], tokens!.end[last - 1]);
  }

  span(first: number, last: number): { start: number; end: number } {
    const tokens = this.document.tokens!;
    return { start: tokens.start[first], end: tokens.end[last - 1] };
  }

  lower(t: number): string {
    const { tokens } = this.document;
    return t < 0 || t >= tokens!.length ? '' : this.text(t, t + 1).toLowerCase();
  }

  /** What stands between a token and the one before it. */
  gap(t: number): string {
    const { text, tokens } = this.document;
    return t <= 0 || t >= tokens!.length ? '' : text.slice(tokens!.end[t - 1], tokens!.start[t]);
  }

  isCapitalized(t: number): boolean {
    const { text, tokens } = this.document;
    if (t < 0 || t >= tokens!.length) return false;
    const code = text.charCodeAt(tokens!.start[t]);
    return code < 128 ? code >= 65 && code <= 90 : /\p{Lu}/u.test(text[tokens!.start[t]]);
  }

  /** Whether a token stands behind the "off" of "sank off", "20 miles off". */
  isOffshore(t: number): boolean {
    return this.lower(t - 1) === 'off' && afloat.has(this.lower(t - 2));
  }

  /** Whether a name is the town of a dateline: "WASHINGTON (AP)", "PARIS, Texas —". */
  isDateline(first: number, last: number): boolean {
    const { text, tokens } = this.document;
    const { start, end } = this.span(first, last);
    return (
      SHOUTED.test(text.slice(start, end)) &&
      /^(?:,| \(| ?[—–―-] )/.test(text.slice(end, end + 3)) &&
      this.blockStarts.has(tokens!.start[first])
    );
  }

  /** Whether a token is a part of a code: the "California" of "A/California/7/2009". */
  isCode(t: number): boolean {
    const { text, tokens } = this.document;
    const before = text[tokens!.start[t] - 1];
    return before === '/' || before === '$' || text[tokens!.end[t]] === '/';
  }

  /** The parts of a name between its commas, dashes, and small words. */
  splits(first: number, last: number): [first: number, last: number][] {
    const ranges: [number, number][] = [];
    let from = first;
    for (let t = first; t <= last; t++) {
      if (t < last && !(PARTING.has(this.lower(t)) && (this.lower(t) === ',' || this.gap(t) !== ''))) continue;
      if (t > from) ranges.push([from, t]);
      from = t + 1;
    }
    return ranges.length > 1 ? ranges : [];
  }
}

function sentenceFinder({ sentences }: ReadDocument): (token: number) => number {
  return (token) => {
    let [low, high] = [0, sentences!.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences!.last[middle] <= token) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
