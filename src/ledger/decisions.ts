/**
 * A decision: what a person ruled, who and when. Decisions are only ever added; one is taken back by another that undoes it.
 * It is anchored to words in a text, not to an id or an engine, so that it holds for every later reading. docs/decisions.md
 * says what each kind does. Types only.
 */
import type { SpeechAct } from '../reading/acts/speech-acts.ts';
import type { ActorType, Place, StatementKind } from '../reading/reading.ts';
import type { Span } from '../text/document.ts';

export type DecisionKind =
  | 'accept'
  | 'reject'
  | 'edit'
  | 'attribute'
  | 'merge'
  | 'split'
  | 'place'
  | 'date'
  | 'tag'
  | 'untag'
  | 'note'
  | 'status'
  | 'undo';

/** Kinds of entries that people rule on; what each is found by is in decisions/find-draft.ts. */
export const ENTRY_KINDS = ['statement', 'assertion', 'actor', 'moment', 'place', 'claim'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export type TargetKind = EntryKind | 'article';

/** Words that a decision is about, and what stands around them, by which they are found again. */
export interface Anchor {
  /** Of a statement, of an actor, of a claim; "extent" of all others. */
  readonly role: 'source' | 'cue' | 'content' | 'mention' | 'subject' | 'predicate' | 'object' | 'extent';
  readonly spans: readonly Span[];
  /** The words of each span. */
  readonly exact: readonly string[];
  /** 32 UTF-16 units on either side of the first span, fewer at the ends of the text. */
  readonly prefix: string;
  readonly suffix: string;
}

export interface DecisionTarget {
  readonly kind: TargetKind;
  /** The id that the entry had when it was ruled on. */
  readonly id: string;
  /** The address of its article: what tells people, and other ledgers, which one it is. */
  readonly address: string;
  readonly textSha256: string;
  /** Empty for an article. */
  readonly anchors: readonly Anchor[];
}

export interface Decision {
  /** "dec_" and a hash of all that follows. */
  readonly id: string;
  /** ISO 8601 instant in UTC, with milliseconds. */
  readonly at: string;
  readonly by: string;
  readonly kind: DecisionKind;
  /** What it is about; two or more for a merge, none for an undoing. */
  readonly targets: readonly DecisionTarget[];
  /** What was set: the kind's entry of `DecisionValues`. */
  readonly value: unknown;
  /** The id of the decision that it takes back, or null. */
  readonly undoes: string | null;
  /** The id of the decision, made on another text, that a person carried over to this one; left out where it carries none. */
  readonly carries?: string;
}

/** What the decisions of each kind set. */
export interface DecisionValues {
  readonly accept: null;
  readonly reject: null;
  readonly edit: EditValue;
  readonly attribute: AttributeValue;
  readonly merge: null;
  readonly split: null;
  /** Null: unplaced. */
  readonly place: PlaceValue | null;
  readonly date: DateValue;
  readonly tag: { readonly tag: string };
  readonly untag: { readonly tag: string };
  readonly note: { readonly note: string };
  readonly status: { readonly status: ReviewStatus };
  readonly undo: null;
}

/** What is set anew; what is left out stays as it is, and null takes a role away. Of an article: a statement that was missed. */
export interface EditValue {
  readonly source?: Anchor | null;
  readonly cue?: Anchor | null;
  readonly content?: Anchor | null;
  readonly kind?: StatementKind;
  readonly speechAct?: SpeechAct;
}

/** Who the source is: an actor; one of several candidates; or, without either, unknown. */
export interface AttributeValue {
  readonly actor: RuledActor | null;
  readonly candidates: readonly RuledActor[];
}

/** An actor as a decision names it. */
export interface RuledActor {
  /** "who_…": the actor across articles. */
  readonly who: string;
  readonly name: string;
  readonly type: ActorType;
  /** Where it stands, where that is an actor of a text. */
  readonly target: DecisionTarget | null;
}

export type PlaceValue = Pick<Place, 'name' | 'country' | 'geonamesId' | 'lat' | 'lon' | 'precision' | 'kind'>;

/** When it was said (of a statement) or when it happened (of a statement, a claim or a moment); null: no date is known. */
export interface DateValue {
  readonly clock: 'said' | 'happened';
  /** EDTF, level 2. */
  readonly edtf: string | null;
  /** First and last day in ISO 8601; null where that end is open. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export const REVIEW_STATUSES = ['open', 'checked', 'disputed', 'corrected', 'withdrawn'] as const;
/** How far the checking of an entry is; the last two tell what its outlet did. */
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/**
 * In force · in force, on an entry whose words the engine now finds in another extent · a later one set something else · its words
 * are not an entry of the text any more · its text, or the decision that it undoes, is not in this ledger · taken back.
 */
export type DecisionState = 'laid' | 'moved' | 'overruled' | 'unanchored' | 'waiting' | 'undone';
