/**
 * Reads the columns from `version_search`, when the first search of a program asks for them and again after the ledger was written to.
 * Cost: one row of SQLite a version, and one pass over the entries; bench/ledger measures it.
 */
import type { Database } from '../database.ts';
import { ENTRIES_A_VERSION } from '../entry-tables.ts';
import { dayOf, eachClaim, FLAG, HEAD_BYTES, RECORD_BYTES } from './entry-record.ts';
import { ProfileCodes } from './profiles.ts';
import type { Block, Named, SearchColumns, SearchVersion } from './search-columns.ts';

interface StoredSearch {
  readonly key: number;
  readonly article: number;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly entries: Uint8Array;
}

/**
 * The columns of the ledger as it is now.
 *
 * @example
 * loadColumns(database).statements; // 1000000
 */
export function loadColumns(database: Database): SearchColumns {
  const stored = database.all<StoredSearch>(
    'SELECT key, article, outlet, published, language, entries FROM version_search WHERE latest = 1 ORDER BY key',
  );
  const outlets = new Codes(stored.map(({ outlet }) => outlet ?? ''));
  const languages = new Codes(stored.map(({ language }) => language ?? ''));
  const months = new Codes(stored.map(({ published }) => monthOf(published)));
  const versions = layOut(stored, outlets, languages, months);
  const places = new PlaceCodes(database);
  return {
    versions,
    positions: positionsOf(versions),
    outletOf: Uint32Array.from(versions, ({ outlet }) => outlet),
    monthOf: Uint32Array.from(versions, ({ month }) => month),
    blocks: blocksOf(versions),
    ...unpack(stored, versions, places),
    outlets: outlets.values,
    languages: languages.values,
    months: months.values,
    placeNames: places.names.values,
    countryNames: places.countries.values,
  };
}

function monthOf(published: string | null): string {
  return /^\d{4}-\d\d/.exec(published ?? '')?.[0] ?? '';
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
      month: months.codeOf(monthOf(published)),
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

function positionsOf(versions: readonly SearchVersion[]): Int32Array {
  const positions = new Int32Array((versions.at(-1)?.key ?? 0) + 1).fill(-1);
  versions.forEach(({ key }, position) => {
    positions[key] = position;
  });
  return positions;
}

function emptyBlock(versions: readonly SearchVersion[]): Block {
  const size = (versions.at(-1)?.key ?? 0) + 1;
  return { first: new Int32Array(size).fill(-1), count: new Uint32Array(size) };
}

function blocksOf(versions: readonly SearchVersion[]): SearchColumns['blocks'] {
  const blocks = { statement: emptyBlock(versions), assertion: emptyBlock(versions) };
  for (const { key, statementsFrom, statements, assertionsFrom, assertions } of versions) {
    blocks.statement.first[key] = statementsFrom;
    blocks.statement.count[key] = statements;
    blocks.assertion.first[key] = assertionsFrom;
    blocks.assertion.count[key] = assertions;
  }
  return blocks;
}

type Unpacked = Omit<
  SearchColumns,
  | 'versions'
  | 'positions'
  | 'outletOf'
  | 'monthOf'
  | 'blocks'
  | 'outlets'
  | 'languages'
  | 'months'
  | 'placeNames'
  | 'countryNames'
>;

/** One pass over the entries. Rows of assertions stand after all others, so what entries name comes in two parts, each in order. */
function unpack(stored: readonly StoredSearch[], versions: readonly SearchVersion[], codes: PlaceCodes): Unpacked {
  const last = versions.at(-1);
  const statements = last ? last.statementsFrom + last.statements : 0;
  const rows = last ? last.assertionsFrom + last.assertions : 0;
  const versionOf = new Uint32Array(rows);
  const profile = new Uint32Array(rows);
  const depth = new Uint8Array(rows);
  const flags = new Uint8Array(rows);
  const certainty = new Float32Array(rows);
  const confidence = new Float32Array(rows);
  const who = new Uint32Array(rows);
  const profiles = new ProfileCodes();
  const listed = new Uint32Array(rows);
  const [bytes, words, floats] = scratch(stored);
  let highestWho = 0;
  let listBytes = 0;
  for (let position = 0; position < versions.length; position++) {
    const version = versions[position];
    bytes.set(stored[position].entries);
    const count = version.statements + version.assertions;
    listBytes += stored[position].entries.length - HEAD_BYTES - count * RECORD_BYTES;
    for (let entry = 0; entry < count; entry++) {
      const isStatement = entry < version.statements;
      const row = isStatement ? version.statementsFrom + entry : version.assertionsFrom + entry - version.statements;
      const at = HEAD_BYTES + entry * RECORD_BYTES;
      const word = at >> 2;
      versionOf[row] = position;
      const certain = floats[word + 2];
      profile[row] = profiles.codeOf(
        bytes[at],
        bytes[at + 1],
        bytes[at + 2],
        bytes[at + 3],
        bytes[at + 4],
        bytes[at + 6],
        certain,
      );
      depth[row] = bytes[at + 5];
      flags[row] = bytes[at + 7];
      certainty[row] = certain;
      confidence[row] = floats[word + 3];
      const key = words[word + 4];
      who[row] = key;
      if (key > highestWho) highestWho = key;
      listed[row] = words[word + 5];
    }
  }
  return {
    statements,
    rows,
    versionOf,
    profile,
    profiles: profiles.profiles(),
    depth,
    flags,
    certainty,
    confidence,
    who,
    highestWho,
    ...readLists(stored, versions, flags, listed, listBytes, codes),
  };
}

/**
 * What stands behind the entries of each version. Rows of assertions stand after all others, so those of statements are read first.
 *
 * @param listed how many places (low half) and moments (high half) each row names
 * @param most bytes of all lists
 */
function readLists(
  stored: readonly StoredSearch[],
  versions: readonly SearchVersion[],
  flags: Uint8Array,
  listed: Uint32Array,
  most: number,
  codes: PlaceCodes,
): Pick<SearchColumns, 'saidFrom' | 'saidTo' | 'places' | 'countries' | 'moments' | 'claimBlocks' | 'claims'> {
  const saidFrom = new Int32Array(flags.length);
  const saidTo = new Int32Array(flags.length);
  const places = new NamedLists(most >> 2);
  const countries = new NamedLists(most >> 2);
  const moments = { rows: new Uint32Array(most >> 3), from: new Int32Array(most >> 3), to: new Int32Array(most >> 3) };
  const claimBlocks = emptyBlock(versions);
  const claims = new Int32Array(most);
  let moment = 0;
  let claim = 0;
  for (const isSecond of [false, true]) {
    for (let position = 0; position < versions.length; position++) {
      const { key, statementsFrom, statements, assertionsFrom, assertions } = versions[position];
      const { entries } = stored[position];
      const rowAt = (entry: number) =>
        entry < statements ? statementsFrom + entry : assertionsFrom + entry - statements;
      const view = new DataView(entries.buffer, entries.byteOffset);
      let at = HEAD_BYTES + (statements + assertions) * RECORD_BYTES;
      for (let entry = 0; entry < statements + assertions; entry++) {
        const row = rowAt(entry);
        const isSaid = (flags[row] & FLAG.said) !== 0;
        if (listed[row] === 0 && !isSaid) continue;
        const end = at + (isSaid ? 8 : 0) + 4 * (listed[row] & 0xffff) + 8 * (listed[row] >>> 16);
        if (entry < statements === isSecond) {
          at = end;
          continue;
        }
        if (isSaid) {
          saidFrom[row] = view.getInt32(at, true);
          saidTo[row] = view.getInt32(at + 4, true);
          at += 8;
        }
        for (let place = listed[row] & 0xffff; place > 0; place--) {
          const name = view.getUint32(at, true);
          places.add(row, codes.nameOf(name));
          countries.add(row, codes.countryOf(name));
          at += 4;
        }
        for (; at < end; at += 8) {
          moments.rows[moment] = row;
          moments.from[moment] = view.getInt32(at, true);
          moments.to[moment++] = view.getInt32(at + 4, true);
        }
      }
      if (isSecond) continue;
      claimBlocks.first[key] = claim;
      eachClaim(entries, at, (entry) => {
        claims[claim++] = entry < 0 ? -1 : rowAt(entry);
      });
      claimBlocks.count[key] = claim - claimBlocks.first[key];
    }
  }
  const { rows, from, to } = moments;
  return {
    saidFrom,
    saidTo,
    places: places.lists(),
    countries: countries.lists(),
    moments: { rows: rows.slice(0, moment), from: from.slice(0, moment), to: to.slice(0, moment) },
    claimBlocks,
    claims: claims.slice(0, claim),
  };
}

/** What rows name, as it is read; at most so many. */
class NamedLists {
  readonly #rows: Uint32Array;
  readonly #codes: Uint32Array;
  #count = 0;

  constructor(most: number) {
    this.#rows = new Uint32Array(most);
    this.#codes = new Uint32Array(most);
  }

  add(row: number, code: number): void {
    for (let at = this.#count - 1; at >= 0 && this.#rows[at] === row; at--) if (this.#codes[at] === code) return;
    this.#rows[this.#count] = row;
    this.#codes[this.#count++] = code;
  }

  lists(): Named {
    return { rows: this.#rows.slice(0, this.#count), codes: this.#codes.slice(0, this.#count) };
  }
}

/** One buffer for every version's blob in turn, as bytes, whole numbers and fractions; machines that run Node are little-endian. */
function scratch(stored: readonly StoredSearch[]): [Uint8Array, Int32Array, Float32Array] {
  const longest = stored.reduce((most, { entries }) => Math.max(most, entries.length), 0);
  const buffer = new ArrayBuffer(Math.ceil(longest / 4) * 4);
  return [new Uint8Array(buffer), new Int32Array(buffer), new Float32Array(buffer)];
}

/** Numbers for texts, in the order of the alphabet. */
class Codes {
  readonly values: readonly string[];
  readonly #codes: ReadonlyMap<string, number>;

  constructor(values: readonly string[]) {
    this.values = [...new Set(values)].sort();
    this.#codes = new Map(this.values.map((value, code) => [value, code]));
  }

  codeOf(value: string): number {
    return this.#codes.get(value)!;
  }
}

/** Codes of names and countries, by the key of a place's name in the file. */
class PlaceCodes {
  readonly names: Codes;
  readonly countries: Codes;
  readonly #ofKeys: Uint32Array;

  constructor(database: Database) {
    const stored = database.all<{ key: number; name: string; country: string }>(
      'SELECT key, name, country FROM place_name ORDER BY key',
    );
    this.names = new Codes(stored.map(({ name }) => name));
    this.countries = new Codes(stored.map(({ country }) => country));
    this.#ofKeys = new Uint32Array(2 * (stored.at(-1)?.key ?? 0) + 2);
    for (const { key, name, country } of stored) {
      this.#ofKeys[2 * key] = this.names.codeOf(name);
      this.#ofKeys[2 * key + 1] = this.countries.codeOf(country);
    }
  }

  nameOf(key: number): number {
    return this.#ofKeys[2 * key];
  }

  countryOf(key: number): number {
    return this.#ofKeys[2 * key + 1];
  }
}
