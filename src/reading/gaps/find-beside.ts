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
  let first = words.first;
  for (let t = cue.first - 2; t > first; t--) if (/^[;:]$/.test(words.lower(t))) first = t + 1;
  const told = cutRange(words, first, cue.first - 1);
  return told === null ? null : { source: content, cue, content: [told] };
}

/**
 * The source behind a dash that follows a quotation and ends its sentence.
 *
 * @param content the quotation
 * @example
 * findBehindDash(words, { first: 0, last: 6 }, isNamed); // "minister" of “We were not warned” — minister
 */
export function findBehindDash(words: SentenceWords, content: Range, isNamed: IsNamed): Range | null {
  const dash = content.last;
  if (!/^(?:—|–|--|-)$/.test(words.lower(dash))) return null;
  const source = cutRange(words, dash + 1, words.last);
  return source !== null && isSpeaker(words, source, isNamed) ? source : null;
}

/** A short noun phrase that holds a noun for people who speak, or a name. */
function isSpeaker(words: SentenceWords, { first, last }: Range, isNamed: IsNamed): boolean {
  if (last <= first || last - first > LONGEST) return false;
  let speaks = false;
  for (let t = first; t < last; t++) {
    if (/^(?:VB|MD|PRP|W|TO|\.)/.test(words.tag(t))) return false;
    speaks ||= isNamed(t) || (SOURCE_NOUNS.has(words.lemma(t)) && words.tag(t).startsWith('NN'));
  }
  return speaks;
}
