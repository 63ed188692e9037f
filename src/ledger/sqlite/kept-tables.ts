/**
 * Tables that hold what cannot be made again: evidence (article, version, block, sighting), the engine's readings, what people
 * ruled and saved, and what intake remembers. They change by migrations only. Tables that are made of these are in
 * entry-tables.ts.
 */

/** "Hear" in ASCII, where SQLite keeps four bytes that tell what a file is. */
export const APPLICATION_ID = 0x48656172;

/** Raised by one with every change of any table. */
export const SCHEMA_VERSION = 11;

/** `key` is for joins within the file; ids, which are the same in every ledger, are for all else. */
export const KEPT_TABLES = `
  CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE version (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    latest INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    bytes_sha256 TEXT NOT NULL,
    path TEXT NOT NULL,
    captured_url TEXT,
    captured_at TEXT,
    added_at TEXT NOT NULL,
    headline TEXT, outlet TEXT, byline TEXT, published TEXT, modified TEXT, url TEXT, language TEXT,
    UNIQUE (article, number),
    UNIQUE (article, text_sha256)
  ) STRICT;
  CREATE INDEX version_text_sha256 ON version (text_sha256);
  CREATE INDEX version_bytes_sha256 ON version (bytes_sha256);

  CREATE TABLE block (
    version INTEGER NOT NULL REFERENCES version (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (version, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sighting (
    key INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES version (key) ON DELETE CASCADE,
    path TEXT NOT NULL,
    captured_url TEXT,
    captured_at TEXT,
    added_at TEXT NOT NULL,
    bytes_sha256 TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sighting_bytes_sha256 ON sighting (bytes_sha256);
  CREATE UNIQUE INDEX sighting_capture ON sighting (version, path, coalesce(captured_at, ''));

  CREATE TABLE engine (
    key INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    models TEXT NOT NULL,
    UNIQUE (version, models)
  ) STRICT;

  CREATE TABLE reading (
    version INTEGER PRIMARY KEY REFERENCES version (key) ON DELETE CASCADE,
    engine INTEGER NOT NULL REFERENCES engine (key),
    read_at TEXT NOT NULL,
    json_zstd BLOB NOT NULL,
    statements INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    warnings INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE decision (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    undoes TEXT,
    state TEXT NOT NULL,
    carries TEXT
  ) STRICT;

  CREATE TABLE decision_target (
    decision INTEGER NOT NULL REFERENCES decision (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    address TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    anchors TEXT NOT NULL,
    PRIMARY KEY (decision, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX decision_target_text ON decision_target (text_sha256);

  CREATE TABLE removal (
    key INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL,
    address TEXT NOT NULL,
    headline TEXT,
    text_sha256 TEXT NOT NULL,
    decisions INTEGER NOT NULL,
    at TEXT NOT NULL,
    why TEXT
  ) STRICT;

  CREATE TABLE intake_source (
    address TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT,
    groups TEXT NOT NULL,
    attributes TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    added_at TEXT NOT NULL,
    checked_at TEXT,
    due_at TEXT,
    failures INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE saved_search (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    saved_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE run (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    engine TEXT,
    counts TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE failure (
    key INTEGER PRIMARY KEY,
    run TEXT REFERENCES run (id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    code TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX failure_run ON failure (run);
`;
