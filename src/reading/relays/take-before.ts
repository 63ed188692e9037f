/** What stands before the speaker, or goes on behind: "The road is closed, police warn"; ‘Sell the cow,’ he said, ‘and go.’ */
import type { CueEntry } from '../acts/cue-lexicon.ts';
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import { BEHIND, PASSING_ON } from './complements.ts';
import { closingOf, cutRange, openingOf } from './cut-range.ts';
import type { Ground, Taken } from './relay.ts';

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
  const isQuoted = words.tag(last - 1) === "''";
  if (!isQuoted) last--;
  let first = -1;
  if (isQuoted) {
    first = openingQuoteOf(words, last - 1, region.first);
  } else {
    const relation = tree.relation(verb);
    const told = tree.children(verb).find((t) => t < last && /^(?:ccomp|parataxis)$/.test(tree.relation(t)));
    const head = told ?? (relation === 'parataxis' ? tree.head(verb) : -1);
    if (head >= region.first && head < last) first = Math.max(tree.left(head), region.first);
  }
  if (first < region.first || first >= last) return undefined;
  const before = cutRange(words, openingOf(words, first), last, isQuoted);
  if (!before) return undefined;
  return { content: [before, ...(isQuoted ? quotationGoesOn(words, verb, region.last) : [])], rule: 'before' };
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
  for (let t = verb + 1; t < region.last; t++) if (!/^(?:,|''|PRP|RB|\.)$/.test(words.tag(t))) return undefined;
  return { content: [next], rule: 'clause' };
}
