/** "According to the crew, the tanker had …" and "in the view of the crew" within a content. */
import type { Range } from '../acts/sentence-words.ts';
import { cutRange } from './cut-range.ts';
import type { Ground, Relay } from './relay.ts';

/** What a thing may be "according to" without anybody having said so. */
const NO_SOURCES = new Set('plan schedule law rule custom tradition need size taste way age wish'.split(' '));
const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'expl', 'csubj']);

/**
 * The attributions by "according to" in a region.
 *
 * @example
 * findAccording(ground)[0].source; // of "that according to the crew it sank": "the crew"
 */
export function findAccording(ground: Ground): Relay[] {
  const { words, tree, region } = ground;
  const found: Relay[] = [];
  for (const t of ground.scouted.phrases) {
    const length = phraseAt(ground, t);
    if (length === 0) continue;
    const noun = tree.head(length === 2 ? t : t + length - 1);
    if (noun <= t || noun >= region.last || !/^(?:NN|PRP|CD)/.test(words.tag(noun))) continue;
    if (NO_SOURCES.has(words.lemma(noun))) continue;
    const told = tree.head(length === 2 ? noun : t + 2);
    if (told < region.first || told >= region.last || tree.child(told, SUBJECTS) < 0) continue;
    const source = cutRange(words, t + length, Math.min(tree.right(noun) + 1, region.last));
    if (!source) continue;
    const content = source.last <= told ? behind(ground, source.last, told) : before(ground, t, told);
    if (content && content.last - content.first > 2)
      found.push({ source, cue: { first: t, last: t + length }, content: [content], rule: 'according' });
  }
  return found;
}

/** How many words the phrase has that begins at a token: "according to", "in the view of"; 0 where none does. */
function phraseAt({ words }: Ground, t: number): number {
  if (words.lower(t) === 'according') return words.lower(t + 1) === 'to' ? 2 : 0;
  const isView =
    words.lower(t) === 'in' && words.lower(t + 1) === 'the' && /^(?:view|opinion|words)$/.test(words.lower(t + 2));
  return isView && words.lower(t + 3) === 'of' ? 4 : 0;
}

function behind({ words, tree, region }: Ground, from: number, told: number): Range | null {
  let first = from;
  while (/^(?:,|:)$/.test(words.tag(first))) first++;
  return first > told ? null : cutRange(words, first, Math.min(tree.right(told) + 1, region.last));
}

function before({ words, tree, region }: Ground, phrase: number, told: number): Range | null {
  return cutRange(words, Math.max(tree.left(told), region.first), phrase);
}
