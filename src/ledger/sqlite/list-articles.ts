/** The articles of a ledger, and one article's reading put together again from evidence and judgement. */
import type { Reading } from '../../reading/reading.ts';
import type { ArticleEntry, VersionEntry } from '../ledger.ts';
import type { Database } from './database.ts';
import { unpackReading } from './pack-reading.ts';

type Entry = Omit<ArticleEntry, 'versions'>;

const ENTRIES = `
  SELECT article.id, version.id AS versionId, headline, outlet, byline, published, modified, url, language,
    reading.statements, reading.left_out AS leftOut, reading.warnings
  FROM version JOIN reading ON reading.version = version.key JOIN article ON article.key = version.article
  WHERE latest = 1`;

/**
 * Every article in its latest version; see Ledger.articles.
 *
 * @example
 * listArticles(database).map((article) => article.headline);
 */
export function listArticles(database: Database): ArticleEntry[] {
  const order = 'published IS NULL, published DESC, number DESC, article.id';
  return database.all<Entry>(`${ENTRIES} ORDER BY ${order}`).map((entry) => withVersions(database, entry));
}

/**
 * Every article, the first added first, one by one.
 *
 * @example
 * for (const { headline } of eachArticle(database)) console.log(headline);
 */
export function* eachArticle(database: Database): Generator<ArticleEntry> {
  for (const entry of database.iterate<Entry>(`${ENTRIES} ORDER BY article.key`)) yield withVersions(database, entry);
}

/**
 * One article in its latest version, or null.
 *
 * @example
 * findArticle(database, 'art_0011223344556677')?.headline;
 */
export function findArticle(database: Database, articleId: string): ArticleEntry | null {
  const entry = database.get<Entry>(`${ENTRIES} AND article.id = ?`, articleId);
  return entry ? withVersions(database, entry) : null;
}

/**
 * The articles of an address; see LedgerReader.articlesAt.
 *
 * @example
 * findArticlesAt(database, 'https://courier.example/fire').length;
 */
export function findArticlesAt(database: Database, address: string): ArticleEntry[] {
  const ids = database.all<{ id: string }>(
    `SELECT id FROM article WHERE address = ?1 OR key IN (
       SELECT article FROM version LEFT JOIN sighting ON sighting.version = version.key
       WHERE ?1 IN (version.path, version.captured_url, version.url, sighting.path, sighting.captured_url))
     ORDER BY key`,
    address,
  );
  return ids.map(({ id }) => findArticle(database, id)!);
}

function withVersions(database: Database, entry: Entry): ArticleEntry {
  const versions = database.all<VersionEntry>(
    `SELECT id, modified, added_at AS addedAt, path FROM version
     WHERE article = (SELECT key FROM article WHERE id = ?) ORDER BY number`,
    entry.id,
  );
  return { ...entry, versions };
}

/**
 * The reading of one version, the latest where none is named; null where the ledger has none.
 *
 * @example
 * findReading(database, 'art_0011223344556677')?.statements.length;
 */
export function findReading(database: Database, articleId: string, versionId?: string): Reading | null {
  const version = database.get<{ key: number }>(
    `SELECT key FROM version WHERE article = (SELECT key FROM article WHERE id = ?)
       AND CASE WHEN ?2 IS NULL THEN latest = 1 ELSE id = ?2 END`,
    articleId,
    versionId ?? null,
  );
  return version ? readingOf(database, version.key) : null;
}

/**
 * The reading of the version with that key.
 *
 * @example
 * readingOf(database, 1).statements.length;
 */
export function readingOf(database: Database, version: number): Reading {
  const row = database.get<{ text: string; json_zstd: Uint8Array }>(
    'SELECT text, json_zstd FROM version JOIN reading ON reading.version = version.key WHERE version.key = ?',
    version,
  )!;
  const blocks = database.all<Reading['blocks'][number]>(
    'SELECT kind, start, "end" FROM block WHERE version = ? ORDER BY position',
    version,
  );
  return unpackReading(row.json_zstd, row.text, blocks);
}
