/** The source that a cue has by the parse: its subject; and who is no source though the tagger took them for one. */
import { entryAt } from '../acts/find-act.ts';
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import { findSpeaker, isPassiveVerb } from '../relays/find-subject.ts';
import type { Ground } from '../relays/relay.ts';
import { type IsNamed, isSpeaker } from './find-beside.ts';

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

/** How many tokens a source has at most that stands before its cue, and that the parser hung elsewhere. */
const LONGEST = 9;
const OF_PHRASE = /^(?:DT|JJ|NNP?S?|NNPS|POS|PRP\$|CD|HYPH|,)$/;

/**
 * The noun phrase that stands before a cue, at the beginning of its clause: of "Asked at the gate, the keeper, Mira Olt, said" "the keeper,
 * Mira Olt". For cues whose subject the parser hung on something else.
 *
 * @param from where the clause may begin: behind a dateline, and behind what is said
 * @example
 * phraseBefore(ground, cue, 0, isNamed); // "the keeper, Mira Olt"
 */
export function phraseBefore(ground: Ground, cue: Range, from: number, isNamed: IsNamed): Range | null {
  const { words, tree } = ground;
  const verb = verbOf(ground, cue);
  if (verb < 0 || cue.last - cue.first > 2 || !/^VB[DZP]$/.test(words.tag(verb)) || isPassiveVerb(words, tree, verb))
    return null;
  let first = cue.first;
  while (first > from && (OF_PHRASE.test(words.tag(first - 1)) || /^(?:of|for|at|in|on)$/.test(words.lower(first - 1))))
    first--;
  const isWhole = first === from;
  if (!isWhole) while (first < cue.first && words.tag(first) !== ',') first++;
  while (words.tag(first) === ',') first++;
  let last = cue.first;
  while (last > first && /^(?:,|POS)$/.test(words.tag(last - 1))) last--;
  if (last <= first || last - first > LONGEST) return null;
  const source = withoutDay(ground, { first, last });
  // Behind a comma a name may be that of a place: "a driver from Boston, Massachusetts, told".
  const isName = (t: number): boolean => isWhole && (isNamed(t) || words.tag(t) === 'NNP');
  return isSpeaker(words, source, isName) ? source : null;
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

/**
 * The last verb of the cue lists in a cue, or -1.
 *
 * @example
 * verbOf(ground, { first: 1, last: 3 }); // the token of "told" in "was told"
 */
export function verbOf({ words, scouted }: Ground, cue: Range): number {
  return scouted.verbs.findLast((t) => t >= cue.first && t < cue.last && entryAt(words, t)?.wordClass === 'verb') ?? -1;
}
