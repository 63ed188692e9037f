/**
 * What the rest of a document says of a capitalised word: where it is written in its longest run of capitalised words, and
 * whether it is also written small. "Basya" alone is a person where "General Fuad Basya" stands elsewhere.
 *
 * Context aggregated over a document: Chieu & Ng 2003; Krishnan & Manning 2006. Linear in the tokens.
 */
import type { Document } from '../../text/document.ts';

/** How a form is written. */
export const SMALL = 0;
export const CAPITALIZED = 1;
export const CAPITALS = 2;
export const OTHER = 3;

/** Words that join the parts of a person's name though they are written small. */
export const PARTICLES: ReadonlySet<string> = new Set([
  ...[
    'al',
    'ap',
    'bin',
    'bint',
    'ben',
    'bte',
    'da',
    'dal',
    'de',
    'del',
    'della',
    'den',
    'der',
    'des',
    'di',
    'dos',
    'du',
  ],
  ...['e', 'el', 'ibn', 'la', 'le', 'ter', 'ul', 'ur', 'van', 'von', 'y', 'zu', '-', "'", '&'],
]);

/** Runs longer than this many tokens count as this long: a headline in capitals tells nothing. */
const LONGEST_RUN = 6;

export interface Mentions {
  /** The token where a token's word stands in its longest run; -1 for words that are not capitalised. */
  readonly best: Int32Array;
  /** First and last token (half-open) of the run of capitalised words that a token stands in; both -1 outside runs. */
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
  /** 1 where the word is also written small in this document, 2 where it is capitalised inside a sentence; may be both. */
  readonly elsewhere: Uint8Array;
}

/**
 * Looks over a document that has sentences.
 *
 * @param words a number a token, the same for the same word in any case
 * @param writing how each token is written: SMALL, CAPITALIZED, CAPITALS or OTHER
 * @param isParticle whether a token is one of PARTICLES
 * @example
 * findMentions(document, words, writing, isParticle).best[t]; // the token where this word's fullest name stands
 */
export function findMentions(
  { tokens, sentences }: Document,
  words: Uint32Array,
  writing: Uint8Array,
  isParticle: (token: number) => boolean,
): Mentions {
  const { length } = tokens!;
  const runFirst = new Int32Array(length).fill(-1);
  const runLast = new Int32Array(length).fill(-1);
  const best = new Int32Array(length).fill(-1);
  const elsewhere = new Uint8Array(length);
  const bestOf = new Map<number, number>();
  const seen = new Map<number, number>();
  const isCapital = (t: number): boolean => writing[t] === CAPITALIZED || writing[t] === CAPITALS;
  const weight = (t: number): number => Math.min(runLast[t] - runFirst[t], LONGEST_RUN);
  for (let s = 0; s < sentences!.length; s++) {
    const first = sentences!.first[s];
    const last = sentences!.last[s];
    for (let t = first; t < last; ) {
      if (!isCapital(t)) {
        if (writing[t] === SMALL) seen.set(words[t], (seen.get(words[t]) ?? 0) | 1);
        t++;
        continue;
      }
      let end = t + 1;
      for (let next = end; next < last && next < end + 3; next++) {
        if (isCapital(next)) end = next + 1;
        else if (!isParticle(next)) break;
      }
      for (let k = t; k < end; k++) {
        runFirst[k] = t;
        runLast[k] = end;
        if (!isCapital(k)) continue;
        if (k > first) seen.set(words[k], (seen.get(words[k]) ?? 0) | 2);
        const rival = bestOf.get(words[k]);
        if (rival === undefined || weight(k) > weight(rival)) bestOf.set(words[k], k);
      }
      t = end;
    }
  }
  for (let t = 0; t < length; t++) {
    if (!isCapital(t)) continue;
    best[t] = bestOf.get(words[t])!;
    elsewhere[t] = seen.get(words[t]) ?? 0;
  }
  return { best, runFirst, runLast, elsewhere };
}
