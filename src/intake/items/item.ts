/**
 * What intake finds: one piece for each thing in the input, in the input's order. An item is an article's bytes with what is
 * known of its capture; a link is an address to fetch; a sighting says that a known text was seen again; what is no article is
 * passed over; what cannot be had is a failure in its place, and the next piece follows.
 */
import type { Candidate, LeftOut, Warning } from '../../reading/reading.ts';
import { type ErrorCode, HearsayError } from '../../text/errors.ts';

export type Piece = Item | Link | Sighting | Unchanged | Checked | PassedOver | Failure;

/** An article, ready for `readItem`. */
export interface Item {
  readonly type: 'item';
  /** What to call it: its path, address, or record; shown to people and stable between runs. */
  readonly id: string;
  /** What stands for the article where its text states no URL: a path, an address, an archive with a record. */
  readonly path: string;
  readonly content: Page | Text;
  /** Where the page was found; null where that is not known. */
  readonly url: string | null;
  /** When it was captured, an ISO 8601 instant; null where only now is known. */
  readonly capturedAt: string | null;
  /** The archive's own digest of the body, such as "sha1:…"; null where it gives none. */
  readonly payloadDigest: string | null;
  readonly hints: Hints;
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly Warning[];
  /** What to remember of its address once the article is kept; null where it was not fetched. */
  readonly visit: Visit | null;
  /** The URL that the article had before its list gave it another; null where it did not move. */
  readonly movedFrom: string | null;
}

/** A page that was fetched, for the next conditional request, and by which entry of which list it was found. */
export interface Visit {
  readonly address: string;
  readonly kind: 'feed' | 'sitemap' | 'page' | 'opml';
  readonly title: string | null;
  /** The list that named it; null where a person did. */
  readonly list: string | null;
  /** Where it stands in a list of feeds; null where no such list named it. */
  readonly outline: Outline | null;
  readonly identity: string | null;
  readonly stamp: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Bytes of HTML, MHTML or plain text, with the transport's Content-Type. */
export interface Page {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

/** A text to be taken to the letter. */
export interface Text {
  readonly text: string;
}

/** What is said about an article outside of it. */
export interface Hints {
  /** Where these were found: "record" stands above what the page says of itself, all others below it. */
  readonly from: string;
  readonly title?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly url?: string;
  /** The outlet from which a feed says it has the article. */
  readonly relay?: string;
}

/** A feed's line in a list of feeds (OPML). */
export interface Outline {
  /** The lines around it, the outermost first. */
  readonly groups: readonly string[];
  /** All that it says of the feed but its address. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** An address that a list names. */
export interface Link {
  readonly type: 'link';
  readonly url: string;
  /** "list": a feed or a sitemap is expected there, "page": an article, "any": either. */
  readonly expects: 'page' | 'list' | 'any';
  /** The list that names it. */
  readonly from: string;
  readonly hints: Hints;
  readonly outline?: Outline;
  /** A feed's guid or id of the entry; null where it has none. */
  readonly identity: string | null;
  /** Changes when the list says that the article did; null where it does not say. */
  readonly stamp: string | null;
  /** What the list itself holds of the article, for when the page cannot be had. */
  readonly fallback: Page | Text | null;
}

export interface Sighting {
  readonly type: 'sighting';
  readonly id: string;
  readonly url: string;
  readonly seenAt: string;
  readonly payloadDigest: string | null;
}

/** What a list or a server says did not change since it was kept. */
export interface Unchanged {
  readonly type: 'unchanged';
  readonly what: string;
}

/** A list was read to its end: what to remember of it once everything before this is kept. */
export interface Checked {
  readonly type: 'checked';
  readonly visit: Visit;
}

export interface PassedOver {
  readonly type: 'passed over';
  readonly what: string;
  /** A file's ending with its dot, or a few words: "link", "a picture". */
  readonly reason: string;
}

export interface Failure {
  readonly type: 'failure';
  readonly what: string;
  readonly code: ErrorCode;
  readonly message: string;
  /** The list that names it, which has to be looked at again. */
  readonly list?: string | null;
}

/**
 * A failure from whatever was thrown.
 *
 * @example
 * failureOf('crawl.warc', new HearsayError('E_ARCHIVE', 'The archive breaks off.')).code; // 'E_ARCHIVE'
 */
export function failureOf(what: string, cause: unknown): Failure {
  if (cause instanceof HearsayError) return { type: 'failure', what, code: cause.code, message: cause.message };
  const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const message = `Hearsay could not read this (${reason}): please report it, with the input.`;
  return { type: 'failure', what, code: 'E_UNREADABLE', message };
}

/**
 * An item with what is usual: no facts of capture, no hints.
 *
 * @example
 * itemOf('a.html', { bytes, contentType: null }, { url: 'https://courier.example/a' });
 */
export function itemOf(
  id: string,
  content: Page | Text,
  facts: Partial<Omit<Item, 'type' | 'id' | 'content'>> = {},
): Item {
  return {
    type: 'item',
    id,
    path: id,
    content,
    url: null,
    capturedAt: null,
    payloadDigest: null,
    hints: { from: 'intake' },
    leftOut: [],
    warnings: [],
    visit: null,
    movedFrom: null,
    ...facts,
  };
}

/** Hints as candidates by field, in the form that an article keeps them. */
export function candidatesOf({ from, ...said }: Hints): Record<string, Candidate[]> {
  return Object.fromEntries(Object.entries(said).map(([field, value]) => [field, [{ value, from }]]));
}
