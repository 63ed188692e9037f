/** A statement as its table has it, and as the contract's row. */
import type { SpeechAct, Stance } from '../../reading/acts/speech-acts.ts';
import type { MomentBasis, Resolution, Sourceless, StatementKind } from '../../reading/reading.ts';
import type { StatementPart, StatementRow } from '../ledger.ts';
import { reviewOf, type StoredEntry } from './stored-entries.ts';

/** The columns that the table of statements shows, with those of its article. */
export interface StoredRow {
  readonly id: string;
  readonly article_id: string;
  readonly kind: StatementKind;
  readonly speech_act: SpeechAct;
  readonly stance: Stance;
  readonly negated: 0 | 1;
  readonly hypothetical: 0 | 1;
  readonly source_text: string | null;
  readonly source_spans: string | null;
  readonly cue_text: string | null;
  readonly cue_spans: string | null;
  readonly content_text: string | null;
  readonly content_spans: string | null;
  readonly confidence: number;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly review: string | null;
}

/** All columns of the table `statement`. */
export interface StoredStatement
  extends StoredEntry,
    Omit<StoredRow, 'article_id' | 'headline' | 'outlet' | 'published'> {
  readonly actor: number | null;
  readonly who: number | null;
  readonly resolution: Resolution;
  readonly sourceless: Sourceless | null;
  readonly parent: number | null;
  readonly relay_depth: number;
  readonly hedges: string | null;
  readonly certainty: number;
  readonly said_edtf: string | null;
  readonly said_earliest: string | null;
  readonly said_latest: string | null;
  readonly said_basis: MomentBasis | null;
  readonly event: number | null;
  readonly place: number | null;
  readonly claim: number | null;
}

/**
 * The row as the contract has it.
 *
 * @example
 * rows.map(toRow);
 */
export function toRow(row: StoredRow): StatementRow {
  return {
    id: row.id,
    articleId: row.article_id,
    kind: row.kind,
    speechAct: row.speech_act,
    stance: row.stance,
    negated: row.negated === 1,
    hypothetical: row.hypothetical === 1,
    source: toPart(row.source_text, row.source_spans),
    cue: toPart(row.cue_text, row.cue_spans),
    content: toPart(row.content_text, row.content_spans),
    confidence: row.confidence,
    headline: row.headline,
    outlet: row.outlet,
    published: row.published,
    review: reviewOf(row),
  };
}

/**
 * A role of two columns; null where the statement has none.
 *
 * @example
 * toPart('said', '[[10,14]]'); // { text: 'said', spans: [[10, 14]] }
 */
export function toPart(text: string | null, spans: string | null): StatementPart | null {
  return text === null ? null : { text, spans: JSON.parse(spans!) };
}
