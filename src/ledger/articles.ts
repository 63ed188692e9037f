/** Articles, their versions, and where these came from, as a ledger takes and gives them. Types only. */
import type { Engine, Reading } from '../reading/reading.ts';

/** Where the bytes of a version came from, and when. */
export interface Capture {
  /** The absolute path, or the address. It stands for the article where the text states no URL. */
  readonly path: string;
  /** The address that the bytes were fetched from, now or by whoever archived them; left out where that is not known. */
  readonly url?: string;
  /** ISO 8601 instant at which they were fetched; left out where that is not known. */
  readonly capturedAt?: string;
  /** ISO 8601 instant. */
  readonly addedAt: string;
  /** SHA-256 of the bytes as they came, in hexadecimal. */
  readonly bytesSha256: string;
}

/** A reading to be kept, and where its text came from. */
export interface NewReading {
  readonly reading: Reading;
  readonly capture: Capture;
}

/** What tells whether the ledger has a text from an engine: all of it is known before the text is read. */
export interface KnownText {
  readonly textSha256: string;
  /** The URL and the outlet that the article states. */
  readonly url: string | null;
  readonly outlet: string | null;
  readonly engine: Engine;
}

export interface Added {
  readonly articleId: string;
  readonly versionId: string;
  /**
   * "added": a new article. "new version": another text of a known article. "read again": a known text that another
   * engine has read. "seen again": a known text from another place or time, of which only that was noted. "known": nothing
   * was written.
   */
  readonly outcome: 'added' | 'new version' | 'read again' | 'seen again' | 'known';
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

/** The same text, seen again at another place or another time. */
export interface Sighting {
  readonly path: string;
  readonly url: string | null;
  readonly capturedAt: string | null;
  readonly addedAt: string;
  readonly bytesSha256: string;
}

/** A version of an article: its number counts from 1 in the order in which they were added. */
export interface Version extends Sighting {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly isLatest: boolean;
}

/** A reading with the version that it is of. */
export interface KeptReading {
  readonly version: Version;
  /** Further sightings of the same text, in the order in which they were added. */
  readonly sightings: readonly Sighting[];
  /** ISO 8601 instant at which the engine read it. */
  readonly readAt: string;
  readonly reading: Reading;
}
