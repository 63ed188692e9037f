/**
 * A search as a tree: what the query language is read into (parse-query.ts), printed from (print-query.ts) and carried out as
 * (sqlite/search). Types only. Plain data, so a store on another machine can be sent one.
 */
import type { FieldName } from './fields.ts';

/** "all" stands only at the top: the search for nothing in particular. "and" and "or" have two parts or more, none of their own kind. */
export type Query = All | Joined | Not | Term;

export interface All {
  readonly type: 'all';
}

export interface Joined {
  readonly type: 'and' | 'or';
  readonly parts: readonly Query[];
}

export interface Not {
  readonly type: 'not';
  readonly part: Query;
}

/** Something to look for, in one field or, where that is null, in all words of an entry. */
export interface Term {
  readonly type: 'term';
  readonly field: FieldName | null;
  readonly value: Value;
}

export type Value = Words | Choice | NumberRange | DateRange;

/** Words that stand next to each other in this order. */
export interface Words {
  readonly type: 'words';
  readonly text: string;
  /** The last word may go on: "minis*". */
  readonly prefix: boolean;
  /** It is the whole value, not some words of it: outlet:="The Post". */
  readonly whole: boolean;
}

/** One of the values that the field has. */
export interface Choice {
  readonly type: 'choice';
  readonly choice: string;
}

/** Null where an end is open; at least one is not. */
export interface NumberRange {
  readonly type: 'number';
  readonly low: Bound | null;
  readonly high: Bound | null;
}

export interface Bound {
  readonly value: number;
  readonly included: boolean;
}

/** First and last year, month or day, both included: "2026", "2026-04", "2026-04-14"; null where an end is open, never both. */
export interface DateRange {
  readonly type: 'dates';
  readonly from: string | null;
  readonly to: string | null;
}
