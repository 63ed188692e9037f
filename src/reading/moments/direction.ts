/**
 * Whether the words around a time look back or ahead: the tense and modality of the verb that governs it, found through the
 * parse (or, where there is none, the nearest verb), and prepositions and adjectives that settle it alone. A constant number of
 * tokens is looked at.
 */
import { WEEKDAY } from './word-classes.ts';
import type { Words } from './words.ts';

export type Direction = 'past' | 'future' | null;

/** Steps up the tree, and tokens beside a verb that are looked at for its auxiliaries. */
const MOST_STEPS = 12;
const AUXILIARY_REACH = 8;
const AHEAD = new Set([
  ...['due', 'payable', 'effective', 'scheduled', 'expected', 'set', 'slated', 'planned', 'ready', 'poised', 'likely'],
  ...['upcoming', 'deadline', 'expire', 'expires', 'matures', 'maturing', 'redeemable', 'callable', 'convertible'],
]);
const BACK = new Set(['ended', 'since', 'ago', 'dated', 'died', 'born']);
/** Verbs after which "to do" lies ahead; those of trying and beginning, after which it does not. */
const NOT_AHEAD =
  /^(?:begin|began|begun|started|start|continued|used|failed|managed|tried|helped|appeared|seemed|came|went|happened|got|had)$/;
const TELLS =
  /^(?:says?|tells?|reports?|writes?|adds?|shows?|reads?|is|are|'s|'re|has|have|do|does|seems?|appears?|remembers?|recalls?)$/;
const VERB = /^(?:VB|MD)/;

/**
 * Where the words around the expression [first, last) look.
 *
 * @example
 * directionOf(words, 4, 5); // for "They will meet on Friday": 'future'
 */
export function directionOf(words: Words, first: number, last: number): Direction {
  const before = words.lower(first - 1);
  if (BACK.has(before)) return 'past';
  if (AHEAD.has(before)) return 'future';
  if (isOfNoun(words, first, last)) return null;
  const verb = governingVerb(words, first, last);
  const direction = verb < 0 ? null : (directionOfVerb(words, verb) ?? ofPresent(words, verb, first, last));
  if (LIMITS.test(before)) {
    // "postponed until Tuesday", "extended to Nov. 16": past acts that set a time ahead.
    if (direction === null || (verb >= 0 && ARRANGES.test(words.lower(verb)))) return 'future';
  } else if (/^(?:for|to)$/.test(before) && verb >= 0 && ARRANGES.test(words.lower(verb))) return 'future';
  return direction;
}

/** "The court sits on Monday", "if it rains on Friday"; but "police say", "says the report" tell of what was, and so may a month. */
function ofPresent(words: Words, verb: number, first: number, last: number): Direction {
  if (!/^VB[ZP]$/.test(words.tag(verb)) || TELLS.test(words.lower(verb))) return null;
  for (let t = first; t < last; t++) if (words.is(t, WEEKDAY)) return 'future';
  return null;
}

/** Prepositions before a limit in time. */
const LIMITS = /^(?:by|until|till|through|as)$/;
const ARRANGES =
  /^(?:extend|postpone|delay|adjourn|schedule|reschedule|set|plan|defer|prolong|move|push|give|slate|invite|call)(?:s|d|ed|ned|n)?$|^(?:given|gave)$/;

/** "Wednesday's ruling", "the Tuesday deadline": the verb is that of the noun, and tells of it only where the noun is its subject. */
function isOfNoun(words: Words, first: number, last: number): boolean {
  const head = words.head(headOf(words, first, last));
  if (!/^NN/.test(words.tag(head)) || head < last) return false;
  const isBefore =
    words.tag(last) === 'POS' ||
    /^(?:compound|amod|nmod:poss|nmod:desc|nmod:unmarked|nmod)$/.test(words.arc(headOf(words, first, last)));
  return isBefore && !/^nsubj/.test(words.arc(head));
}

/**
 * The verb, or the adjective of the future, that the expression [first, last) hangs on; −1 where there is none.
 *
 * @example
 * governingVerb(words, 4, 5); // for "They will meet on Friday": 2
 */
export function governingVerb(words: Words, first: number, last: number): number {
  let at = headOf(words, first, last);
  for (let step = 0; step < MOST_STEPS; step++) {
    const head = words.head(at);
    if (head === at) break;
    at = head;
    if (VERB.test(words.tag(at)) || AHEAD.has(words.lower(at))) return at;
    // A noun that a clause is made of: "He was chairman until Friday".
    if (hasCopula(words, at)) return at;
  }
  return nearestVerb(words, first, last);
}

/**
 * The token of the expression [first, last) whose head lies outside of it.
 *
 * @example
 * headOf(words, 3, 5); // for "met on late Friday", where "late" hangs on "Friday": 4
 */
export function headOf(words: Words, first: number, last: number): number {
  for (let t = last - 1; t >= first; t--) {
    const head = words.head(t);
    if (head < first || head >= last || head === t) return t;
  }
  return last - 1;
}

function hasCopula(words: Words, at: number): boolean {
  for (let t = at - 1; t >= at - AUXILIARY_REACH && words.has(t); t--) {
    if (words.arc(t) === 'cop' && words.head(t) === at) return true;
  }
  return false;
}

/** Where no parse leads to a verb: the nearest finite one before it, else behind it. */
function nearestVerb(words: Words, first: number, last: number): number {
  const isFiniteVerb = (t: number): boolean => /^(?:VBD|VBZ|VBP|MD|VBN)$/.test(words.tag(t));
  for (let t = first - 1; t >= first - 2 * AUXILIARY_REACH && words.has(t); t--) if (isFiniteVerb(t)) return t;
  for (let t = last; t < last + 2 * AUXILIARY_REACH && words.has(t); t++) if (isFiniteVerb(t)) return t;
  return -1;
}

function directionOfVerb(words: Words, verb: number, depth = 0): Direction {
  const lower = words.lower(verb);
  if (AHEAD.has(lower) && !VERB.test(words.tag(verb))) return hasPluperfect(words, verb) ? 'past' : 'future';
  let tag = words.tag(verb);
  let hasHave = false;
  let hasBe = false;
  let isTo = false;
  for (let t = verb - 1; t >= verb - AUXILIARY_REACH && words.has(t); t--) {
    const isOwn = words.head(t) === verb || words.head(t) === t;
    if (!isOwn) continue;
    const word = words.lower(t);
    const own = words.tag(t);
    if (own === 'MD') return modal(word);
    if (own === 'TO') isTo = true;
    else if (/^(?:have|has|'ve)$/.test(word) && words.arc(t) !== 'nsubj') hasHave = true;
    else if (/^(?:had|was|were|did)$/.test(word)) tag = 'VBD';
    else if (/^(?:is|are|'s|'re|am|'m)$/.test(word) && words.tag(t) !== 'POS') hasBe = true;
    // Adjacent words without a parse: beyond the subject, other verbs begin.
    if (words.head(t) === t && /^(?:NN|PRP)/.test(own)) break;
  }
  if (isTo) return hasBe ? 'future' : ofInfinitive(words, verb, depth);
  if (hasHave) return 'past';
  if (tag === 'VBD') return 'past';
  if (tag === 'VBN') return hasBe ? (AHEAD.has(lower) ? 'future' : null) : 'past';
  if (tag === 'VBG') return hasBe ? 'future' : climb(words, verb, depth);
  if (tag === 'MD') return modal(lower);
  return tag === 'VB' ? climb(words, verb, depth) : null;
}

const modal = (word: string): Direction => (/^(?:could|can|ca)$/.test(word) ? null : 'future');

/** "had been due to expire Friday": what was ahead once. */
function hasPluperfect(words: Words, at: number): boolean {
  for (let t = at - 1; t >= at - AUXILIARY_REACH && words.has(t); t--)
    if (words.lower(t) === 'had' && words.head(t) === at) return true;
  return false;
}

/** "plans to sell", "agreed to buy": ahead; "began to fall": as the verb before. */
function ofInfinitive(words: Words, verb: number, depth: number): Direction {
  const head = words.head(verb);
  if (head === verb || NOT_AHEAD.test(words.lower(head))) return climb(words, verb, depth);
  if (AHEAD.has(words.lower(head)) && hasPluperfect(words, head)) return 'past';
  return 'future';
}

function climb(words: Words, verb: number, depth: number): Direction {
  let at = verb;
  for (let step = 0; step < 4 && depth < 3; step++) {
    const head = words.head(at);
    if (head === at) return null;
    at = head;
    if (VERB.test(words.tag(at))) return directionOfVerb(words, at, depth + 1);
  }
  return null;
}
