/** The articles of a ledger, and one article's reading put together again from evidence and judgement. */
import type { DatabaseSync } from 'node:sqlite';
import type { Reading } from '../../reading/reading.ts';
import type { ArticleEntry, VersionEntry } from '../ledger.ts';

type Entry = Omit<ArticleEntry, 'versions'>;

const ENTRIES = `
  SELECT article_id AS id, version.id AS versionId, headline, outlet, byline, published, modified, url, language,
    reading.statements, reading.left_out AS leftOut, reading.warnings
  FROM version JOIN reading ON version_id = version.id
  WHERE latest = 1`;

/**
 * Every article in its latest version; see Ledger.articles.
 *
 * @example
 * listArticles(database).map((article) => article.headline);
 */
export function listArticles(database: DatabaseSync): ArticleEntry[] {
  const entries = database.prepare(`${ENTRIES} ORDER BY published IS NULL, published DESC, number DESC, id`).all();
  return withVersions(database, entries as unknown as Entry[]);
}

/**
 * One article in its latest version, or null.
 *
 * @example
 * findArticle(database, 'art_0011223344556677')?.headline;
 */
export function findArticle(database: DatabaseSync, articleId: string): ArticleEntry | null {
  const entries = database.prepare(`${ENTRIES} AND article_id = ?`).all(articleId);
  return withVersions(database, entries as unknown as Entry[])[0] ?? null;
}

function withVersions(database: DatabaseSync, entries: readonly Entry[]): ArticleEntry[] {
  const versions = database.prepare(
    'SELECT id, modified, added_at AS addedAt, path FROM version WHERE article_id = ? ORDER BY number',
  );
  return entries.map((entry) => ({ ...entry, versions: versions.all(entry.id) as unknown as VersionEntry[] }));
}

/**
 * The reading of one version, the latest where none is named; null where the ledger has none.
 *
 * @example
 * findReading(database, 'art_0011223344556677')?.statements.length;
 */
export function findReading(database: DatabaseSync, articleId: string, versionId?: string): Reading | null {
  const row = database
    .prepare(
      `SELECT version.id, text, json FROM version JOIN reading ON version_id = version.id
       WHERE article_id = ? AND CASE WHEN ?2 IS NULL THEN latest = 1 ELSE version.id = ?2 END`,
    )
    .get(articleId, versionId ?? null) as { id: string; text: string; json: string } | undefined;
  if (!row) return null;
  const blocks = database
    .prepare('SELECT kind, start, "end" FROM block WHERE version_id = ? ORDER BY position')
    .all(row.id) as unknown as Reading['blocks'];
  return { ...(JSON.parse(row.json) as Omit<Reading, 'text' | 'blocks'>), text: row.text, blocks };
}
