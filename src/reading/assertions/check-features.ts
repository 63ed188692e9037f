/**
 * What is looked at to tell how worth checking a sentence is: its words and pairs of words, tags and pairs of tags, word clusters, how
 * it begins and ends, how long it is, and how many figures, names, past tenses and modal verbs it holds.
 */
import type { WordClusters } from '../../language/clusters/word-clusters.ts';
import { combine, hashString, type Lexicon } from '../../language/lexicon/lexicon.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Tokens } from '../../text/document.ts';

const SEEDS = Int32Array.from({ length: 13 }, (_, i) => hashString(`check ${i}`));
const EDGE = hashString('outside the sentence');
const EDGE_TAG = 99;
const NUMBER = UPOS_TAGS.indexOf('NUM');
const NAME = UPOS_TAGS.indexOf('PROPN');
const PAST = XPOS_TAGS.indexOf('VBD');
const MODAL = XPOS_TAGS.indexOf('MD');
/** Longer sentences count as of this length, in tokens: training has none longer. */
export const LONGEST = 200;

/**
 * Sets `out` to the bucket numbers of the tokens [first, last): each below `buckets` (a power of two), some more than once.
 *
 * @example
 * const rows: number[] = [];
 * checkFeatures(tokens, lexicon, clusters, 0, 9, 262_144, rows); // rows.length is 5 × 9 + 8
 */
export function checkFeatures(
  tokens: Tokens,
  lexicon: Lexicon,
  clusters: WordClusters,
  first: number,
  last: number,
  buckets: number,
  out: number[],
): void {
  const mask = buckets - 1;
  const { lowerHash } = lexicon;
  out.length = 0;
  let numbers = 0;
  let names = 0;
  let pasts = 0;
  let modals = 0;
  let before = EDGE;
  let tagBefore = EDGE_TAG;
  for (let t = first; t < last; t++) {
    const lexeme = tokens.lexeme[t];
    const upos = tokens.upos[t];
    const tag = tokens.xpos[t];
    // A figure says that there is one; which one says little.
    const word = upos === NUMBER ? lexicon.shapeHash[lexeme] : lowerHash[lexeme];
    out.push(
      combine(SEEDS[0], word) & mask,
      combine(SEEDS[1], combine(before, word)) & mask,
      combine(SEEDS[2], tag) & mask,
      combine(SEEDS[3], tagBefore * 100 + tag) & mask,
      combine(SEEDS[4], clusters.of(lexeme)) & mask,
    );
    before = word;
    tagBefore = tag;
    if (upos === NUMBER) numbers++;
    else if (upos === NAME) names++;
    if (tag === PAST) pasts++;
    else if (tag === MODAL) modals++;
  }
  const opening = lowerHash[tokens.lexeme[first]];
  const second = first + 1 < last ? lowerHash[tokens.lexeme[first + 1]] : EDGE;
  out.push(
    combine(SEEDS[5], Math.min(12, Math.floor(2 * Math.log2(last - first + 1)))) & mask,
    combine(SEEDS[6], Math.min(numbers, 4)) & mask,
    combine(SEEDS[7], Math.min(names, 4)) & mask,
    combine(SEEDS[8], Math.min(pasts, 3)) & mask,
    combine(SEEDS[9], Math.min(modals, 3)) & mask,
    combine(SEEDS[10], opening) & mask,
    combine(SEEDS[11], combine(opening, second)) & mask,
    combine(SEEDS[12], lowerHash[tokens.lexeme[last - 1]]) & mask,
  );
}

/**
 * The bucket of a word in the table that training learns beside the word vectors; figures are told apart by their shape alone.
 *
 * @example
 * wordBucket(lexicon, lexicon.intern('tax'), 4096); // 0 … 4095
 */
export function wordBucket(lexicon: Lexicon, lexeme: number, buckets: number): number {
  const hash = /\d/.test(lexicon.lowers[lexeme]) ? lexicon.shapeHash[lexeme] : lexicon.lowerHash[lexeme];
  return combine(hash, 0x5bd1e995) & (buckets - 1);
}
