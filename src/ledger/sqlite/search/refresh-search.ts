/**
 * Packs what the versions that have changed are searched by. Runs at the end of every transaction that writes, over the versions that
 * were marked as stale: some 0.1 ms each.
 */
import { SPEECH_ACTS } from '../../../reading/acts/speech-acts.ts';
import type { ActorType, UnnamedType } from '../../../reading/reading.ts';
import {
  type EntryKind,
  KINDS,
  REVIEWS,
  SOURCE_TYPES,
  type SourceType,
  STANCES,
  UNNAMED_TYPES,
} from '../../search/fields.ts';
import type { Database } from '../database.ts';
import { ENTRIES_A_VERSION, entryKey } from '../entry-tables.ts';
import { insertSql } from '../insert-sql.ts';
import type { StoredStatement } from '../statement-row.ts';
import { dayOf, type EntryRecord, FLAG, NONE, OPEN_END, OPEN_START, packEntries } from './entry-record.ts';

const ACTS = Object.keys(SPEECH_ACTS);

/** A figure, or a number written out; "one" is a pronoun more often. */
const NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|scores|hundreds?|thousands?|millions?|billions?|half|twice)\b/i;

/**
 * Marks a version whose entries were made or taken out.
 *
 * @example
 * markStale(database, 1);
 */
export function markStale(database: Database, version: number): void {
  database.run('INSERT OR IGNORE INTO stale_version VALUES (?)', version);
}

/**
 * Packs all versions that are marked, within a transaction that the caller began.
 *
 * @example
 * database.write(() => refreshSearch(database));
 */
export function refreshSearch(database: Database): void {
  for (const { version } of database.all<{ version: number }>('SELECT version FROM stale_version')) {
    packVersion(database, version);
  }
  database.run('DELETE FROM stale_version');
}

const PUT = insertSql('version_search', 'key, latest, article, outlet, published, language, entries').replace(
  'INSERT',
  'INSERT OR REPLACE',
);

function packVersion(database: Database, version: number): void {
  const head = database.get<Head>(
    'SELECT latest, article, outlet, published, language FROM version WHERE key = ?',
    version,
  );
  // It was removed in the same transaction.
  if (!head) return;
  const range = [entryKey(version, 0), entryKey(version + 1, 0)];
  const statements = database.all<StatementFacts>(
    `SELECT s.kind, speech_act, stance, negated, hypothetical, source_text IS NOT NULL AS has_source, content_text, s.who,
       resolution, parent, relay_depth, certainty, said_edtf, said_earliest, said_latest, said_basis, confidence, s.review ->> '$.status' AS status,
       a.type, a.unnamed_type
     FROM statement s LEFT JOIN actor a ON a.key = s.actor WHERE s.key >= ? AND s.key < ? ORDER BY s.key`,
    ...range,
  );
  const assertions = database.all<AssertionFacts>(
    `SELECT start, "end", text, review ->> '$.status' AS status FROM assertion WHERE key >= ? AND key < ? ORDER BY key`,
    ...range,
  );
  const places = database.all<PlaceFacts>(
    'SELECT start, "end", statement, name, country FROM place WHERE key >= ? AND key < ? ORDER BY key',
    ...range,
  );
  const moments = database.all<MomentFacts>(
    'SELECT start, "end", statement, edtf, earliest, latest, basis FROM moment WHERE key >= ? AND key < ? ORDER BY key',
    ...range,
  );
  const placeKeys = (found: readonly PlaceFacts[]) => [...new Set(found.map((place) => placeKey(database, place)))];
  const statementRecords = statements.map((statement, position) => {
    const isIn = (entry: Extent) => entry.statement === range[0] + position;
    const isSaid = ({ edtf, basis }: MomentFacts) => edtf === statement.said_edtf && basis === statement.said_basis;
    return statementRecord(
      statement,
      placeKeys(places.filter(isIn)),
      moments.filter((moment) => isIn(moment) && !isSaid(moment)),
    );
  });
  const assertionRecords = assertions.map((assertion) => {
    const isIn = ({ start, end }: Extent) => start >= assertion.start && end <= assertion.end;
    return assertionRecord(assertion, placeKeys(places.filter(isIn)), moments.filter(isIn));
  });
  const { latest, article, outlet, published, language } = head;
  const entries = packEntries(statementRecords, assertionRecords, claimed(database, range, statements.length));
  database.run(PUT, version * ENTRIES_A_VERSION, latest, article, outlet, published, language, entries);
}

/** The position among the entries of what each claim of the version was made in. */
function claimed(database: Database, range: readonly number[], statements: number): number[] {
  const claims = database.all<{ statement: number | null; assertion: number | null }>(
    'SELECT statement, assertion FROM claim WHERE key >= ? AND key < ? ORDER BY key',
    ...range,
  );
  return claims.map(({ statement, assertion }) => {
    if (statement !== null) return statement - range[0];
    return assertion === null ? -1 : statements + assertion - range[0];
  });
}

interface Head {
  readonly latest: number;
  readonly article: number;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

interface Extent {
  readonly start: number;
  readonly end: number;
  readonly statement: number | null;
}

interface PlaceFacts extends Extent {
  readonly name: string;
  readonly country: string | null;
}

interface MomentFacts extends Extent {
  readonly edtf: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: string;
}

interface AssertionFacts {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly status: string | null;
}

interface StatementFacts extends Omit<StoredStatement, 'who'> {
  readonly has_source: 0 | 1;
  readonly status: string | null;
  readonly who: number | null;
  readonly type: ActorType | null;
  readonly unnamed_type: UnnamedType | null;
}

const NOTHING: Omit<EntryRecord, 'kind' | 'review' | 'flags' | 'places' | 'moments'> = {
  act: NONE,
  stance: NONE,
  sourceType: NONE,
  unnamed: NONE,
  depth: 0,
  certainty: 0,
  confidence: 0,
  who: 0,
  saidFrom: OPEN_START,
  saidTo: OPEN_END,
};

function statementRecord(row: StatementFacts, places: number[], moments: readonly MomentFacts[]): EntryRecord {
  const type: SourceType = row.has_source === 0 ? 'none' : (row.type ?? 'open');
  return {
    ...NOTHING,
    kind: KINDS.indexOf(row.kind satisfies EntryKind),
    act: ACTS.indexOf(row.speech_act),
    stance: STANCES.indexOf(row.stance),
    sourceType: SOURCE_TYPES.indexOf(type),
    unnamed: row.unnamed_type === null ? NONE : UNNAMED_TYPES.indexOf(row.unnamed_type),
    depth: row.relay_depth,
    review: reviewCode(row.status),
    flags:
      (row.negated && FLAG.negated) |
      (row.hypothetical && FLAG.hypothetical) |
      (row.parent === null ? 0 : FLAG.nested) |
      (row.resolution === 'uncertain' ? FLAG.uncertain : 0) |
      (row.has_source && FLAG.source) |
      (row.said_edtf === null ? 0 : FLAG.said) |
      (NUMBER.test(row.content_text ?? '') ? FLAG.number : 0),
    certainty: row.certainty,
    confidence: row.confidence,
    who: row.who ?? 0,
    saidFrom: dayOf(row.said_earliest, 'first') ?? OPEN_START,
    saidTo: dayOf(row.said_latest, 'last') ?? OPEN_END,
    places,
    moments: daysOf(moments),
  };
}

function assertionRecord(row: AssertionFacts, places: number[], moments: readonly MomentFacts[]): EntryRecord {
  return {
    ...NOTHING,
    kind: KINDS.indexOf('assertion'),
    review: reviewCode(row.status),
    flags: NUMBER.test(row.text) ? FLAG.number : 0,
    places,
    moments: daysOf(moments),
  };
}

function daysOf(moments: readonly MomentFacts[]): [number, number][] {
  return moments
    .filter(({ edtf }) => edtf !== null)
    .map(({ earliest, latest }) => [dayOf(earliest, 'first') ?? OPEN_START, dayOf(latest, 'last') ?? OPEN_END]);
}

function reviewCode(status: string | null): number {
  const code = (REVIEWS as readonly (string | null)[]).indexOf(status ?? 'unreviewed');
  return code < 0 ? NONE : code;
}

function placeKey(database: Database, { name, country }: PlaceFacts): number {
  const known = database.get<{ key: number }>(
    'SELECT key FROM place_name WHERE name = ? AND country = ?',
    name,
    country ?? '',
  );
  return known?.key ?? database.insert('INSERT INTO place_name (name, country) VALUES (?, ?)', name, country ?? '');
}
