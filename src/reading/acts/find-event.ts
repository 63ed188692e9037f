/** Finds the word that tells what a clause is about: its main verb, without a parse. */
import type { Range, SentenceWords } from './sentence-words.ts';

const SUBORDINATES = new Set([
  'if',
  'when',
  'although',
  'though',
  'while',
  'after',
  'before',
  'because',
  'since',
  'as',
  'unless',
  'until',
  'once',
]);
const RELATIVES = new Set(['who', 'which', 'that', 'whose', 'whom', 'where']);
/** How far apart the words of one verb group may stand. */
const GROUP_REACH = 4;

/**
 * The token of the main event of a range, or -1 where it has no verb. The first finite verb outside of a leading
 * subordinate clause and of relative clauses set off by commas; then on through its auxiliaries ("has not been *found*").
 *
 * @example
 * findEvent(words, { first: 0, last: 7 }); // for "The gates had not been opened .": 5
 */
export function findEvent(words: SentenceWords, range: Range): number {
  const start = mainStart(words, range);
  const finite = firstTagged(words, start, range.last, /^(?:MD|VBD|VBZ|VBP)$/);
  if (finite >= 0) return endOfGroup(words, finite, range.last);
  return firstTagged(words, range.first, range.last, /^VB/);
}

function mainStart(words: SentenceWords, { first, last }: Range): number {
  let t = first;
  while (t < last && /^(?:``|''|-LRB-)$/.test(words.tag(t))) t++;
  if (words.lower(t) === 'that') t++;
  if (!SUBORDINATES.has(words.lower(t))) return t;
  for (let comma = t; comma < last; comma++) if (words.lower(comma) === ',') return comma + 1;
  return t;
}

function firstTagged(words: SentenceWords, first: number, last: number, wanted: RegExp): number {
  for (let t = first; t < last; t++) {
    if (wanted.test(words.tag(t))) return t;
    if (words.lower(t) === ',' && RELATIVES.has(words.lower(t + 1))) {
      let end = t + 1;
      while (end < last && words.lower(end) !== ',') end++;
      // A relative clause that runs to the end of the range holds the only verb there is.
      if (end < last) t = end;
    }
  }
  return -1;
}

function endOfGroup(words: SentenceWords, finite: number, last: number): number {
  let verb = finite;
  for (let t = verb + 1; t < last && t <= verb + GROUP_REACH; t++) {
    const tag = words.tag(t);
    if (words.tag(verb) !== 'MD' && !/^(?:be|have|do)$/.test(words.lemma(verb))) break;
    if (tag.startsWith('VB')) verb = t;
    else if (!/^(?:RB|TO|EX)$/.test(tag) && words.lower(t) !== "n't") break;
  }
  return verb;
}
