/** What a ledger remembers beside articles: what intake watches, what was run, what failed, what was taken out. Types only. */

/** Something that intake looks at again and again, and what it needs to do so politely. */
export interface IntakeSource {
  /** Its URL or path; there is one source an address. */
  readonly address: string;
  readonly kind: 'feed' | 'sitemap' | 'page' | 'opml';
  readonly title: string | null;
  /** The groups that it stands in, the outermost first. */
  readonly groups: readonly string[];
  /** What intake needs of it the next time, and, behind "opml:", what its line in a list of feeds says, for exports. */
  readonly attributes: Readonly<Record<string, string>>;
  /** As the server gave them, for the next conditional request. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** ISO 8601 instants. */
  readonly addedAt: string;
  readonly checkedAt: string | null;
  readonly dueAt: string | null;
  /** How often in a row it could not be had. */
  readonly failures: number;
}

/** A search with a name. The query is text in the query language. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
  readonly savedAt: string;
}

/** One run of a long task. */
export interface Run {
  readonly id: string;
  readonly kind: 'intake' | 'rerun' | 'migration';
  /** What it was asked to do, in words: paths, addresses. */
  readonly what: string;
  readonly startedAt: string;
  /** Null while it runs, and where it was cut off. */
  readonly endedAt: string | null;
  readonly engine: string | null;
  /** By name: "added", "failed" … */
  readonly counts: Readonly<Record<string, number>>;
}

/** Something that could not be read or fetched. */
export interface Failure {
  readonly runId: string | null;
  /** The path or address. */
  readonly what: string;
  readonly code: string;
  readonly why: string;
  readonly at: string;
}

/** The trace of an article that was taken out; nothing of its text. */
export interface Removal {
  readonly articleId: string;
  readonly address: string;
  readonly headline: string | null;
  readonly textSha256: readonly string[];
  readonly decisions: number;
  readonly at: string;
  readonly why: string | null;
}
