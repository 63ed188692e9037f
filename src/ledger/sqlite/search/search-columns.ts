/**
 * All entries of the latest versions as columns of numbers: what filters, counts and orders go over. A row is a statement or, after all
 * statements, an assertion; rows stand in the order of their keys. Some 45 bytes a row. load-columns.ts reads them.
 */
import { ENTRIES_A_VERSION } from '../entry-tables.ts';
import type { Profiles } from './profiles.ts';

export interface SearchVersion {
  readonly key: number;
  readonly article: number;
  /** Positions in `outlets`, `languages` and `months`. */
  readonly outlet: number;
  readonly language: number;
  readonly month: number;
  /** As the article states it, or null. */
  readonly published: string | null;
  readonly publishedDay: number | null;
  /** Rows of its first statement and of its first assertion, and how many of each. */
  readonly statementsFrom: number;
  readonly statements: number;
  readonly assertionsFrom: number;
  readonly assertions: number;
}

/** What some rows name, rows in order: `rows[i]` names what has the code `codes[i]`. A row names nothing twice. */
export interface Named {
  readonly rows: Uint32Array;
  readonly codes: Uint32Array;
}

/** Times that rows name: `rows[i]` names the days from `from[i]` to `to[i]`. */
export interface Times {
  readonly rows: Uint32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Where what belongs to a version is in a column, by its key: the first (-1 where it is not a latest version), and how many. */
export interface Block {
  readonly first: Int32Array;
  readonly count: Uint32Array;
}

export interface SearchColumns {
  /** How many rows are statements, and how many there are in all. */
  readonly statements: number;
  readonly rows: number;
  readonly versions: readonly SearchVersion[];
  /** Position in `versions`, by a version's key; -1 where it is not a latest one. */
  readonly positions: Int32Array;
  /** Positions in `outlets` and `months`, by position in `versions`. */
  readonly outletOf: Uint32Array;
  readonly monthOf: Uint32Array;
  readonly blocks: Readonly<Record<EntryTable, Block>>;
  /** Position in `versions`, by row. */
  readonly versionOf: Uint32Array;
  /** Number of its profile, by row. */
  readonly profile: Uint32Array;
  readonly profiles: Profiles;
  readonly depth: Uint8Array;
  readonly flags: Uint8Array;
  readonly certainty: Float32Array;
  readonly confidence: Float32Array;
  /** Key of the actor across articles; 0 where there is none. */
  readonly who: Uint32Array;
  readonly highestWho: number;
  readonly saidFrom: Int32Array;
  readonly saidTo: Int32Array;
  readonly places: Named;
  readonly countries: Named;
  readonly moments: Times;
  /** Where the claims of each version are in `claims`, which has the row that each was made in; -1 is none. */
  readonly claimBlocks: Block;
  readonly claims: Int32Array;
  /** What codes stand for, in the order of the alphabet. '' is an article that names no outlet, or has no language or date. */
  readonly outlets: readonly string[];
  readonly languages: readonly string[];
  /** "2026-04". */
  readonly months: readonly string[];
  readonly placeNames: readonly string[];
  /** Two letters; '' is none. */
  readonly countryNames: readonly string[];
}

export type EntryTable = 'statement' | 'assertion';

/**
 * The row of a key of a table; -1 where it is not of a latest version.
 *
 * @example
 * rowOf(columns, 'statement', 2 ** 20 + 3); // 3
 */
export function rowOf({ blocks }: SearchColumns, table: EntryTable, key: number): number {
  const { first, count } = blocks[table];
  const version = Math.floor(key / ENTRIES_A_VERSION);
  const position = key - version * ENTRIES_A_VERSION;
  return version < first.length && first[version] >= 0 && position < count[version] ? first[version] + position : -1;
}

/**
 * The table of a row, and its key there.
 *
 * @example
 * keyOf(columns, 3); // { table: 'statement', key: 2 ** 20 + 3 }
 */
export function keyOf(
  { versions, versionOf, statements }: SearchColumns,
  row: number,
): { readonly table: EntryTable; readonly key: number } {
  const { key, statementsFrom, assertionsFrom } = versions[versionOf[row]];
  const first = key * ENTRIES_A_VERSION;
  return row < statements
    ? { table: 'statement', key: first + row - statementsFrom }
    : { table: 'assertion', key: first + row - assertionsFrom };
}
