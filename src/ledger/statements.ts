/** Statements as rows: what the table shows, what an export needs, and what may be asked for. */
import type { SpeechAct, Stance } from '../reading/acts/speech-acts.ts';
import type { Resolution, Sourceless, StatementKind } from '../reading/reading.ts';
import type { Span } from '../text/document.ts';
import type { ActorRecord, MomentRecord, PlaceRecord, Review, RuledBasis } from './entries.ts';

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
  /** Rejected statements stay in every list: this tells them. Null where nobody ruled. */
  readonly review: Review | null;
}

/** The exact words of a role and where they stand, in UTF-16 code units of the version's text. */
export interface StatementPart {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** One statement with all that is known of it. */
export interface StatementRecord extends StatementRow {
  readonly versionId: string;
  readonly textSha256: string;
  readonly byline: string | null;
  readonly modified: string | null;
  /** The URL that the article states; else the address that it was fetched from. */
  readonly url: string | null;
  readonly language: string | null;
  /** When the bytes were fetched, where that is known. */
  readonly capturedAt: string | null;
  readonly engineVersion: string;
  /** Who the source is; null where that is open, or there is none. */
  readonly actor: ActorRecord | null;
  readonly resolution: Resolution;
  readonly sourceless: Sourceless | null;
  /** The id of the statement that this one stands in, of the same version, or null. */
  readonly parent: string | null;
  readonly relayDepth: number;
  readonly hedges: readonly Span[];
  readonly certainty: number;
  readonly said: SaidRecord | null;
  /** The first times and places that its content names, other than when it was said. */
  readonly event: MomentRecord | null;
  readonly place: PlaceRecord | null;
  /** The first claim that its content makes, where one was found. */
  readonly claimId: string | null;
  /** Up to 32 UTF-16 units of text on either side of the content's first span; of the cue's where there is no content. */
  readonly prefix: string;
  readonly suffix: string;
  readonly why: readonly string[];
}

/** When a statement was made. */
export interface SaidRecord {
  readonly edtf: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: RuledBasis;
}
