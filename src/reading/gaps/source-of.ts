/** The source that a cue has by the parse: its subject; and who is no source though the tagger took them for one. */
import { entryAt } from '../acts/find-act.ts';
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import { findSpeaker, isPassiveVerb } from '../relays/find-subject.ts';
import type { Ground } from '../relays/relay.ts';

const PASSIVE_SUBJECT = new Set(['nsubj:pass']);
/** Verbs whose passive subject listens. */
const TELLING = /^(?:tell|ask|inform|advise|notify|remind|assure|order|urge|instruct)$/;

/**
 * The subject of the verb that leads a cue, where it stands outside of the content; null where there is none.
 *
 * @param content the tokens of the content
 * @example
 * sourceOf(ground, { first: 3, last: 4 }, content); // "Velmora" of "Velmora on Tuesday denied that …"
 */
export function sourceOf(ground: Ground, cue: Range, content: readonly Range[]): Range | null {
  const verb = verbOf(ground, cue);
  if (verb < 0 || isPassiveVerb(ground.words, ground.tree, verb)) return null;
  const source = findSpeaker(ground, verb)?.source ?? null;
  if (source === null || content.length === 0) return null;
  const isIn = ({ first, last }: Range): boolean => first < source.last && source.first < last;
  return [...content, cue].some(isIn) ? null : withoutDay(ground, source);
}

/** "Velmora" of "Velmora on Tuesday denied". */
function withoutDay({ words }: Ground, { first, last }: Range): Range {
  const isDay = last - first > 2 && words.lower(last - 2) === 'on' && /day$/.test(words.lower(last - 1));
  return { first, last: isDay ? last - 2 : last };
}

/**
 * Whether a source is who is told: "he" of "he was told that …".
 *
 * @example
 * isTold(ground, { first: 1, last: 3 }, { first: 0, last: 1 }); // true
 */
export function isTold({ words, tree, ...rest }: Ground, cue: Range, source: Range): boolean {
  const verb = verbOf({ words, tree, ...rest }, cue);
  if (verb < 0 || !TELLING.test(words.lemma(verb)) || !isPassiveVerb(words, tree, verb)) return false;
  const subject = tree.child(verb, PASSIVE_SUBJECT);
  // "She asked twice, and was told": the subject of the verb before.
  if (subject < 0) return source.last <= cue.first;
  return subject >= source.first && subject < source.last;
}

/**
 * Whether a cue has a verb that tells somebody something, in the form that a passive has.
 *
 * @example
 * hasTelling(words, { first: 1, last: 3 }); // true for "was told"
 */
export function hasTelling(words: SentenceWords, { first, last }: Range): boolean {
  for (let t = first; t < last; t++) if (/^VB[ND]$/.test(words.tag(t)) && TELLING.test(words.lemma(t))) return true;
  return false;
}

/** The last verb of the cue lists in a cue, or -1. */
function verbOf({ words, scouted }: Ground, cue: Range): number {
  return scouted.verbs.findLast((t) => t >= cue.first && t < cue.last && entryAt(words, t)?.wordClass === 'verb') ?? -1;
}
