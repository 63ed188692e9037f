/**
 * What stands in a text beside its statements, as rows of a ledger: actors, assertions, moments, places and claims. An
 * entry's id is that of the reading; with the version's id it is one row. Types only.
 */
import type { Claim } from '../reading/claims/claim.ts';
import type { ActorType, MomentBasis, Place, Timex, UnnamedType } from '../reading/reading.ts';
import type { Span } from '../text/document.ts';

/** What people ruled about an entry; fields of the entry itself already hold what they set. */
export interface Review {
  /** "rejected", else the status that was set, else "accepted" where somebody did; null where nobody ruled on either. */
  readonly status: string | null;
  /** Who made the latest decision, and when (ISO 8601). */
  readonly by: string;
  readonly at: string;
  /** The latest one; `rulings` has all. */
  readonly note: string | null;
  readonly tags: readonly string[];
  /** Whether two people ruled differently about the same field. */
  readonly isDisputed: boolean;
  readonly rulings: readonly Ruling[];
}

/** What people ruled about one field: "engine said X; Ada set Y on that day". */
export interface Ruling {
  /** "verdict", "status", "note", "tag NAME", "source", "cue", "content", "kind", "speech act", "actor", "identity", "said", "happened" or "place". */
  readonly field: string;
  /** What the engine found; null where it found none. */
  readonly engine: unknown;
  /** The earliest first; the last one is in force. */
  readonly given: readonly GivenRuling[];
  readonly isDisputed: boolean;
}

export interface GivenRuling {
  /** The id of the decision. */
  readonly decision: string;
  readonly by: string;
  readonly at: string;
  readonly value: unknown;
}

/** On what a time was resolved, by the engine or by a person. */
export type RuledBasis = MomentBasis | 'decision';

/** An entry of one version. */
export interface Entry {
  readonly id: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly review: Review | null;
}

/** Who a source is, in one version. */
export interface ActorRecord extends Entry {
  /**
   * "who_…": the actor across articles. Bodies, states, outlets and persons of two or more words share it with those of the
   * same type and name; all others, unnamed ones above all, have one of their own until a person says otherwise.
   */
  readonly who: string;
  readonly name: string;
  readonly type: ActorType;
  readonly unnamedType: UnnamedType | null;
  readonly number: string | null;
  readonly conditions: string | null;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly aliases: readonly string[];
  readonly mentions: number;
}

/** What the outlet states in its own voice. */
export interface AssertionRecord extends Entry {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly hedges: readonly Span[];
  readonly check: number;
  /** The id of a statement with a source that tells the same fact, or null. */
  readonly sourced: string | null;
}

export interface MomentRecord extends Entry {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly edtf: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: RuledBasis;
  readonly timexType: Timex['type'] | null;
  readonly timexValue: string | null;
  /** Whether it tells when something happened: see `toldMoments`. */
  readonly isTold: boolean;
  /** The id of the innermost statement whose content it stands in, or null. */
  readonly statement: string | null;
}

export interface PlaceRecord
  extends Entry,
    Pick<Place, 'start' | 'end' | 'text' | 'name' | 'country' | 'geonamesId' | 'lat' | 'lon' | 'precision' | 'kind'>,
    Pick<Place, 'relation' | 'score'> {
  /** The id of the innermost statement whose content it stands in, or null. */
  readonly statement: string | null;
}

/** What is asserted, as a proposition with slots. */
export interface ClaimRecord extends Entry, Omit<Claim, 'id'> {}
