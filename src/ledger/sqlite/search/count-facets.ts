/**
 * Counts rows by facet. Each count is exact: the number of rows that a click on it lists. Cost: some 2 ns a row and facet.
 */
import { SPEECH_ACTS } from '../../../reading/acts/speech-acts.ts';
import type { Facet, FacetValue } from '../../found.ts';
import {
  CERTAINTY_BANDS,
  chooseFacet,
  type FacetName,
  isChosen,
  splitByFacet,
  termOfFacet,
} from '../../search/facets.ts';
import { KINDS, REVIEWS, SOURCE_TYPES, STANCES, UNNAMED_TYPES } from '../../search/fields.ts';
import { printQuery } from '../../search/print-query.ts';
import type { Query } from '../../search/query.ts';
import type { Database } from '../database.ts';
import { findWhos } from './find-rows.ts';
import type { SearchColumns } from './search-columns.ts';

/** A value of a facet with its count; `value` is what termOfFacet takes. */
interface Counted {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/**
 * One facet over the rows that fit all filters but its own.
 *
 * @param most values to give at most, the most frequent first
 * @example
 * countFacet(database, columns, 'act', rows, query, 12).values[0]; // { label: 'said', statements: 812, … }
 */
export function countFacet(
  database: Database,
  columns: SearchColumns,
  name: FacetName,
  rows: Uint32Array,
  query: Query,
  most: number,
): Facet {
  const { values: counted, distinct } =
    name === 'actor' ? countActors(database, columns, rows, query, most) : all(countValues(columns, name, rows));
  // A filter that fits nothing else stays in sight, so that it can be taken away.
  const shown = counted.filter(({ value }, at) => at < most || isChosen(query, termOfFacet(name, value)));
  const values = shown.map(({ value, label, count }): FacetValue => {
    const term = termOfFacet(name, value);
    const search = printQuery(chooseFacet(query, name, term));
    return { value, label, statements: count, isChosen: isChosen(query, term), search };
  });
  return { name, distinct, values };
}

function all(values: readonly Counted[]): { values: readonly Counted[]; distinct: number } {
  return { values, distinct: values.length };
}

/** The values that occur, the most frequent first; months in their own order, the latest first. */
function countValues(columns: SearchColumns, name: Exclude<FacetName, 'actor'>, rows: Uint32Array): Counted[] {
  switch (name) {
    case 'kind':
      return byCode(columns.kind, rows, KINDS);
    case 'act':
      return byCode(columns.act, rows, Object.keys(SPEECH_ACTS));
    case 'stance':
      return byCode(columns.stance, rows, STANCES);
    case 'type':
      return byCode(columns.sourceType, rows, SOURCE_TYPES);
    case 'unnamed':
      return byCode(columns.unnamed, rows, UNNAMED_TYPES);
    case 'review':
      return byCode(columns.review, rows, REVIEWS);
    case 'certainty':
      return byBand(columns, rows);
    case 'outlet':
      return byVersion(columns, rows, 'outlet', columns.outlets)
        .map((counted) => ({ ...counted, label: counted.value || 'no outlet named' }))
        .sort(mostFirst);
    case 'month':
      return byVersion(columns, rows, 'month', columns.months)
        .filter(({ value }) => value !== '')
        .sort((a, b) => compare(b.value, a.value));
    case 'place':
    case 'country':
      return byPlace(columns, rows, name);
  }
}

function byCode(codes: Uint8Array, rows: Uint32Array, values: readonly string[]): Counted[] {
  const counts = new Uint32Array(256);
  for (let i = 0; i < rows.length; i++) counts[codes[rows[i]]]++;
  return values
    .map((value, code) => ({ value, label: value, count: counts[code] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function byBand({ certainty, statements }: SearchColumns, rows: Uint32Array): Counted[] {
  const [low, high] = [Math.fround(0.4), Math.fround(0.7)];
  const counts = [0, 0, 0];
  // Assertions come last, and have none.
  for (let i = 0; i < rows.length && rows[i] < statements; i++) {
    const value = certainty[rows[i]];
    counts[value < low ? 0 : value <= high ? 1 : 2]++;
  }
  return CERTAINTY_BANDS.map(({ label }, band) => ({ value: `${band}`, label, count: counts[band] })).filter(
    ({ count }) => count > 0,
  );
}

function byVersion(
  { versionOf, versions }: SearchColumns,
  rows: Uint32Array,
  by: 'outlet' | 'month',
  values: readonly string[],
): Counted[] {
  const ofVersions = new Uint32Array(versions.length);
  for (let i = 0; i < rows.length; i++) ofVersions[versionOf[rows[i]]]++;
  const counts = new Uint32Array(values.length);
  for (let at = 0; at < versions.length; at++) counts[versions[at][by]] += ofVersions[at];
  return values.map((value, code) => ({ value, label: value, count: counts[code] })).filter(({ count }) => count > 0);
}

function byPlace({ places, placeNames }: SearchColumns, rows: Uint32Array, by: 'place' | 'country'): Counted[] {
  const { starts, values } = places;
  const names: string[] = [];
  const codes = new Map<string, number>();
  const codeOfKey = new Map<number, number>();
  for (const [key, { name, country }] of placeNames) {
    const value = by === 'place' ? name : country;
    let code = codes.get(value);
    if (code === undefined) codes.set(value, (code = names.push(value) - 1));
    codeOfKey.set(key, code);
  }
  const counts = new Uint32Array(names.length);
  // A row that names two places of one country counts once.
  const countedIn = new Int32Array(names.length).fill(-1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      const code = codeOfKey.get(values[at])!;
      if (countedIn[code] === row) continue;
      countedIn[code] = row;
      counts[code]++;
    }
  }
  return names
    .map((value, code) => ({ value, label: value, count: counts[code] }))
    .filter(({ value, count }) => count > 0 && value !== '')
    .sort(mostFirst);
}

/** Actors are many: only the most frequent ones are looked up, and those that the query names. */
function countActors(
  database: Database,
  { who, highestWho }: SearchColumns,
  rows: Uint32Array,
  query: Query,
  most: number,
): { values: readonly Counted[]; distinct: number } {
  const counts = new Uint32Array(highestWho + 1);
  for (let i = 0; i < rows.length; i++) counts[who[rows[i]]]++;
  counts[0] = 0;
  const keys = highestIn(counts, most);
  for (const { part, facet } of splitByFacet(query)) {
    if (facet !== 'actor' || part.type !== 'term' || part.value.type !== 'words') continue;
    const named = findWhos(database, part.value);
    if (named.length === 1 && !keys.includes(named[0])) keys.push(named[0]);
  }
  let distinct = 0;
  for (let key = 0; key < counts.length; key++) distinct += Number(counts[key] > 0);
  const values = keys.map((key) => {
    const { id, name } = database.get<{ id: string; name: string }>('SELECT id, name FROM who WHERE key = ?', key)!;
    return { value: id, label: name, count: counts[key] ?? 0 };
  });
  return { values, distinct };
}

/**
 * The positions of the highest numbers that are not 0, the highest first; of equal ones the first.
 *
 * @example
 * highestIn(new Uint32Array([0, 3, 5, 3]), 2); // [2, 1]
 */
export function highestIn(counts: Uint32Array, most: number): number[] {
  const keys: number[] = [];
  let least = 1;
  for (let key = 0; key < counts.length; key++) {
    const count = counts[key];
    if (count < least || (keys.length === most && count === least)) continue;
    let at = keys.length;
    while (at > 0 && counts[keys[at - 1]] < count) at--;
    keys.splice(at, 0, key);
    if (keys.length > most) keys.pop();
    if (keys.length === most) least = counts[keys[most - 1]];
  }
  return keys;
}

function mostFirst(a: Counted, b: Counted): number {
  return b.count - a.count || compare(a.value, b.value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
