/**
 * What the name tagger sees of a token, as bucket numbers of its embedding table: the word without its diacritics, its
 * beginnings and endings, shape and cluster; whether it is in a known place's name or a known person's name; tags and words beside
 * it; the word that it depends on; how its sentence is written; and what the rest of the document says of it (mentions.ts). Beside
 * them it sees the word's vector and what the parser made of the word. What a form says by itself is hashed once a lexeme, and
 * only tokens that may be in a name are looked at (candidates.ts).
 */
import type { Document, Sentences, Tokens } from '../../text/document.ts';
import type { WordClusters } from '../clusters/word-clusters.ts';
import { combine, hashString, type Lexicon, shapeOf } from '../lexicon/lexicon.ts';
import { XPOS_TAGS } from '../tag/tags.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import { chooseCandidates } from './candidates.ts';
import type { Gazetteer } from './gazetteer.ts';
import { CAPITALIZED, CAPITALS, isCapital, MentionFinder, type Mentions, OTHER, PARTICLES, SMALL } from './mentions.ts';

/** Features that a form has by itself. */
export const LEXEME_FEATURES = 10;

/** Features a token. */
export const FEATURES = 32;

/**
 * Those of them that name the word itself; its cluster; those that name words beside it; those that tell tags.
 * Training hides them now and then.
 */
export const WORD_FEATURES: readonly number[] = [0, 1];
export const CLUSTER_FEATURES: readonly number[] = [9];
export const NEIGHBOUR_FEATURES: readonly number[] = [14, 15, 16, 17, 21, 22, 23, 24, 28];
export const TAG_FEATURES: readonly number[] = [10, 11, 12, 13];

/** Says that the word is in the name of a city or country. */
export const PLACE_FEATURE = 27;

/** Says what the word, and it and those beside it, are in persons' names. */
export const PERSON_FEATURE = 29;
export const PERSONS_FEATURE = 30;

/** Says whose conventions the names follow: the sets that the tagger learns from differ in what they call a name. */
export const CONVENTION_FEATURE = 31;

const SEEDS = Int32Array.from({ length: FEATURES }, (_, i) => hashString(`names ${i}`));
const OUTSIDE = hashString('outside the sentence');
/** Where a word written small may be a place all the same. */
const NOUN_TAGS = Uint8Array.from(XPOS_TAGS, (tag) => (['NN', 'NNP', 'NNPS', 'JJ'].includes(tag) ? 1 : 0));
const BEFORE = 62;
const AFTER = 63;

/** Words up to this rank by frequency are told apart where they stand beside a name. */
const FREQUENT = 5000;

/** What styleOf says of a sentence without capitals. */
const SMALL_STYLE = 3;

/** A sentence of which this share of words, and at least three, is in capitals tells nothing by capitals. */
const SHOUTED = 0.7;

/** The tokens that may be in a name (candidates.ts), each a row, in order, and what the tagger sees of them. */
export interface NameInput {
  /** The token of each row. */
  readonly tokens: Int32Array;
  /** Runs of rows that stand in one sentence. */
  readonly sentences: Sentences;
  /** FEATURES a row, -1 for none. */
  readonly buckets: Int32Array;
  /** Each row's place in the word vectors, or -1. */
  readonly vectorRows: Int32Array;
  /** The parser's rows. */
  readonly contexts: Int8Array;
}

export class NameFeatures {
  private readonly lexicon: Lexicon;
  private readonly clusters: WordClusters;
  private readonly vectors: WordVectors;
  private readonly gazetteer: Gazetteer;
  private readonly mentionFinder = new MentionFinder();
  private readonly mask: number;
  // By form.
  private own = new Int32Array(1024 * LEXEME_FEATURES);
  private vectorRow = new Int32Array(1024);
  private wordHash = new Uint32Array(1024);
  private wordId = new Int32Array(1024);
  private context = new Uint32Array(1024);
  private writing = new Uint8Array(1024);
  private particle = new Uint8Array(1024);
  private person = new Uint8Array(1024);
  private filled = 0;
  private generation = -1;
  private readonly wordIds = new Map<number, number>();
  // By token of the document at hand.
  private words = new Int32Array(0);
  private hashes = new Uint32Array(0);
  private contextHashes = new Uint32Array(0);
  private writings = new Uint8Array(0);
  private particles = new Uint8Array(0);
  private places = new Uint8Array(0);
  private chosen = new Uint8Array(0);

  /** @param buckets rows of the embedding table, a power of two */
  constructor(lexicon: Lexicon, clusters: WordClusters, vectors: WordVectors, gazetteer: Gazetteer, buckets: number) {
    this.lexicon = lexicon;
    this.clusters = clusters;
    this.vectors = vectors;
    this.gazetteer = gazetteer;
    this.mask = buckets - 1;
  }

  /**
   * What the tagger sees of a document that has been parsed.
   *
   * @param convention number of the conventions to follow
   * @example
   * features.of(document, 0).buckets.length; // rows × FEATURES
   */
  of(document: Document, convention: number): NameInput {
    this.update();
    this.readTokens(document.tokens!);
    const { writings, chosen, places, mask } = this;
    const { length, xpos, lexeme } = document.tokens!;
    const sentences = document.sentences!;
    const styles = new Uint8Array(sentences.length);
    let count = 0;
    for (let s = 0; s < sentences.length; s++) {
      const first = sentences.first[s];
      const last = sentences.last[s];
      styles[s] = styleOf(writings, first, last);
      this.markPlaces(xpos, first, last);
      count += chooseCandidates(chosen, writings, xpos, places, first, last, styles[s] === SMALL_STYLE);
    }
    const mentions = this.mentionFinder.find(document, this.words, writings, this.particles, this.wordIds.size);
    const tokens = new Int32Array(count);
    const vectorRows = new Int32Array(count);
    const buckets = new Int32Array(count * FEATURES);
    const conventionBucket = combine(SEEDS[CONVENTION_FEATURE], convention) & mask;
    const rowFirst = new Int32Array(sentences.length);
    const rowLast = new Int32Array(sentences.length);
    let runs = 0;
    let row = 0;
    for (let s = 0; s < sentences.length; s++) {
      const before = row;
      for (let t = sentences.first[s]; t < sentences.last[s]; t++) {
        if (chosen[t] === 0) continue;
        tokens[row] = t;
        vectorRows[row] = this.vectorRow[lexeme[t]];
        buckets[row * FEATURES + CONVENTION_FEATURE] = conventionBucket;
        this.fill(buckets, row * FEATURES, document, s, t, styles[s], mentions);
        row++;
      }
      if (row === before) continue;
      rowFirst[runs] = before;
      rowLast[runs++] = row;
    }
    const contexts = length > 0 ? rowsOf(document.contexts!, document.contexts!.length / length, tokens) : NO_CONTEXTS;
    return { tokens, sentences: { length: runs, first: rowFirst, last: rowLast }, buckets, vectorRows, contexts };
  }

  /** Everything that a token shows but the conventions, from `at` on. */
  private fill(
    buckets: Int32Array,
    at: number,
    { tokens, sentences }: Document,
    s: number,
    t: number,
    style: number,
    { best, runFirst, runLast, elsewhere }: Mentions,
  ): void {
    const { own, mask, contextHashes: context, writings } = this;
    const { length, lexeme, xpos, head, relation } = tokens!;
    const first = sentences!.first[s];
    const last = sentences!.last[s];
    const id = lexeme[t];
    for (let f = 0; f < LEXEME_FEATURES; f++) buckets[at + f] = own[id * LEXEME_FEATURES + f];
    const tag = xpos[t];
    const tagBefore = t > first ? xpos[t - 1] : BEFORE;
    const tagAfter = t + 1 < last ? xpos[t + 1] : AFTER;
    const shapeBefore = t > first ? writings[t - 1] : 4;
    const shapeAfter = t + 1 < last ? writings[t + 1] : 4;
    const place = this.places[t];
    const person = this.person[id];
    const personBefore = t > first ? this.person[lexeme[t - 1]] : 0;
    const personAfter = t + 1 < last ? this.person[lexeme[t + 1]] : 0;
    const persons = (personBefore * 8 + person) * 8 + personAfter;
    const governor = head[t] < 0 ? OUTSIDE : context[head[t]];
    buckets[at + 10] = combine(SEEDS[10], tag) & mask;
    buckets[at + 11] = combine(SEEDS[11], tagBefore * 64 + tag) & mask;
    buckets[at + 12] = combine(SEEDS[12], tag * 64 + tagAfter) & mask;
    buckets[at + 13] = combine(SEEDS[13], (tagBefore * 64 + tag) * 64 + tagAfter) & mask;
    buckets[at + 14] = combine(SEEDS[14], t > first ? context[t - 1] : OUTSIDE) & mask;
    buckets[at + 15] = combine(SEEDS[15], t + 1 < last ? context[t + 1] : OUTSIDE) & mask;
    buckets[at + 16] = combine(SEEDS[16], t > first + 1 ? context[t - 2] : OUTSIDE) & mask;
    buckets[at + 17] = combine(SEEDS[17], t + 2 < last ? context[t + 2] : OUTSIDE) & mask;
    const shapes = (shapeBefore * 5 + shapeAfter) * 4 + style;
    buckets[at + 18] = combine(SEEDS[18], combine(this.lexicon.shapeHash[id], shapes)) & mask;
    buckets[at + 19] = combine(SEEDS[19], (Math.min(t - first, 2) * 4 + writings[t]) * 4 + style) & mask;
    buckets[at + PLACE_FEATURE] = place === 0 ? -1 : combine(SEEDS[PLACE_FEATURE], place) & mask;
    buckets[at + 28] = combine(SEEDS[28], combine(governor, relation[t])) & mask;
    buckets[at + PERSON_FEATURE] = person === 0 ? -1 : combine(SEEDS[PERSON_FEATURE], person) & mask;
    buckets[at + PERSONS_FEATURE] = persons === 0 ? -1 : combine(SEEDS[PERSONS_FEATURE], persons) & mask;
    if (!isCapital(writings[t])) {
      for (let f = 20; f < PLACE_FEATURE; f++) buckets[at + f] = -1;
      return;
    }
    const b = best[t];
    const bestFirst = runFirst[b];
    const bestLast = runLast[b];
    const inRun = Math.min(b - bestFirst, 3) * 4 + Math.min(bestLast - 1 - b, 3);
    buckets[at + 20] = combine(SEEDS[20], (inRun * 4 + elsewhere[t]) * 4 + style) & mask;
    buckets[at + 21] = combine(SEEDS[21], b > bestFirst ? context[b - 1] : OUTSIDE) & mask;
    buckets[at + 22] = combine(SEEDS[22], b + 1 < bestLast ? context[b + 1] : OUTSIDE) & mask;
    buckets[at + 23] = combine(SEEDS[23], bestFirst > 0 ? context[bestFirst - 1] : OUTSIDE) & mask;
    buckets[at + 24] = combine(SEEDS[24], bestLast < length ? context[bestLast] : OUTSIDE) & mask;
    const end = runLast[t] - 1;
    buckets[at + 25] = combine(SEEDS[25], Math.min(t - runFirst[t], 5) * 6 + Math.min(end - t, 5)) & mask;
    // The last word of a run of capitals says what the whole is: "… Ministry", "… University", "… Inc".
    buckets[at + 26] = combine(SEEDS[26], end > t ? context[end] : OUTSIDE) & mask;
  }

  /** What the forms say, laid out by token. */
  private readTokens({ length, lexeme }: Tokens): void {
    if (length > this.words.length) {
      this.words = new Int32Array(2 * length);
      this.hashes = new Uint32Array(2 * length);
      this.contextHashes = new Uint32Array(2 * length);
      this.writings = new Uint8Array(2 * length);
      this.particles = new Uint8Array(2 * length);
      this.places = new Uint8Array(2 * length);
      this.chosen = new Uint8Array(2 * length);
    }
    const { words, hashes, contextHashes, writings, particles } = this;
    for (let t = 0; t < length; t++) {
      const id = lexeme[t];
      words[t] = this.wordId[id];
      hashes[t] = this.wordHash[id];
      contextHashes[t] = this.context[id];
      writings[t] = this.writing[id];
      particles[t] = this.particle[id];
    }
  }

  /** Marks the words of known places' names: how large the place is, and whether the word begins and ends its name. */
  private markPlaces(xpos: Uint8Array, first: number, last: number): void {
    const { places, writings, hashes } = this;
    places.fill(0, first, last);
    for (let t = first; t < last; t++) {
      const isSmall = writings[t] === SMALL;
      if (isSmall ? NOUN_TAGS[xpos[t]] === 0 : writings[t] === OTHER) continue;
      const found = this.gazetteer.longestAt(hashes, t, last);
      if (found === null) continue;
      const end = t + found.length;
      for (let k = t; k < end; k++) {
        places[k] = (isSmall ? 32 : 0) + found.place * 4 + (k > t ? 2 : 0) + (k + 1 < end ? 1 : 0);
      }
      t = end - 1;
    }
  }

  /** Fills the columns for all forms met so far. */
  private update(): void {
    const { lexicon, clusters, vectors, mask } = this;
    if (this.generation !== lexicon.generation) {
      this.generation = lexicon.generation;
      this.filled = 0;
      this.wordIds.clear();
    }
    if (lexicon.size > this.vectorRow.length) this.grow(lexicon.formHash.length);
    for (; this.filled < lexicon.size; this.filled++) {
      const id = this.filled;
      const form = lexicon.forms[id];
      const word = foldWord(lexicon.lowers[id]);
      const hash = hashString(word);
      this.wordHash[id] = hash;
      let wordId = this.wordIds.get(hash);
      if (wordId === undefined) {
        wordId = this.wordIds.size;
        this.wordIds.set(hash, wordId);
      }
      this.wordId[id] = wordId;
      this.writing[id] = writingOf(form);
      this.particle[id] = PARTICLES.has(word) ? 1 : 0;
      this.person[id] = isCapital(this.writing[id]) ? this.gazetteer.personOf(hash) : 0;
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
    this.wordHash = grown(new Uint32Array(size), this.wordHash);
    this.wordId = grown(new Int32Array(size), this.wordId);
    this.context = grown(new Uint32Array(size), this.context);
    this.writing = grown(new Uint8Array(size), this.writing);
    this.particle = grown(new Uint8Array(size), this.particle);
    this.person = grown(new Uint8Array(size), this.person);
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

const NO_CONTEXTS = new Int8Array(0);

/** Some rows of a table of bytes. */
function rowsOf(table: Int8Array, width: number, rows: Int32Array): Int8Array {
  const taken = new Int8Array(rows.length * width);
  for (let r = 0; r < rows.length; r++) {
    const from = rows[r] * width;
    for (let d = 0, to = r * width; d < width; d++) taken[to + d] = table[from + d];
  }
  return taken;
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
  return words >= 4 && capitals + capitalized === 0 ? SMALL_STYLE : 0;
}
