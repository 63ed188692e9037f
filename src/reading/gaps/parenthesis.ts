/**
 * Words of saying that stand in the middle of what is said: "She sent the list, she said, and got no answer"; "He was told, the mayor said,
 * that the gates were shut"; "Neither has left, he said – ‘so far’". What stands on the other side of them belongs to the content.
 */
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import { cutRange } from '../relays/cut-range.ts';
import type { Ground } from '../relays/relay.ts';

/** Tokens of the longest clause that is looked for before a parenthesis. */
const LONGEST = 100;
const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'expl', 'csubj']);
const FINITE = /^(?:VB[DZP]|MD)$/;
const AUXILIARY = /^(?:had|has|have|was|were|is|are|would|could|will|can|may|might)$/;

/**
 * The tokens of a source and a cue that stand side by side behind a comma; null where they do not.
 *
 * @example
 * parenthesisOf(words, { first: 9, last: 10 }, { first: 10, last: 11 }); // { first: 9, last: 11 }
 */
export function parenthesisOf(words: SentenceWords, source: Range, cue: Range): Range | null {
  const [before, behind] = source.first < cue.first ? [source, cue] : [cue, source];
  const isWhole = behind.first - before.last <= (words.tag(before.last) === ',' ? 1 : 0);
  return isWhole && words.tag(before.first - 1) === ',' ? { first: before.first, last: behind.last } : null;
}

/**
 * Whether the word behind a parenthesis may go on with what is said: a quick look, before a tree is made.
 *
 * @example
 * mayGoOn(words, { first: 9, last: 11 }); // true for ", she said, and"
 */
export function mayGoOn(words: SentenceWords, { last }: Range): boolean {
  if (words.tag(last) === ',') return /^(?:and|but|or|nor|that)$/.test(words.lower(last + 1));
  return /^(?:–|—|--|-|:)$/.test(words.lower(last));
}

/**
 * What goes on behind a parenthesis with the subject of the clause before it; null where nothing does. "The plan is sound, he said, and left"
 * goes on with the speaker: the verbs must have the same auxiliary, or their subject must be the pronoun that is the source.
 *
 * @param before the content before the parenthesis
 * @example
 * goesOn(ground, { first: 9, last: 11 }, { first: 0, last: 8 }, { first: 9, last: 10 }); // "got no answer"
 */
export function goesOn({ words, tree, region }: Ground, at: Range, before: Range, source: Range): Range | null {
  if (words.tag(at.last) !== ',' || !/^(?:and|but|or|nor)$/.test(words.lower(at.last + 1))) return null;
  let verb = at.last + 2;
  while (words.tag(verb) === 'RB') verb++;
  if (!FINITE.test(words.tag(verb))) return null;
  if (!hasSubject(words, before, source) && !hasAuxiliary(words, before, words.lower(verb))) return null;
  // The auxiliary hangs on the verb whose words are the rest.
  const main = tree.head(verb) > verb && /^(?:aux|cop)/.test(tree.relation(verb)) ? tree.head(verb) : verb;
  if (tree.child(main, SUBJECTS) > at.last) return null;
  let last = Math.min(tree.right(main) + 1, region.last);
  for (let t = verb; t < last; t++) if (/^[;:]$/.test(words.lower(t))) last = t;
  return cutRange(words, at.last + 1, last);
}

/** Whether the first word of a clause is the pronoun that its source is: "She …, she said". */
function hasSubject(words: SentenceWords, { first }: Range, source: Range): boolean {
  return (
    source.last === source.first + 1 && words.tag(first) === 'PRP' && words.lower(first) === words.lower(source.first)
  );
}

function hasAuxiliary(words: SentenceWords, { first, last }: Range, auxiliary: string): boolean {
  if (!AUXILIARY.test(auxiliary)) return false;
  for (let t = first; t < last; t++) if (words.lower(t) === auxiliary) return true;
  return false;
}

/**
 * The clause before a parenthesis, where what was found as said is only its end: "that …", or words in quotation marks behind a dash or colon.
 *
 * @param content the first words that were found as said, behind the parenthesis
 * @example
 * beganBefore(ground, { first: 4, last: 7 }, { first: 8, last: 13 }); // "He was told"
 */
export function beganBefore({ words, region }: Ground, at: Range, content: Range): Range | null {
  const sign = words.lower(at.last);
  const isClause = sign === ',' && words.lower(content.first) === 'that' && content.first === at.last + 1;
  const isQuoted = /^(?:–|—|--|-|:)$/.test(sign) && content.first === at.last + 1 && isMark(words.lower(content.first));
  if (!isClause && !isQuoted) return null;
  let first = at.first - 1;
  while (first > region.first && !/^[;:]$/.test(words.lower(first - 1))) if (at.first - --first > LONGEST) return null;
  for (let t = first; t < at.first; t++) if (isMark(words.lower(t)) || /^(?:``|'')$/.test(words.tag(t))) return null;
  if (/^(?:IN|WRB|VBG|VBN)$/.test(words.tag(first))) return null;
  return hasFiniteVerb(words, first, at.first - 1) ? cutRange(words, first, at.first - 1) : null;
}

function hasFiniteVerb(words: SentenceWords, first: number, last: number): boolean {
  for (let t = first; t < last; t++) if (FINITE.test(words.tag(t))) return true;
  return false;
}

const isMark = (lower: string): boolean => /^["'“”‘’«»„`]{1,2}$/.test(lower);
