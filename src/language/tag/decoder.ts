/**
 * Finds the best tags of a sentence under a table of weights: a beam over words from left to right. A state of the beam
 * is the last two labels; states with the same two are one (the better), so a wide beam would be Viterbi's algorithm for
 * trigrams. Time is linear in the words: at most BEAM states times CANDIDATES labels a word.
 */

import type { WordClusters } from '../clusters/word-clusters.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Weights } from '../weights/weights.ts';
import { CONTEXT_FEATURES, HISTORY_FEATURES, LEXEME_FEATURES, NO_LABEL, TagColumns } from './features.ts';

export const BEAM = 4;
/** Labels kept of those that a word may have, the best by the words around. */
const CANDIDATES = 6;
const MOST_LABELS = 128;

export class TagDecoder {
  readonly columns: TagColumns;
  readonly labels: number;
  private readonly lexicon: Lexicon;
  private readonly table: ArrayLike<number>;
  private readonly mask: number;
  /** Label sets: set s is sets[offsets[s]] up to offsets[s + 1]; set 0 is that of unknown words. */
  private readonly sets: Uint8Array;
  private readonly offsets: Uint16Array;
  private readonly dictionaryForms: Uint32Array;
  private readonly dictionarySets: Uint16Array;

  /** Sums of the features of a lexeme by itself, for each label of its set; −1 in `sumsAt` where not summed yet. */
  private sums = new Int32Array(16384);
  private sumsAt = new Int32Array(1024).fill(-1);
  private sumsUsed = 0;
  private readonly keepsSums: boolean;

  private readonly context = new Int32Array(CONTEXT_FEATURES);
  private readonly history = new Int32Array(HISTORY_FEATURES);
  private readonly own = new Uint32Array(LEXEME_FEATURES);
  readonly scores = new Float64Array(MOST_LABELS);
  readonly kept = new Uint8Array(MOST_LABELS);
  keptCount = 0;

  /** The lattice: BEAM states a word. */
  stateLabel = new Uint8Array(BEAM * 256);
  stateBack = new Uint8Array(BEAM * 256);
  stateScore = new Float64Array(BEAM * 256);
  stateCount = new Uint8Array(256);

  /**
   * @param weights arrays `table` (i8, power of two), `sets` (u8), `offsets` (u16), `dictionaryForms` (u32, sorted),
   *   `dictionarySets` (u16); meta.labels
   * @param keepsSums false while the table changes, in training
   */
  constructor(lexicon: Lexicon, clusters: WordClusters, weights: Weights, table?: ArrayLike<number>, keepsSums = true) {
    this.lexicon = lexicon;
    this.table = table ?? weights.arrays.table;
    this.mask = this.table.length - 1;
    this.labels = (weights.meta.labels as unknown[]).length;
    this.sets = weights.arrays.sets as Uint8Array;
    this.offsets = weights.arrays.offsets as Uint16Array;
    this.dictionaryForms = weights.arrays.dictionaryForms as Uint32Array;
    this.dictionarySets = weights.arrays.dictionarySets as Uint16Array;
    this.keepsSums = keepsSums;
    this.columns = new TagColumns(lexicon, clusters, (lexeme) => this.lookUp(lexicon.formHash[lexeme]));
  }

  /** Readies the columns for all forms met so far. Call once a document, before `decode`. */
  update(): void {
    if (this.columns.update()) {
      this.sumsAt.fill(-1);
      this.sumsUsed = 0;
    }
    if (this.lexicon.size > this.sumsAt.length) {
      const larger = new Int32Array(this.lexicon.formHash.length).fill(-1);
      larger.set(this.sumsAt);
      this.sumsAt = larger;
    }
  }

  /** Tags the sentence [first, last): label of word i into out[i]. */
  decode(lexemes: Int32Array, first: number, last: number, out: Uint8Array): void {
    this.reserve(last - first);
    for (let i = first; i < last; i++) {
      this.score(lexemes, i, first, last);
      this.advance(lexemes, i, first, last);
    }
    this.trace(last - first - 1, first, out);
  }

  /** Makes room for a lattice of so many words. */
  reserve(length: number): void {
    if (length <= this.stateCount.length) return;
    const size = length * 2;
    this.stateLabel = new Uint8Array(BEAM * size);
    this.stateBack = new Uint8Array(BEAM * size);
    this.stateScore = new Float64Array(BEAM * size);
    this.stateCount = new Uint8Array(size);
  }

  /** Scores the labels that word i may have by the word and those around it; keeps the best of them. */
  score(lexemes: Int32Array, i: number, first: number, last: number): void {
    const { table, mask, context, scores, kept, sets } = this;
    const lexeme = lexemes[i];
    const set = this.columns.set[lexeme];
    const from = this.offsets[set];
    const count = this.offsets[set + 1] - from;
    if (count === 1) {
      kept[0] = sets[from];
      scores[kept[0]] = 0;
      this.keptCount = 1;
      return;
    }
    const at = this.sumsOf(lexeme, from, count);
    this.columns.contextFeatures(lexemes, i, first, last, context);
    let n = 0;
    for (let k = 0; k < count; k++) {
      const label = sets[from + k];
      let score = this.sums[at + k];
      for (let f = 0; f < CONTEXT_FEATURES; f++) score += table[(context[f] + label) & mask];
      scores[label] = score;
      if (n === CANDIDATES && score <= scores[kept[n - 1]]) continue;
      let place = n < CANDIDATES ? n++ : n - 1;
      for (; place > 0 && scores[kept[place - 1]] < score; place--) kept[place] = kept[place - 1];
      kept[place] = label;
    }
    this.keptCount = n;
  }

  /** Extends the beam by the labels kept for word i. */
  advance(lexemes: Int32Array, i: number, first: number, last: number): void {
    const { table, mask, history, scores, kept, stateLabel, stateBack, stateScore, stateCount } = this;
    const step = i - first;
    const here = step * BEAM;
    const before = here - BEAM;
    const states = step === 0 ? 1 : stateCount[step - 1];
    const { keptCount } = this;
    let count = 0;
    for (let s = 0; s < states; s++) {
      const one = step === 0 ? NO_LABEL : stateLabel[before + s];
      const two = step < 2 ? NO_LABEL : stateLabel[before - BEAM + stateBack[before + s]];
      const base = step === 0 ? 0 : stateScore[before + s];
      this.columns.historyFeatures(lexemes, i, last, one, two, history);
      for (let k = 0; k < keptCount; k++) {
        const label = kept[k];
        let score = base + scores[label];
        for (let f = 0; f < HISTORY_FEATURES; f++) score += table[(history[f] + label) & mask];
        if (count === BEAM && stateScore[here + BEAM - 1] >= score) continue;
        // States that end in the same two labels are one from here on.
        let place = -1;
        for (let t = 0; t < count; t++)
          if (stateLabel[here + t] === label && (step === 0 || stateLabel[before + stateBack[here + t]] === one))
            place = t;
        if (place >= 0) {
          if (stateScore[here + place] >= score) continue;
        } else place = count < BEAM ? count++ : BEAM - 1;
        for (; place > 0 && stateScore[here + place - 1] < score; place--) {
          stateLabel[here + place] = stateLabel[here + place - 1];
          stateBack[here + place] = stateBack[here + place - 1];
          stateScore[here + place] = stateScore[here + place - 1];
        }
        stateLabel[here + place] = label;
        stateBack[here + place] = s;
        stateScore[here + place] = score;
      }
    }
    stateCount[step] = count;
  }

  /** Writes the labels of the best state after `step` and of those that led to it. */
  trace(step: number, first: number, out: Uint8Array): void {
    let state = 0;
    for (let t = step; t >= 0; t--) {
      out[first + t] = this.stateLabel[t * BEAM + state];
      state = this.stateBack[t * BEAM + state];
    }
  }

  /** The dictionary's label set for a form, 0 where it has none. */
  private lookUp(form: number): number {
    const { dictionaryForms } = this;
    let low = 0;
    let high = dictionaryForms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (dictionaryForms[middle] < form) low = middle + 1;
      else high = middle;
    }
    return dictionaryForms[low] === form ? this.dictionarySets[low] : 0;
  }

  private sumsOf(lexeme: number, from: number, count: number): number {
    const known = this.sumsAt[lexeme];
    if (known >= 0 && this.keepsSums) return known;
    if (!this.keepsSums) this.sumsUsed = 0;
    if (this.sumsUsed + count > this.sums.length) {
      const larger = new Int32Array(this.sums.length * 2);
      larger.set(this.sums);
      this.sums = larger;
    }
    const { table, mask, own, sets } = this;
    const at = this.sumsUsed;
    this.sumsUsed += count;
    this.sums.fill(0, at, at + count);
    const features = this.columns.lexemeFeatures(lexeme, own);
    for (let f = 0; f < features; f++)
      for (let k = 0; k < count; k++) this.sums[at + k] += table[((own[f] & mask) + sets[from + k]) & mask];
    this.sumsAt[lexeme] = at;
    return at;
  }
}
