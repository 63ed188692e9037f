/**
 * What a text shows a single name to be where it was taken for a person's, or a place's name for a body's: "the Gradna dam" and "Velmora's interior minister" are said of
 * places, "the agency Corvane" and "Hydrovel, a state company" of bodies, "the ferry Ilka" of a thing. A name that stands in a person's full
 * name, or behind a title, is left alone. By words and tags, in a few tokens around each name; linear in the names.
 */
import type { Document, EntityType } from '../../text/document.ts';
import { TITLES } from '../en/titles.ts';
import { RELATIONS } from '../parse/relations.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../tag/tags.ts';
import type { WordFacts } from './word-facts.ts';

/** What only a country or a place has. */
const OF_PLACES =
  /^(?:government|parliament|capital|ministry|minister|embassy|border|coast|army|airspace|territory|prime)$/;
/** What is called by a place's name: "the Gradna dam", "Harsel village". */
const NAMED_BY_PLACES =
  /^(?:dam|river|lake|valley|island|islet|province|region|district|town|village|county|port|harbou?r|bay|strait|reservoir|peninsula|coast|border)$/;
/** What is named by a name of its own behind it: "the ferry Ilka". */
const VESSELS =
  /^(?:ferry|ship|vessel|boat|barge|yacht|tanker|trawler|freighter|submarine|frigate|destroyer|cruiser|tug|tugboat|lifeboat|schooner|liner)$/;
const DASH = /^(?:-|--|–|—)$/;
const IN = /^(?:in|near|off|outside)$/;
/** Endings that make a nationality of a country's name, and of what is left of it without its last vowel. */
const DEMONYMS = ['n', 'an', 'ian', 'ean', 'ese', 'ish', 'i'];
const STEM_ENDINGS = ['an', 'ian', 'ese', 'ish'];
const SHORTEST_STEM = 4;
const MINISTRY_REACH = 3;
const DATELINE_REACH = 16;
/** From which probability a noun means a body. */
const BODY = 0.5;

const relation = (name: string): number => RELATIONS.indexOf(name);
const APPOSITION = relation('appos');
const BEFORE_NOUNS = new Set(['compound', 'amod', 'nmod:poss', 'nmod:desc', 'nmod'].map(relation));
const ADJECTIVE = UPOS_TAGS.indexOf('ADJ');
const tag = (name: string): number => XPOS_TAGS.indexOf(name);
const NOUN = tag('NN');
const POSSESSIVE = tag('POS');
const COLON = tag(':');
const IN_DATELINE = new Set([',', 'NNP', 'CD', '-LRB-', '-RRB-'].map(tag));
const IN_TITLE = new Set(['JJ', 'NN', 'NNP'].map(tag));

/** Signs of what a name is, by how much they tell: the first that is found counts. */
interface Signs {
  names: number;
  readonly isBody: boolean;
  isPerson: boolean;
  place: boolean;
  body: boolean;
  thing: boolean;
  /** How often it stands behind "in", "near" or "off". */
  within: number;
}

/**
 * What the single names are that were taken for a person's or a body's and are none, by their folded words.
 *
 * @example
 * nameUses(document, facts).get('gradna'); // 'place'
 */
export function nameUses(document: Document, facts: WordFacts): Map<string, EntityType> {
  const { lexeme, xpos } = document.tokens!;
  const uses = new Map<string, EntityType>();
  const fold = (t: number): string => (t < 0 || t >= lexeme.length ? '' : facts.fold(lexeme[t]));
  const signs = new Map<string, Signs>();
  const whole = new Set<string>();
  for (const { type, first, last, parent } of document.names!) {
    if ((type !== 'person' && type !== 'organization') || parent !== null) continue;
    if (last - first === 1) {
      if (signs.has(fold(first))) continue;
      const found = { isPerson: false, place: false, body: false, thing: false, within: 0 };
      signs.set(fold(first), { names: 0, isBody: type === 'organization', ...found });
    } else if (last - first === 2 && isSaint(fold(first)) && xpos[last] === POSSESSIVE)
      uses.set(`${fold(first)} ${fold(first + 1)}`, 'place');
    else if (type === 'person') for (let t = first; t < last; t++) whole.add(fold(t));
  }
  if (signs.size === 0) return uses;
  const peoples = peoplesOf(document, facts);
  // Names are not found everywhere that they stand.
  for (let t = 0; t < lexeme.length; t++) {
    const own = facts.isCapitalised(lexeme[t]) ? signs.get(facts.fold(lexeme[t])) : undefined;
    if (own !== undefined) addSigns(own, document, facts, t);
  }
  for (const [word, { isPerson, isBody, place, body, thing, names, within }] of signs) {
    if (isPerson || whole.has(word)) continue;
    if (place || hasPeople(word, peoples)) uses.set(word, 'place');
    else if (isBody) continue;
    else if (body) uses.set(word, 'organization');
    else if (thing) uses.set(word, 'other');
    else if (within > 0 && 2 * within >= names) uses.set(word, 'place');
  }
  return uses;
}

function addSigns(signs: Signs, { tokens, sentences }: Document, facts: WordFacts, first: number): void {
  const last = first + 1;
  const { lexeme, xpos, head, relation: relations, length } = tokens!;
  const fold = (t: number): string => (t < 0 || t >= length ? '' : facts.fold(lexeme[t]));
  signs.names++;
  const before = fold(first - 1) === '.' ? fold(first - 2) : fold(first - 1);
  if (isSaint(before)) signs.place ||= xpos[last] === POSSESSIVE;
  else if (TITLES.has(before.replace('.', ''))) signs.isPerson = true;
  if (xpos[last] === POSSESSIVE)
    for (let t = last + 1; t <= last + MINISTRY_REACH && t < length && IN_TITLE.has(xpos[t]); t++)
      if (OF_PLACES.test(fold(t))) signs.place = true;
  if (NAMED_BY_PLACES.test(fold(last)) && xpos[last] === NOUN) signs.place = true;
  const isOfNoun = xpos[last] === POSSESSIVE || (BEFORE_NOUNS.has(relations[first]) && head[first] > first);
  if (IN.test(fold(first - 1)) && !isOfNoun) signs.within++;
  if (fold(first - 1) === '(' && fold(last) === ')' && DASH.test(fold(last + 1))) signs.body = true;
  else if (isInDateline(tokens!, fold, sentences!.first, first, last)) signs.place = true;
  if (isNoun(xpos[first - 1]) && (facts.noun(lexeme[first - 1]).body >= BODY || fold(first - 1) === 'agency'))
    signs.body = true;
  if (VESSELS.test(fold(first - 1))) signs.thing = true;
  for (let t = last + 1; t < Math.min(length, last + DATELINE_REACH) && fold(last) === ','; t++)
    if (head[t] === first && relations[t] === APPOSITION && isNoun(xpos[t]))
      signs.body ||= facts.noun(lexeme[t]).body >= BODY;
}

/** "St Barbara's" is a hospital, a church or a school. */
const isSaint = (word: string): boolean => /^(?:st\.?|saint)$/.test(word);

const isNoun = (xpos: number | undefined): boolean => xpos === NOUN;

/** "SARNOVA, Velmora, April 21 — ": behind it a dash, with nothing but a date or an agency in brackets between, and a line begins there. */
function isInDateline(
  { xpos, length }: NonNullable<Document['tokens']>,
  fold: (t: number) => string,
  firsts: Int32Array,
  first: number,
  last: number,
): boolean {
  const opens = startsSentence(firsts, first) || (fold(first - 1) === ',' && startsSentence(firsts, first - 2));
  if (!opens) return false;
  for (let t = last; t < Math.min(length, last + DATELINE_REACH); t++) {
    if (xpos[t] === COLON && DASH.test(fold(t))) return t > last || fold(first - 1) === ',';
    if (!IN_DATELINE.has(xpos[t])) return false;
  }
  return false;
}

function startsSentence(firsts: Int32Array, token: number): boolean {
  let low = 0;
  for (let high = firsts.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (firsts[middle] < token) low = middle + 1;
    else high = middle;
  }
  return firsts[low] === token;
}

/** Capitalised words that are adjectives, or name a people or a place, folded: nationalities are among them. */
function peoplesOf({ tokens, names }: Document, facts: WordFacts): ReadonlySet<string> {
  const { lexeme, upos, length } = tokens!;
  const found = new Set<string>();
  for (const { type, first, last } of names!)
    if (type !== 'person' && last - first === 1) found.add(facts.fold(lexeme[first]));
  for (let t = 0; t < length; t++)
    if (upos[t] === ADJECTIVE && facts.isCapitalised(lexeme[t])) found.add(facts.fold(lexeme[t]));
  return found;
}

/** Whether the text has a nationality made of the name: "Velmoran" beside "Velmora". */
function hasPeople(name: string, peoples: ReadonlySet<string>): boolean {
  if (name.length < SHORTEST_STEM) return false;
  if (DEMONYMS.some((ending) => peoples.has(name + ending))) return true;
  const stem = name.replace(/[aey]$/, '');
  return stem !== name && stem.length >= SHORTEST_STEM && STEM_ENDINGS.some((ending) => peoples.has(stem + ending));
}
