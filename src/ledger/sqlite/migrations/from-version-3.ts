/**
 * From version 3 to this one at once: whole-number keys, readings compressed, engines in a table of their own, and room for
 * decisions, sightings and what intake remembers. Tables of version 3 are put aside, copied row by row into those of kept-tables.ts,
 * and dropped.
 */

import { completeReading } from '../complete-reading.ts';
import type { Database } from '../database.ts';
import { KEPT_TABLES } from '../kept-tables.ts';
import { packReading } from '../pack-reading.ts';

/** The tables of version 3, each under the name that it is put aside as. */
const TABLES = ['reading', 'block', 'version', 'article'] as const;

const COPY = `
  INSERT INTO article (id, address)
    SELECT id, address FROM article_3
    ORDER BY (SELECT min(added_at) FROM version_3 WHERE article_id = article_3.id), id;
  INSERT INTO version (id, article, number, latest, text, text_sha256, bytes_sha256, path, added_at, headline, outlet, byline,
      published, modified, url, language)
    SELECT version_3.id, article.key, number, latest, text, text_sha256, bytes_sha256, path, added_at, headline, outlet, byline,
      published, modified, url, language
    FROM version_3 JOIN article ON article.id = article_id ORDER BY added_at, article.key, number;
  INSERT INTO block
    SELECT key, position, kind, start, "end" FROM block_3 JOIN version ON version.id = version_id;`;

/**
 * Takes a ledger from version 3 to this one, within a transaction that the caller began, with foreign keys off.
 *
 * @example
 * database.write(() => fromVersion3(database));
 */
export function fromVersion3(database: Database): void {
  const { handle } = database;
  handle.exec('DROP INDEX version_text');
  for (const table of TABLES) handle.exec(`ALTER TABLE ${table} RENAME TO ${table}_3`);
  handle.exec(KEPT_TABLES);
  handle.exec(COPY);
  for (const row of database.iterate<StoredReading>(
    `SELECT key, added_at, engine, json, text, statements, left_out, warnings
     FROM reading_3 JOIN version ON version.id = version_id ORDER BY key`,
  )) {
    database.run(
      'INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?)',
      row.key,
      engineKey(database, row.engine),
      row.added_at,
      packReading({ ...completeReading(JSON.parse(row.json)), text: row.text }),
      row.statements,
      row.left_out,
      row.warnings,
    );
  }
  for (const table of TABLES) handle.exec(`DROP TABLE ${table}_3`);
}

interface StoredReading {
  readonly key: number;
  readonly added_at: string;
  /** JSON of the version, and of the models as a list of pairs. */
  readonly engine: string;
  readonly json: string;
  readonly text: string;
  readonly statements: number;
  readonly left_out: number;
  readonly warnings: number;
}

function engineKey(database: Database, engine: string): number {
  const [version, models] = JSON.parse(engine) as [string, [string, string][]];
  const values = [version, JSON.stringify(Object.fromEntries(models))];
  const known = database.get<{ key: number }>('SELECT key FROM engine WHERE version = ? AND models = ?', ...values);
  return known?.key ?? database.insert('INSERT INTO engine (version, models) VALUES (?, ?)', ...values);
}
