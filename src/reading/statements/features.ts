/**
 * What the statement tagger sees of a token, as bucket numbers of its embedding table: the word and its form, the tags
 * around it, what it hangs on, which phrases begin and end with it, and where it stands — within quotation marks, a sentence,
 * a paragraph.
 */
import { LexemeColumns } from '../../language/lexicon/lexeme-columns.ts';
import { combine, hashString, type Lexicon } from '../../language/lexicon/lexicon.ts';
import { CLOSING, OPENING } from '../../language/quotations/mark-quotations.ts';
import type { Document } from '../../text/document.ts';
import { findPhrases } from './phrases.ts';

/** Features a token. */
export const FEATURES = 27;

/** Those of them that tell the word itself; training hides them now and then. */
export const WORD_FEATURES: readonly number[] = [0, 1, 12, 13];

const SEEDS = Int32Array.from({ length: FEATURES }, (_, i) => hashString(`statements ${i}`));
const OPENING_WORD = hashString('“');
const CLOSING_WORD = hashString('”');
const OUTSIDE = hashString('outside the text');
const ROOT = hashString('root');

/**
 * The word of every token, as the hash of its lower case. Quotation marks of every style are the same two words, so that what was
 * learned of one house's style holds for another's.
 *
 * @param quotation marks of `markQuotations`
 */
export function wordHashes({ tokens }: Document, lexicon: Lexicon, quotation: Uint8Array): Uint32Array {
  const { lexeme, length } = tokens!;
  const words = new Uint32Array(length);
  for (let t = 0; t < length; t++) {
    if (quotation[t] === OPENING) words[t] = OPENING_WORD;
    else words[t] = quotation[t] === CLOSING ? CLOSING_WORD : lexicon.lowerHash[lexeme[t]];
  }
  return words;
}

/** What a form says by itself: its endings, its beginning, its shape. */
const FORM_FEATURES = 4;

export class StatementFeatures {
  private readonly mask: number;
  private readonly forms: LexemeColumns;

  /** @param buckets rows of the embedding table, a power of two */
  constructor(lexicon: Lexicon, buckets: number) {
    this.mask = buckets - 1;
    this.forms = new LexemeColumns(lexicon, FORM_FEATURES, (id, rows, at) => {
      const lower = lexicon.lowers[id];
      const values = [
        hashString(lower.slice(-3)),
        hashString(lower.slice(-2)),
        hashString(lower.slice(0, 4)),
        lexicon.shapeHash[id],
      ];
      values.forEach((value, f) => {
        rows[at + f] = combine(SEEDS[2 + f], value) & this.mask;
      });
    });
  }

  /**
   * Bucket numbers of all tokens: FEATURES a token.
   *
   * @param quotation marks of `markQuotations`
   * @param words of `wordHashes`
   * @example
   * features.of(document, quotation, words).length; // tokens × FEATURES
   */
  of(document: Document, quotation: Uint8Array, words: Uint32Array): Int32Array {
    const { mask } = this;
    const forms = this.forms.all();
    const { length, start, lexeme, xpos, head, relation } = document.tokens!;
    const sentences = document.sentences!;
    const rows = new Int32Array(length * FEATURES);
    const phrases = findPhrases(document);
    /** A relation, and the word that it leads to. */
    const link = (t: number): number => (t < 0 || head[t] < 0 ? OUTSIDE : combine(words[head[t]], relation[t]));
    let block = -1;
    for (let s = 0; s < sentences.length; s++) {
      const first = sentences.first[s];
      const last = sentences.last[s];
      const blockBefore = block;
      while (block + 1 < document.blocks.length && document.blocks[block + 1].start <= start[first]) block++;
      const opensBlock = block !== blockBefore;
      const kind = block < 0 ? 'paragraph' : document.blocks[block].kind;
      let hasQuotation = 0;
      for (let t = first; t < last; t++) if (quotation[t] > 0) hasQuotation = 1;
      const before = first > 0 ? quotation[first - 1] : 0;
      const place = hashString(`${opensBlock} ${kind} ${hasQuotation} ${before}`);
      for (let t = first; t < last; t++) {
        const lower = words[t];
        const tag = xpos[t];
        const previous = t > first ? words[t - 1] : OUTSIDE;
        const next = t + 1 < last ? words[t + 1] : OUTSIDE;
        const tagBefore = t > first ? xpos[t - 1] : 99;
        const tagAfter = t + 1 < last ? xpos[t + 1] : 98;
        const tagAfterNext = t + 2 < last ? xpos[t + 2] : 98;
        const tagBeforeLast = t > first + 1 ? xpos[t - 2] : 99;
        const position = Math.min(t - first, 6) * 8 + Math.min(last - 1 - t, 6);
        const up = head[t];
        const opens = phrases.opens[t];
        const closes = phrases.closes[t];
        const at = t * FEATURES;
        rows[at] = combine(SEEDS[0], lower) & mask;
        rows[at + 1] = combine(SEEDS[1], combine(lower, tag)) & mask;
        for (let f = 0, from = lexeme[t] * FORM_FEATURES; f < FORM_FEATURES; f++) rows[at + 2 + f] = forms[from + f];
        rows[at + 6] = combine(SEEDS[6], tag) & mask;
        rows[at + 7] = combine(SEEDS[7], tagBefore * 100 + tag) & mask;
        rows[at + 8] = combine(SEEDS[8], tag * 100 + tagAfter) & mask;
        rows[at + 9] = combine(SEEDS[9], (tagBefore * 100 + tag) * 100 + tagAfter) & mask;
        rows[at + 10] = combine(SEEDS[10], (tagBeforeLast * 100 + tagBefore) * 100 + tag) & mask;
        rows[at + 11] = combine(SEEDS[11], (tag * 100 + tagAfter) * 100 + tagAfterNext) & mask;
        rows[at + 12] = combine(SEEDS[12], combine(previous, lower)) & mask;
        rows[at + 13] = combine(SEEDS[13], combine(lower, next)) & mask;
        rows[at + 14] = combine(SEEDS[14], previous) & mask;
        rows[at + 15] = combine(SEEDS[15], next) & mask;
        rows[at + 16] = combine(SEEDS[16], quotation[t] * 100 + tag) & mask;
        rows[at + 17] = combine(SEEDS[17], position) & mask;
        rows[at + 18] = combine(SEEDS[18], combine(place, quotation[t])) & mask;
        rows[at + 19] = combine(SEEDS[19], combine(place, position)) & mask;
        const hangs = up < 0 ? ROOT : combine(relation[t], xpos[up] * 2 + (up > t ? 1 : 0));
        rows[at + 20] = combine(SEEDS[20], hangs) & mask;
        rows[at + 21] = combine(SEEDS[21], link(t)) & mask;
        rows[at + 22] = combine(SEEDS[22], up < 0 ? ROOT : combine(link(up), relation[t])) & mask;
        const opened = opens < 0 ? OUTSIDE : combine(relation[opens], Math.min(phrases.last[opens] - opens, 7));
        rows[at + 23] = combine(SEEDS[23], opened) & mask;
        rows[at + 24] = combine(SEEDS[24], link(opens)) & mask;
        const closed = closes < 0 ? OUTSIDE : combine(relation[closes], Math.min(closes - phrases.first[closes], 7));
        rows[at + 25] = combine(SEEDS[25], closed) & mask;
        rows[at + 26] = combine(SEEDS[26], link(closes)) & mask;
      }
    }
    return rows;
  }
}
