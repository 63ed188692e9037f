/**
 * The ledger: what is kept. Articles, their versions, the blocks of each version, its reading, and every statement as a
 * row that can be filtered, sorted and counted. This file is the contract; a store (sqlite/) fulfils it.
 *
 * A version's text and blocks are evidence and never change. Its reading is judgement and is replaced as a whole when
 * another engine, or another set of models, reads the same text again.
 */
import type { SpeechAct, Stance } from '../reading/acts/speech-acts.ts';
import type { Reading, StatementKind } from '../reading/reading.ts';
import type { Span } from '../text/document.ts';

export interface Ledger {
  /** The file that holds the ledger. */
  readonly path: string;
  /** Keeps a reading: all of it or nothing. The same text under the same address is never kept twice. */
  addReading(reading: Reading, capture: Capture): Added;
  /** Every article in its latest version, the latest published first; those without a date last. */
  articles(): ArticleEntry[];
  /** One article in its latest version, or null. */
  article(articleId: string): ArticleEntry | null;
  /** The reading of the latest version of an article, or of the version named; null where the ledger has none. */
  reading(articleId: string, versionId?: string): Reading | null;
  /** The statements of the latest version of every article that fit the query, one page of them. */
  statements(query?: StatementQuery): StatementPage;
  /** Lets go of the file. A second call does nothing. */
  close(): void;
}

/** Where the bytes of a version came from, and when. */
export interface Capture {
  /** The absolute path, or the address. It stands for the article where the text states no URL. */
  readonly path: string;
  /** ISO 8601 instant. */
  readonly addedAt: string;
  /** SHA-256 of the bytes as they came, in hexadecimal. */
  readonly bytesSha256: string;
}

export interface Added {
  readonly articleId: string;
  readonly versionId: string;
  /**
   * "added": a new article. "new version": another text of a known article. "read again": a known text that another
   * engine has read. "known": nothing was written.
   */
  readonly outcome: 'added' | 'new version' | 'read again' | 'known';
}

export interface VersionEntry {
  readonly id: string;
  readonly modified: string | null;
  readonly addedAt: string;
  readonly path: string;
}

/** One article as the list shows it. */
export interface ArticleEntry {
  readonly id: string;
  readonly versionId: string;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly statements: number;
  readonly leftOut: number;
  readonly warnings: number;
  /** All versions, the earliest first. */
  readonly versions: readonly VersionEntry[];
}

/** One statement as the table shows it. */
export interface StatementRow {
  readonly id: string;
  readonly articleId: string;
  readonly kind: StatementKind;
  readonly speechAct: SpeechAct;
  readonly stance: Stance;
  readonly negated: boolean;
  readonly hypothetical: boolean;
  readonly source: StatementPart | null;
  readonly cue: StatementPart | null;
  readonly content: StatementPart | null;
  readonly confidence: number;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** The exact words of a role and where they stand, in UTF-16 code units of the version's text. */
export interface StatementPart {
  readonly text: string;
  readonly spans: readonly Span[];
}

export const STATEMENT_ORDERS = ['published', 'source', 'cue', 'content', 'kind', 'outlet', 'confidence'] as const;
export type StatementOrder = (typeof STATEMENT_ORDERS)[number];

/** What to list. A filter that is left out lets everything through. */
export interface StatementQuery {
  /** Words that must all occur in source, cue, content, headline or outlet; case and accents do not matter. */
  readonly text?: string;
  readonly kind?: StatementKind;
  /** The outlet's name as stored; '' for articles that name none. */
  readonly outlet?: string;
  readonly article?: string;
  /** Default "published". Rows without a value come last in either direction. */
  readonly order?: StatementOrder;
  /** Default: the latest first for "published", the highest first for "confidence", else from A to Z. */
  readonly direction?: 'up' | 'down';
  /** Rows to give at most: default 100, highest 1000. */
  readonly limit?: number;
  /** Rows to pass over; default 0. */
  readonly offset?: number;
}

/** One page of rows, and counts over all rows that the query fits, not just this page. */
export interface StatementPage {
  readonly total: number;
  readonly rows: readonly StatementRow[];
  /** Rows a kind, under all filters but the one on kind. */
  readonly kinds: Readonly<Record<StatementKind, number>>;
  /** Rows an outlet, under all filters but the one on outlet, by name; '' stands for articles that name none. */
  readonly outlets: readonly OutletCount[];
}

export interface OutletCount {
  readonly outlet: string;
  readonly statements: number;
}
