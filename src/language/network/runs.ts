/**
 * Labels for runs of tokens of several kinds (BIOES: Ramshaw & Marcus 1995; Ratinov & Roth 2009): label 0 is a token of no
 * run, then each kind has four: it begins a run, is inside one, ends one, or is one alone.
 */

const BEGIN = 0;
const INSIDE = 1;
const END = 2;
const ALONE = 3;

/** A run of tokens [first, last) of one kind, and how sure the tagger was of it (0 … 1). */
export interface Run {
  readonly kind: number;
  readonly first: number;
  readonly last: number;
  readonly probability: number;
}

/**
 * How many labels so many kinds need.
 *
 * @example
 * labelsOf(3); // 13
 */
export function labelsOf(kinds: number): number {
  return 1 + kinds * 4;
}

/**
 * The label of a token of a kind, by whether a run begins and ends there.
 *
 * @example
 * runLabel(0, true, true); // 4
 */
export function runLabel(kind: number, begins: boolean, ends: boolean): number {
  return 1 + kind * 4 + (begins ? (ends ? ALONE : BEGIN) : ends ? END : INSIDE);
}

/**
 * Whether a label may come after another: a run that has begun goes on to its end.
 *
 * @example
 * mayFollow(runLabel(0, true, false), 0); // false
 */
export function mayFollow(before: number, after: number): boolean {
  const isOpen = before > 0 && placeOf(before) <= INSIDE;
  const goesOn = after > 0 && (placeOf(after) === INSIDE || placeOf(after) === END);
  return isOpen ? goesOn && kindOf(before) === kindOf(after) : !goesOn;
}

/**
 * The runs of a sequence of labels. A kind that changes ends a run even where no label says so.
 *
 * @param certainty probability of each token's label; a run is as sure as its least sure token
 * @example
 * runsOf(Uint8Array.of(4, 0, 8), [0.9, 1, 0.8]).length; // 2
 */
export function runsOf(labels: Uint8Array, certainty: ArrayLike<number>): Run[] {
  const runs: Run[] = [];
  let t = 0;
  while (t < labels.length) {
    if (labels[t] === 0) {
      t++;
      continue;
    }
    const first = t;
    const kind = kindOf(labels[t]);
    let lowest = certainty[t];
    while (++t < labels.length && labels[t] !== 0 && kindOf(labels[t]) === kind && !begins(labels[t])) {
      lowest = Math.min(lowest, certainty[t]);
    }
    runs.push({ kind, first, last: t, probability: lowest });
  }
  return runs;
}

const kindOf = (label: number): number => ((label - 1) / 4) | 0;

const placeOf = (label: number): number => (label - 1) % 4;

function begins(label: number): boolean {
  return placeOf(label) === BEGIN || placeOf(label) === ALONE;
}
