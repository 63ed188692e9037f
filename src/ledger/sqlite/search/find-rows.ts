/**
 * Carries out a search: the tree of a query to the set of rows that fit it. Words go to the indexes, names to lists of names, all else
 * to columns of numbers. Cost: one pass over the rows for each term that was not looked for lately, and one
 * over the lists of a word; bench/ledger measures it.
 */
import type { FieldName, Has, Is } from '../../search/fields.ts';
import { holdsWords } from '../../search/holds-words.ts';
import type { DateRange, NumberRange, Query, Term, Words } from '../../search/query.ts';
import type { Database } from '../database.ts';
import { ENTRIES_A_VERSION } from '../entry-tables.ts';
import { dayOf, FLAG, OPEN_END, OPEN_START } from './entry-record.ts';
import { findWords, matchOf } from './find-words.ts';
import { emptyMask, intersect, invert, type Mask, unite } from './masks.ts';
import { PROFILE_VALUES, type ProfileField } from './profiles.ts';
import {
  type Block,
  type EntryTable,
  type Named,
  rowOf,
  type SearchColumns,
  type SearchVersion,
} from './search-columns.ts';
import type { SearchState } from './search-index.ts';
import type { TextIndex } from './search-tables.ts';
import { keysAmong, testVersions } from './version-test.ts';

/**
 * The rows that fit, as a set that is not to be changed.
 *
 * @example
 * findRows(database, state, parseQuery('act:denied bridge'));
 */
export function findRows(database: Database, state: SearchState, query: Query): Mask {
  const { columns, terms } = state;
  switch (query.type) {
    case 'all':
      return terms.get('', () => emptyMask(columns.rows).fill(1));
    case 'and':
      return intersect(query.parts.map((part) => findRows(database, state, part)));
    case 'or':
      return unite(query.parts.map((part) => findRows(database, state, part)));
    case 'not':
      return invert(findRows(database, state, query.part));
    case 'term':
      return terms.get(JSON.stringify(query), () => new TermFinder(database, columns).find(query));
  }
}

class TermFinder {
  readonly #database: Database;
  readonly #columns: SearchColumns;
  readonly #mask: Mask;

  constructor(database: Database, columns: SearchColumns) {
    this.#database = database;
    this.#columns = columns;
    this.#mask = emptyMask(columns.rows);
  }

  find(term: Term): Mask {
    const { field, value } = term;
    const test = testVersions(this.#database, this.#columns, term);
    if (test) {
      this.#takeVersions(test);
      return this.#mask;
    }
    switch (value.type) {
      case 'words':
        this.#findWords(field, value);
        break;
      case 'choice':
        this.#findChoice(field!, value.choice);
        break;
      case 'number':
        this.#findNumbers(field!, value);
        break;
      case 'dates':
        this.#findDates(field!, value);
    }
    return this.#mask;
  }

  #findWords(field: FieldName | null, words: Words): void {
    const { places, placeNames, countries, countryNames } = this.#columns;
    switch (field) {
      case null:
        this.#takeText('statement', null, words);
        this.#takeText('assertion', null, words);
        this.#takeHeads(words);
        break;
      case 'source':
      case 'cue':
        this.#takeText('statement', `${field}_text`, words);
        break;
      case 'about':
        this.#takeClaims(words);
        this.#takeContents(words);
        break;
      case 'content':
        this.#takeContents(words);
        break;
      case 'actor':
        this.#takeActors(words);
        break;
      case 'place':
        this.#takeNamed(places, placeNames.map(holdsWords(words)));
        break;
      case 'country': {
        const wanted = words.text.toUpperCase();
        this.#takeNamed(
          countries,
          countryNames.map((name) => name === wanted),
        );
        break;
      }
      case 'tag':
        this.#takeTagged(words);
    }
  }

  #takeText(table: EntryTable, column: string | null, words: Words): void {
    this.#takeFound(`${table}_text`, column, words, this.#columns.blocks[table], null);
  }

  /** Takes what an index of words finds: a key is a place in the block of its version, and that is a row, or has its row in `rowsOf`. */
  #takeFound(
    index: TextIndex,
    column: string | null,
    words: Words,
    { first, count }: Block,
    rowsOf: Int32Array | null,
  ): void {
    const mask = this.#mask;
    for (const keys of findWords(this.#database, index, column, words)) {
      for (let i = 0; i < keys.length; i++) {
        const version = Math.floor(keys[i] / ENTRIES_A_VERSION);
        const position = keys[i] - version * ENTRIES_A_VERSION;
        if (first[version] < 0 || position >= count[version]) continue;
        const place = first[version] + position;
        const row = rowsOf === null ? place : rowsOf[place];
        if (row >= 0) mask[row] = 1;
      }
    }
  }

  #takeContents(words: Words): void {
    this.#takeText('statement', 'content_text', words);
    this.#takeText('assertion', null, words);
  }

  #takeHeads(words: Words): void {
    const lists = findWords(this.#database, 'head_text', null, words);
    if (lists.some(({ length }) => length > 0)) this.#takeVersions(keysAmong(lists));
  }

  #takeClaims(words: Words): void {
    const { claims, claimBlocks } = this.#columns;
    this.#takeFound('claim_text', null, words, claimBlocks, claims);
  }

  #takeRow(table: EntryTable, key: number): void {
    const row = rowOf(this.#columns, table, key);
    if (row >= 0) this.#mask[row] = 1;
  }

  #takeActors(words: Words): void {
    const { who, highestWho, rows } = this.#columns;
    const wanted = new Uint8Array(highestWho + 1);
    for (const key of findWhos(this.#database, words)) wanted[key] = 1;
    wanted[0] = 0;
    for (let row = 0; row < rows; row++) this.#mask[row] = wanted[who[row]];
  }

  #takeVersions(isWanted: (version: SearchVersion) => boolean): void {
    for (const version of this.#columns.versions) {
      if (!isWanted(version)) continue;
      const { statementsFrom, statements, assertionsFrom, assertions } = version;
      this.#mask.fill(1, statementsFrom, statementsFrom + statements);
      this.#mask.fill(1, assertionsFrom, assertionsFrom + assertions);
    }
  }

  #takeNamed({ rows, codes }: Named, isWanted: readonly boolean[]): void {
    const wanted = Uint8Array.from(isWanted, Number);
    for (let i = 0; i < rows.length; i++) this.#mask[rows[i]] |= wanted[codes[i]];
  }

  #takeTagged(words: Words): void {
    const isWanted = holdsWords(words);
    for (const table of ['statement', 'assertion'] as const) {
      const rows = this.#database.all<{ key: number; tags: string }>(
        `SELECT key, review -> '$.tags' AS tags FROM ${table} WHERE review IS NOT NULL`,
      );
      for (const { key, tags } of rows) {
        if ((JSON.parse(tags) as string[]).some(isWanted)) this.#takeRow(table, key);
      }
    }
  }

  #findChoice(field: FieldName, choice: string): void {
    switch (field) {
      case 'kind':
      case 'act':
      case 'stance':
      case 'type':
      case 'unnamed':
        this.#takeProfiles(field, choice);
        break;
      case 'is':
        this.#findIs(choice as Is);
        break;
      case 'has':
        this.#findHas(choice as Has);
        break;
    }
  }

  #findIs(choice: Is): void {
    switch (choice) {
      case 'unnamed':
        this.#takeProfiles('type', choice);
        break;
      case 'assertion':
        this.#takeProfiles('kind', choice);
        break;
      case 'negated':
      case 'hypothetical':
      case 'nested':
      case 'uncertain':
        this.#takeFlag(FLAG[choice]);
        break;
      default:
        this.#takeProfiles('review', choice);
        break;
    }
  }

  #findHas(choice: Has): void {
    if (choice === 'place') for (const row of this.#columns.places.rows) this.#mask[row] = 1;
    else this.#takeFlag(FLAG[choice]);
  }

  #takeProfiles(field: ProfileField, value: string): void {
    const { profile, profiles } = this.#columns;
    const code = (PROFILE_VALUES[field] as readonly string[]).indexOf(value);
    const wanted = profiles[field].map((other) => Number(other === code));
    for (let row = 0; row < profile.length; row++) this.#mask[row] = wanted[profile[row]];
  }

  #takeFlag(flag: number): void {
    const { flags } = this.#columns;
    for (let row = 0; row < flags.length; row++) this.#mask[row] = Number((flags[row] & flag) !== 0);
  }

  #findNumbers(field: FieldName, { low, high }: NumberRange): void {
    const { depth, certainty, confidence, statements } = this.#columns;
    const values = field === 'depth' ? depth : field === 'certainty' ? certainty : confidence;
    // Columns hold numbers in 32 bits: 0.6 there is not 0.6 here.
    const [lowest, highest] = [Math.fround(low?.value ?? -1), Math.fround(high?.value ?? 1000)];
    const [isLowIn, isHighIn] = [low?.included ?? true, high?.included ?? true];
    for (let row = 0; row < statements; row++) {
      const value = values[row];
      const isIn = (isLowIn ? value >= lowest : value > lowest) && (isHighIn ? value <= highest : value < highest);
      this.#mask[row] = Number(isIn);
    }
  }

  #findDates(field: FieldName, range: DateRange): void {
    const from = dayOf(range.from, 'first') ?? OPEN_START;
    const to = dayOf(range.to, 'last') ?? OPEN_END;
    const { flags, saidFrom, saidTo, statements, moments } = this.#columns;
    if (field === 'happened') {
      for (let i = 0; i < moments.rows.length; i++) {
        if (moments.from[i] <= to && moments.to[i] >= from) this.#mask[moments.rows[i]] = 1;
      }
    } else {
      for (let row = 0; row < statements; row++) {
        this.#mask[row] = Number((flags[row] & FLAG.said) !== 0 && saidFrom[row] <= to && saidTo[row] >= from);
      }
    }
  }
}

/**
 * Keys of the actors across articles that have the id, or a name that holds the words.
 *
 * @example
 * findWhos(database, { type: 'words', text: 'okafor', prefix: false, whole: false });
 */
export function findWhos(database: Database, words: Words): number[] {
  if (/^who_[0-9a-f]+$/.test(words.text)) {
    const row = database.get<{ key: number }>('SELECT coalesce(same_as, key) AS key FROM who WHERE id = ?', words.text);
    return row ? [row.key] : [];
  }
  const rows = database.all<{ who: number; name: string }>(
    `SELECT DISTINCT who, ${words.whole ? 'name' : "'' AS name"} FROM actor
     WHERE key IN (SELECT rowid FROM actor_text WHERE actor_text MATCH ?)`,
    matchOf(words),
  );
  const isWanted = holdsWords(words);
  return rows.filter(({ name }) => !words.whole || isWanted(name)).map(({ who }) => who);
}

/**
 * Whether some part of the query asks for the outlet's own assertions, which are left out otherwise.
 *
 * @example
 * asksForAssertions(parseQuery('is:assertion bridge')); // true
 */
export function asksForAssertions(query: Query): boolean {
  switch (query.type) {
    case 'and':
    case 'or':
      return query.parts.some(asksForAssertions);
    case 'not':
    case 'all':
      return false;
    case 'term':
      return (
        (query.field === 'kind' || query.field === 'is') &&
        query.value.type === 'choice' &&
        query.value.choice === 'assertion'
      );
  }
}
