/**
 * What the tagger looks at: the word itself, the words around it, and the tags already given. The same code runs in
 * training. Facts of a single form are computed once for each lexeme and kept in columns beside the lexicon.
 *
 * A feature is a 32-bit hash; a weight lies at (feature + label) in the table, so that the labels of one feature lie
 * together in memory.
 */
import type { WordClusters } from '../clusters/word-clusters.ts';
import { combine, hashString, type Lexicon } from '../lexicon/lexicon.ts';

/** The most features of one word by itself, of its surroundings, and of the tags before it. */
export const LEXEME_FEATURES = 18;
export const CONTEXT_FEATURES = 24;
export const HISTORY_FEATURES = 7;

/** Stands for the words and tags before the first and after the last of a sentence. */
const OUTSIDE = 0x2545f491;
export const NO_LABEL = 255;

/** Facts of every lexeme that the features around it use, filled as forms are met. */
export class TagColumns {
  readonly lexicon: Lexicon;
  private readonly clusters: WordClusters;
  private readonly setOf: (lexeme: number) => number;
  suffix = new Uint32Array(1024);
  cluster = new Uint32Array(1024);
  /** Which tags the dictionary allows: a clue for the words beside. */
  set = new Uint16Array(1024);
  private filled = 0;
  private generation = -1;

  constructor(lexicon: Lexicon, clusters: WordClusters, setOf: (lexeme: number) => number) {
    this.lexicon = lexicon;
    this.clusters = clusters;
    this.setOf = setOf;
  }

  /** Fills the columns for all forms met so far. Call before a document is tagged. Returns true where old numbers are void. */
  update(): boolean {
    const { lexicon } = this;
    const isVoid = this.generation !== lexicon.generation;
    if (isVoid) {
      this.generation = lexicon.generation;
      this.filled = 0;
    }
    if (lexicon.size > this.suffix.length) {
      const size = lexicon.formHash.length;
      this.suffix = enlarged(this.suffix, new Uint32Array(size));
      this.cluster = enlarged(this.cluster, new Uint32Array(size));
      this.set = enlarged(this.set, new Uint16Array(size));
    }
    for (; this.filled < lexicon.size; this.filled++) {
      const n = this.filled;
      this.suffix[n] = hashString(lexicon.lowers[n].slice(-3));
      this.cluster[n] = this.clusters.of(n);
      this.set[n] = this.setOf(n);
    }
    return isVoid;
  }

  /**
   * Features of a word by itself; returns how many were written.
   *
   * @example
   * const count = columns.lexemeFeatures(lexeme, out);
   */
  lexemeFeatures(lexeme: number, out: Uint32Array): number {
    const { lexicon } = this;
    const lower = lexicon.lowers[lexeme];
    const shape = lexicon.shapeHash[lexeme];
    const cluster = this.cluster[lexeme];
    const size = lower.length;
    let n = 0;
    out[n++] = 1;
    out[n++] = combine(2, lexicon.formHash[lexeme]);
    out[n++] = combine(3, lexicon.lowerHash[lexeme]);
    out[n++] = combine(4, shape);
    out[n++] = combine(5, cluster);
    out[n++] = combine(6, combine(cluster, shape));
    out[n++] = combine(7, combine(this.suffix[lexeme], shape));
    out[n++] = combine(8, combine(this.suffix[lexeme], cluster));
    for (let k = 1; k <= 5 && k < size; k++) out[n++] = combine(8 + k, hashString(lower.slice(-k)));
    for (let k = 1; k <= 4 && k < size; k++) out[n++] = combine(13 + k, hashString(lower.slice(0, k)));
    return n;
  }

  /**
   * Features of the words around word `i` of the sentence [first, last); CONTEXT_FEATURES of them.
   *
   * @example
   * columns.contextFeatures(tokens.lexeme, 3, 0, 9, out);
   */
  contextFeatures(lexemes: Int32Array, i: number, first: number, last: number, out: Int32Array): void {
    const { lowerHash, shapeHash } = this.lexicon;
    const { cluster, suffix, set } = this;
    const a = i > first ? lexemes[i - 1] : -1;
    const aa = i - 1 > first ? lexemes[i - 2] : -1;
    const b = i + 1 < last ? lexemes[i + 1] : -1;
    const bb = i + 2 < last ? lexemes[i + 2] : -1;
    const x = lexemes[i];
    const w = lowerHash[x];
    const wa = a < 0 ? OUTSIDE : lowerHash[a];
    const waa = aa < 0 ? OUTSIDE : lowerHash[aa];
    const wb = b < 0 ? OUTSIDE : lowerHash[b];
    const wbb = bb < 0 ? OUTSIDE : lowerHash[bb];
    const ca = a < 0 ? OUTSIDE : cluster[a];
    const caa = aa < 0 ? OUTSIDE : cluster[aa];
    const cb = b < 0 ? OUTSIDE : cluster[b];
    const cbb = bb < 0 ? OUTSIDE : cluster[bb];
    const sb = b < 0 ? OUTSIDE : set[b];
    const sbb = bb < 0 ? OUTSIDE : set[bb];
    const sa = a < 0 ? OUTSIDE : set[a];
    const fa = a < 0 ? OUTSIDE : suffix[a];
    const fb = b < 0 ? OUTSIDE : suffix[b];
    const ha = a < 0 ? OUTSIDE : shapeHash[a];
    const hb = b < 0 ? OUTSIDE : shapeHash[b];
    const h = shapeHash[x];
    const c = cluster[x];
    out[0] = combine(31, wa);
    out[1] = combine(32, wb);
    out[2] = combine(33, waa);
    out[3] = combine(34, wbb);
    out[4] = combine(35, combine(wa, w));
    out[5] = combine(36, combine(w, wb));
    out[6] = combine(37, combine(wa, wb));
    out[7] = combine(38, ca);
    out[8] = combine(39, cb);
    out[9] = combine(40, combine(caa, ca));
    out[10] = combine(41, combine(cb, cbb));
    out[11] = combine(42, combine(ca, cb));
    out[12] = combine(43, combine(ca, c));
    out[13] = combine(44, combine(c, cb));
    out[14] = combine(45, combine(sb, sbb));
    out[15] = combine(46, combine(w, sb));
    out[16] = combine(47, combine(sa, sb));
    out[17] = combine(48, combine(h, combine(ha, hb)));
    out[18] = combine(49, fa);
    out[19] = combine(50, fb);
    out[20] = combine(51, combine(h, wb));
    out[21] = combine(52, combine(h, wa));
    out[22] = combine(53, combine(waa, wa));
    out[23] = combine(54, combine(w, cb));
  }

  /**
   * Features of the tags given to the two words before word `i`; HISTORY_FEATURES of them.
   *
   * @param one label of the word before, or NO_LABEL
   * @param two label of the word before that, or NO_LABEL
   * @example
   * columns.historyFeatures(tokens.lexeme, 3, 9, 12, NO_LABEL, out);
   */
  historyFeatures(lexemes: Int32Array, i: number, last: number, one: number, two: number, out: Int32Array): void {
    const { lowerHash } = this.lexicon;
    const x = lexemes[i];
    const b = i + 1 < last ? lexemes[i + 1] : -1;
    const w = lowerHash[x];
    const pair = one * 256 + two;
    out[0] = combine(61, one);
    out[1] = combine(62, pair);
    out[2] = combine(63, combine(one, w));
    out[3] = combine(64, combine(pair, w));
    out[4] = combine(65, combine(one, b < 0 ? OUTSIDE : this.set[b]));
    out[5] = combine(66, combine(one, b < 0 ? OUTSIDE : lowerHash[b]));
    out[6] = combine(67, combine(pair, this.suffix[x]));
  }
}

function enlarged<T extends Uint32Array | Uint16Array>(column: T, larger: T): T {
  larger.set(column);
  return larger;
}
