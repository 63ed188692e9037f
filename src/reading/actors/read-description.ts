/**
 * Reads a noun phrase that describes somebody: how many, what they are, to whom they belong. "Two of the ministry's senior
 * officials in Velmar" is two, of the kind official, of "the ministry". From tags and the lists of `description-nouns.ts`, in
 * one pass over the phrase.
 */
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import {
  COURTESY_TITLES,
  type DescriptionKind,
  FAMILIAR_WITH,
  QUANTITIES,
  REPORTED_BY,
  SOURCE_MODIFIERS,
  TITLES,
} from './description-nouns.ts';
import type { Ground } from './ground.ts';
import { isPersonNoun, kindOfNoun } from './noun-kinds.ts';

/** A phrase that describes somebody or something, by the tokens of its parts. */
export interface Description {
  /** The noun that says what it is. */
  readonly head: number;
  /** Undefined where the noun is in no list. */
  readonly kind: DescriptionKind | undefined;
  readonly isPlural: boolean;
  /** Whether it is told as known: "the", "that", a possessor. */
  readonly isDefinite: boolean;
  /** The words that count: "two", "dozens of", "a". */
  readonly number: Range | null;
  /** What it says of the post or trade, without article and affiliation: "deputy medical director". */
  readonly role: Range;
  /** The body, place or person that it belongs to: "St. Barbara's hospital". */
  readonly affiliation: Range | null;
  /** What a part is of: "them" of "one of them". */
  readonly whole: Range | null;
  /** The phrase's tokens: up to its last complement, without what follows a comma. */
  readonly first: number;
  readonly last: number;
}

const NOUN = /^(?:NNP?S?|NNPS|CD|FW)$/;
const INSIDE = /^(?:JJ[RS]?|NNP?S?|NNPS|POS|CD|HYPH|FW|VBN|VBG|AFX)$/;
const COMPLEMENTS =
  /^(?:of|for|at|in|with|from|on|to|outside|inside|near|aboard|around|across|within|under|close|familiar)$/;
/** Prepositions that tell whom one belongs to. */
const BELONGING = /^(?:of|for|at|with|from|in|to)$/;
const LONGEST = 24;

/**
 * The description that begins at a token and ends by `end` at the latest; undefined where no noun phrase begins there.
 *
 * @example
 * readDescription(ground, 0, 9)?.kind; // 'official' for "An official at the energy ministry"
 */
export function readDescription(ground: Ground, start: number, end: number): Description | undefined {
  const words = ground.wordsAt(start);
  const limit = Math.min(end, words.last, start + LONGEST);
  let t = start;
  let possessor: Range | null = null;
  let number: Range | null = null;
  let isDefinite = false;
  for (; t < limit && /^(?:DT|PDT|PRP\$|RB)$/.test(words.tag(t)); t++) {
    // "those", "another" alone are all of the phrase.
    if (t + 1 >= limit || !isBeforeNoun(words, t + 1)) break;
    const lower = words.lower(t);
    if (words.tag(t) === 'PRP$') possessor = { first: t, last: t + 1 };
    else if (/^(?:an?|another|each|both)$/.test(lower)) number = { first: t, last: t + 1 };
    else if (/^(?:the|this|that|these|those)$/.test(lower)) isDefinite = true;
  }
  const counted = t;
  while (t < limit && isQuantity(words, t)) t++;
  if (t > counted) {
    const of = words.lower(t) === 'of' && t + 1 < limit;
    if (of || (t < limit && INSIDE.test(words.tag(t)) && words.tag(t) !== 'POS')) {
      number = { first: number && counted === number.last ? number.first : counted, last: of ? t + 1 : t };
      if (of) return ofWhole(ground, start, number, t + 1, limit);
    } else t = t - 1;
  } else if (
    /^(?:none|neither|either|any|each|some|many|most|all|one|another|both)$/.test(words.lower(t)) &&
    words.lower(t + 1) === 'of'
  ) {
    return ofWhole(ground, start, { first: t, last: t + 1 }, t + 2, limit);
  }
  const base = baseOf(ground, words, t, limit);
  if (base.last <= base.first) return undefined;
  return describe(ground, words, { start, base, limit, number, possessor, isDefinite });
}

interface Phrase {
  readonly start: number;
  readonly base: Range;
  readonly limit: number;
  readonly number: Range | null;
  readonly possessor: Range | null;
  readonly isDefinite: boolean;
}

function describe(ground: Ground, words: SentenceWords, phrase: Phrase): Description {
  const { base, limit } = phrase;
  let core = base.first;
  let { possessor } = phrase;
  for (let t = base.last - 2; t > base.first; t--) {
    if (words.tag(t) !== 'POS') continue;
    possessor = { first: base.first, last: t };
    core = t + 1;
    break;
  }
  let head = base.last - 1;
  while (head > core && !NOUN.test(words.tag(head))) head--;
  const aged = ageEnd(words, core, head);
  const belongs = aged > core ? null : premodifier(ground, words, core, head);
  let role: Range = { first: belongs ? belongs.last : aged, last: base.last };
  if (words.tag(role.first) === 'HYPH') role = { first: role.first + 1, last: role.last };
  let affiliation = possessor ?? belongs;
  const complement = complementOf(ground, words, base.last, limit);
  if (complement) {
    if (complement.belongs && affiliation === null) affiliation = complement.belongs;
    else if (complement.isPartOfRole) role = { first: role.first, last: complement.last };
  }
  const last = complement?.last ?? base.last;
  const lower = words.lower(head);
  return {
    head,
    kind: kindOf(words, core, head, phrase, last),
    isPlural:
      /^NNP?S$/.test(words.tag(head)) || /^(?:people|police|others|those|many|some|few|most|all|both)$/.test(lower),
    isDefinite: phrase.isDefinite || possessor !== null,
    number: phrase.number,
    role,
    affiliation,
    whole: null,
    first: phrase.start,
    last,
  };
}

/** The token after "19-year-old", or `core`. */
function ageEnd(words: SentenceWords, core: number, head: number): number {
  for (let t = core; t < head; t++) if (words.lower(t) === 'old' && words.tag(t - 1) === 'HYPH') return t + 1;
  return words.lower(core).endsWith('-year-old') && core < head ? core + 1 : core;
}

/** "one of them", "dozens of residents": described by what they are of. */
function ofWhole(ground: Ground, start: number, number: Range, of: number, limit: number): Description | undefined {
  const words = ground.wordsAt(start);
  const isPronoun = words.tag(of) === 'PRP';
  const inner = isPronoun ? undefined : readDescription(ground, of, limit);
  if (!isPronoun && !inner) return undefined;
  // "one of the diplomats" is part of a whole; "dozens of residents" only counts them.
  const isPart = isPronoun || inner!.isDefinite;
  const counted = {
    first: number.first,
    last: isPart && words.lower(number.last - 1) === 'of' ? number.last - 1 : number.last,
  };
  const whole = { first: of, last: inner?.last ?? of + 1 };
  const none = /^(?:none|neither)$/.test(words.lower(number.first));
  return {
    head: inner?.head ?? number.first,
    kind: none ? 'nobody' : inner?.kind,
    isPlural: words.lower(number.first) !== 'one',
    isDefinite: false,
    number: counted,
    role: inner?.role ?? counted,
    affiliation: inner?.affiliation ?? null,
    whole: isPart ? whole : null,
    first: start,
    last: whole.last,
  };
}

/** The phrase from its first noun or adjective to its last noun: it ends before a participle behind a noun ("diplomats briefed on"). */
function baseOf(ground: Ground, words: SentenceWords, first: number, limit: number): Range {
  let last = first;
  let nouns = 0;
  for (; last < limit; last++) {
    const tag = words.tag(last);
    if (ground.nameAt(last) !== undefined) {
      nouns++;
      continue;
    }
    if (!INSIDE.test(tag) && !(last === first && /^(?:DT|RB|JJ)$/.test(tag) && kindOfNoun(words.lower(last)))) break;
    if (
      /^VB[NG]$/.test(tag) &&
      nouns > 0 &&
      words.tag(last - 1) !== 'HYPH' &&
      words.tag(last - 1) !== 'POS' &&
      !NOUN.test(words.tag(last + 1))
    )
      break;
    if (NOUN.test(tag)) nouns++;
  }
  // "a person familiar with", "a source close to": the adjective begins what follows.
  if (nouns > 0)
    while (last > first + 1 && /^JJ/.test(words.tag(last - 1)) && ground.nameAt(last - 1) === undefined) last--;
  // "the ministry's" alone: the possessor is all there is.
  if (last > first && words.tag(last - 1) === 'POS') last--;
  return { first, last };
}

/** The body or nationality before the words for the post: "Hydrovel spokesman", "foreign ministry official", "Ketrian officials". */
function premodifier(ground: Ground, words: SentenceWords, core: number, head: number): Range | null {
  const kind = kindOfNoun(words.lower(head));
  if (kind === 'body' || kind === undefined || head === core) return null;
  for (let t = head - 1; t >= core; t--)
    if (
      words.tag(t) !== 'POS' &&
      kindOfNoun(words.lower(t)) === 'body' &&
      !(t === core && ADJECTIVE_BODIES.has(words.lower(t)))
    )
      return { first: core, last: t + 1 };
  for (let t = core; t < head; t++) if (isNationality(ground, words, t)) return { first: t, last: t + 1 };
  const name = ground.nameAt(core);
  if (name && name.first === core && name.last <= head) return { first: core, last: name.last };
  // "Hydrovel spokesman": a proper noun before a noun written small.
  let t = core;
  while (t < head && words.tag(t) === 'NNP' && isCapital(ground, t) && kindOfNoun(words.lower(t)) === undefined) t++;
  return t > core && t === head && !isCapital(ground, head) ? { first: core, last: t } : null;
}

const isCapital = (ground: Ground, t: number): boolean => /^\p{Lu}/u.test(ground.form(t));

const ADJECTIVE_BODIES = new Set(['state', 'country']);

/** "Ketrian", "Western": a capitalised adjective that says whose. */
function isNationality(ground: Ground, words: SentenceWords, t: number): boolean {
  const form = ground.form(t);
  if (!/^\p{Lu}\p{Ll}/u.test(form) || !/^(?:JJ|NNP)$/.test(words.tag(t))) return false;
  return (
    /(?:an|ian|ish|ese|ern|ench|tch|eek|iss|i)$/.test(form) &&
    !/^(?:Human|Urban|Veteran|Civilian|Christian|Clean|Mean)$/.test(form)
  );
}

interface Complement {
  readonly last: number;
  readonly belongs: Range | null;
  readonly isPartOfRole: boolean;
}

/** The prepositional phrases behind a noun: "of the port", "at St. Barbara's hospital in Mirova", "on energy". */
function complementOf(ground: Ground, words: SentenceWords, first: number, limit: number): Complement | undefined {
  let t = first;
  let belongs: Range | null = null;
  let isPartOfRole = false;
  while (t < limit && (COMPLEMENTS.test(words.lower(t)) || isAdverbialComplement(words, t))) {
    const preposition = words.lower(t);
    let next = t + 1;
    if (words.tag(next) === 'IN' || words.tag(next) === 'TO') next++;
    const possessed = next;
    while (next < limit && /^(?:DT|PDT|PRP\$)$/.test(words.tag(next))) next++;
    const base = baseOf(ground, words, next, limit);
    if (base.last <= base.first) break;
    let { last } = base;
    // A name may hold "and": "Ministry of Health and Welfare".
    const name = ground.nameAt(last - 1);
    if (name && name.last > last) last = Math.min(name.last, limit);
    if (words.tag(last) === 'POS') last++;
    const inner = { first: next, last };
    const isNamed = ground.nameAt(next) !== undefined || kindOfNoun(words.lower(last - 1)) === 'body';
    if (t === first && BELONGING.test(preposition) && (isNamed || next > possessed))
      belongs = { first: possessed, last };
    else if (t === first && /^(?:of|for|on)$/.test(preposition)) isPartOfRole = true;
    else if (belongs && /^(?:of|in|at)$/.test(preposition) && inner.last > inner.first)
      belongs = { first: belongs.first, last };
    t = last;
  }
  return t === first ? undefined : { last: t, belongs: trimmed(words, belongs), isPartOfRole };
}

const isAdverbialComplement = (words: SentenceWords, t: number): boolean =>
  words.lower(t) === 'familiar' || (words.lower(t) === 'close' && words.lower(t + 1) === 'to');

/** Without the article: "the port" is "port". */
function trimmed(words: SentenceWords, range: Range | null): Range | null {
  if (range === null) return null;
  const first = words.tag(range.first) === 'DT' ? range.first + 1 : range.first;
  return { first, last: range.last };
}

function kindOf(
  words: SentenceWords,
  core: number,
  head: number,
  { base, number, isDefinite }: Phrase,
  last: number,
): DescriptionKind | undefined {
  const lower = words.lower(head);
  const kind = kindOfNoun(lower);
  const before = head > core ? words.lower(head - 1) : '';
  if (/^(?:sources?|persons?|people|someone|individuals?|those|officials?)$/.test(lower)) {
    const modifier = SOURCE_MODIFIERS[before];
    if (modifier && lower.startsWith('source')) return modifier;
    const knows =
      FAMILIAR_WITH.has(words.lower(base.last)) ||
      (words.lower(base.last) === 'with' && hasKnowledge(words, base.last, last));
    if (knows && kind === 'other') return 'familiar';
  }
  if (/^(?:accounts?|reports?)$/.test(lower) && words.tag(head) === 'NNS') {
    if (lower === 'accounts' && !REPORTED_BY.has(before)) return 'account';
    // "Reports", "media reports": what others report. "The reports", "two reports seen by": documents.
    if (REPORTED_BY.has(before) || (head === core && number === null && !isDefinite && last === base.last))
      return 'report';
  }
  if (kind === 'medium' && words.tag(head) === 'NNS') return 'report';
  if (kind === 'body' && lower === 'agencies' && before === 'news') return 'report';
  if (kind === 'body' && /^(?:agency|site|service)$/.test(lower) && before === 'news') return 'medium';
  if (lower === 'guards' || lower === 'troops') return 'military';
  return kind;
}

function hasKnowledge(words: SentenceWords, from: number, last: number): boolean {
  for (let t = from; t < Math.max(last, from + 4); t++) if (words.lower(t) === 'knowledge') return true;
  return false;
}

function isQuantity(words: SentenceWords, t: number): boolean {
  const lower = words.lower(t);
  if (words.tag(t) === 'CD') return words.tag(t + 1) !== 'HYPH' && !words.lower(t).includes('-');
  if (!QUANTITIES.has(lower)) return false;
  // "a group of experts" counts; "the group said" and "the council majority" do not.
  return (
    !/^(?:group|number|couple|majority|series|pair|crowd|string|lot|lots|handful|half)$/.test(lower) ||
    words.lower(t + 1) === 'of'
  );
}

const isBeforeNoun = (words: SentenceWords, t: number): boolean =>
  /^(?:DT|PRP\$|RB)$/.test(words.tag(t))
    ? INSIDE.test(words.tag(t + 1))
    : INSIDE.test(words.tag(t)) || isQuantity(words, t);

/**
 * Whether a word before a name is a title or a post: "Colonel", "minister", "Prof.".
 *
 * @example
 * isTitle('spokesman'); // true
 */
export function isTitle(lower: string): boolean {
  return isPersonNoun(lower) || TITLES.has(lower);
}

/**
 * Whether a word before a name is a mere courtesy: "Mr", "Dr.".
 *
 * @example
 * isCourtesy('mrs'); // true
 */
export function isCourtesy(lower: string): boolean {
  return COURTESY_TITLES.has(lower);
}
