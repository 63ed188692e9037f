/**
 * The tables of a ledger file, and how a file says that it is one: SQLite's `application_id` names the format and
 * `user_version` its version. `version` and `block` hold the evidence, `reading` and `statement` what was found in it.
 * A statement's columns repeat what its reading holds, so that the table is one query.
 */

/** "Hear" in ASCII, where SQLite keeps four bytes that tell what a file is. */
export const APPLICATION_ID = 0x48656172;

/** Raised by one with every change of the tables. */
export const SCHEMA_VERSION = 3;

/** Everything of one version goes when the version goes; `folded` is the text that the filter searches. */
export const SCHEMA = `
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
