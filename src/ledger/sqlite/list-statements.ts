/**
 * The table of statements as one query: filtered, sorted, paged, and counted by the very conditions that choose the rows,
 * so that a count can never differ from what is listed. Values reach SQLite as parameters only.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { SpeechAct, Stance } from '../../reading/acts/speech-acts.ts';
import type { StatementKind } from '../../reading/reading.ts';
import type {
  OutletCount,
  StatementOrder,
  StatementPage,
  StatementPart,
  StatementQuery,
  StatementRow,
} from '../ledger.ts';
import { foldText } from './fold-text.ts';

const DEFAULT_LIMIT = 100;
const HIGHEST_LIMIT = 1000;

const TABLE = 'FROM statement JOIN version ON version.id = version_id AND latest = 1';

const ORDER_COLUMNS: Readonly<Record<StatementOrder, { column: string; direction: 'up' | 'down' }>> = {
  published: { column: 'published', direction: 'down' },
  source: { column: 'source_text COLLATE NOCASE', direction: 'up' },
  cue: { column: 'cue_text COLLATE NOCASE', direction: 'up' },
  content: { column: 'content_text COLLATE NOCASE', direction: 'up' },
  kind: { column: 'kind', direction: 'up' },
  outlet: { column: 'outlet COLLATE NOCASE', direction: 'up' },
  confidence: { column: 'confidence', direction: 'down' },
};

type Filter = 'text' | 'kind' | 'outlet' | 'article';
interface Condition {
  readonly filter: Filter;
  readonly sql: string;
  readonly value: string;
}

/**
 * One page of statements; see Ledger.statements.
 *
 * @example
 * listStatements(database, { text: 'minister', kind: 'direct', limit: 20 }).total;
 */
export function listStatements(database: DatabaseSync, query: StatementQuery): StatementPage {
  const conditions = conditionsOf(query);
  const order = ORDER_COLUMNS[query.order ?? 'published'];
  const direction = (query.direction ?? order.direction) === 'up' ? 'ASC' : 'DESC';
  const limit = Math.min(Math.max(query.limit ?? DEFAULT_LIMIT, 0), HIGHEST_LIMIT);
  const where = clause(conditions);
  const rows = database
    .prepare(
      `SELECT statement.id, article_id, kind, speech_act, stance, negated, hypothetical, source_text, source_spans, cue_text, cue_spans, content_text, content_spans,
         confidence, headline, outlet, published
       ${TABLE} ${where}
       ORDER BY ${order.column} IS NULL, ${order.column} ${direction}, published DESC, version_id, position
       LIMIT ? OFFSET ?`,
    )
    .all(...values(conditions), limit, Math.max(query.offset ?? 0, 0)) as unknown as StoredRow[];
  const { total } = database.prepare(`SELECT count(*) AS total ${TABLE} ${where}`).get(...values(conditions)) as {
    total: number;
  };
  return {
    total,
    rows: rows.map(toRow),
    kinds: countKinds(database, conditions),
    outlets: countOutlets(database, conditions),
  };
}

function conditionsOf(query: StatementQuery): Condition[] {
  const conditions: Condition[] = [];
  for (const word of foldText(query.text ?? '').split(' ')) {
    if (word) conditions.push({ filter: 'text', sql: 'instr(folded, ?) > 0', value: word });
  }
  if (query.kind !== undefined) conditions.push({ filter: 'kind', sql: 'kind = ?', value: query.kind });
  if (query.outlet !== undefined) {
    conditions.push({ filter: 'outlet', sql: "coalesce(outlet, '') = ?", value: query.outlet });
  }
  if (query.article !== undefined) conditions.push({ filter: 'article', sql: 'article_id = ?', value: query.article });
  return conditions;
}

function countKinds(database: DatabaseSync, conditions: readonly Condition[]): Record<StatementKind, number> {
  const others = conditions.filter(({ filter }) => filter !== 'kind');
  const rows = database
    .prepare(`SELECT kind, count(*) AS statements ${TABLE} ${clause(others)} GROUP BY kind`)
    .all(...values(others)) as unknown as { kind: StatementKind; statements: number }[];
  const counts: Record<StatementKind, number> = { direct: 0, indirect: 0, mixed: 0 };
  for (const { kind, statements } of rows) counts[kind] = statements;
  return counts;
}

function countOutlets(database: DatabaseSync, conditions: readonly Condition[]): OutletCount[] {
  const others = conditions.filter(({ filter }) => filter !== 'outlet');
  return database
    .prepare(
      `SELECT coalesce(outlet, '') AS outlet, count(*) AS statements ${TABLE} ${clause(others)}
       GROUP BY 1 ORDER BY 1 = '', 1 COLLATE NOCASE`,
    )
    .all(...values(others)) as unknown as OutletCount[];
}

function clause(conditions: readonly Condition[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : '';
}

function values(conditions: readonly Condition[]): string[] {
  return conditions.map(({ value }) => value);
}

interface StoredRow {
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
}

function toRow(row: StoredRow): StatementRow {
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
  };
}

function toPart(text: string | null, spans: string | null): StatementPart | null {
  return text === null ? null : { text, spans: JSON.parse(spans!) };
}
