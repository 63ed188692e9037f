/** The name that a relative clause gives: "the paper that a website calls a log", "what the army called an accident". */
import type { CueEntry } from '../acts/cue-lexicon.ts';
import type { Range } from '../acts/sentence-words.ts';
import { NAMING } from './complements.ts';
import { closingOf, cutRange } from './cut-range.ts';
import { isPassiveVerb } from './find-subject.ts';
import type { Ground, Taken } from './relay.ts';

const SUBJECT = new Set(['nsubj']);
/** How many tokens may stand between the pronoun and its verb: "that a certain website later called". */
const FURTHEST = 8;

/** What one calls without giving a name to anything. */
const SUMMONED: ReadonlySet<string> = new Set(
  `taxi cab car doctor nurse ambulance lawyer plumber friend number meeting halt strike vote election referendum truce ceasefire conference session
  witness name`.split(/\s+/),
);

/**
 * Whether the object of a verb stands before it, as a noun or pronoun to which its clause belongs: "a charge that the firm denied", "a
 * charge the firm denied", "what the firm denied".
 *
 * @param source the subject of the verb
 * @example
 * isOfNounBefore(ground, 5, source); // true
 */
export function isOfNounBefore({ words, tree }: Ground, verb: number, source: Range): boolean {
  const before = source.first - 1;
  if (source.last > verb || verb - before > FURTHEST) return false;
  if (tree.child(verb, SUBJECT) < 0 || isPassiveVerb(words, tree, verb)) return false;
  const isBare = tree.relation(verb) === 'acl:relcl' && tree.head(verb) === before;
  return isBare || /^(?:that|which|what)$/.test(words.lower(before));
}

/**
 * What a verb of naming calls the noun before its relative clause. The name has an article or stands in quotation marks: "that she called
 * home" is none.
 *
 * @param source the subject of the verb
 * @example
 * nameGivenBehind(ground, 4, entry, source)?.content; // of "what the army called an accident": "an accident"
 */
export function nameGivenBehind(
  ground: Ground,
  verb: number,
  entry: CueEntry,
  source: Range | null,
): Taken | undefined {
  const { words, tree, region } = ground;
  if (source === null || !NAMING.has(entry.words[0]) || !isOfNounBefore(ground, verb, source)) return undefined;
  const first = verb + entry.words.length;
  if (words.tag(first) === '``') {
    const close = closingOf(words, first, region.last);
    return close < 0 ? undefined : { content: [{ first, last: close + 1 }], rule: 'quotation' };
  }
  if (!/^an?$/.test(words.lower(first)) || entry.words[0] === 'describe') return undefined;
  const noun = tree.head(first);
  // "the night that he called a taxi", "the man that she called a strike for".
  if (words.lower(source.first - 1) !== 'what' && SUMMONED.has(words.lemma(noun))) return undefined;
  if (noun <= first || noun >= region.last || tree.head(noun) !== verb || !words.tag(noun).startsWith('NN'))
    return undefined;
  const content = cutRange(words, first, Math.min(tree.right(noun) + 1, region.last));
  return content ? { content: [content], rule: 'object' } : undefined;
}
