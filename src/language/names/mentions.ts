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

const SEEN_SMALL = 1;
const SEEN_CAPITALIZED = 2;

/** What is known of the tokens of one document; overwritten when the next is looked over. */
export interface Mentions {
  /** The token where a token's word stands in its longest run; only of capitalised tokens. */
  readonly best: Int32Array;
  /** First and last token (half-open) of the run of capitalised words that a token stands in; -1 outside runs. */
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
  /** 1 where the word is also written small in this document, 2 where it is capitalised inside a sentence; may be both. */
  readonly elsewhere: Uint8Array;
}

/** Looks over documents one after the other, with the same memory. */
export class MentionFinder {
  private best = new Int32Array(1024);
  private runFirst = new Int32Array(1024);
  private runLast = new Int32Array(1024);
  private elsewhere = new Uint8Array(1024);
  /** By word: the token of its longest run, and how it is written. Emptied after each document. */
  private bestOf = new Int32Array(1024).fill(-1);
  private seen = new Uint8Array(1024);

  /**
   * Looks over a document that has sentences.
   *
   * @param words a small number a token, the same for the same word in any case
   * @param writing how each token is written: SMALL, CAPITALIZED, CAPITALS or OTHER
   * @param isParticle 1 for tokens that are one of PARTICLES
   * @param wordCount words are below this
   * @example
   * finder.find(document, words, writing, isParticle, 500).best[t]; // the token where this word's fullest name stands
   */
  find(
    { tokens, sentences }: Document,
    words: Int32Array,
    writing: Uint8Array,
    isParticle: Uint8Array,
    wordCount: number,
  ): Mentions {
    const { length } = tokens!;
    this.reserve(length, wordCount);
    const { best, runFirst, runLast, elsewhere, bestOf, seen } = this;
    for (let s = 0; s < sentences!.length; s++) {
      const first = sentences!.first[s];
      const last = sentences!.last[s];
      for (let t = first; t < last; ) {
        if (!isCapital(writing[t])) {
          if (writing[t] === SMALL) seen[words[t]] |= SEEN_SMALL;
          runFirst[t] = -1;
          t++;
          continue;
        }
        let end = t + 1;
        for (let next = end; next < last && next < end + 3; next++) {
          if (isCapital(writing[next])) end = next + 1;
          else if (isParticle[next] === 0) break;
        }
        const weight = Math.min(end - t, LONGEST_RUN);
        for (let k = t; k < end; k++) {
          runFirst[k] = t;
          runLast[k] = end;
          if (!isCapital(writing[k])) continue;
          const word = words[k];
          if (k > first) seen[word] |= SEEN_CAPITALIZED;
          const rival = bestOf[word];
          if (rival < 0 || weight > Math.min(runLast[rival] - runFirst[rival], LONGEST_RUN)) bestOf[word] = k;
        }
        t = end;
      }
    }
    for (let t = 0; t < length; t++) {
      if (!isCapital(writing[t])) continue;
      best[t] = bestOf[words[t]];
      elsewhere[t] = seen[words[t]];
    }
    for (let t = 0; t < length; t++) {
      bestOf[words[t]] = -1;
      seen[words[t]] = 0;
    }
    return { best, runFirst, runLast, elsewhere };
  }

  private reserve(length: number, wordCount: number): void {
    if (length > this.best.length) {
      this.best = new Int32Array(2 * length);
      this.runFirst = new Int32Array(2 * length);
      this.runLast = new Int32Array(2 * length);
      this.elsewhere = new Uint8Array(2 * length);
    }
    if (wordCount > this.seen.length) {
      this.bestOf = new Int32Array(2 * wordCount).fill(-1);
      this.seen = new Uint8Array(2 * wordCount);
    }
  }
}

/**
 * Whether a word written so begins with a capital, or is in capitals.
 *
 * @example
 * isCapital(CAPITALS); // true
 */
export function isCapital(writing: number): boolean {
  return writing === CAPITALIZED || writing === CAPITALS;
}
