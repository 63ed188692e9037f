/** How a statement that has no source hides it: in a passive ("it is believed", "was reported") or in an adverb ("reportedly"). */
import { type Range, type SentenceWords, tokensIn } from '../acts/sentence-words.ts';
import type { Attribution, Sourceless } from '../reading.ts';
import type { Ground } from './ground.ts';

const ADVERBS = new Set(
  'reportedly allegedly supposedly purportedly ostensibly apparently evidently seemingly presumably rumoredly'.split(
    ' ',
  ),
);
const BE = new Set("be is are was were been being 's 're get gets got".split(' '));
/** How far before a participle its auxiliary may stand. */
const AUXILIARY_REACH = 4;

/**
 * How the source of a statement is left out; null where it has one, or where neither form tells so.
 *
 * @example
 * sourcelessBy(ground, statement); // 'passive' for "It is believed that …"
 */
export function sourcelessBy(ground: Ground, { source, cue }: Attribution): Sourceless | null {
  if (source !== null || cue === null) return null;
  let isAdverb = false;
  for (const span of cue.spans) {
    const range = tokensIn(ground.tokens, span);
    if (range.last <= range.first) continue;
    const words = ground.wordsAt(range.first);
    if (hasPassive(words, range)) return 'passive';
    for (let t = range.first; t < range.last; t++) isAdverb ||= ADVERBS.has(words.lower(t));
  }
  return isAdverb ? 'adverb' : null;
}

function hasPassive(words: SentenceWords, { first, last }: Range): boolean {
  for (let t = first; t < last; t++) {
    if (!/^VB[ND]$/.test(words.tag(t))) continue;
    for (let b = t - 1; b >= t - AUXILIARY_REACH && words.has(b); b--) {
      if (BE.has(words.lower(b)) && /^(?:VB|MD)/.test(words.tag(b))) return true;
      if (!/^(?:RB|VBN|PRP|EX)$/.test(words.tag(b))) break;
    }
  }
  return false;
}
