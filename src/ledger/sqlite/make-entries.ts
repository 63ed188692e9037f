/**
 * The tables of entries, with their indexes, triggers and views: made with a new ledger, and dropped and made anew from the readings
 * when a ledger is brought up to date.
 */
import type { Database } from './database.ts';
import { ENTRY_TABLES, OF_VERSION_TABLES } from './entry-tables.ts';
import { layOverVersion, settleDecisions } from './keep-decisions.ts';
import { keepEntries } from './keep-entries.ts';
import { refreshSearch } from './search/refresh-search.ts';
import { SEARCH_TABLE_NAMES, SEARCH_TABLES } from './search/search-tables.ts';
import { VIEWS } from './views.ts';

const TABLES: readonly string[] = [...SEARCH_TABLE_NAMES, ...OF_VERSION_TABLES, 'laid', 'who'];

/**
 * Makes the tables and views with nothing in them, within a transaction that the caller began.
 *
 * @example
 * database.write(() => makeEntryTables(database));
 */
export function makeEntryTables(database: Database): void {
  database.handle.exec(ENTRY_TABLES + SEARCH_TABLES);
  for (const [name, query] of Object.entries(VIEWS)) database.handle.exec(`CREATE VIEW ${name} AS ${query}`);
}

/**
 * Drops all that `makeEntryTables` made in this version or an earlier one: kept tables have no triggers and no views.
 *
 * @example
 * database.write(() => dropEntryTables(database));
 */
export function dropEntryTables(database: Database): void {
  const made = database.all<{ type: string; name: string }>(
    "SELECT type, name FROM sqlite_schema WHERE type IN ('view', 'trigger', 'table')",
  );
  for (const { type, name } of made) {
    if (type !== 'table' || TABLES.includes(name)) database.handle.exec(`DROP ${type} IF EXISTS ${name}`);
  }
}

/**
 * Makes the tables and fills them from every reading. Cost: some 2000 readings a second.
 *
 * @example
 * database.write(() => fillEntryTables(database));
 */
export function fillEntryTables(database: Database): void {
  makeEntryTables(database);
  for (const index of ['head_text', 'version_text']) database.run(`INSERT INTO ${index} (${index}) VALUES ('rebuild')`);
  const versions: number[] = [];
  for (const { key, articleId } of database.iterate<{ key: number; articleId: string }>(
    'SELECT version.key, article.id AS articleId FROM version JOIN article ON article.key = article ORDER BY version.key',
  )) {
    keepEntries(database, key, layOverVersion(database, key, articleId));
    versions.push(key);
  }
  settleDecisions(database, versions);
  refreshSearch(database);
}
