/**
 * What an export format is: one entry of the registry (formats.ts), one file or folder beside this one. A format turns a selection
 * of a ledger into a stream of pieces, or, where what it makes cannot be streamed, into a file or a folder. It counts what it
 * writes and notes what it could not express, so that nothing is lost unsaid.
 */
import type { Selection } from './selection/selection.ts';
import type { Tally } from './tally.ts';
import type { Signer } from './wacz/open-signer.ts';

/** What one export is about, and what it may be told. Clocks are passed in. */
export interface ExportRequest {
  readonly selection: Selection;
  readonly tally: Tally;
  /** ISO 8601 instant of the export; only formats that describe the export itself write it. */
  readonly at: string;
  /** Version of Hearsay that exports. */
  readonly engineVersion: string;
  /** Copies the ledger, which may be in use, to a file that does not exist yet. */
  copyLedger(file: string): Promise<void>;
  /** The packed WARC record of bytes that intake kept, by their SHA-256; null where it kept none. */
  readonly keptBytes?: (bytesSha256: string) => Promise<Uint8Array | null>;
  /** Signs the list of hashes of an evidence pack. */
  readonly signer?: Signer;
  /** A byte order mark before CSV, for spreadsheets that otherwise guess the charset. */
  readonly bom?: boolean;
}

interface Described {
  /** As `--format` takes it. */
  readonly name: string;
  /** What it is and what opens it, in one line. */
  readonly description: string;
  /** Of file names; empty where it makes a folder. */
  readonly ending: string;
  /** IANA media type; null for a folder. */
  readonly mediaType: string | null;
  /** What is read back from it is what was in the ledger, for all that it holds. */
  readonly isLossless: boolean;
  /** It shows which entries a person rejected; any other format leaves them out, and says how many. */
  readonly marksRejected?: true;
  /** What its count counts. */
  readonly unit: 'statements' | 'articles' | 'readings' | 'places' | 'moments' | 'entities' | 'nodes' | 'feeds';
  /** What the format has no place for, whatever the ledger holds. */
  readonly leavesOut: readonly string[];
}

/** A format that is written piece by piece, at any length in flat memory. */
export interface StreamedFormat extends Described {
  readonly kind: 'stream';
  stream(request: ExportRequest): AsyncIterable<string | Uint8Array>;
  /** Further files to put beside the one at `path`, once that is whole. */
  beside?(request: ExportRequest, path: string): Promise<void>;
}

/** A format that needs a path: `save` makes a file or folder there, which has another name until it is whole. */
export interface SavedFormat extends Described {
  readonly kind: 'file' | 'folder';
  /** It copies the ledger as it is: nothing can be selected. */
  readonly isWholeLedger?: boolean;
  save(request: ExportRequest, path: string): Promise<void>;
}

export type ExportFormat = StreamedFormat | SavedFormat;
