/**
 * Takes an article out of the ledger and leaves a trace of having done so. Nothing of its text stays in the file: what is deleted is
 * overwritten (secure_delete), and the indexes of words are written anew, because deleted words stay in FTS5's until then.
 */
import type { Removal } from '../ledger.ts';
import type { Database } from './database.ts';
import { joinWhos } from './join-whos.ts';
import { removeEntries } from './keep-entries.ts';
import { TEXT_INDEXES } from './search/search-tables.ts';

/**
 * See Ledger.removeArticle; within a transaction that the caller began.
 *
 * @example
 * database.write(() => removeArticle(database, 'art_0011223344556677', { at, why: 'a copy' }));
 */
export function removeArticle(
  database: Database,
  articleId: string,
  { at, why }: { readonly at: string; readonly why: string | null },
): Removal | null {
  const article = database.get<{ key: number; address: string }>(
    'SELECT key, address FROM article WHERE id = ?',
    articleId,
  );
  if (!article) return null;
  database.handle.exec('PRAGMA secure_delete = ON');
  const versions = database.all<{ key: number; text_sha256: string; headline: string | null }>(
    'SELECT key, text_sha256, headline FROM version WHERE article = ? ORDER BY latest DESC, number',
    article.key,
  );
  for (const { key } of versions) removeEntries(database, key);
  database.run('DELETE FROM version WHERE article = ?', article.key);
  database.run('DELETE FROM article WHERE key = ?', article.key);
  const texts = versions.map((version) => version.text_sha256);
  const decisions = removeDecisions(database, texts);
  joinWhos(database);
  database.run(
    `DELETE FROM who WHERE same_as IS NULL AND key NOT IN (SELECT who FROM actor) AND key NOT IN (SELECT own_who FROM actor)
       AND key NOT IN (SELECT same_as FROM who WHERE same_as IS NOT NULL)`,
  );
  database.run("DELETE FROM place_name WHERE (name, country) NOT IN (SELECT name, coalesce(country, '') FROM place)");
  for (const index of Object.keys(TEXT_INDEXES)) {
    database.run(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  }
  const removal: Removal = {
    articleId,
    address: article.address,
    headline: versions[0]?.headline ?? null,
    textSha256: texts,
    decisions,
    at,
    why,
  };
  database.run(
    'INSERT INTO removal (article_id, address, headline, text_sha256, decisions, at, why) VALUES (?, ?, ?, ?, ?, ?, ?)',
    removal.articleId,
    removal.address,
    removal.headline,
    JSON.stringify(removal.textSha256),
    removal.decisions,
    removal.at,
    removal.why,
  );
  return removal;
}

/** Decisions hold words of the texts that they are about; those on a text that another article has as well stay. */
function removeDecisions(database: Database, texts: readonly string[]): number {
  return database.run(
    `DELETE FROM decision WHERE key IN (
       SELECT decision FROM decision_target WHERE text_sha256 IN (SELECT value FROM json_each(?))
         AND text_sha256 NOT IN (SELECT text_sha256 FROM version))`,
    JSON.stringify(texts),
  );
}
