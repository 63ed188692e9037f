/**
 * Tables that are made of readings and decisions, and can be made of them again: one row an entry, as the latest reading has
 * it with decisions laid over. A migration drops them and fills them anew.
 *
 * A row's key is made of its version's key and its position in the reading, so that the rows of a version stand together and
 * need no index to be found or deleted; `version` and `position` are read from it and take no room.
 */

/** How many entries of one kind a version may have: a text of 64 MiB has fewer statements. */
export const ENTRIES_A_VERSION = 2 ** 20;

const OF_VERSION = `
    key INTEGER PRIMARY KEY,
    version INTEGER GENERATED ALWAYS AS (key / ${ENTRIES_A_VERSION}) VIRTUAL,
    position INTEGER GENERATED ALWAYS AS (key % ${ENTRIES_A_VERSION}) VIRTUAL`;

/** What people ruled (Review, as JSON); null where nobody did. One column, since every column takes a byte of each of five rows a statement. */
const REVIEW = 'review TEXT';

/** Half of an id's digits are enough to find it by, and keep the index small. */
const BEGINNING = 'substr(id, 6, 8)';

/** SQL for the statement with an id, which is the first value: the index goes by its beginning. */
export const STATEMENT_WITH_ID = `${BEGINNING} = substr(?1, 6, 8) AND id = ?1`;

export const ENTRY_TABLES = `
  CREATE TABLE who (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    same_as INTEGER REFERENCES who (key)
  ) STRICT;

  CREATE TABLE actor (${OF_VERSION},
    id TEXT NOT NULL,
    own_who INTEGER NOT NULL REFERENCES who (key),
    who INTEGER NOT NULL REFERENCES who (key),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    unnamed_type TEXT,
    number TEXT,
    conditions TEXT,
    role TEXT,
    affiliation TEXT,
    aliases TEXT,
    mentions INTEGER NOT NULL,
    ${REVIEW}
  ) STRICT;
  CREATE INDEX actor_who ON actor (who);

  CREATE TABLE moment (${OF_VERSION},
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    edtf TEXT,
    earliest TEXT,
    latest TEXT,
    basis TEXT NOT NULL,
    timex_type TEXT,
    timex_value TEXT,
    told INTEGER NOT NULL,
    statement INTEGER,
    ${REVIEW}
  ) STRICT;

  CREATE TABLE place (${OF_VERSION},
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    geonames_id INTEGER,
    lat REAL,
    lon REAL,
    precision TEXT,
    kind TEXT,
    relation TEXT NOT NULL,
    score REAL NOT NULL,
    statement INTEGER,
    ${REVIEW}
  ) STRICT;

  CREATE TABLE statement (${OF_VERSION},
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    speech_act TEXT NOT NULL,
    stance TEXT NOT NULL,
    negated INTEGER NOT NULL,
    hypothetical INTEGER NOT NULL,
    source_text TEXT, source_spans TEXT,
    cue_text TEXT, cue_spans TEXT,
    content_text TEXT, content_spans TEXT,
    actor INTEGER,
    who INTEGER,
    resolution TEXT NOT NULL,
    sourceless TEXT,
    parent INTEGER,
    relay_depth INTEGER NOT NULL,
    hedges TEXT,
    certainty REAL NOT NULL,
    said_edtf TEXT, said_earliest TEXT, said_latest TEXT, said_basis TEXT,
    event INTEGER,
    place INTEGER,
    claim INTEGER,
    confidence REAL NOT NULL,
    ${REVIEW}
  ) STRICT;
  CREATE INDEX statement_id ON statement (${BEGINNING});
  CREATE INDEX statement_who ON statement (who);

  CREATE TABLE assertion (${OF_VERSION},
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    hedges TEXT,
    check_worth REAL NOT NULL,
    sourced INTEGER,
    ${REVIEW}
  ) STRICT;

  CREATE TABLE side (${OF_VERSION},
    actor INTEGER,
    status TEXT NOT NULL,
    text TEXT NOT NULL,
    spans TEXT NOT NULL,
    cue_text TEXT NOT NULL,
    cue_spans TEXT NOT NULL
  ) STRICT;

  CREATE TABLE wording (${OF_VERSION},
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    plainer TEXT NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;

  CREATE TABLE claim (${OF_VERSION},
    id TEXT NOT NULL,
    statement INTEGER,
    assertion INTEGER,
    subject TEXT,
    subject_actor INTEGER,
    predicate TEXT NOT NULL,
    lemma TEXT NOT NULL,
    object TEXT,
    object_actor INTEGER,
    quantities TEXT,
    moment INTEGER,
    place INTEGER,
    affirmed INTEGER NOT NULL,
    denied INTEGER NOT NULL,
    modality TEXT NOT NULL,
    ${REVIEW}
  ) STRICT;

  CREATE TABLE laid (
    decision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT,
    entry INTEGER,
    moved INTEGER NOT NULL,
    overruled INTEGER NOT NULL,
    who INTEGER,
    PRIMARY KEY (decision, position, version)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX laid_version ON laid (version);
`;

/** Tables of entries, and of what they are searched by, that belong to a version: each emptied by the range of its keys. */
export const OF_VERSION_TABLES = [
  'statement',
  'assertion',
  'actor',
  'moment',
  'place',
  'claim',
  'side',
  'wording',
  'version_search',
] as const;

/**
 * The key of the entry at a position of a version.
 *
 * @example
 * entryKey(1, 0); // 1048576
 */
export function entryKey(version: number, position: number): number {
  if (position >= ENTRIES_A_VERSION) throw new RangeError(`A version has more than ${ENTRIES_A_VERSION} entries.`);
  return version * ENTRIES_A_VERSION + position;
}
