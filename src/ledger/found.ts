/** What a search gives: pages of entries, of actors and of articles, and the counts beside them. docs/search.md has the language. */
import type { ActorType } from '../reading/reading.ts';
import type { Span } from '../text/document.ts';
import type { FacetName } from './search/facets.ts';
import type { StatementPart, StatementRow } from './statements.ts';

export const STATEMENT_ORDERS = [
  'published',
  'said',
  'source',
  'cue',
  'content',
  'kind',
  'outlet',
  'confidence',
  'certainty',
] as const;
export type StatementOrder = (typeof STATEMENT_ORDERS)[number];

/** Which page of a list to give. */
export interface PageQuery<Order extends string> {
  /** Rows without a value come last in either direction. */
  readonly order?: Order;
  readonly direction?: 'up' | 'down';
  /** Rows to give at most: default 100, highest 1000. */
  readonly limit?: number;
  /** `next` of the page before, of the same search and order. What is added meanwhile neither repeats rows nor hides any. */
  readonly after?: string;
}

/** What to list. */
export interface StatementQuery extends PageQuery<StatementOrder> {
  /**
   * A search in the query language. Left out or empty, it finds all statements; assertions of the outlets are found where it asks for
   * them (kind:assertion or is:assertion).
   */
  readonly search?: string;
  /** Values of each facet to count at most; default 0, which counts none. */
  readonly facets?: number;
}

/** One page of a list. */
export interface Page<Row> {
  /** All rows that fit, not just those of this page. */
  readonly total: number;
  /** How many rows come before this page. */
  readonly first: number;
  readonly rows: readonly Row[];
  /** What to ask for the next page by, or null where this is the last one. */
  readonly next: string | null;
}

export interface StatementPage extends Page<EntryRow> {
  readonly facets: readonly Facet[];
}

export type EntryRow = StatementRow | AssertionRow;

/** An assertion of the outlet, as the table shows it beside statements. */
export interface AssertionRow
  extends Pick<StatementRow, 'id' | 'articleId' | 'headline' | 'outlet' | 'published' | 'review'> {
  readonly kind: 'assertion';
  readonly source: null;
  readonly cue: null;
  readonly content: StatementPart;
  /** How worth checking it is, 0 to 1, as a rank. */
  readonly check: number;
}

/** Rows by one of their properties, under all filters of the search but those on it. */
export interface Facet {
  readonly name: FacetName;
  /** How many values occur; `values` has the most frequent ones, and those that were chosen. */
  readonly distinct: number;
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  /** Rows with it: as many as `search` finds. */
  readonly statements: number;
  readonly isChosen: boolean;
  /** The search that a click stands for: narrowed to the value, or freed from it where it is chosen. */
  readonly search: string;
}

export const ACTOR_ORDERS = ['statements', 'name', 'first', 'last'] as const;
export type ActorOrder = (typeof ACTOR_ORDERS)[number];

export interface ActorQuery extends PageQuery<ActorOrder> {
  /** A search for statements: their sources are listed, and counted by them. `actor:` finds actors by name. */
  readonly search?: string;
}

/** One actor across articles, and what the search found of it. */
export interface ActorSummary {
  /** "who_…". */
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  readonly statements: number;
  readonly articles: number;
  readonly outlets: number;
  /** When the first and the last of these articles were published, as they state it; null where none does. */
  readonly first: string | null;
  readonly last: string | null;
}

/** All that is known of one actor across articles. */
export interface ActorProfile extends ActorSummary {
  /** Every name that it goes by, the most frequent first. */
  readonly names: readonly { readonly name: string; readonly articles: number }[];
  /** Roles as articles state them, each with the first article that does. */
  readonly roles: readonly StatedRole[];
  /** Statements by month of publication, the first month first; those without a date are not among them. */
  readonly months: readonly { readonly month: string; readonly statements: number }[];
  readonly acts: readonly { readonly act: string; readonly statements: number }[];
}

export interface StatedRole {
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly articles: number;
  readonly articleId: string;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly published: string | null;
}

export interface ArticleQuery extends Pick<PageQuery<never>, 'limit' | 'after'> {
  /** Words, phrases, and the fields that articles have. */
  readonly search: string;
}

/** An article that a search found, and where in its text. The latest published come first. */
export interface FoundArticle {
  readonly articleId: string;
  readonly versionId: string;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  /** Null where the text holds none of the words: they are in the headline, or the search has none. */
  readonly snippet: Snippet | null;
}

/** A piece of the version's text, verbatim, and where it and the words in it stand: UTF-16 offsets of the text, half-open. */
export interface Snippet {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Span[];
}
