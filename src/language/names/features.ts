/**
 * What the name tagger sees of a token, as bucket numbers of its embedding table: the word without its diacritics, its
 * beginnings and endings, shape and cluster; whether it is in a known place's name; tags and words beside it; how its sentence is written; and what the rest of the
 * document says of it (mentions.ts). What a form says by itself is hashed once a lexeme.
 */
import type { Document } from '../../text/document.ts';
import type { WordClusters } from '../clusters/word-clusters.ts';
import { combine, hashString, type Lexicon, shapeOf } from '../lexicon/lexicon.ts';
import { XPOS_TAGS } from '../tag/tags.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import type { Gazetteer } from './gazetteer.ts';
import { CAPITALIZED, CAPITALS, findMentions, OTHER, PARTICLES, SMALL } from './mentions.ts';

/** Features that a form has by itself. */
export const LEXEME_FEATURES = 10;

/** Features a token. */
export const FEATURES = 29;

/**
 * Those of them that name the word itself; its cluster; those that name words beside it; those that tell tags.
 * Training hides them now and then.
 */
export const WORD_FEATURES: readonly number[] = [0, 1];
export const CLUSTER_FEATURES: readonly number[] = [9];
export const NEIGHBOUR_FEATURES: readonly number[] = [14, 15, 16, 17, 21, 22, 23, 24];
export const TAG_FEATURES: readonly number[] = [10, 11, 12, 13];

/** Says that the word is in the name of a city or country. */
export const PLACE_FEATURE = 27;

/** Says whose conventions the names follow: the sets that the tagger learns from differ in what they call a name. */
export const CONVENTION_FEATURE = 28;

const SEEDS = Array.from({ length: FEATURES }, (_, i) => hashString(`names ${i}`));
const OUTSIDE = hashString('outside the sentence');
/** Where a word written small may be a place all the same. */
const NOUN_TAGS: ReadonlySet<number> = new Set(['NN', 'NNP', 'NNPS', 'JJ'].map((tag) => XPOS_TAGS.indexOf(tag)));
const BEFORE = 62;
const AFTER = 63;

/** Words up to this rank by frequency are told apart where they stand beside a name. */
const FREQUENT = 5000;

/** A sentence of which this share of words, and at least three, is in capitals tells nothing by capitals. */
const SHOUTED = 0.7;

export interface NameInput {
  /** FEATURES a token, -1 for none. */
  readonly buckets: Int32Array;
  /** Each token's row in the word vectors, or -1. */
  readonly vectorRows: Int32Array;
}

export class NameFeatures {
  private readonly lexicon: Lexicon;
  private readonly clusters: WordClusters;
  private readonly vectors: WordVectors;
  private readonly gazetteer: Gazetteer;
  private readonly mask: number;
  private own = new Int32Array(1024 * LEXEME_FEATURES);
  private vectorRow = new Int32Array(1024);
  private word = new Uint32Array(1024);
  private context = new Uint32Array(1024);
  private writing = new Uint8Array(1024);
  private particle = new Uint8Array(1024);
  private filled = 0;
  private generation = -1;

  /** @param buckets rows of the embedding table, a power of two */
  constructor(lexicon: Lexicon, clusters: WordClusters, vectors: WordVectors, gazetteer: Gazetteer, buckets: number) {
    this.lexicon = lexicon;
    this.clusters = clusters;
    this.vectors = vectors;
    this.gazetteer = gazetteer;
    this.mask = buckets - 1;
  }

  /**
   * What the tagger sees of a document that has tags.
   *
   * @param convention number of the conventions to follow
   * @example
   * features.of(document, 0).buckets.length; // tokens × FEATURES
   */
  of(document: Document, convention: number): NameInput {
    this.update();
    const { length, lexeme, xpos } = document.tokens!;
    const sentences = document.sentences!;
    const { own, mask } = this;
    const { shapeHash } = this.lexicon;
    const words = Uint32Array.from(lexeme, (id) => this.word[id]);
    const writing = Uint8Array.from(lexeme, (id) => this.writing[id]);
    const context = Uint32Array.from(lexeme, (id) => this.context[id]);
    const mentions = findMentions(document, words, writing, (t) => this.particle[lexeme[t]] === 1);
    const buckets = new Int32Array(length * FEATURES).fill(-1);
    const conventionBucket = combine(SEEDS[CONVENTION_FEATURE], convention) & mask;
    for (let s = 0; s < sentences.length; s++) {
      const first = sentences.first[s];
      const last = sentences.last[s];
      const style = styleOf(writing, first, last);
      this.markPlaces(buckets, words, writing, xpos, first, last);
      for (let t = first; t < last; t++) {
        const id = lexeme[t];
        const at = t * FEATURES;
        for (let f = 0; f < LEXEME_FEATURES; f++) buckets[at + f] = own[id * LEXEME_FEATURES + f];
        const put = (feature: number, value: number): void => {
          buckets[at + feature] = combine(SEEDS[feature], value) & mask;
        };
        const tag = xpos[t];
        const tagBefore = t > first ? xpos[t - 1] : BEFORE;
        const tagAfter = t + 1 < last ? xpos[t + 1] : AFTER;
        const before = t > first ? context[t - 1] : OUTSIDE;
        const after = t + 1 < last ? context[t + 1] : OUTSIDE;
        buckets[at + CONVENTION_FEATURE] = conventionBucket;
        put(10, tag);
        put(11, tagBefore * 64 + tag);
        put(12, tag * 64 + tagAfter);
        put(13, (tagBefore * 64 + tag) * 64 + tagAfter);
        put(14, before);
        put(15, after);
        put(16, t > first + 1 ? context[t - 2] : OUTSIDE);
        put(17, t + 2 < last ? context[t + 2] : OUTSIDE);
        const shapeBefore = t > first ? writing[t - 1] : 4;
        const shapeAfter = t + 1 < last ? writing[t + 1] : 4;
        put(18, combine(shapeHash[id], (shapeBefore * 5 + shapeAfter) * 4 + style));
        put(19, (Math.min(t - first, 2) * 4 + writing[t]) * 4 + style);
        const best = mentions.best[t];
        if (best < 0) continue;
        const runFirst = mentions.runFirst[best];
        const runLast = mentions.runLast[best];
        const place = Math.min(best - runFirst, 3) * 4 + Math.min(runLast - 1 - best, 3);
        put(20, (place * 4 + mentions.elsewhere[t]) * 4 + style);
        put(21, best > runFirst ? context[best - 1] : OUTSIDE);
        put(22, best + 1 < runLast ? context[best + 1] : OUTSIDE);
        put(23, runFirst > 0 ? context[runFirst - 1] : OUTSIDE);
        put(24, runLast < length ? context[runLast] : OUTSIDE);
        if (mentions.runFirst[t] < 0) continue;
        const ownFirst = mentions.runFirst[t];
        const ownLast = mentions.runLast[t];
        put(25, Math.min(t - ownFirst, 5) * 6 + Math.min(ownLast - 1 - t, 5));
        // The last word of a run of capitals says what the whole is: "… Ministry", "… University", "… Inc".
        put(26, ownLast - 1 > t ? context[ownLast - 1] : OUTSIDE);
      }
    }
    return { buckets, vectorRows: Int32Array.from(lexeme, (id) => this.vectorRow[id]) };
  }

  /** Marks the words of known places' names: how large the place is, and whether the word begins and ends its name. */
  private markPlaces(
    buckets: Int32Array,
    words: Uint32Array,
    writing: Uint8Array,
    xpos: Uint8Array,
    first: number,
    last: number,
  ): void {
    for (let t = first; t < last; t++) {
      const isSmall = writing[t] === SMALL;
      if (isSmall ? !NOUN_TAGS.has(xpos[t]) : writing[t] === OTHER) continue;
      const found = this.gazetteer.longestAt(words, t, last);
      if (found === null) continue;
      const end = t + found.length;
      for (let first = t; t < end; t++) {
        const value = (isSmall ? 32 : 0) + found.place * 4 + (t > first ? 2 : 0) + (t + 1 < end ? 1 : 0);
        buckets[t * FEATURES + PLACE_FEATURE] = combine(SEEDS[PLACE_FEATURE], value) & this.mask;
      }
      t--;
    }
  }

  /** Fills the columns for all forms met so far. */
  private update(): void {
    const { lexicon, clusters, vectors, mask } = this;
    if (this.generation !== lexicon.generation) {
      this.generation = lexicon.generation;
      this.filled = 0;
    }
    if (lexicon.size > this.vectorRow.length) this.grow(lexicon.formHash.length);
    for (; this.filled < lexicon.size; this.filled++) {
      const id = this.filled;
      const form = lexicon.forms[id];
      const word = foldWord(lexicon.lowers[id]);
      const hash = hashString(word);
      this.word[id] = hash;
      this.writing[id] = writingOf(form);
      this.particle[id] = PARTICLES.has(word) ? 1 : 0;
      const row = vectors.row(lexicon.lowerHash[id]);
      this.vectorRow[id] = row < 0 ? vectors.row(hash) : row;
      const cluster = clusters.of(id);
      // A rare word beside a name tells what its likes would: a person's verb, a company's trade.
      const isFrequent = row >= 0 && row < FREQUENT;
      this.context[id] = isFrequent ? hash : combine(lexicon.shapeHash[id], cluster);
      const values = [
        hash,
        combine(hash, this.writing[id]),
        lexicon.shapeHash[id],
        hashString(word.slice(-4)),
        hashString(word.slice(-3)),
        hashString(word.slice(-2)),
        hashString(word.slice(0, 4)),
        hashString(word.slice(0, 3)),
        hashString(word.slice(0, 2)),
        cluster,
      ];
      for (let f = 0; f < LEXEME_FEATURES; f++)
        this.own[id * LEXEME_FEATURES + f] = combine(SEEDS[f], values[f]) & mask;
    }
  }

  private grow(size: number): void {
    const grown = <A extends Int32Array | Uint32Array | Uint8Array>(larger: A, column: A): A => {
      larger.set(column);
      return larger;
    };
    this.own = grown(new Int32Array(size * LEXEME_FEATURES), this.own);
    this.vectorRow = grown(new Int32Array(size), this.vectorRow);
    this.word = grown(new Uint32Array(size), this.word);
    this.context = grown(new Uint32Array(size), this.context);
    this.writing = grown(new Uint8Array(size), this.writing);
    this.particle = grown(new Uint8Array(size), this.particle);
  }
}

/**
 * A lower-cased word without diacritics: names keep and lose them from one outlet to the next.
 *
 * @example
 * foldWord('erdoğan'); // 'erdogan'
 */
export function foldWord(lower: string): string {
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll('ß', 'ss');
}

/**
 * How a form is written.
 *
 * @example
 * writingOf('McDonald'); // CAPITALIZED
 * writingOf('NATO'); // CAPITALS
 */
export function writingOf(form: string): number {
  const shape = shapeOf(form);
  if (!/[Aa]/.test(shape)) return OTHER;
  if (!shape.includes('A')) return SMALL;
  if (!shape.includes('a')) return shape === 'A' ? CAPITALIZED : CAPITALS;
  return CAPITALIZED;
}

/** 1 for a sentence in capitals, 2 for one whose words nearly all begin with a capital, 3 for one without any, 0 otherwise. */
function styleOf(writing: Uint8Array, first: number, last: number): number {
  let words = 0;
  let capitals = 0;
  let capitalized = 0;
  for (let t = first; t < last; t++) {
    if (writing[t] === OTHER) continue;
    words++;
    if (writing[t] === CAPITALS) capitals++;
    if (writing[t] === CAPITALIZED) capitalized++;
  }
  if (words >= 3 && capitals >= SHOUTED * words) return 1;
  if (words >= 4 && capitals + capitalized >= SHOUTED * words) return 2;
  return words >= 4 && capitals + capitalized === 0 ? 3 : 0;
}
