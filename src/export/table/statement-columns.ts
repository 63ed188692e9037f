/**
 * The columns of the table of statements: the same, in the same order, in CSV, JSON Lines and Parquet. One row a statement, with
 * decisions laid over it. `docs/exports.md` describes them, and a test compares the two. Columns that linking fills are there, and
 * empty until then. Offsets are those of the content (of the cue where there is none), from its first span to the end of its last.
 */
import type { StatementRecord } from '../../ledger/ledger.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { sourceTypeOf } from '../source-type.ts';
import { anchorOf } from '../text-anchor.ts';
import { outletDomain } from './outlet-domain.ts';
import { relayChain } from './relay-chain.ts';

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'json';
export type Value = string | number | boolean | null | readonly unknown[];

/** A statement with all that a row is made of. */
export interface TableRow {
  readonly statement: StatementRecord;
  readonly version: SelectedVersion;
  /** The statements of the version by id. */
  readonly byId: ReadonlyMap<string, StatementRecord>;
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  readonly of: (row: TableRow) => Value;
}

const LINKED = 'empty until articles are linked';

/** Shorthand for one column. */
function column(name: string, type: ColumnType, description: string, of: Column['of']): Column {
  return { name, type, description, of };
}

export const STATEMENT_COLUMNS: readonly Column[] = [
  column(
    'statement_id',
    'string',
    'hash of the text and the spans: the same words have the same id',
    (row) => row.statement.id,
  ),
  column('article_id', 'string', 'the article', (row) => row.statement.articleId),
  column('version_id', 'string', 'the text of it that the row is from', (row) => row.statement.versionId),
  column('outlet', 'string', 'as the article states it', (row) => row.statement.outlet),
  column('outlet_domain', 'string', 'host of the URL without "www."', (row) => outletDomain(row.statement.url)),
  column('byline', 'string', 'as the article states it', (row) => row.statement.byline),
  column('headline', 'string', 'as the article states it', (row) => row.statement.headline),
  column('url', 'string', 'the URL that the article states, else that it was fetched from', (row) => row.statement.url),
  column('url_archived', 'string', LINKED, () => null),
  column('published_at', 'string', 'ISO 8601, as the article states it', (row) => row.statement.published),
  column('updated_at', 'string', 'ISO 8601, as the article states it', (row) => row.statement.modified),
  column('captured_at', 'datetime', 'when the bytes were fetched', (row) => row.statement.capturedAt),
  column('lang', 'string', 'BCP 47', (row) => row.statement.language),
  column('kind', 'string', 'direct, indirect or mixed', (row) => row.statement.kind),
  column('speech_act', 'string', 'said, denied, promised …', (row) => row.statement.speechAct),
  column(
    'text',
    'string',
    'the content, word for word; parts of a split one joined by " … "',
    (row) => row.statement.content?.text ?? null,
  ),
  column('cue', 'string', 'the words that attribute', (row) => row.statement.cue?.text ?? null),
  column('cue_stance', 'string', 'neutral, endorsing or distancing', (row) => row.statement.stance),
  column('source_text', 'string', 'who is said to say it, word for word', (row) => row.statement.source?.text ?? null),
  column(
    'actor_id',
    'string',
    'who that is, across articles; empty where it is open',
    (row) => row.statement.actor?.who ?? null,
  ),
  column(
    'actor_name',
    'string',
    'the name, or the description of an unnamed source',
    (row) => row.statement.actor?.name ?? null,
  ),
  column('actor_qid', 'string', LINKED, () => null),
  column(
    'actor_role_text',
    'string',
    'post or trade in the words of the text',
    (row) => row.statement.actor?.role ?? null,
  ),
  column(
    'source_type',
    'string',
    'named, unnamed, collective, document, outlet or none; empty where it is open who is meant',
    ({ statement }) => sourceTypeOf(statement),
  ),
  column('unnamed_type', 'string', 'official, diplomat, witness …', (row) => row.statement.actor?.unnamedType ?? null),
  column('relay_chain', 'json', 'who passed it on, the outermost first', relayChain),
  column('hearsay_depth', 'integer', 'hands between the source and the outlet', (row) => row.statement.relayDepth),
  column('addressee', 'string', 'empty: the engine does not tell', () => null),
  column('certainty', 'number', 'how certain it is made to sound, 0 to 1', (row) => row.statement.certainty),
  column('polarity', 'string', 'affirmed, or negated where the act did not take place', (row) =>
    row.statement.negated ? 'negated' : 'affirmed',
  ),
  column('tense', 'string', 'told, or hypothetical where the act is yet to take place or is supposed', (row) =>
    row.statement.hypothetical ? 'hypothetical' : 'told',
  ),
  column('hedges', 'json', 'the words that hedge', ({ statement, version }) =>
    statement.hedges.map(([start, end]) => version.reading.text.slice(start, end)),
  ),
  column('loaded_terms', 'json', 'loaded words of the outlet within source and cue', loadedTerms),
  column(
    'said_edtf',
    'string',
    'when it was said, EDTF; never the day of publication',
    (row) => row.statement.said?.edtf ?? null,
  ),
  column('said_from', 'string', 'first day or time', (row) => row.statement.said?.earliest ?? null),
  column('said_to', 'string', 'last day or time', (row) => row.statement.said?.latest ?? null),
  column('said_basis', 'string', 'on what it was resolved', (row) => row.statement.said?.basis ?? null),
  column(
    'event_edtf',
    'string',
    'first other time that the content names, EDTF',
    (row) => row.statement.event?.edtf ?? null,
  ),
  column('event_from', 'string', 'first day or time', (row) => row.statement.event?.earliest ?? null),
  column('event_to', 'string', 'last day or time', (row) => row.statement.event?.latest ?? null),
  column('event_basis', 'string', 'on what it was resolved', (row) => row.statement.event?.basis ?? null),
  column('place_text', 'string', 'first place that the content names', (row) => row.statement.place?.text ?? null),
  column('place_id', 'string', '"geonames:" and the number; empty where it is unplaced', ({ statement: { place } }) =>
    place?.geonamesId ? `geonames:${place.geonamesId}` : null,
  ),
  column('lat', 'number', 'degrees north', (row) => row.statement.place?.lat ?? null),
  column('lon', 'number', 'degrees east', (row) => row.statement.place?.lon ?? null),
  column(
    'place_precision',
    'string',
    'point, site, city, admin or country: the last two are no points to draw',
    (row) => row.statement.place?.precision ?? null,
  ),
  column('claim_id', 'string', LINKED, () => null),
  column('quotation_id', 'string', LINKED, () => null),
  column('copy_group_id', 'string', LINKED, () => null),
  column('is_origin', 'boolean', LINKED, () => null),
  column('denies_statement_id', 'string', LINKED, () => null),
  column('start', 'integer', 'where the words begin in the text of the version', (row) => anchorIn(row).start),
  column('end', 'integer', 'where they end; the end is not included', (row) => anchorIn(row).end),
  column('offset_unit', 'string', 'utf16: UTF-16 code units', () => 'utf16'),
  column('prefix', 'string', '32 units of text before the words', (row) => anchorIn(row).prefix),
  column('suffix', 'string', '32 units of text after the words', (row) => anchorIn(row).suffix),
  column('text_sha256', 'string', 'SHA-256 of the text of the version', (row) => row.statement.textSha256),
  column(
    'confidence',
    'number',
    'probability that source and content are both right',
    (row) => row.statement.confidence,
  ),
  column('method', 'string', 'model, or rules for what stands within another statement', (row) =>
    row.statement.parent === null ? 'model' : 'rules',
  ),
  column('rule_ids', 'json', 'the reasons that the engine gives', (row) => row.statement.why),
  column('engine_version', 'string', 'version of Hearsay that read the text', (row) => row.statement.engineVersion),
  column('review_status', 'string', 'what a person ruled last', (row) => row.statement.review?.status ?? null),
  column('reviewed_by', 'string', 'who', (row) => row.statement.review?.by ?? null),
  column('reviewed_at', 'datetime', 'when', (row) => row.statement.review?.at ?? null),
  column('note', 'string', 'what a person noted', (row) => row.statement.review?.note ?? null),
];

function anchorIn({ statement, version }: TableRow) {
  return anchorOf(version.reading.text, statement.content ?? statement.cue ?? statement.source);
}

function loadedTerms({ statement, version }: TableRow): readonly string[] {
  const spans = [...(statement.source?.spans ?? []), ...(statement.cue?.spans ?? [])];
  return version.reading.wording
    .filter(({ start, end }) => spans.some(([from, to]) => start >= from && end <= to))
    .map(({ text }) => text);
}
