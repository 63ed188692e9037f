/** Segments: the unbroken runs of tokens that the tagger gave one role. */

import { labelsOf, runLabel, runsOf } from '../../language/network/runs.ts';
import type { BlockKind, Document } from '../../text/document.ts';

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

/** Kinds of blocks that are no part of the running text: what is said in one is said there alone. */
const APART: ReadonlySet<BlockKind> = new Set(['headline', 'standfirst', 'byline', 'dateline', 'caption', 'credit']);
/** Kinds of blocks in which nobody says anything. */
const SILENT: ReadonlySet<BlockKind> = new Set(['byline', 'dateline', 'credit']);

/**
 * Whether the block stands apart from the running text, as a headline or a caption does.
 *
 * @example
 * isApart({ kind: 'headline' }); // true
 */
export function isApart({ kind }: { readonly kind: BlockKind }): boolean {
  return APART.has(kind);
}

/**
 * The segments, cut where a block begins or ends that stands apart, without what lies in bylines. The tagger learned from running text, and
 * takes a headline and the lead below it for one sentence now and then.
 *
 * @param blockOf the block of every token
 * @example
 * withinBlocks([{ role: CONTENT, first: 2, last: 9, probability: 0.8 }], document.blocks, blockOf);
 */
export function withinBlocks(
  segments: readonly Segment[],
  blocks: Document['blocks'],
  blockOf: Int32Array,
): readonly Segment[] {
  if (!blocks.some(isApart)) return segments;
  const isCutBefore = (t: number) =>
    blockOf[t] !== blockOf[t - 1] && (isApart(blocks[blockOf[t]]) || isApart(blocks[blockOf[t - 1]]));
  return segments.flatMap((segment) => {
    const pieces: Segment[] = [];
    let first = segment.first;
    for (let t = first + 1; t <= segment.last; t++) {
      if (t < segment.last && !isCutBefore(t)) continue;
      if (!SILENT.has(blocks[blockOf[first]].kind)) pieces.push({ ...segment, first, last: t });
      first = t;
    }
    return pieces;
  });
}
