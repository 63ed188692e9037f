/** Rows of entries as the file has them, and the records that they become: one reader for each table. */
import type { Span } from '../../text/document.ts';
import type { ActorRecord, AssertionRecord, ClaimRecord, Entry, MomentRecord, PlaceRecord, Review } from '../ledger.ts';
import type { Database } from './database.ts';
import type { StoredVersion } from './each-version.ts';
import { entryKey } from './entry-tables.ts';
import { readingOf } from './list-articles.ts';

/** What every table of entries has. */
export interface StoredEntry {
  readonly key: number;
  readonly id: string;
  readonly review: string | null;
}

type Table = 'statement' | 'assertion' | 'actor' | 'moment' | 'place' | 'claim';

/**
 * The rows of one version in the order of the reading.
 *
 * @example
 * rowsOf(database, 'statement', version).length;
 */
export function rowsOf<Row extends StoredEntry>(database: Database, table: Table, { key }: StoredVersion): Row[] {
  return database.all<Row>(
    `SELECT * FROM ${table} WHERE key >= ? AND key < ? ORDER BY key`,
    entryKey(key, 0),
    entryKey(key + 1, 0),
  );
}

/**
 * The ids of a version's entries of one kind, by key.
 *
 * @example
 * idsOf(database, 'statement', version).get(row.parent);
 */
export function idsOf(database: Database, table: Table, { key }: StoredVersion): Map<number, string> {
  const rows = database.all<{ key: number; id: string }>(
    `SELECT key, id FROM ${table} WHERE key >= ? AND key < ? ORDER BY key`,
    entryKey(key, 0),
    entryKey(key + 1, 0),
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

/**
 * The value of a key; null where there is no key.
 *
 * @example
 * at(ids, row.parent); // 'stmt_…', or null
 */
export function at<Value>(values: ReadonlyMap<number, Value>, key: number | null): Value | null {
  return key === null ? null : (values.get(key) ?? null);
}

/**
 * The spans of a column that is null where there are none.
 *
 * @example
 * spansIn('[[3,9]]'); // [[3, 9]]
 */
export function spansIn(column: string | null): readonly Span[] {
  return column === null ? [] : JSON.parse(column);
}

/**
 * What people ruled about an entry; null where nobody did.
 *
 * @example
 * reviewOf(row)?.status;
 */
export function reviewOf({ review }: Pick<StoredEntry, 'review'>): Review | null {
  return review === null ? null : JSON.parse(review);
}

function entryOf(row: StoredEntry, version: StoredVersion): Entry {
  return { id: row.id, articleId: version.articleId, versionId: version.id, review: reviewOf(row) };
}

type StoredActor = StoredEntry &
  Pick<ActorRecord, 'name' | 'type' | 'number' | 'conditions' | 'role' | 'affiliation' | 'mentions'> & {
    readonly who: number;
    readonly unnamed_type: ActorRecord['unnamedType'];
    readonly aliases: string | null;
  };

/**
 * The actors of a version, by key.
 *
 * @example
 * [...actorsOf(database, version).values()];
 */
export function actorsOf(database: Database, version: StoredVersion): Map<number, ActorRecord> {
  return new Map(
    rowsOf<StoredActor>(database, 'actor', version).map((row) => [
      row.key,
      {
        ...entryOf(row, version),
        who: database.get<{ id: string }>('SELECT id FROM who WHERE key = ?', row.who)!.id,
        name: row.name,
        type: row.type,
        unnamedType: row.unnamed_type,
        number: row.number,
        conditions: row.conditions,
        role: row.role,
        affiliation: row.affiliation,
        aliases: row.aliases === null ? [] : JSON.parse(row.aliases),
        mentions: row.mentions,
      },
    ]),
  );
}

type StoredMoment = StoredEntry &
  Pick<MomentRecord, 'start' | 'end' | 'text' | 'edtf' | 'earliest' | 'latest' | 'basis'> & {
    readonly timex_type: MomentRecord['timexType'];
    readonly timex_value: string | null;
    readonly told: number;
    readonly statement: number | null;
  };

/**
 * The moments of a version, by key.
 *
 * @example
 * [...momentsOf(database, version).values()];
 */
export function momentsOf(database: Database, version: StoredVersion): Map<number, MomentRecord> {
  const statements = idsOf(database, 'statement', version);
  return new Map(
    rowsOf<StoredMoment>(database, 'moment', version).map((row) => [
      row.key,
      {
        ...entryOf(row, version),
        start: row.start,
        end: row.end,
        text: row.text,
        edtf: row.edtf,
        earliest: row.earliest,
        latest: row.latest,
        basis: row.basis,
        timexType: row.timex_type,
        timexValue: row.timex_value,
        isTold: row.told === 1,
        statement: at(statements, row.statement),
      },
    ]),
  );
}

type StoredPlace = StoredEntry &
  Omit<PlaceRecord, keyof Entry | 'geonamesId' | 'statement'> & {
    readonly geonames_id: number | null;
    readonly statement: number | null;
  };

/**
 * The places of a version, by key.
 *
 * @example
 * [...placesOf(database, version).values()];
 */
export function placesOf(database: Database, version: StoredVersion): Map<number, PlaceRecord> {
  const statements = idsOf(database, 'statement', version);
  return new Map(
    rowsOf<StoredPlace>(database, 'place', version).map((row) => [
      row.key,
      {
        ...entryOf(row, version),
        start: row.start,
        end: row.end,
        text: row.text,
        name: row.name,
        country: row.country,
        geonamesId: row.geonames_id,
        lat: row.lat,
        lon: row.lon,
        precision: row.precision,
        kind: row.kind,
        relation: row.relation,
        score: row.score,
        statement: at(statements, row.statement),
      },
    ]),
  );
}

type StoredAssertion = StoredEntry &
  Pick<AssertionRecord, 'start' | 'end' | 'text'> & {
    readonly hedges: string | null;
    readonly check_worth: number;
    readonly sourced: number | null;
  };

/**
 * What the outlet states itself in a version.
 *
 * @example
 * assertionsOf(database, version).length;
 */
export function assertionsOf(database: Database, version: StoredVersion): AssertionRecord[] {
  const statements = idsOf(database, 'statement', version);
  return rowsOf<StoredAssertion>(database, 'assertion', version).map((row) => ({
    ...entryOf(row, version),
    start: row.start,
    end: row.end,
    text: row.text,
    hedges: spansIn(row.hedges),
    check: row.check_worth,
    sourced: at(statements, row.sourced),
  }));
}

type StoredClaim = StoredEntry & {
  readonly [Column in 'statement' | 'assertion' | 'moment' | 'place']: number | null;
};

/**
 * The claims of a version. Their words come from the reading; whose they are, when and where from the rows, where people may have set it.
 *
 * @example
 * claimsOf(database, version).length;
 */
export function claimsOf(database: Database, version: StoredVersion): ClaimRecord[] {
  const rows = rowsOf<StoredClaim>(database, 'claim', version);
  if (rows.length === 0) return [];
  const { claims } = readingOf(database, version.key);
  const [statements, assertions, moments, places] = (['statement', 'assertion', 'moment', 'place'] as const).map(
    (table) => idsOf(database, table, version),
  );
  return rows.map((row, position) => ({
    ...claims[position],
    ...entryOf(row, version),
    in: at(statements, row.statement) ?? at(assertions, row.assertion) ?? claims[position].in,
    when: at(moments, row.moment),
    where: at(places, row.place),
  }));
}
