/**
 * What the sentence splitter looks at in the gap between two words: the forms and shapes on both sides, the space between
 * them, how long the sentence already is, and whether a quotation is open. The same code runs in training.
 *
 * Cost: SENTENCE_FEATURES hashes a gap, no allocation.
 */
import type { Tokens } from '../../text/document.ts';
import type { WordClusters } from '../clusters/word-clusters.ts';
import { combine, type Lexicon } from '../lexicon/lexicon.ts';

export const SENTENCE_FEATURES = 39;

/** How a sentence that ends with token `i` ends, for the gaps after it: 1 with a mark, 2 with a word. */
export function endOf(lexicon: Lexicon, lexeme: number): number {
  const form = lexicon.forms[lexeme];
  return form.toLowerCase() === form.toUpperCase() ? 1 : 2;
}

/** Stands for the words before the first and after the last of a block. */
const OUTSIDE = 0x51ed270b;

/**
 * Writes the features of the gap after token `i` into `out`, as 32-bit hashes.
 *
 * @param first first token of the block
 * @param last token after the last of the block
 * @param length words in the sentence so far, up to and including `i`
 * @param quotes how many quotation marks are open: 0, or 1 for any number
 * @param before how the sentence before in this block ended: 0 there is none, 1 with a mark, 2 with a word
 * @example
 * gapFeatures(lexicon, clusters, text, tokens, 3, 0, 12, 4, 0, 0, out);
 */
export function gapFeatures(
  lexicon: Lexicon,
  clusters: WordClusters,
  text: string,
  tokens: Tokens,
  i: number,
  first: number,
  last: number,
  length: number,
  quotes: number,
  before: number,
  out: Uint32Array,
): void {
  const { lexeme } = tokens;
  const { lowerHash: lower, shapeHash: shape } = lexicon;
  const l0 = lower[lexeme[i]];
  const s0 = shape[lexeme[i]];
  const hasBefore = i > first;
  const l1 = hasBefore ? lower[lexeme[i - 1]] : OUTSIDE;
  const s1 = hasBefore ? shape[lexeme[i - 1]] : OUTSIDE;
  const l2 = i - 1 > first ? lower[lexeme[i - 2]] : OUTSIDE;
  const r0 = lower[lexeme[i + 1]];
  const t0 = shape[lexeme[i + 1]];
  const hasAfter = i + 2 < last;
  const r1 = hasAfter ? lower[lexeme[i + 2]] : OUTSIDE;
  const t1 = hasAfter ? shape[lexeme[i + 2]] : OUTSIDE;
  const t2 = i + 3 < last ? shape[lexeme[i + 3]] : OUTSIDE;
  const space = spaceBetween(text, tokens.end[i], tokens.start[i + 1]);
  const size = length < 4 ? length : length < 8 ? 4 : length < 16 ? 5 : length < 32 ? 6 : 7;
  const left = last - i - 1;
  const ahead = left < 4 ? left : left < 8 ? 4 : 5;
  const lr = combine(l0, r0);
  const lt = combine(l0, t0);
  const sr = combine(s0, r0);
  const st = combine(s0, t0);
  let n = 0;
  out[n++] = combine(1, l0);
  out[n++] = combine(2, r0);
  out[n++] = combine(3, l1);
  out[n++] = combine(4, r1);
  out[n++] = combine(5, lr);
  out[n++] = combine(6, st);
  out[n++] = combine(7, lt);
  out[n++] = combine(8, sr);
  out[n++] = combine(9, combine(combine(s1, l0), t0));
  out[n++] = combine(10, combine(combine(l1, l0), t0));
  out[n++] = combine(11, combine(lt, t1));
  out[n++] = combine(12, combine(lr, t1));
  out[n++] = combine(13, combine(st, space));
  out[n++] = combine(14, combine(lt, space));
  out[n++] = combine(15, combine(lt, size));
  out[n++] = combine(16, combine(st, size));
  out[n++] = combine(17, combine(combine(l0, quotes), combine(r0, space)));
  out[n++] = combine(18, combine(combine(s1, s0), combine(t0, t1)));
  out[n++] = combine(19, combine(st, combine(t1, t2)));
  out[n++] = combine(20, combine(l1, lr));
  out[n++] = combine(21, combine(l0, combine(r0, r1)));
  out[n++] = combine(22, combine(lt, ahead));
  out[n++] = combine(23, combine(combine(l2, l1), s0));
  out[n++] = combine(24, combine(sr, r1));
  out[n++] = combine(25, combine(combine(l1, s0), combine(r0, space)));
  out[n++] = combine(26, combine(size, sr));
  out[n++] = 27;
  const c0 = clusters.of(lexeme[i]);
  const d0 = clusters.of(lexeme[i + 1]);
  const c1 = hasBefore ? clusters.of(lexeme[i - 1]) : OUTSIDE;
  const d1 = hasAfter ? clusters.of(lexeme[i + 2]) : OUTSIDE;
  const close = shape[lexeme[last - 1]];
  const cs = combine(c0, s0);
  const dt = combine(d0, t0);
  out[n++] = combine(28, combine(cs, dt));
  out[n++] = combine(29, combine(dt, d1));
  out[n++] = combine(30, combine(cs, c1));
  out[n++] = combine(31, combine(l0, dt));
  out[n++] = combine(32, combine(cs, r0));
  out[n++] = combine(33, combine(c0, t0));
  out[n++] = combine(34, combine(s0, dt));
  out[n++] = combine(35, combine(st, combine(close, size)));
  out[n++] = combine(36, combine(st, combine(before, size)));
  out[n++] = combine(37, combine(before, lr));
  out[n++] = combine(38, combine(before, combine(close, lt)));
  out[n] = combine(39, combine(combine(c1, s0), combine(t0, d1)));
}

/**
 * Whether no sentence ends after token `i` for plain reasons, so that the model need not look: the words of a contraction,
 * a closing mark to come, or two words in lower case with one space between them.
 *
 * @example
 * isPlainGap('the end', tokens, 0); // true
 */
export function isPlainGap(text: string, tokens: Tokens, i: number): boolean {
  if (tokens.joined[i + 1] === 1) return true;
  const end = tokens.end[i];
  const next = tokens.start[i + 1];
  const code = text.charCodeAt(next);
  // , . ; % )
  if (code === 0x2c || code === 0x2e || code === 0x3b || code === 0x25 || code === 0x29) return next === end;
  if (code < 0x61 || code > 0x7a || next > end + 1 || (next > end && text.charCodeAt(end) !== 0x20)) return false;
  const before = text.charCodeAt(end - 1);
  return (before >= 0x61 && before <= 0x7a) || before === 0x2c;
}

/** 0 no space, 1 space, 2 with a line break. */
function spaceBetween(text: string, from: number, to: number): number {
  if (from === to) return 0;
  // A long run of spaces says no more than its first eight.
  const stop = Math.min(to, from + 8);
  for (let i = from; i < stop; i++) if (text.charCodeAt(i) === 0x0a) return 2;
  return 1;
}

const QUOTATION_MARKS = new Map([
  ['“', 1],
  ['«', 1],
  ['„', 1],
  ['”', -1],
  ['»', -1],
]);

/**
 * Whether a quotation is open after a word, given whether one was before it. Marks of both directions know which they
 * are; a straight mark turns the state over.
 *
 * @example
 * quotesAfter('“', 0); // 1
 */
export function quotesAfter(form: string, open: number): number {
  if (form.length > 2) return open;
  if (form === '"' || form === "''" || form === '``') return open === 0 ? 1 : 0;
  const change = QUOTATION_MARKS.get(form);
  return change === undefined ? open : change > 0 ? 1 : 0;
}
