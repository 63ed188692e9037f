/** The answer to who a source is, while actors are still drafts. */
import type { Resolution } from '../reading.ts';
import type { Draft } from './actor-book.ts';

/** Who a source is, while actors are still drafts. */
export interface Found {
  readonly resolution: Resolution;
  /** One where it is clear; several, the likeliest first, where it is open, or joint. */
  readonly drafts: readonly { readonly draft: Draft; readonly probability: number }[];
  readonly isJoint: boolean;
  readonly why: readonly string[];
}

/**
 * It is this one, who becomes a source; empty reasons are left out.
 *
 * @example
 * one(draft, 'implied', 'pronoun: she → Ada Lund', mention.why);
 */
export function one(draft: Draft, resolution: Resolution, ...why: string[]): Found {
  return {
    resolution,
    drafts: [{ draft: asSource(draft), probability: 1 }],
    isJoint: false,
    why: why.filter((reason) => reason !== ''),
  };
}

/**
 * It is nobody that can be told.
 *
 * @example
 * nobody('you: the reader').drafts; // []
 */
export function nobody(why: string): Found {
  return { resolution: 'none', drafts: [], isJoint: false, why: [why] };
}

/**
 * The draft, which is a source from now on.
 *
 * @example
 * asSource(draft).isSource; // true
 */
export function asSource(draft: Draft): Draft {
  draft.isSource = true;
  return draft;
}
