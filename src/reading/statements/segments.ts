/**
 * Segments: the unbroken runs of tokens that the tagger gave one role. Labels are O, then for each role four: B (begins),
 * I (inside), E (ends), S (alone).
 */

export const ROLES = ['source', 'cue', 'content'] as const;
export type RoleIndex = 0 | 1 | 2;
export const SOURCE = 0;
export const CUE = 1;
export const CONTENT = 2;

export const LABELS = 1 + ROLES.length * 4;
const BEGIN = 0;
const INSIDE = 1;
const END = 2;
const ALONE = 3;

/** A run of tokens [first, last) with one role, and how sure the tagger was of it (0 … 1). */
export interface Segment {
  readonly role: RoleIndex;
  readonly first: number;
  readonly last: number;
  readonly probability: number;
}

/** The label of a token with a role, by whether a segment begins and ends there. */
export function labelOf(role: RoleIndex, begins: boolean, ends: boolean): number {
  return 1 + role * 4 + (begins ? (ends ? ALONE : BEGIN) : ends ? END : INSIDE);
}

/**
 * The segments of a sequence of labels. A role that changes ends a segment even where no label says so.
 *
 * @param certainty probability of each token's label
 * @example
 * segmentsOf(Uint8Array.of(4, 0, 8), Float64Array.of(0.9, 1, 0.8)); // a source at 0, a cue at 2
 */
export function segmentsOf(labels: Uint8Array, certainty: ArrayLike<number>): Segment[] {
  const segments: Segment[] = [];
  let t = 0;
  while (t < labels.length) {
    if (labels[t] === 0) {
      t++;
      continue;
    }
    const first = t;
    const role = roleOf(labels[t]);
    let lowest = certainty[t];
    while (++t < labels.length && labels[t] !== 0 && roleOf(labels[t]) === role && !begins(labels[t])) {
      lowest = Math.min(lowest, certainty[t]);
    }
    segments.push({ role, first, last: t, probability: lowest });
  }
  return segments;
}

const roleOf = (label: number): RoleIndex => (((label - 1) / 4) | 0) as RoleIndex;

function begins(label: number): boolean {
  const place = (label - 1) % 4;
  return place === BEGIN || place === ALONE;
}
