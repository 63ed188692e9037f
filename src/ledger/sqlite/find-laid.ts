/** Versions with decisions laid over their readings, and where an entry stands: what a decision needs to know of its target. */
import type { Holder, LaidVersion } from '../ledger.ts';
import type { Database } from './database.ts';
import { STATEMENT_WITH_ID } from './entry-tables.ts';
import { layOverVersion } from './keep-decisions.ts';

/**
 * See LedgerReader.laid.
 *
 * @example
 * findLaid(database, 'art_0011223344556677')?.statements.length;
 */
export function findLaid(database: Database, articleId: string, versionId?: string): LaidVersion | null {
  const version = database.get<{ key: number; id: string; address: string }>(
    `SELECT version.key, version.id, address FROM version JOIN article ON article.key = article
     WHERE article.id = ?1 AND CASE WHEN ?2 IS NULL THEN latest = 1 ELSE version.id = ?2 END`,
    articleId,
    versionId ?? null,
  );
  if (!version) return null;
  const { key, id, address } = version;
  return { ...layOverVersion(database, key, articleId), articleId, versionId: id, address };
}

/** The table of the entries whose ids begin so. */
const TABLES: Readonly<Record<string, string>> = {
  stmt: 'statement',
  act: 'actor',
  mom: 'moment',
  plc: 'place',
  asrt: 'assertion',
  clm: 'claim',
};

/** SQL for the entries that an id names, where it is not the id that they have, or where an index knows it. */
const NAMED: Readonly<Record<string, string>> = {
  who: '(SELECT key FROM who WHERE id = ?1) IN (entry.who, entry.own_who)',
  stmt: `entry.key IN (SELECT key FROM statement WHERE ${STATEMENT_WITH_ID})`,
};

/**
 * See LedgerReader.holderOf.
 *
 * @example
 * findHolder(database, 'stmt_0011223344556677')?.articleId;
 */
export function findHolder(database: Database, entryId: string): Holder | null {
  const prefix = entryId.slice(0, entryId.indexOf('_'));
  const table = prefix === 'who' ? 'actor' : TABLES[prefix];
  if (!table) return null;
  const isNamed = NAMED[prefix] ?? 'entry.id = ?1';
  const holder = database.get<Holder>(
    `SELECT article.id AS articleId, version.id AS versionId, entry.id AS entryId
     FROM ${table} AS entry JOIN version ON version.key = entry.version JOIN article ON article.key = version.article
     WHERE ${isNamed} ORDER BY version.latest DESC, version.key DESC LIMIT 1`,
    entryId,
  );
  return holder ?? null;
}
