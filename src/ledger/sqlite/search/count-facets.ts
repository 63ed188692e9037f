/**
 * Counts rows by facet. Each count is exact: the number of rows that a click on it lists. Cost: one pass over the rows for seven of the
 * facets, one for outlet and month, one for actors, and one over all places that are named; what is shown is made for those values alone.
 */
import type { Facet, FacetValue } from '../../found.ts';
import {
  CERTAINTY_BANDS,
  chooseFacet,
  chosenValues,
  type FacetName,
  isChosen,
  splitByFacet,
  termOfFacet,
} from '../../search/facets.ts';
import { printQuery } from '../../search/print-query.ts';
import type { Query } from '../../search/query.ts';
import type { Database } from '../database.ts';
import { findWhos } from './find-rows.ts';
import { PROFILE_VALUES } from './profiles.ts';
import type { SearchColumns } from './search-columns.ts';
import type { Tally } from './tally.ts';

/** A value of a facet with its count; `value` is what termOfFacet takes. */
interface Counted {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The values to show, and how many there are. */
interface CountedFacet {
  readonly values: readonly Counted[];
  readonly distinct: number;
}

/**
 * One facet over the rows that fit all filters but its own.
 *
 * @param most values to give at most, the most frequent first
 * @example
 * countFacet(database, columns, 'act', tally, query, 12).values[0]; // { label: 'said', statements: 812, … }
 */
export function countFacet(
  database: Database,
  columns: SearchColumns,
  name: FacetName,
  tally: Tally,
  query: Query,
  most: number,
): Facet {
  const { values: shown, distinct } =
    name === 'actor' ? countActors(database, tally, query, most) : countValues(columns, name, tally, query, most);
  const values = shown.map(({ value, label, count }): FacetValue => {
    const term = termOfFacet(name, value);
    const search = printQuery(chooseFacet(query, name, term));
    return { value, label, statements: count, isChosen: isChosen(query, term), search };
  });
  return { name, distinct, values };
}

function countValues(
  columns: SearchColumns,
  name: Exclude<FacetName, 'actor'>,
  tally: Tally,
  query: Query,
  most: number,
): CountedFacet {
  const { outlets, months, placeNames, countryNames } = columns;
  const chosen = chosenValues(query, name);
  switch (name) {
    case 'outlet': {
      const counted = mostFrequent(outlets, tally.byVersion(name), chosen, most);
      return {
        ...counted,
        values: counted.values.map((value) => ({ ...value, label: value.value || 'no outlet named' })),
      };
    }
    case 'month':
      return latestFirst(months, tally.byVersion(name), chosen, most);
    case 'place':
      return mostFrequent(
        placeNames,
        withoutNone(placeNames, tally.byNamed(columns.places, placeNames.length)),
        chosen,
        most,
      );
    case 'country':
      return mostFrequent(
        countryNames,
        withoutNone(countryNames, tally.byNamed(columns.countries, countryNames.length)),
        chosen,
        most,
      );
    case 'certainty':
      return byBand(tally.byProfile(name), chosen, most);
    default:
      return mostFrequent(
        PROFILE_VALUES[name],
        tally.byProfile(name).subarray(0, PROFILE_VALUES[name].length),
        chosen,
        most,
      );
  }
}

/** '' comes first among values, where it is one. */
function withoutNone(values: readonly string[], counts: Uint32Array): Uint32Array {
  if (values[0] === '') counts[0] = 0;
  return counts;
}

/** The most frequent values, of equal ones the first, and those that were chosen: a filter stays in sight, so that it can be taken away. */
function mostFrequent(
  values: readonly string[],
  counts: Uint32Array,
  chosen: readonly string[],
  most: number,
): CountedFacet {
  const codes = highestIn(counts, most);
  const others = chosen
    .map((value) => values.indexOf(value))
    .filter((code) => counts[code] > 0 && !codes.includes(code));
  others.sort((a, b) => counts[b] - counts[a] || a - b);
  return {
    values: [...codes, ...others].map((code) => ({ value: values[code], label: values[code], count: counts[code] })),
    distinct: countPositive(counts),
  };
}

/** Months in their own order. */
function latestFirst(
  months: readonly string[],
  counts: Uint32Array,
  chosen: readonly string[],
  most: number,
): CountedFacet {
  const counted = months
    .map((value, code) => ({ value, label: value, count: counts[code] }))
    .filter(({ value, count }) => value !== '' && count > 0)
    .reverse();
  return { values: counted.filter(({ value }, at) => at < most || chosen.includes(value)), distinct: counted.length };
}

function byBand(counts: Uint32Array, chosen: readonly string[], most: number): CountedFacet {
  const counted = CERTAINTY_BANDS.map(({ label }, band) => ({ value: `${band}`, label, count: counts[band] })).filter(
    ({ count }) => count > 0,
  );
  return { values: counted.filter(({ value }, at) => at < most || chosen.includes(value)), distinct: counted.length };
}

/** Actors are many: only the most frequent ones are looked up, and those that the query names. */
function countActors(database: Database, tally: Tally, query: Query, most: number): CountedFacet {
  const counts = tally.byWho();
  counts[0] = 0;
  const keys = highestIn(counts, most);
  for (const { part, facet } of splitByFacet(query)) {
    if (facet !== 'actor' || part.type !== 'term' || part.value.type !== 'words') continue;
    const named = findWhos(database, part.value);
    if (named.length === 1 && !keys.includes(named[0])) keys.push(named[0]);
  }
  const values = keys.map((key) => {
    const { id, name } = database.get<{ id: string; name: string }>('SELECT id, name FROM who WHERE key = ?', key)!;
    return { value: id, label: name, count: counts[key] ?? 0 };
  });
  return { values, distinct: countPositive(counts) };
}

function countPositive(counts: Uint32Array): number {
  let distinct = 0;
  for (let at = 0; at < counts.length; at++) distinct += Number(counts[at] > 0);
  return distinct;
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
