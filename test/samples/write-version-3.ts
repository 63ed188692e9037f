/**
 * Writes a ledger file as Hearsay wrote it when its tables were in version 3, for tests of the way from there to now. The tables and
 * the columns are those of that version, word for word.
 */
import { DatabaseSync } from 'node:sqlite';
import type { Capture } from '../../src/ledger/ledger.ts';
import type { Reading } from '../../src/reading/reading.ts';

const TABLES = `
  CREATE TABLE article (
    id TEXT PRIMARY KEY,
    address TEXT NOT NULL UNIQUE
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE version (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    latest INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    bytes_sha256 TEXT NOT NULL,
    path TEXT NOT NULL,
    added_at TEXT NOT NULL,
    headline TEXT, outlet TEXT, byline TEXT, published TEXT, modified TEXT, url TEXT, language TEXT,
    UNIQUE (article_id, number),
    UNIQUE (article_id, text_sha256)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX version_text ON version (text_sha256);

  CREATE TABLE block (
    version_id TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (version_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE reading (
    version_id TEXT PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
    engine TEXT NOT NULL,
    json TEXT NOT NULL,
    statements INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    warnings INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE statement (
    version_id TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    speech_act TEXT NOT NULL,
    stance TEXT NOT NULL,
    negated INTEGER NOT NULL,
    hypothetical INTEGER NOT NULL,
    source_text TEXT, source_spans TEXT,
    cue_text TEXT, cue_spans TEXT,
    content_text TEXT, content_spans TEXT,
    confidence REAL NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
  ) STRICT, WITHOUT ROWID;
`;

/** A version of an article: its ids, the reading of its text, and where it came from. */
export interface OldVersion {
  readonly articleId: string;
  readonly versionId: string;
  readonly number: number;
  readonly isLatest: boolean;
  readonly reading: Reading;
  readonly capture: Capture;
}

/**
 * Makes a ledger of version 3 at `path`, which does not exist yet.
 *
 * @example
 * writeVersion3('old.db', [{ articleId: 'art_1', versionId: 'ver_1', number: 1, isLatest: true, reading, capture }]);
 */
export function writeVersion3(path: string, versions: readonly OldVersion[]): void {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  database.exec(
    `PRAGMA journal_mode = WAL; ${TABLES} PRAGMA application_id = 0x48656172; PRAGMA user_version = 3; BEGIN`,
  );
  const insert = (table: string, values: readonly (string | number | null)[]) =>
    database.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values);
  for (const { articleId, versionId, number, isLatest, reading, capture } of versions) {
    const { text, blocks, ...judgement } = reading;
    const { title, outlet, byline, published, modified, url, language } = reading.article;
    insert('article', [articleId, url ?? capture.path]);
    insert('version', [
      ...[versionId, articleId, number, Number(isLatest), text, reading.textSha256, capture.bytesSha256],
      ...[capture.path, capture.addedAt, title, outlet, byline, published, modified, url, language],
    ]);
    blocks.forEach(({ kind, start, end }, position) => {
      insert('block', [versionId, position, kind, start, end]);
    });
    const engine = JSON.stringify([reading.engine.version, Object.entries(reading.engine.models).sort()]);
    const counts = [reading.statements.length, reading.leftOut.length, reading.warnings.length];
    insert('reading', [versionId, engine, JSON.stringify(judgement), ...counts]);
    reading.statements.forEach((statement, position) => {
      const roles = [statement.source, statement.cue, statement.content];
      insert('statement', [
        ...[versionId, position, statement.id, statement.kind, statement.speechAct, statement.stance],
        ...[Number(statement.negated), Number(statement.hypothetical)],
        ...roles.flatMap((role) => (role ? [role.text, JSON.stringify(role.spans)] : [null, null])),
        ...[statement.confidence, ''],
      ]);
    });
  }
  database.exec('COMMIT');
  database.close();
}
