/**
 * All entries of the latest versions as columns of numbers, read from `version_search`: what filters, counts and orders go over. A row
 * is a statement or, after all statements, an assertion; rows stand in the order of their keys. Cost at a million statements: some 60 MB,
 * read in 0.3 s when the first search of a program asks for it, and again after the ledger was written to.
 */
import type { Database } from '../database.ts';
import { ENTRIES_A_VERSION } from '../entry-tables.ts';
import { dayOf, HEAD_BYTES, RECORD_BYTES } from './entry-record.ts';

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

export interface PlaceName {
  readonly name: string;
  readonly country: string;
}

/** Lists of numbers, one list a row: those of row r are values[starts[r]] to values[starts[r + 1]], the end not included. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly values: Int32Array;
}

export interface SearchColumns {
  /** How many rows are statements, and how many there are in all. */
  readonly statements: number;
  readonly rows: number;
  readonly versions: readonly SearchVersion[];
  /** Position in `versions`, by row. */
  readonly versionOf: Uint32Array;
  readonly kind: Uint8Array;
  readonly act: Uint8Array;
  readonly stance: Uint8Array;
  readonly sourceType: Uint8Array;
  readonly unnamed: Uint8Array;
  readonly depth: Uint8Array;
  readonly review: Uint8Array;
  readonly flags: Uint8Array;
  readonly certainty: Float32Array;
  readonly confidence: Float32Array;
  readonly who: Uint32Array;
  readonly highestWho: number;
  readonly saidFrom: Int32Array;
  readonly saidTo: Int32Array;
  /** Keys in `placeNames`. */
  readonly places: Lists;
  /** First and last day of each moment, one after the other. */
  readonly moments: Lists;
  /** '' is an article that names none. */
  readonly outlets: readonly string[];
  readonly languages: readonly string[];
  /** "2026-04"; '' is an article without a date. */
  readonly months: readonly string[];
  readonly placeNames: ReadonlyMap<number, PlaceName>;
  /** The row of a key of the table `statement` or `assertion`; -1 where it is not of a latest version. */
  rowOf(table: 'statement' | 'assertion', key: number): number;
  /** The table of a row, and its key there. */
  keyOf(row: number): { readonly table: 'statement' | 'assertion'; readonly key: number };
}

interface StoredSearch {
  readonly key: number;
  readonly article: number;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly entries: Uint8Array;
}

/**
 * Reads the columns.
 *
 * @example
 * loadColumns(database).statements; // 1000000
 */
export function loadColumns(database: Database): SearchColumns {
  const stored = database.all<StoredSearch>(
    'SELECT key, article, outlet, published, language, entries FROM version_search WHERE latest = 1 ORDER BY key',
  );
  const outlets = new Codes();
  const languages = new Codes();
  const months = new Codes();
  const versions = layOut(stored, outlets, languages, months);
  const last = versions.at(-1);
  const statements = last ? last.statementsFrom + last.statements : 0;
  const rows = last ? last.assertionsFrom + last.assertions : 0;
  const columns = {
    statements,
    rows,
    versions,
    versionOf: new Uint32Array(rows),
    kind: new Uint8Array(rows),
    act: new Uint8Array(rows),
    stance: new Uint8Array(rows),
    sourceType: new Uint8Array(rows),
    unnamed: new Uint8Array(rows),
    depth: new Uint8Array(rows),
    review: new Uint8Array(rows),
    flags: new Uint8Array(rows),
    certainty: new Float32Array(rows),
    confidence: new Float32Array(rows),
    who: new Uint32Array(rows),
    saidFrom: new Int32Array(rows),
    saidTo: new Int32Array(rows),
  };
  const placeCounts = new Uint32Array(rows + 1);
  const momentCounts = new Uint32Array(rows + 1);
  const [bytes, words, floats] = scratch(stored);
  let highestWho = 0;
  stored.forEach(({ entries }, position) => {
    const version = versions[position];
    bytes.set(entries);
    const count = version.statements + version.assertions;
    for (let entry = 0; entry < count; entry++) {
      const row =
        entry < version.statements
          ? version.statementsFrom + entry
          : version.assertionsFrom + entry - version.statements;
      const at = HEAD_BYTES + entry * RECORD_BYTES;
      const word = at >> 2;
      columns.versionOf[row] = position;
      columns.kind[row] = bytes[at];
      columns.act[row] = bytes[at + 1];
      columns.stance[row] = bytes[at + 2];
      columns.sourceType[row] = bytes[at + 3];
      columns.unnamed[row] = bytes[at + 4];
      columns.depth[row] = bytes[at + 5];
      columns.review[row] = bytes[at + 6];
      columns.flags[row] = bytes[at + 7];
      columns.certainty[row] = floats[word + 2];
      columns.confidence[row] = floats[word + 3];
      const who = words[word + 4];
      columns.who[row] = who;
      if (who > highestWho) highestWho = who;
      columns.saidFrom[row] = words[word + 5];
      columns.saidTo[row] = words[word + 6];
      placeCounts[row + 1] = words[word + 7] & 0xffff;
      momentCounts[row + 1] = 2 * (words[word + 7] >>> 16);
    }
  });
  const places = emptyLists(placeCounts);
  const moments = emptyLists(momentCounts);
  stored.forEach(({ entries }, position) => {
    const version = versions[position];
    const count = version.statements + version.assertions;
    let word = (HEAD_BYTES + count * RECORD_BYTES) >> 2;
    if (entries.length === word * 4) return;
    bytes.set(entries);
    for (let entry = 0; entry < count; entry++) {
      const row =
        entry < version.statements
          ? version.statementsFrom + entry
          : version.assertionsFrom + entry - version.statements;
      for (const { starts, values } of [places, moments]) {
        for (let at = starts[row]; at < starts[row + 1]; at++) values[at] = words[word++];
      }
    }
  });
  const positions = new Int32Array((stored.at(-1)?.key ?? 0) / ENTRIES_A_VERSION + 1).fill(-1);
  versions.forEach(({ key }, position) => {
    positions[key] = position;
  });
  return {
    ...columns,
    highestWho,
    places,
    moments,
    outlets: outlets.values,
    languages: languages.values,
    months: months.values,
    placeNames: new Map(
      database
        .all<PlaceName & { key: number }>('SELECT key, name, country FROM place_name')
        .map(({ key, ...place }) => [key, place]),
    ),
    rowOf: (table, key) => {
      const position = positions[Math.floor(key / ENTRIES_A_VERSION)] ?? -1;
      if (position < 0) return -1;
      const { statementsFrom, assertionsFrom } = versions[position];
      return (table === 'statement' ? statementsFrom : assertionsFrom) + (key % ENTRIES_A_VERSION);
    },
    keyOf: (row) => {
      const { key, statementsFrom, assertionsFrom } = versions[columns.versionOf[row]];
      const first = key * ENTRIES_A_VERSION;
      return row < statements
        ? { table: 'statement', key: first + row - statementsFrom }
        : { table: 'assertion', key: first + row - assertionsFrom };
    },
  };
}

function layOut(stored: readonly StoredSearch[], outlets: Codes, languages: Codes, months: Codes): SearchVersion[] {
  const counts = stored.map(({ entries }) => {
    const view = new DataView(entries.buffer, entries.byteOffset, HEAD_BYTES);
    return [view.getUint32(0, true), view.getUint32(4, true)] as const;
  });
  let statementsFrom = 0;
  let assertionsFrom = counts.reduce((sum, [statements]) => sum + statements, 0);
  return stored.map(({ key, article, outlet, published, language }, position) => {
    const [statements, assertions] = counts[position];
    const version = {
      key: key / ENTRIES_A_VERSION,
      article,
      outlet: outlets.codeOf(outlet ?? ''),
      language: languages.codeOf(language ?? ''),
      month: months.codeOf(/^\d{4}-\d\d/.exec(published ?? '')?.[0] ?? ''),
      published,
      publishedDay: dayOf(published, 'first'),
      statementsFrom,
      statements,
      assertionsFrom,
      assertions,
    };
    statementsFrom += statements;
    assertionsFrom += assertions;
    return version;
  });
}

/** One buffer for every version's blob in turn, as bytes, whole numbers and fractions; machines that run Node are little-endian. */
function scratch(stored: readonly StoredSearch[]): [Uint8Array, Int32Array, Float32Array] {
  const longest = stored.reduce((most, { entries }) => Math.max(most, entries.length), 0);
  const buffer = new ArrayBuffer(Math.ceil(longest / 4) * 4);
  return [new Uint8Array(buffer), new Int32Array(buffer), new Float32Array(buffer)];
}

/** Lists of the lengths given: that of row r at r + 1. */
function emptyLists(lengths: Uint32Array): Lists {
  for (let row = 1; row < lengths.length; row++) lengths[row] += lengths[row - 1];
  return { starts: lengths, values: new Int32Array(lengths[lengths.length - 1]) };
}

/** Numbers for texts, from 0 in the order in which they come. */
class Codes {
  readonly values: string[] = [];
  readonly #codes = new Map<string, number>();

  codeOf(value: string): number {
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#codes.set(value, code);
    }
    return code;
  }
}
