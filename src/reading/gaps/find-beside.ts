/**
 * Sources that stand beside what they say without a clause of their own, as in headlines: "Police: 12 dead", "Twelve dead, say police",
 * “We were not warned” — minister. By words and tags, and only where a noun for people who speak, or a name, stands in their place.
 */
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import { cutRange } from '../relays/cut-range.ts';
import { SOURCE_NOUNS } from '../relays/source-nouns.ts';
import type { Found } from './find-unfound.ts';

/** How many tokens a source beside what it says has at most. */
const LONGEST = 9;
const SAYING = /^(?:say|ask|argue|insist|claim|warn|report|recall|add|explain|tell|write|note)$/;

/** Whether a token stands in a name of somebody who may speak. */
export type IsNamed = (token: number) => boolean;

/**
 * "Police: 12 dead": a source, a colon and what is said, which is all of the sentence.
 *
 * @example
 * findBeforeColon(words, isNamed)?.content; // "12 dead"
 */
export function findBeforeColon(words: SentenceWords, isNamed: IsNamed): Found | null {
  const { first, last } = words;
  for (let t = first + 1; t < Math.min(last - 2, first + LONGEST); t++) {
    if (words.lower(t) !== ':') continue;
    const source = { first, last: t };
    const content = cutRange(words, t + 1, last);
    return content !== null && isSpeaker(words, source, isNamed)
      ? { source, cue: { first: t, last: t + 1 }, content: [content] }
      : null;
  }
  return null;
}

/**
 * "Twelve dead, say police": of what was found as said, the source that it is, and what stands before the comma.
 *
 * @param content what was found as said
 * @example
 * findInverted(words, { first: 3, last: 4 }, { first: 4, last: 5 }, isNamed)?.source; // "police"
 */
export function findInverted(words: SentenceWords, cue: Range, content: Range, isNamed: IsNamed): Found | null {
  const isInverted = cue.last === cue.first + 1 && content.first === cue.last && SAYING.test(words.lemma(cue.first));
  if (!isInverted || words.lower(cue.first - 1) !== ',' || !isSpeaker(words, content, isNamed)) return null;
  const told = cutRange(words, startOfClause(words, cue.first - 1), cue.first - 1);
  return told === null ? null : { source: content, cue, content: [told] };
}

/**
 * The source behind a dash that follows a quotation and ends its sentence.
 *
 * @param content the quotation
 * @param next the next sentence, where there is one
 * @example
 * findBehindDash(words, { first: 0, last: 6 }, isNamed); // "minister" of “We were not warned” — minister
 */
export function findBehindDash(
  words: SentenceWords,
  content: Range,
  isNamed: IsNamed,
  next: SentenceWords | null = null,
): Range | null {
  const dash = content.last;
  if (!/^(?:—|–|--|-)$/.test(words.lower(dash))) return null;
  // A sentence may end with the dash.
  const where = dash + 1 === words.last && next !== null ? next : words;
  const source = cutRange(where, Math.max(dash + 1, where.first), where.last);
  return source !== null && isSpeaker(where, source, isNamed) ? source : null;
}

/** Verbs that stand before their subject where what is said goes around both: "The road, argues the mayor, is closed". */
const INVERTED = /^(?:say|argue|insist|claim|warn|recall|add|explain|note|suggest|complain|reckon|believe)$/;
const OF_PHRASE = /^(?:DT|JJ|NNP?S?|NNPS|POS|PRP\$|CD|HYPH)$/;
const PRONOUN = /^(?:he|she|it|they|i|we|one|another)$/;

/**
 * "The road, argues the mayor, is closed": of a cue whose content begins with the noun phrase behind it, that phrase as the source, and what
 * stands before and behind as the content.
 *
 * @param contents the content as it was found
 * @example
 * findTurned(words, { first: 3, last: 4 }, [{ first: 4, last: 9 }], isNamed)?.source; // "the mayor"
 */
export function findTurned(
  words: SentenceWords,
  cue: Range,
  contents: readonly Range[],
  isNamed: IsNamed,
): Found | null {
  const rest = contents.find(({ first }) => first === cue.last);
  if (rest === undefined || cue.last !== cue.first + 1 || words.lower(cue.first - 1) !== ',') return null;
  const end = endOfSpeaker(words, cue.last);
  if (end >= rest.last || words.tag(end) !== ',' || !isTurned(words, cue.first, end, isNamed)) return null;
  const before = cutRange(words, startOfClause(words, cue.first - 1), cue.first - 1);
  const behind = cutRange(words, end + 1, rest.last, words.tag(end + 1) === '``');
  if (before === null || behind === null) return null;
  return { source: { first: cue.last, last: end }, cue, content: [before, behind] };
}

/**
 * The source and the verb of saying behind the mark that closes a quotation: “Sell it,” she says; “sell it”, wrote one in a letter.
 *
 * @param at the token behind the closing mark
 * @example
 * speakerBehind(words, 5, isNamed); // { source: "she", cue: "says" }
 */
export function speakerBehind(
  words: SentenceWords,
  at: number,
  isNamed: IsNamed,
): (Pick<Found, 'cue'> & { source: Range }) | null {
  const first = words.tag(at) === ',' ? at + 1 : at;
  const isVerb = (t: number): boolean => SAYING.test(words.lemma(t)) && /^VB[DZP]$/.test(words.tag(t));
  const isEnd = (t: number): boolean => /^(?:[.,:]|IN|TO|)$/.test(words.tag(t));
  if (isVerb(first)) {
    const source = {
      first: first + 1,
      last: PRONOUN.test(words.lower(first + 1)) ? first + 2 : endOfSpeaker(words, first + 1),
    };
    const isOne = PRONOUN.test(words.lower(source.first)) || isSpeaker(words, source, isNamed);
    return isOne && isEnd(source.last) ? { source, cue: { first, last: first + 1 } } : null;
  }
  let verb = first;
  while (verb < first + LONGEST && words.has(verb) && !isVerb(verb)) verb++;
  const source = { first, last: verb };
  const isOne = verb === first + 1 && words.tag(first) === 'PRP';
  if (!isVerb(verb) || !isEnd(verb + 1) || !(isOne || isSpeaker(words, source, isNamed))) return null;
  return { source, cue: { first: verb, last: verb + 1 } };
}

/**
 * "Twelve dead, says the mayor": what stands before a verb of saying that its source follows, to the end of the clause; or “I am sure”, wrote
 * one.
 *
 * @param verb a token
 * @example
 * findTurnedAt(words, 3, isNamed)?.source; // "the mayor"
 */
export function findTurnedAt(words: SentenceWords, verb: number, isNamed: IsNamed): Found | null {
  const close = words.tag(verb - 1) === ',' ? verb - 2 : verb - 1;
  if (words.tag(close) === "''") {
    const speaker = speakerBehind(words, close + 1, isNamed);
    if (speaker === null || speaker.cue.first !== verb) return null;
    let open = close - 1;
    while (words.has(open) && words.tag(open) !== '``') open--;
    return words.has(open) ? { ...speaker, content: [{ first: open, last: close + 1 }] } : null;
  }
  const last = endOfSpeaker(words, verb + 1);
  if (words.tag(verb - 1) !== ',' || !isTurned(words, verb, last, isNamed) || !/^(?:[.;]|)$/.test(words.lower(last)))
    return null;
  const told = cutRange(words, startOfClause(words, verb - 1), verb - 1);
  return told && { source: { first: verb + 1, last }, cue: { first: verb, last: verb + 1 }, content: [told] };
}

/**
 * Whether a verb of saying stands before its source, which reaches to a token: ", says the mayor".
 *
 * @example
 * isTurned(words, 3, 6, isNamed); // true
 */
export function isTurned(words: SentenceWords, verb: number, last: number, isNamed: IsNamed): boolean {
  const isVerb = INVERTED.test(words.lemma(verb)) && /^VB[DZP]$/.test(words.tag(verb));
  return isVerb && isSpeaker(words, { first: verb + 1, last }, isNamed);
}

/** The end of a noun phrase, with a name beside it: "a former clerk, Mira Olt". */
function endOfSpeaker(words: SentenceWords, from: number): number {
  let end = from;
  while (OF_PHRASE.test(words.tag(end)) || (end > from && /^(?:of|for|at|in)$/.test(words.lower(end)))) end++;
  let name = end + 1;
  while (/^NNPS?$/.test(words.tag(name))) name++;
  return words.tag(end) === ',' && name > end + 1 && /^(?:,|\.)$/.test(words.tag(name)) ? name : end;
}

function startOfClause(words: SentenceWords, before: number): number {
  let first = words.first;
  for (let t = before - 1; t > first; t--) if (/^[;:]$/.test(words.lower(t))) first = t + 1;
  return first;
}

/**
 * Whether tokens are a short noun phrase that holds a noun for people who speak, or a name.
 *
 * @example
 * isSpeaker(words, { first: 0, last: 2 }, isNamed); // true for "the mayor"
 */
export function isSpeaker(words: SentenceWords, { first, last }: Range, isNamed: IsNamed): boolean {
  if (last <= first || last - first > LONGEST) return false;
  let speaks = false;
  for (let t = first; t < last; t++) {
    if (/^(?:VB|MD|PRP|W|TO|\.)/.test(words.tag(t))) return false;
    speaks ||= isNamed(t) || (SOURCE_NOUNS.has(words.lemma(t)) && words.tag(t).startsWith('NN'));
  }
  return speaks;
}
