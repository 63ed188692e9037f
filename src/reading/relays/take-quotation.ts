/** A quotation that a verb takes. */
import type { CueEntry } from '../acts/cue-lexicon.ts';
import { closingOf } from './cut-range.ts';
import { isPassiveVerb } from './find-subject.ts';
import type { Ground, Taken } from './relay.ts';
import type { SentenceTree } from './sentence-tree.ts';

const AGENT = new Set(['obl:agent']);
/** How many tokens may stand between a verb and its quotation. */
const FURTHEST = 12;

/**
 * "said ‘run’", "told them only “to pray”": a quotation behind the verb, with no more than an addressee between.
 *
 * @example
 * quotationAfter(ground, 2, entry)?.content; // of "He said ‘run’": "‘run’"
 */
export function quotationAfter({ words, tree, region }: Ground, verb: number, entry: CueEntry): Taken | undefined {
  let t = verb + entry.words.length;
  const end = Math.min(region.last, t + FURTHEST);
  while (t < end && words.tag(t) !== '``') {
    if (/^(?:VB|MD|W|IN|TO)/.test(words.tag(t)) || words.lower(t) === 'that') return undefined;
    const isBetween = /^(?:RB|,|:|PRP|RP)$/.test(words.tag(t)) || isBelow(tree, t, verb, /^(?:obj|iobj)$/);
    if (!isBetween) return undefined;
    t++;
  }
  if (t >= end || entry.act === 'felt') return undefined;
  if (isPassiveVerb(words, tree, verb) && tree.child(verb, AGENT) < 0) return undefined;
  const close = closingOf(words, t, region.last);
  // said the “temporary huts”: what stands before the mark is part of the phrase.
  if (/^(?:DT|JJ|PRP\$|POS|NN)/.test(words.tag(t - 1)) && t - 1 > verb && !/^(?:iobj|obj)$/.test(tree.relation(t - 1)))
    return undefined;
  // “temporary” huts: the quotation is part of a phrase.
  if (close < 0 || close === t + 1 || /^(?:NN|JJ|VB|MD)/.test(words.tag(close + 1))) return undefined;
  return { content: [{ first: t, last: close + 1 }], rule: 'quotation' };
}

function isBelow(tree: SentenceTree, t: number, verb: number, relation: RegExp): boolean {
  for (let at = t, steps = 0; at >= 0 && steps < 6; at = tree.head(at), steps++)
    if (tree.head(at) === verb) return relation.test(tree.relation(at)) && at > verb;
  return false;
}
