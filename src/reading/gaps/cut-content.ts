/**
 * Where the content of a statement ends before the words that the tagger took for its end: at a verb of saying that is joined to the cue
 * ("agreed that it was late and maintained that it did not matter"), at a clause of somebody else ("while the firm put it at 31"), at a
 * remark on what was said (", a charge the palace dismissed").
 */
import { entryAt } from '../acts/find-act.ts';
import { CLAIMS } from '../acts/objects.ts';
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import { cutRange } from '../relays/cut-range.ts';
import { findSpeaker } from '../relays/find-subject.ts';
import type { Ground } from '../relays/relay.ts';
import { SOURCE_NOUNS } from '../relays/source-nouns.ts';
import { type IsNamed, isTurned } from './find-beside.ts';

const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'expl', 'csubj']);
const MARKS = new Set(['mark']);
const FINITE = /^VB[DZP]$/;
/** Where "that" may follow a joined verb, and a noun its article, in tokens from the word before. */
const NEAR = [2, 3, 4];
/** Acts of verbs that take a clause with "that" and are not of the mind. */
const TELLING =
  /^(?:said|announced|warned|predicted|denied|confirmed|admitted|suggested|promised|threatened|demanded)$/;

/** Nouns for those who do something, by their endings: "referee", "campaigner", "chemist". */
const DOER = /(?:er|or|ee|ist|ian|man|woman|people|team|side|crew)$/;

/**
 * Whether a content has a word at which it may be cut: a quick look, before a tree is made.
 *
 * @example
 * mayGoTooFar(words, { first: 2, last: 13 }); // true for "that it was late and maintained that it did not matter"
 */
export function mayGoTooFar(words: SentenceWords, { first, last }: Range): boolean {
  for (let t = first + 2; t < last - 1; t++) {
    const lower = words.lower(t);
    if (lower === ';' || (lower === 'while' && words.tag(t - 1) === ',')) return true;
    const isJoined = (lower === 'and' || lower === 'but') && /^(?:VB|RB)/.test(words.tag(t + 1));
    if (isJoined && NEAR.some((n) => words.lower(t + n) === 'that')) return true;
    if (lower === ',' && words.tag(t + 1) === 'DT' && NEAR.some((n) => CLAIMS.has(words.lemma(t + n)))) return true;
  }
  return false;
}

/** A second attribution of one source, that the content of the first had swallowed. */
export interface Joined {
  /** The end of the first content. */
  readonly end: number;
  readonly cue: Range;
  readonly content: Range;
}

/**
 * The verb of saying within a content that has the source of its cue, with what it takes; null where there is none.
 *
 * @param lead the verb that leads the cue
 * @example
 * joinedTo(ground, 1, { first: 2, last: 13 }, isNamed)?.cue; // "maintained"
 */
export function joinedTo(ground: Ground, lead: number, content: Range, isNamed: IsNamed): Joined | null {
  const { words, tree, scouted } = ground;
  for (const verb of scouted.verbs) {
    if (verb >= content.last || lead >= content.first) break;
    if (verb <= content.first) continue;
    if (words.tag(verb) !== words.tag(lead) || !FINITE.test(words.tag(verb))) continue;
    const entry = entryAt(words, verb);
    if (entry?.wordClass !== 'verb' || !TELLING.test(entry.act)) continue;
    let first = verb;
    while (words.tag(first - 1) === 'RB') first--;
    if (!/^(?:and|but)$/.test(words.lower(first - 1)) || words.lower(verb + entry.words.length) !== 'that') continue;
    if (tree.child(verb, SUBJECTS) >= 0 || tree.relation(verb) !== 'conj') continue;
    // Of "said that the minister resigned and claimed that …" it is open who claimed.
    const clause = tree.head(verb) === lead ? clauseOf(ground, lead, verb) : tree.head(verb);
    if (clause < content.first || maySpeak(ground, clause, isNamed)) continue;
    const end = words.tag(first - 2) === ',' ? first - 2 : first - 1;
    const told = cutRange(words, verb + entry.words.length, content.last);
    if (told !== null && end > content.first)
      return { end, cue: { first, last: verb + entry.words.length }, content: told };
  }
  return null;
}

/** The clause that a verb takes before another verb, or -1. */
function clauseOf({ tree }: Ground, lead: number, before: number): number {
  return tree.children(lead).find((t) => t > lead && t < before && tree.relation(t) === 'ccomp') ?? -1;
}

/** Whether the subject of a verb may be who says what a joined verb says. */
function maySpeak({ words, tree }: Ground, verb: number, isNamed: IsNamed): boolean {
  const subject = tree.child(verb, SUBJECTS);
  if (subject < 0) return true;
  const lemma = words.lemma(subject);
  return words.tag(subject).startsWith('PRP') || isNamed(subject) || SOURCE_NOUNS.has(lemma) || DOER.test(lemma);
}

/**
 * The end of a content before a clause of somebody else, or before a remark on what is said.
 *
 * @example
 * endOfOwn(ground, { first: 3, last: 14 }); // 8: at the comma before "while the firm put it at 31"
 */
export function endOfOwn(ground: Ground, content: Range): number {
  const { words, tree } = ground;
  for (let t = content.first + 2; t < content.last - 2; t++) {
    if (words.tag(t - 1) !== ',') continue;
    if (words.lower(t) === 'while' && isOfAnother(ground, t)) return t - 1;
    if (words.tag(t) !== 'DT') continue;
    const noun = tree.head(t);
    if (noun <= t || noun > t + 3 || !CLAIMS.has(words.lemma(noun)) || noun >= content.last) continue;
    const isRemark = tree.children(noun).some((verb) => verb > noun && isRejected(ground, verb));
    if (isRemark) return t - 1;
  }
  return content.last;
}

/**
 * The beginning of a content behind what somebody else is said to say before a semicolon: "none, says the firm; none needed".
 *
 * @example
 * startOfOwn(words, { first: 0, last: 7 }, isNamed); // 5
 */
export function startOfOwn(words: SentenceWords, content: Range, isNamed: IsNamed): number {
  for (let t = content.last - 2; t > content.first + 3; t--) {
    if (words.lower(t) !== ';') continue;
    for (let verb = t - 2; verb > content.first && words.tag(verb) !== ','; verb--)
      if (words.tag(verb - 1) === ',' && isTurned(words, verb, t, isNamed)) return t + 1;
  }
  return content.first;
}

/**
 * The beginning of the clause that "according to" hangs on, where a semicolon stands before it: of "It sank in May; it was raised in June,
 * according to the log" only the raising is the log's. The beginning of the content where it says more, or is a list.
 *
 * @example
 * startOfAccording(ground, cue, { first: 0, last: 9 }); // 5
 */
export function startOfAccording({ words, tree }: Ground, cue: Range, content: Range): number {
  if (words.lower(cue.first) !== 'according' || content.last > cue.first) return content.first;
  const semicolons: number[] = [];
  for (let t = content.first; t < content.last; t++) {
    if (/^(?:``|'')$/.test(words.tag(t))) return content.first;
    if (words.lower(t) === ';') semicolons.push(t);
  }
  const clause = tree.head(tree.head(cue.first));
  const isBehind = semicolons.length === 1 && clause > semicolons[0];
  return isBehind ? semicolons[0] + 1 : content.first;
}

/** "while the firm put it at 31": a verb of the lists with a subject of its own. */
function isOfAnother(ground: Ground, mark: number): boolean {
  const { words, tree } = ground;
  const verb = tree.head(mark);
  if (verb <= mark || tree.child(verb, MARKS) !== mark || !FINITE.test(words.tag(verb))) return false;
  const entry = entryAt(words, verb);
  if (entry?.wordClass !== 'verb' || !ground.scouted.verbs.includes(verb)) return false;
  if (!TELLING.test(entry.act)) return false;
  const source = findSpeaker(ground, verb)?.source;
  return source?.first === mark + 1 && !words.tag(source.last - 1).startsWith('PRP');
}

function isRejected({ words, tree }: Ground, verb: number): boolean {
  return tree.relation(verb).startsWith('acl') && /^(?:denied|accused)$/.test(entryAt(words, verb)?.act ?? '');
}
