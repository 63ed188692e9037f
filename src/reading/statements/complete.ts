/**
 * Makes the labels of a sentence agree with each other. A chain sees one neighbour at a time, so it leaves contents without a source,
 * or sources without a content, wherever it hesitates. Where a sentence has some of the three roles but not all, its
 * best labels are found once for every set of roles, and the sets compete: the score of their labels against how often
 * such a set is right in such a sentence (a quotation that runs on has no source of its own; most other sentences do).
 *
 * Costs eight times the chain's Viterbi, on about a quarter of the sentences.
 */
import { LABELS, ROLES, roleOf } from './segments.ts';

/** Sets of roles: bit 0 source, bit 1 cue, bit 2 content. */
export const SETS = 1 << ROLES.length;
const ALL = SETS - 1;

/** Kinds of sentence that sets are weighed in; see `sentenceContext`. */
export const CONTEXTS = 6;

/** How much the labels' score counts, and what is added for each set in each context: CONTEXTS × SETS. */
export interface Completion {
  readonly trust: number;
  readonly weights: readonly number[];
}

const BIT = Uint8Array.from({ length: LABELS }, (_, label) => (label === 0 ? 0 : 1 << roleOf(label)));

/** The set of roles among labels [first, last). */
export function setOf(labels: Uint8Array, first: number, last: number): number {
  let set = 0;
  for (let t = first; t < last; t++) set |= BIT[labels[t]];
  return set;
}

/** True where a sentence with these roles is worth a second look. */
export const isIncomplete = (set: number): boolean => set !== 0 && set !== ALL;

/**
 * What kind of sentence it is: without quotation marks, quoted from end to end, or in part; and whether a content runs into it.
 *
 * @param quotation marks of `markQuotations`
 */
export function sentenceContext(quotation: Uint8Array, labels: Uint8Array, first: number, last: number): number {
  let inside = 0;
  for (let t = first; t < last; t++) if (quotation[t] > 0) inside++;
  const quoted = inside === 0 ? 0 : inside >= last - first - 1 ? 2 : 1;
  const runsOn = first > 0 && (BIT[labels[first - 1]] & 4) !== 0 ? 1 : 0;
  return quoted * 2 + runsOn;
}

/** The best labels of a sentence for each set of roles, and their scores; -Infinity where a set cannot be had. */
export interface SetPaths {
  readonly scores: Float64Array;
  path(set: number): Uint8Array;
}

/**
 * Viterbi over pairs of label and set of roles so far.
 *
 * @param scores of the tokens, scores[token × stride + label]
 * @param before label of the token before `first`, or -1; `after` of the one at `last`
 */
export function bestPaths(
  scores: Float32Array,
  first: number,
  last: number,
  stride: number,
  transitions: ArrayLike<number>,
  before: number,
  after: number,
): SetPaths {
  const states = SETS * LABELS;
  const length = last - first;
  const from = new Uint8Array(length * states);
  let now = new Float64Array(states).fill(-Infinity);
  let next = new Float64Array(states);
  for (let j = 0; j < LABELS; j++)
    now[BIT[j] * LABELS + j] = scores[first * stride + j] + (before >= 0 ? transitions[before * LABELS + j] : 0);
  for (let t = 1; t < length; t++) {
    next.fill(-Infinity);
    for (let state = 0; state < states; state++) {
      const score = now[state];
      if (score === -Infinity) continue;
      const set = (state / LABELS) | 0;
      const i = state - set * LABELS;
      for (let j = 0; j < LABELS; j++) {
        const to = (set | BIT[j]) * LABELS + j;
        const total = score + transitions[i * LABELS + j];
        if (total > next[to]) {
          next[to] = total;
          from[t * states + to] = state;
        }
      }
    }
    for (let state = 0; state < states; state++) next[state] += scores[(first + t) * stride + (state % LABELS)];
    [now, next] = [next, now];
  }
  const ends = new Int32Array(SETS);
  const best = new Float64Array(SETS).fill(-Infinity);
  for (let state = 0; state < states; state++) {
    const set = (state / LABELS) | 0;
    const total = now[state] + (after >= 0 ? transitions[(state % LABELS) * LABELS + after] : 0);
    if (total > best[set]) {
      best[set] = total;
      ends[set] = state;
    }
  }
  return {
    scores: best,
    path: (set) => {
      const labels = new Uint8Array(length);
      for (let t = length - 1, state = ends[set]; t >= 0; state = from[t * states + state], t--)
        labels[t] = state % LABELS;
      return labels;
    },
  };
}

/**
 * The set of roles that wins.
 *
 * @example
 * chooseSet(paths, context, completion); // 7: source, cue and content
 */
export function chooseSet({ scores }: SetPaths, context: number, { trust, weights }: Completion): number {
  let winner = 0;
  let top = -Infinity;
  for (let set = 0; set < SETS; set++) {
    const score = trust * scores[set] + weights[context * SETS + set];
    if (score > top) {
      top = score;
      winner = set;
    }
  }
  return winner;
}
