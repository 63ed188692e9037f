/**
 * A decision: what a person ruled, who and when. Decisions are only ever added; one is taken back by another that undoes it.
 * It is anchored to words in a text, not to an id or an engine, so that it holds for every later reading. Types only.
 */
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
  | 'note'
  | 'status'
  | 'undo';

/** Words that a decision is about, and what stands around them, by which they are found again. */
export interface Anchor {
  readonly role: 'source' | 'cue' | 'content' | 'mention' | 'extent';
  readonly spans: readonly Span[];
  /** The words of each span. */
  readonly exact: readonly string[];
  /** 32 UTF-16 units on either side of the first span, fewer at the ends of the text. */
  readonly prefix: string;
  readonly suffix: string;
}

export interface DecisionTarget {
  readonly kind: 'statement' | 'assertion' | 'actor' | 'moment' | 'place' | 'claim' | 'article';
  /** The id that the entry had when it was ruled on. */
  readonly id: string;
  readonly textSha256: string;
  readonly anchors: readonly Anchor[];
}

export interface Decision {
  /** "dec_" and a hash of all that follows. */
  readonly id: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly by: string;
  readonly kind: DecisionKind;
  /** What it is about; two or more for a merge, none for an undoing. */
  readonly targets: readonly DecisionTarget[];
  /** What was set, as the kind wants it; any JSON. */
  readonly value: unknown;
  /** The id of the decision that it takes back, or null. */
  readonly undoes: string | null;
}

/** Laid over the rows · its words are not found in the text any more · taken back · overruled by a later one, and kept. */
export type DecisionState = 'laid' | 'unanchored' | 'undone' | 'overruled';
