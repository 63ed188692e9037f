/**
 * What people's decisions make of a reading: the entries of one text as they stand with everything in force laid over what the engine
 * found. A reading itself never changes. Types only.
 */
import type { Claim } from '../../reading/claims/claim.ts';
import type { Actor, Assertion, Moment, Place, Reading, Resolution, Statement } from '../../reading/reading.ts';
import type { EntryKind } from '../decisions.ts';
import type { Review, RuledBasis } from '../entries.ts';
import type { SaidRecord } from '../statements.ts';

interface Reviewed {
  /** Null where nobody ruled on the entry. */
  readonly review: Review | null;
}

export interface LaidStatement extends Omit<Statement, 'said'>, Reviewed {
  /** Id of the actor, also where the text has no words for the source; null where it is open. */
  readonly actor: string | null;
  readonly resolution: Resolution;
  readonly said: SaidRecord | null;
  /** Id of the moment that tells when it was said. */
  readonly saidMoment: string | null;
  /** Id of the moment at which it happened, or null, where a person said so; left out where nobody did. */
  readonly happened?: string | null;
}

export interface LaidActor extends Actor, Reviewed {
  /** "who_…": the actor across articles, before what was merged. */
  readonly who: string;
}

export interface LaidMoment extends Omit<Moment, 'basis'>, Reviewed {
  readonly basis: RuledBasis;
}

export interface LaidPlace extends Place, Reviewed {}

export interface LaidAssertion extends Assertion, Reviewed {}

export interface LaidClaim extends Claim, Reviewed {}

/** Where a decision's target was found in a text. */
export interface Link {
  readonly decision: string;
  /** The position of the target in the decision. */
  readonly position: number;
  /** The entry's kind and id; null where its words are no entry of the text any more. Of an article: the statement that was added. */
  readonly entry: { readonly kind: EntryKind; readonly id: string } | null;
  /** Whether the entry's words are others than those that were ruled on. */
  readonly hasMoved: boolean;
  /** Whether later decisions set all that this one set to something else. */
  readonly isOverruled: boolean;
  /** Of an actor: who it was, across articles, when the decision was laid. */
  readonly who: string | null;
}

/** Entries in the order of the reading, those that people added after them. */
export interface Laid {
  readonly reading: Reading;
  readonly statements: readonly LaidStatement[];
  readonly actors: readonly LaidActor[];
  readonly moments: readonly LaidMoment[];
  readonly places: readonly LaidPlace[];
  readonly assertions: readonly LaidAssertion[];
  readonly claims: readonly LaidClaim[];
  /** One for each target of a decision that is in this text. */
  readonly links: readonly Link[];
}
