/**
 * What the statement tagger sees of a token, as bucket numbers of its embedding table: the word and its form, the tags
 * around it, what it hangs on, which phrases begin and end with it, and where it stands — within quotation marks, a sentence,
 * a paragraph.
 */
import { combine, hashString, type Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Document } from '../../text/document.ts';
import { findPhrases } from './phrases.ts';
import { CLOSING, OPENING } from './quotation.ts';

/** Features a token. */
export const FEATURES = 27;

/** Those of them that tell the word itself; training hides them now and then. */
export const WORD_FEATURES: readonly number[] = [0, 1, 12, 13];

const SEEDS = Array.from({ length: FEATURES }, (_, i) => hashString(`statements ${i}`));
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
  return Uint32Array.from(tokens!.lexeme, (lexeme, t) => {
    if (quotation[t] === OPENING) return OPENING_WORD;
    return quotation[t] === CLOSING ? CLOSING_WORD : lexicon.lowerHash[lexeme];
  });
}

/**
 * Bucket numbers of all tokens: FEATURES a token, each below `buckets` (a power of two).
 *
 * @example
 * statementFeatures(document, lexicon, quotation, words, 32_768).length; // tokens × FEATURES
 */
export function statementFeatures(
  document: Document,
  lexicon: Lexicon,
  quotation: Uint8Array,
  words: Uint32Array,
  buckets: number,
): Int32Array {
  const tokens = document.tokens!;
  const sentences = document.sentences!;
  const rows = new Int32Array(tokens.length * FEATURES);
  const phrases = findPhrases(document);
  const { head, relation } = tokens;
  /** A relation, and the word that it leads to. */
  const link = (t: number): number => (t < 0 || head[t] < 0 ? OUTSIDE : combine(words[head[t]], relation[t]));
  const mask = buckets - 1;
  let block = -1;
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences.first[s];
    const last = sentences.last[s];
    const start = tokens.start[first];
    const blockBefore = block;
    while (block + 1 < document.blocks.length && document.blocks[block + 1].start <= start) block++;
    const opensBlock = block !== blockBefore;
    const kind = block < 0 ? 'paragraph' : document.blocks[block].kind;
    let hasQuotation = 0;
    for (let t = first; t < last; t++) if (quotation[t] > 0) hasQuotation = 1;
    const before = first > 0 ? quotation[first - 1] : 0;
    const place = hashString(`${opensBlock} ${kind} ${hasQuotation} ${before}`);
    for (let t = first; t < last; t++) {
      const at = t * FEATURES;
      const lexeme = tokens.lexeme[t];
      const lower = words[t];
      const form = lexicon.lowers[lexeme];
      const tag = tokens.xpos[t];
      const previous = t > first ? words[t - 1] : OUTSIDE;
      const next = t + 1 < last ? words[t + 1] : OUTSIDE;
      const tagBefore = t > first ? tokens.xpos[t - 1] : 99;
      const tagAfter = t + 1 < last ? tokens.xpos[t + 1] : 98;
      const tagAfterNext = t + 2 < last ? tokens.xpos[t + 2] : 98;
      const tagBeforeLast = t > first + 1 ? tokens.xpos[t - 2] : 99;
      const position = Math.min(t - first, 6) * 8 + Math.min(last - 1 - t, 6);
      let f = 0;
      const push = (value: number): void => {
        rows[at + f] = combine(SEEDS[f], value) & mask;
        f++;
      };
      push(lower);
      push(combine(lower, tag));
      push(hashString(form.slice(-3)));
      push(hashString(form.slice(-2)));
      push(hashString(form.slice(0, 4)));
      push(lexicon.shapeHash[lexeme]);
      push(tag);
      push(tagBefore * 100 + tag);
      push(tag * 100 + tagAfter);
      push((tagBefore * 100 + tag) * 100 + tagAfter);
      push((tagBeforeLast * 100 + tagBefore) * 100 + tag);
      push((tag * 100 + tagAfter) * 100 + tagAfterNext);
      push(combine(previous, lower));
      push(combine(lower, next));
      push(previous);
      push(next);
      push(quotation[t] * 100 + tag);
      push(position);
      push(combine(place, quotation[t]));
      push(combine(place, position));
      const up = head[t];
      push(up < 0 ? ROOT : combine(relation[t], tokens.xpos[up] * 2 + (up > t ? 1 : 0)));
      push(link(t));
      push(up < 0 ? ROOT : combine(link(up), relation[t]));
      const opens = phrases.opens[t];
      const closes = phrases.closes[t];
      push(opens < 0 ? OUTSIDE : combine(relation[opens], Math.min(phrases.last[opens] - opens, 7)));
      push(link(opens));
      push(closes < 0 ? OUTSIDE : combine(relation[closes], Math.min(closes - phrases.first[closes], 7)));
      push(link(closes));
    }
  }
  return rows;
}
