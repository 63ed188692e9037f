/**
 * What searching goes by, made of the tables of entries and of versions and kept true by triggers: indexes of words (FTS5), and for
 * each version one row with all that its entries are filtered and counted by, packed (entry-record.ts). Whatever changes an entry marks
 * its version as stale; refresh-search.ts packs it anew before the transaction ends.
 */
import { ENTRIES_A_VERSION } from '../entry-tables.ts';

/** Each index of words: the table that it is over, and the columns in it. */
export const TEXT_INDEXES = {
  statement_text: { table: 'statement', columns: ['source_text', 'cue_text', 'content_text'] },
  assertion_text: { table: 'assertion', columns: ['text'] },
  actor_text: { table: 'actor', columns: ['name', 'aliases'] },
  claim_text: { table: 'claim', columns: ['subject', 'predicate', 'object'] },
  head_text: { table: 'version', columns: ['headline', 'outlet'] },
  version_text: { table: 'version', columns: ['headline', 'text'] },
} as const;

export type TextIndex = keyof typeof TEXT_INDEXES;

function textIndexSql(name: TextIndex): string {
  const { table, columns } = TEXT_INDEXES[name];
  const list = columns.join(', ');
  const of = (row: 'new' | 'old') => columns.map((column) => `${row}.${column}`).join(', ');
  const insert = `INSERT INTO ${name} (rowid, ${list}) VALUES (new.key, ${of('new')});`;
  const remove = `INSERT INTO ${name} (${name}, rowid, ${list}) VALUES ('delete', old.key, ${of('old')});`;
  return `
  CREATE VIRTUAL TABLE ${name} USING fts5(
    ${list}, content = '${table}', content_rowid = 'key', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE TRIGGER ${name}_insert AFTER INSERT ON ${table} BEGIN ${insert} END;
  CREATE TRIGGER ${name}_delete AFTER DELETE ON ${table} BEGIN ${remove} END;
  CREATE TRIGGER ${name}_update AFTER UPDATE OF ${list} ON ${table}
  WHEN ${columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')} BEGIN ${remove} ${insert} END;`;
}

const MARKED_TABLES = ['statement', 'assertion', 'actor', 'place', 'moment', 'claim'];

const markSql = (table: string) => `
  CREATE TRIGGER ${table}_stale AFTER UPDATE ON ${table} BEGIN
    INSERT OR IGNORE INTO stale_version VALUES (old.key / ${ENTRIES_A_VERSION});
  END;`;

export const SEARCH_TABLES = `
  ${(Object.keys(TEXT_INDEXES) as TextIndex[]).map(textIndexSql).join('\n')}

  CREATE TABLE version_search (
    key INTEGER PRIMARY KEY,
    version INTEGER GENERATED ALWAYS AS (key / ${ENTRIES_A_VERSION}) VIRTUAL,
    latest INTEGER NOT NULL,
    article INTEGER NOT NULL,
    outlet TEXT,
    published TEXT,
    language TEXT,
    entries BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER version_search_latest AFTER UPDATE OF latest ON version WHEN old.latest IS NOT new.latest BEGIN
    UPDATE version_search SET latest = new.latest WHERE key = new.key * ${ENTRIES_A_VERSION};
  END;

  CREATE TABLE place_name (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    UNIQUE (name, country)
  ) STRICT;

  CREATE TABLE stale_version (version INTEGER PRIMARY KEY) STRICT;
  ${MARKED_TABLES.map(markSql).join('\n')}

  CREATE INDEX statement_reviewed ON statement (key) WHERE review IS NOT NULL;
  CREATE INDEX assertion_reviewed ON assertion (key) WHERE review IS NOT NULL;
`;

/** Tables that a migration drops beside those of entries. */
export const SEARCH_TABLE_NAMES = [...Object.keys(TEXT_INDEXES), 'version_search', 'place_name', 'stale_version'];
