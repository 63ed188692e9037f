/** The words of a source without what only stands beside them: a dateline, conjunctions, quotation marks, commas. */
import type { Range } from '../acts/sentence-words.ts';
import type { Ground } from './ground.ts';

/** How far a dateline may reach into a source: "MIROVA, Velmora — Transport Minister …". */
const DATELINE_REACH = 12;

/**
 * Without a dateline, an opening conjunction or adverb, quotation marks, and a closing comma.
 *
 * @example
 * trimSource(ground, { first: 0, last: 4 }); // { first: 1, last: 3 } of "But the ministry ,"
 */
export function trimSource(ground: Ground, { first, last }: Range): Range {
  const words = ground.wordsAt(Math.min(first, ground.tokens.length - 1));
  let start = first;
  for (let t = first; t < Math.min(last - 1, first + DATELINE_REACH); t++)
    if (/^(?:—|–|-|--)$/.test(words.lower(t)) && (words.tag(t) === ':' || words.tag(t - 1) === '-RRB-')) start = t + 1;
  let end = Math.min(last, words.last);
  while (start < end - 1 && /^(?:,|CC|``|''|:|\.|-LRB-|-RRB-)$/.test(words.tag(start))) start++;
  while (start < end - 1 && words.tag(start) === 'RB' && words.tag(start + 1) !== 'CD') start++;
  while (end > start + 1 && /^(?:,|``|''|:|\.|-RRB-|IN|W(?:P|DT))$/.test(words.tag(end - 1))) end--;
  return { first: start, last: end };
}
