/** What stands before the speaker, or goes on behind: "The road is closed, police warn"; ‘Sell the cow,’ he said, ‘and go.’ */
import type { CueEntry } from '../acts/cue-lexicon.ts';
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import { BEHIND, PASSING_ON } from './complements.ts';
import { closingOf, cutRange, openingOf } from './cut-range.ts';
import type { Ground, Taken } from './relay.ts';
import type { SentenceTree } from './sentence-tree.ts';

const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'expl']);
const MARKS = new Set(['mark', 'advmod']);
const NEGATION = /^(?:not|n't|never)$/;
/** How many tokens may stand between a verb and the end of its part, where the next one goes on with "that". */
const FURTHEST = 8;

/**
 * "The road is closed, police warn": a clause that ends before the speaker, or before the verb where they are inverted.
 *
 * @example
 * clauseBefore(ground, 6, entry, source)?.content; // of "The road is closed, police warn": "The road is closed"
 */
export function clauseBefore(ground: Ground, verb: number, entry: CueEntry, source: Range | null): Taken | undefined {
  const { words, tree, region } = ground;
  if (
    source === null ||
    !BEHIND.has(entry.act) ||
    PASSING_ON.has(entry.words[0]) ||
    !/^(?:VBD|VBZ|VBP|VB)$/.test(words.tag(verb))
  )
    return undefined;
  if (tree.children(verb).some((t) => t > verb && /^(?:obj|ccomp|xcomp)$/.test(tree.relation(t)) && t > source.last))
    if (words.tag(verb + 1) !== 'PRP' || entry.act === 'found' || entry.act === 'thought') return undefined;
  // "many people, believe in that": a thought ends with its verb.
  if (entry.act === 'thought' && source.first < verb && /^(?:IN|DT|NN|JJ|TO)/.test(words.tag(verb + 1)))
    return undefined;
  let last = Math.min(source.first, verb);
  if (words.tag(last - 1) !== ',' && words.tag(last - 1) !== "''") return undefined;
  const question = questionBefore(ground, verb, last - 1);
  if (question) return { content: [question], rule: 'before' };
  const isQuoted = words.tag(last - 1) === "''";
  if (!isQuoted) last--;
  let first = -1;
  if (isQuoted) {
    first = openingQuoteOf(words, last - 1, region.first);
  } else {
    const relation = tree.relation(verb);
    const told = tree.children(verb).find((t) => t < last && isToldBefore(tree, t));
    const head = told ?? (relation === 'parataxis' ? tree.head(verb) : -1);
    if (head >= region.first && head < last) first = Math.max(tree.left(head), region.first);
  }
  if (first < region.first || first >= last) return undefined;
  const before = cutRange(words, openingOf(words, first), last, isQuoted);
  if (!before) return undefined;
  return { content: [before, ...(isQuoted ? quotationGoesOn(words, verb, region.last) : [])], rule: 'before' };
}

/** A clause that a verb takes; one with a subject and no conjunction too, that the parser took for a circumstance. */
function isToldBefore(tree: SentenceTree, clause: number): boolean {
  const relation = tree.relation(clause);
  if (relation !== 'advcl') return relation === 'ccomp' || relation === 'parataxis';
  return tree.child(clause, SUBJECTS) >= 0 && tree.child(clause, MARKS) < 0;
}

/** "Whether the gates were open, he would not say": a question that stands before the verb that does not answer it. */
function questionBefore({ words, tree, region }: Ground, verb: number, comma: number): Range | null {
  if (!/^(?:[.:]|)$/.test(words.tag(verb + 1)) || !tree.children(verb).some((t) => NEGATION.test(words.lower(t))))
    return null;
  const clause = tree.children(verb).find((t) => t < comma && /^(?:advcl|ccomp|csubj|obj)$/.test(tree.relation(t)));
  if (clause === undefined || tree.left(clause) < region.first) return null;
  const isQuestion = /^(?:whether|what|who|whom|where|how|why|which)$/.test(words.lower(tree.left(clause)));
  return isQuestion ? cutRange(words, tree.left(clause), comma) : null;
}

/** The second half of ‘Sell the cow,’ he used to tell me, ‘and …’. */
function quotationGoesOn(words: SentenceWords, verb: number, last: number): Range[] {
  for (let t = verb + 1; t < verb + 5; t++) {
    if (words.tag(t) === '``' && words.tag(t - 1) === ',') {
      const close = closingOf(words, t, last);
      return close < 0 ? [] : [{ first: t, last: close + 1 }];
    }
    if (!/^(?:PRP|,|NN|RB)$/.test(words.tag(t))) break;
  }
  return [];
}

function openingQuoteOf(words: SentenceWords, close: number, first: number): number {
  for (let t = close - 1; t >= first; t--) if (words.tag(t) === '``') return t;
  return -1;
}

/**
 * “They keep saying,” he said, “that it sank.”: what the verb takes is the next part of the content.
 *
 * @example
 * nextPart(ground, 4)?.content; // the part that begins “that it sank”
 */
export function nextPart({ words, region, next }: Ground, verb: number): Taken | undefined {
  if (next === null || !(words.lower(next.first) === 'that' || words.lower(next.first + 1) === 'that'))
    return undefined;
  // "testified in private last week, the judge said, that …": no more than when and where, and to whom.
  for (let t = verb + 1; t < region.last; t++)
    if (t > verb + FURTHEST || !/^(?:,|''|PRP|RB|\.|IN|DT|NNP?S?|NNPS|CD|JJ|PDT)$/.test(words.tag(t))) return undefined;
  return { content: [next], rule: 'clause' };
}
