/**
 * The shape of a claim: a proposition with slots, each of which points at words of the text. Words are never changed: what is
 * normalised (dictionary form, numbers, units) stands beside them. All offsets are UTF-16 code units, half-open.
 */
import type { Span } from '../../text/document.ts';

/** Words of the text: their spans in order, and the words, joined by " … " where split. */
export interface SlotWords {
  readonly spans: readonly Span[];
  readonly text: string;
}

/** Who or what takes part. */
export interface Slot extends SlotWords {
  /** Id of an actor of the same reading that the words mention, or null. */
  readonly actor: string | null;
}

/** Another part: to whom, with what, out of where; "recipient" of what stands without a preposition ("gave her a letter"). */
export interface ClaimArgument extends Slot {
  /** The preposition in lower case, "recipient", or "complement" ("feared dead"). */
  readonly relation: string;
}

/** What is said of the subject. */
export interface Predicate extends SlotWords {
  /** The verb in its dictionary form, with its particle: "sink", "break down"; "be" of "X is Y"; "die" of "17 deaths". */
  readonly lemma: string;
  /** How the words have it. Who does it is the subject and whom it is done to is the object in each voice. */
  readonly voice: 'active' | 'passive' | 'copula' | 'nominal';
}

/** How a number is meant. `about` also stands for words that count without a number ("dozens"). */
export type Comparison = 'exactly' | 'about' | 'atLeast' | 'atMost' | 'moreThan' | 'lessThan' | 'between';

/** So many of something. */
export interface Quantity {
  /** The number with what stands beside it to say how it is meant and in which unit: "at least 12", "up to 5,500 km". */
  readonly span: Span;
  readonly text: string;
  /** The number that is named; null of a range, and of "dozens". */
  readonly value: number | null;
  /** Bounds, both of them counted in, but of moreThan and lessThan; null where there is none, and of "about 12". */
  readonly least: number | null;
  readonly most: number | null;
  readonly comparison: Comparison;
  /** Unit of measure or currency in one form ("kilometre", "percent", "dollar"); null of what is counted. */
  readonly unit: string | null;
  /** What is counted: the noun and its dictionary form; null where the words do not say. */
  readonly counted: (SlotWords & { readonly lemma: string }) | null;
}

/** What an assertion, or the content of a statement, puts forward. */
export interface Claim {
  /** "clm_" and a hash of the text's hash and the spans of subject, predicate and object. */
  readonly id: string;
  /** Id of the assertion, or of the innermost statement, whose words it stands in. */
  readonly in: string;
  readonly subject: Slot | null;
  readonly predicate: Predicate;
  readonly object: Slot | null;
  readonly arguments: readonly ClaimArgument[];
  /** Id of the moment at which it happened or is to happen, never that of the saying; null where the words do not tell. */
  readonly when: string | null;
  /** Id of the place where it happened; null where the words do not tell. */
  readonly where: string | null;
  readonly quantities: readonly Quantity[];
  /** Whether the words themselves say that it is so, or that it is not so. */
  readonly polarity: 'affirmed' | 'denied';
  /** Whether it is what the source of a denial denies ("denied that …"): the polarity is then that of the words, not of the source. */
  readonly denied: boolean;
  readonly modality: 'happened' | 'planned' | 'possible' | 'obliged';
}
