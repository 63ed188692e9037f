/** Segments: the unbroken runs of tokens that the tagger gave one role. */
import { labelsOf, runLabel, runsOf } from '../../language/network/runs.ts';

export const ROLES = ['source', 'cue', 'content'] as const;
export type RoleIndex = 0 | 1 | 2;
export const SOURCE = 0;
export const CUE = 1;
export const CONTENT = 2;

export const LABELS = labelsOf(ROLES.length);

/** A run of tokens [first, last) with one role, and how sure the tagger was of it (0 … 1). */
export interface Segment {
  readonly role: RoleIndex;
  readonly first: number;
  readonly last: number;
  readonly probability: number;
}

/** The label of a token with a role, by whether a segment begins and ends there. */
export function labelOf(role: RoleIndex, begins: boolean, ends: boolean): number {
  return runLabel(role, begins, ends);
}

/**
 * The segments of a sequence of labels, as `runsOf` finds them.
 *
 * @param certainty probability of each token's label
 * @example
 * segmentsOf(Uint8Array.of(4, 0, 8), Float64Array.of(0.9, 1, 0.8)); // a source at 0, a cue at 2
 */
export function segmentsOf(labels: Uint8Array, certainty: ArrayLike<number>): Segment[] {
  return runsOf(labels, certainty).map(({ kind, first, last, probability }) => ({
    role: kind as RoleIndex,
    first,
    last,
    probability,
  }));
}
