/**
 * The table of statements as one query: filtered, sorted, paged, and counted by the very conditions that choose the rows,
 * so that a count can never differ from what is listed. Values reach SQLite as parameters only.
 */
import type { StatementKind } from '../../reading/reading.ts';
import { foldText } from '../fold-text.ts';
import type { OutletCount, StatementOrder, StatementPage, StatementQuery } from '../ledger.ts';
import type { Database } from './database.ts';
import { type StoredRow, toRow } from './statement-row.ts';

const DEFAULT_LIMIT = 100;
const HIGHEST_LIMIT = 1000;

const TABLE = 'FROM statement JOIN version ON version.key = statement.version AND latest = 1';

const ORDER_COLUMNS: Readonly<Record<StatementOrder, { column: string; direction: 'up' | 'down' }>> = {
  published: { column: 'published', direction: 'down' },
  source: { column: 'source_text COLLATE NOCASE', direction: 'up' },
  cue: { column: 'cue_text COLLATE NOCASE', direction: 'up' },
  content: { column: 'content_text COLLATE NOCASE', direction: 'up' },
  kind: { column: 'kind', direction: 'up' },
  outlet: { column: 'outlet COLLATE NOCASE', direction: 'up' },
  confidence: { column: 'confidence', direction: 'down' },
};

/** A beginning of a word in one of the statement's roles, or in its article's headline or outlet. */
const HOLDS_WORD = `(
  statement.key IN (SELECT rowid FROM statement_text WHERE statement_text MATCH ?)
  OR version.key IN (SELECT rowid FROM version_text WHERE version_text MATCH '{headline outlet} : ' || ?))`;

type Filter = 'text' | 'kind' | 'outlet' | 'article';
interface Condition {
  readonly filter: Filter;
  readonly sql: string;
  readonly values: readonly string[];
}

/**
 * One page of statements; see Ledger.statements.
 *
 * @example
 * listStatements(database, { text: 'minister', kind: 'direct', limit: 20 }).total;
 */
export function listStatements(database: Database, query: StatementQuery): StatementPage {
  const conditions = conditionsOf(query);
  const order = ORDER_COLUMNS[query.order ?? 'published'];
  const direction = (query.direction ?? order.direction) === 'up' ? 'ASC' : 'DESC';
  const limit = Math.min(Math.max(query.limit ?? DEFAULT_LIMIT, 0), HIGHEST_LIMIT);
  const where = clause(conditions);
  const rows = database.all<StoredRow>(
    `SELECT statement.id, article.id AS article_id, kind, speech_act, stance, negated, hypothetical, source_text,
       source_spans, cue_text, cue_spans, content_text, content_spans, confidence, headline, outlet, published
     ${TABLE} JOIN article ON article.key = version.article ${where}
     ORDER BY ${order.column} IS NULL, ${order.column} ${direction}, published DESC, statement.key
     LIMIT ? OFFSET ?`,
    ...values(conditions),
    limit,
    Math.max(query.offset ?? 0, 0),
  );
  const { total } = database.get<{ total: number }>(
    `SELECT count(*) AS total ${TABLE} ${where}`,
    ...values(conditions),
  )!;
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
    const beginning = `"${word.replaceAll('"', '""')}"*`;
    if (word) conditions.push({ filter: 'text', sql: HOLDS_WORD, values: [beginning, beginning] });
  }
  if (query.kind !== undefined) conditions.push({ filter: 'kind', sql: 'kind = ?', values: [query.kind] });
  if (query.outlet !== undefined) {
    conditions.push({ filter: 'outlet', sql: "coalesce(outlet, '') = ?", values: [query.outlet] });
  }
  if (query.article !== undefined) {
    const sql = 'version.article = (SELECT key FROM article WHERE id = ?)';
    conditions.push({ filter: 'article', sql, values: [query.article] });
  }
  return conditions;
}

function countKinds(database: Database, conditions: readonly Condition[]): Record<StatementKind, number> {
  const others = conditions.filter(({ filter }) => filter !== 'kind');
  const rows = database.all<{ kind: StatementKind; statements: number }>(
    `SELECT kind, count(*) AS statements ${TABLE} ${clause(others)} GROUP BY kind`,
    ...values(others),
  );
  const counts: Record<StatementKind, number> = { direct: 0, indirect: 0, mixed: 0 };
  for (const { kind, statements } of rows) counts[kind] = statements;
  return counts;
}

function countOutlets(database: Database, conditions: readonly Condition[]): OutletCount[] {
  const others = conditions.filter(({ filter }) => filter !== 'outlet');
  return database.all<OutletCount>(
    `SELECT coalesce(outlet, '') AS outlet, count(*) AS statements ${TABLE} ${clause(others)}
     GROUP BY 1 ORDER BY 1 = '', 1 COLLATE NOCASE`,
    ...values(others),
  );
}

function clause(conditions: readonly Condition[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : '';
}

function values(conditions: readonly Condition[]): string[] {
  return conditions.flatMap(({ values }) => values);
}
