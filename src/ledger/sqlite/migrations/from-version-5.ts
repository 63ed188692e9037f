/** Version 6: each target of a decision says of which article it is. */
import type { Database } from '../database.ts';

/**
 * Takes a ledger from version 5 to 6, within a transaction that the caller began.
 *
 * @example
 * database.write(() => fromVersion5(database));
 */
export function fromVersion5(database: Database): void {
  database.handle.exec(`
    CREATE TABLE target_6 (
      decision INTEGER NOT NULL REFERENCES decision (key) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      address TEXT NOT NULL,
      text_sha256 TEXT NOT NULL,
      anchors TEXT NOT NULL,
      PRIMARY KEY (decision, position)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO target_6
      SELECT decision, position, kind, id,
        coalesce((SELECT address FROM version JOIN article ON article.key = article
          WHERE version.text_sha256 = decision_target.text_sha256 ORDER BY version.key LIMIT 1), ''),
        text_sha256, anchors
      FROM decision_target;
    DROP TABLE decision_target;
    ALTER TABLE target_6 RENAME TO decision_target;
    CREATE INDEX decision_target_text ON decision_target (text_sha256);
  `);
}
