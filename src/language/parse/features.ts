/**
 * What the parser sees of a word, as bucket numbers of its embedding table: its form, ending and shape, its word cluster, its
 * tags with those beside it, and where it stands in the sentence. What a form says by itself is hashed once a lexeme.
 */
import type { Document } from '../../text/document.ts';
import type { WordClusters } from '../clusters/word-clusters.ts';
import { LexemeColumns } from '../lexicon/lexeme-columns.ts';
import { combine, hashString, type Lexicon } from '../lexicon/lexicon.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';

/** Features that a form has by itself; the first of them, and the last of all, name the word. */
const LEXEME_FEATURES = 7;

/** Features a token. */
export const FEATURES = 15;

/** Those of them that tell the word itself, and those that tell tags; training hides them now and then. */
export const WORD_FEATURES: readonly number[] = [0, 14];
export const TAG_FEATURES: readonly number[] = [7, 8, 9, 10, 11, 12, 14];

const SEEDS = Int32Array.from({ length: FEATURES }, (_, i) => hashString(`parse ${i}`));

/** Stand for the tags before the first and after the last word of a sentence. */
const BEFORE = 62;
const AFTER = 63;

export class ParseFeatures {
  private readonly lexicon: Lexicon;
  private readonly mask: number;
  /** Buckets of the features that a form has by itself, then its row in the word vectors. */
  private readonly own: LexemeColumns;

  /** @param buckets rows of the embedding table, a power of two */
  constructor(lexicon: Lexicon, clusters: WordClusters, vectors: WordVectors, buckets: number) {
    this.lexicon = lexicon;
    this.mask = buckets - 1;
    this.own = new LexemeColumns(lexicon, LEXEME_FEATURES + 1, (id, rows, at) => {
      const lower = lexicon.lowers[id];
      const values = [
        lexicon.lowerHash[id],
        lexicon.shapeHash[id],
        hashString(lower.slice(-3)),
        hashString(lower.slice(-2)),
        hashString(lower.slice(-1)),
        hashString(lower.slice(0, 3)),
        clusters.of(id),
      ];
      for (let f = 0; f < LEXEME_FEATURES; f++) rows[at + f] = combine(SEEDS[f], values[f]) & this.mask;
      rows[at + LEXEME_FEATURES] = vectors.row(lexicon.lowerHash[id]);
    });
  }

  /**
   * Bucket numbers, FEATURES a token, and the row of each token in the word vectors.
   *
   * @example
   * features.of(document).buckets.length; // tokens × FEATURES
   */
  of(document: Document): { buckets: Int32Array; vectorRows: Int32Array } {
    const own = this.own.all();
    const { length, lexeme, upos, xpos } = document.tokens!;
    const { mask } = this;
    const { lowerHash } = this.lexicon;
    const { sentences } = document;
    const buckets = new Int32Array(length * FEATURES);
    const vectorRows = new Int32Array(length);
    for (let s = 0; s < sentences!.length; s++) {
      const first = sentences!.first[s];
      const last = sentences!.last[s];
      let tagBeforeLast = BEFORE;
      let tagBefore = BEFORE;
      for (let t = first; t < last; t++) {
        const id = lexeme[t];
        const tag = xpos[t];
        const tagAfter = t + 1 < last ? xpos[t + 1] : AFTER;
        const tagAfterNext = t + 2 < last ? xpos[t + 2] : AFTER;
        const place = Math.min(t - first, 3) * 4 + Math.min(last - 1 - t, 3);
        let at = t * FEATURES;
        let from = id * (LEXEME_FEATURES + 1);
        for (let f = 0; f < LEXEME_FEATURES; f++) buckets[at++] = own[from++];
        vectorRows[t] = own[from];
        const pair = tagBefore * 64 + tag;
        const next = tag * 64 + tagAfter;
        buckets[at++] = combine(SEEDS[7], tag * 32 + upos[t]) & mask;
        buckets[at++] = combine(SEEDS[8], pair) & mask;
        buckets[at++] = combine(SEEDS[9], next) & mask;
        buckets[at++] = combine(SEEDS[10], pair * 64 + tagAfter) & mask;
        buckets[at++] = combine(SEEDS[11], tagBeforeLast * 4096 + pair) & mask;
        buckets[at++] = combine(SEEDS[12], next * 64 + tagAfterNext) & mask;
        buckets[at++] = combine(SEEDS[13], place) & mask;
        buckets[at++] = combine(lowerHash[id], SEEDS[14] + tag) & mask;
        tagBeforeLast = tagBefore;
        tagBefore = tag;
      }
    }
    return { buckets, vectorRows };
  }
}
