/**
 * The joining step: which source and which contents belong to which cue.
 *
 * A statement is a cue and what is joined to it. Every content segment chooses among the cues near it, every cue among the
 * sources near it, or none; both choices are softmaxes over linear scores of hashed features of the pair (distance, order,
 * what stands between, the words of the cue). Contents may share a cue (split quotations) and cues a source. About 50 features
 * a pair and some five pairs a segment: a small part of the tagger's cost.
 */
import { combine, type Lexicon } from '../../language/lexicon/lexicon.ts';
import { CLOSING, OPENING } from '../../language/quotations/mark-quotations.ts';
import type { Document, Tokens } from '../../text/document.ts';
import { CONTENT, CUE, isApart, type RoleIndex, type Segment, SOURCE, withinBlocks } from './segments.ts';

/** Pairs further apart than this are not looked at. */
const FURTHEST_SEGMENTS = 6;
const FURTHEST_SENTENCES = 8;

/** Room for the features of a pair. */
const MOST_FEATURES = 40;

/** Ancestors of each segment's head that are looked at for the way between two segments. */
const HIGHEST = 5;

/** Candidates of one segment that chooses: the segments it may join, and each one's features; the last one is "none". */
export interface Choice {
  /** Index of the choosing segment. */
  readonly chooser: number;
  /** Indexes of the candidates; -1 is none. */
  readonly candidates: readonly number[];
  readonly features: readonly Int32Array[];
}

/** What the joining step needs to know of a document, once for all of its pairs. */
export interface Joinable {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly segments: readonly Segment[];
  readonly quotation: Uint8Array;
  /** Words as `wordHashes` gives them. */
  readonly words: Uint32Array;
  /** The head of each segment: the first token that hangs on none in it. */
  readonly heads: Int32Array;
  /** Sentence and block of every token. */
  readonly sentenceOf: Int32Array;
  readonly blockOf: Int32Array;
}

/** Prepares a document for joining what was tagged. */
export function joinable(
  document: Document,
  lexicon: Lexicon,
  tagged: readonly Segment[],
  quotation: Uint8Array,
  words: Uint32Array,
): Joinable {
  const tokens = document.tokens!;
  const sentences = document.sentences!;
  const sentenceOf = new Int32Array(tokens.length);
  const blockOf = new Int32Array(tokens.length);
  for (let s = 0; s < sentences.length; s++) sentenceOf.fill(s, sentences.first[s], sentences.last[s]);
  let block = 0;
  for (let t = 0; t < tokens.length; t++) {
    while (block + 1 < document.blocks.length && document.blocks[block + 1].start <= tokens.start[t]) block++;
    blockOf[t] = block;
  }
  const segments = withinBlocks(tagged, document.blocks, blockOf);
  return {
    document,
    lexicon,
    segments,
    quotation,
    words,
    heads: Int32Array.from(segments, (segment) => headOf(tokens.head, segment)),
    sentenceOf,
    blockOf,
  };
}

/**
 * All choices of a document: contents choose cues, cues choose sources.
 *
 * @param buckets size of the weight table, a power of two
 */
export function choicesOf(joinable: Joinable, buckets: number): Choice[] {
  const choices: Choice[] = [];
  joinable.segments.forEach((segment, i) => {
    if (segment.role === SOURCE) return;
    const wanted = segment.role === CONTENT ? CUE : SOURCE;
    const candidates = nearby(joinable, i, wanted);
    candidates.push(-1);
    const features = candidates.map((candidate) => pairFeatures(joinable, i, candidate, candidates, buckets));
    choices.push({ chooser: i, candidates, features });
  });
  return choices;
}

/** Probabilities of a choice's candidates. */
export function chances(choice: Choice, weights: ArrayLike<number>, scale: number): number[] {
  const scores = choice.features.map((features) => {
    let sum = 0;
    for (const feature of features) sum += weights[feature];
    return sum * scale;
  });
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

function nearby({ document, segments, sentenceOf, blockOf }: Joinable, from: number, wanted: RoleIndex): number[] {
  const found: number[] = [];
  const home = sentenceOf[segments[from].first];
  const block = blockOf[segments[from].first];
  const isWithin = (other: number) =>
    other === block || !(isApart(document.blocks[block]) || isApart(document.blocks[other]));
  for (const step of [-1, 1]) {
    for (let n = 1; n <= FURTHEST_SEGMENTS; n++) {
      const i = from + n * step;
      if (i < 0 || i >= segments.length) break;
      if (Math.abs(sentenceOf[segments[i].first] - home) > FURTHEST_SENTENCES) break;
      if (segments[i].role === wanted && isWithin(blockOf[segments[i].first])) found.push(i);
    }
  }
  return found;
}

function pairFeatures(
  joinable: Joinable,
  chooser: number,
  candidate: number,
  candidates: readonly number[],
  buckets: number,
): Int32Array {
  const { document, lexicon, segments, quotation, words, heads, sentenceOf, blockOf } = joinable;
  const tokens = document.tokens!;
  const from = segments[chooser];
  const found = new Int32Array(MOST_FEATURES);
  let count = 0;
  const kind = (from.role + 1) * 1000;
  const push = (name: number, value: number): void => {
    found[count++] = combine(kind + name, value) & (buckets - 1);
  };
  const lower = (t: number): number => (t >= 0 && t < tokens.length ? words[t] : 0);
  const tag = (t: number): number => (t >= 0 && t < tokens.length ? tokens.xpos[t] : 99);
  const cueWords = (segment: Segment): number => {
    let hash = 1;
    for (let t = segment.first; t < segment.last && t < segment.first + 5; t++) hash = combine(hash, lower(t));
    return hash;
  };
  // Runs of roles are numbers with a digit a segment, 0 beyond the ends.
  const role = (i: number): number => (i >= 0 && i < segments.length ? segments[i].role + 1 : 0);
  let around = 0;
  for (let i = chooser - 2; i <= chooser + 2; i++) around = around * 4 + role(i);
  const quoted = quotation[from.first];
  const rivals = Math.min(candidates.length, 6);
  if (candidate < 0) {
    push(0, 0);
    push(1, around);
    push(2, rivals);
    push(3, combine(around, rivals));
    push(4, lower(from.first));
    push(5, lower(from.last - 1));
    push(6, cueWords(from));
    push(7, tag(from.first));
    push(8, combine(around, quoted));
    push(9, combine(lower(from.first - 1), lower(from.last)));
    push(10, combine(tag(from.first), tag(from.last - 1)));
    push(11, relationUp(tokens, heads[chooser]));
    push(12, combine(relationUp(tokens, heads[chooser]), lower(heads[chooser])));
    push(13, combine(relationUp(tokens, heads[chooser]), around));
    return found.subarray(0, count);
  }
  const to = segments[candidate];
  const cue = from.role === CUE ? from : to;
  const other = from.role === CUE ? to : from;
  const after = other.first > cue.first ? 1 : 0;
  const gapFirst = after ? cue.last : other.last;
  const gapLast = after ? other.first : cue.first;
  const gap = gapLast - gapFirst;
  const sentences = Math.abs(sentenceOf[from.first] - sentenceOf[to.first]);
  const blocks = Math.abs(blockOf[from.first] - blockOf[to.first]);
  const low = Math.min(chooser, candidate);
  const high = Math.max(chooser, candidate);
  let between = 0;
  for (let i = low + 1; i < high && i < low + 5; i++) between = between * 4 + role(i);
  const pattern = combine(between, ((role(low - 1) * 4 + role(low)) * 4 + role(high)) * 4 + role(high + 1));
  const direction = after * 10 + Math.min(sentences, 3);
  const phrase = cueWords(cue);
  const head = lower(cue.last - 1);
  const distance = bucket(gap);
  // How many candidates stand closer, and whether one does on each side.
  let closer = 0;
  let closerSameSide = 0;
  for (const rival of candidates) {
    if (rival < 0 || rival === candidate) continue;
    const other = segments[rival];
    const rivalGap = Math.max(other.first - from.last, from.first - other.last);
    if (rivalGap < gap) {
      closer++;
      if (other.first > from.first === to.first > from.first) closerSameSide++;
    }
  }
  let commas = 0;
  let stops = 0;
  let marks = 0;
  for (let t = gapFirst; t < gapLast && t < gapFirst + 60; t++) {
    const form = lexicon.forms[tokens.lexeme[t]];
    if (form === ',') commas++;
    else if (form === ';' || form === ':' || form === '—' || form === '--') stops++;
    if (quotation[t] === OPENING || quotation[t] === CLOSING) marks++;
  }
  push(20, direction);
  push(21, combine(direction, distance));
  push(22, combine(direction, between));
  push(23, pattern);
  push(24, combine(pattern, direction));
  push(25, combine(direction, Math.min(closer, 4) * 10 + Math.min(closerSameSide, 3)));
  push(26, combine(phrase, direction));
  push(27, combine(head, direction));
  push(28, combine(combine(head, between), direction));
  push(29, combine(direction, Math.min(commas, 3) * 100 + Math.min(stops, 2) * 10 + Math.min(marks, 3)));
  push(30, combine(direction, combine(lower(gapFirst), gap === 0 ? 7 : lower(gapLast - 1))));
  if (gap <= 4) {
    let hash = gap + 1;
    for (let t = gapFirst; t < gapLast; t++) hash = combine(hash, lower(t));
    push(31, combine(direction, hash));
    let tags = gap + 1;
    for (let t = gapFirst; t < gapLast; t++) tags = combine(tags, tag(t));
    push(32, combine(direction, tags));
  }
  push(33, combine(direction, combine(lower(other.first), Math.min(gap, 3))));
  push(34, combine(direction, lower(other.last - 1)));
  push(35, combine(direction, combine(tag(other.first), tag(cue.first))));
  push(36, combine(direction, combine(tag(cue.last - 1), between)));
  push(37, combine(direction, blocks * 10 + quotation[other.first]));
  push(38, combine(combine(direction, Math.min(blocks, 2) * 10 + quotation[other.first]), pattern));
  push(39, combine(direction, combine(lower(cue.first - 1), lower(cue.last))));
  push(40, combine(direction, combine(lower(other.first - 1), lower(other.last))));
  push(41, combine(combine(direction, quotation[cue.first]), quotation[other.first]));
  push(42, combine(direction, combine(around, between)));
  push(43, combine(direction, combine(distance, Math.min(closer, 4))));
  push(44, combine(combine(pattern, Math.min(closerSameSide, 3)), Math.min(commas, 2) * 10 + Math.min(marks, 2)));
  push(45, combine(combine(direction, tag(gapFirst)), tag(gapLast)));
  const isFromCue = from.role === CUE;
  const cueHead = isFromCue ? heads[chooser] : heads[candidate];
  const otherHead = isFromCue ? heads[candidate] : heads[chooser];
  const path = sentences === 0 ? wayBetween(tokens, cueHead, otherHead) : FAR;
  push(46, path);
  push(47, combine(path, direction));
  push(48, combine(path, lower(cueHead)));
  push(49, combine(path, between));
  push(50, combine(path, Math.min(closer, 4) * 10 + Math.min(closerSameSide, 3)));
  push(51, combine(combine(direction, relationUp(tokens, cueHead)), relationUp(tokens, otherHead)));
  push(52, combine(path, tag(otherHead) * 100 + tag(cueHead)));
  return found.subarray(0, count);
}

/** The first token of a segment that hangs on none in it. */
function headOf(head: Int32Array, { first, last }: Segment): number {
  let t = first;
  while (t + 1 < last && head[t] >= first && head[t] < last) t++;
  return t;
}

/** A token's relation to what it hangs on, and whether that is a root. */
function relationUp({ head, relation }: Tokens, t: number): number {
  return head[t] < 0 ? 255 : relation[t];
}

const FAR = 1;

/** The relations on the way from one token up to the nearest that both hang on, and down to the other, as one number. */
function wayBetween(tokens: Tokens, from: number, to: number): number {
  const { head, relation } = tokens;
  let up = 3;
  for (let a = from, i = 0; i <= HIGHEST; i++) {
    let down = 5;
    for (let b = to, k = 0; k <= HIGHEST; k++) {
      if (a === b) return combine(up, down);
      if (head[b] < 0) break;
      down = combine(down, relation[b]);
      b = head[b];
    }
    if (head[a] < 0) break;
    up = combine(up, relation[a]);
    a = head[a];
  }
  return FAR;
}

/** Distances grow coarser: 0, 1, 2, 3, 4–5, 6–8, 9–13, … */
const bucket = (n: number): number => (n <= 3 ? n : Math.min(12, 2 + Math.round(Math.log(n) / Math.log(1.6))));
