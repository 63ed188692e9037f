/** Packs places and their names into the columns that src/reading/places/gazetteer.ts reads. */
import type { Weights } from '../../src/language/weights/weights.ts';
import {
  COORDINATE_STEPS,
  NAME_BLOCK,
  NO_REGION,
  PLACE_BITS,
  POPULATION_STEPS,
} from '../../src/reading/places/gazetteer.ts';
import { NAME_KINDS, type NameKind, PLACE_KINDS, type PlaceKind } from '../../src/reading/places/kinds.ts';
import { placeKey } from '../../src/reading/places/place-key.ts';

export interface PackedPlace {
  /** In GeoNames; 0 for none. Places stand in the order of their ids. */
  readonly id: number;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly kind: PlaceKind;
  readonly population: number;
  /** Code of the country or of the region of the first level ("UA.04") that it is in or is; empty for none. */
  readonly region: string;
  readonly names: readonly { readonly name: string; readonly kind: NameKind }[];
}

/** Places that one name may mean; the least important beyond these are dropped. */
const MOST_MATCHES = 48;
const LONGEST_NAME = 80;
/** What stands in for a population where places of a kind have none, when they are ranked. */
const RANKED_AS: Readonly<Partial<Record<PlaceKind, number>>> = {
  region: 1e6,
  water: 1e5,
  island: 2e5,
  terrain: 1e5,
  site: 1e4,
  quarter: 1e4,
};

/**
 * The weights file of some places.
 *
 * @param countries codes of all countries
 * @throws Error where there are more places or countries than the columns can number, or a place's id is out of order.
 * @example
 * new Gazetteer(packGazetteer([kharkiv], ['UA'])).find(placeKey('Kharkiv')).length; // 1
 */
export function packGazetteer(places: readonly PackedPlace[], countries: readonly string[]): Weights {
  if (places.length >= 2 ** PLACE_BITS) throw new Error(`${places.length} places are too many for ${PLACE_BITS} bits.`);
  if (countries.length > 255) throw new Error('Too many countries for a byte.');
  const codes = ['', ...countries];
  const regions = [...new Set(['', ...places.map(({ region }) => region)])].sort();
  const regionNumber = new Map(regions.map((code, i) => [code, i]));
  const placeOf = new Map<string, number>();
  for (const [p, { kind, region }] of places.entries())
    if (kind === 'country' || kind === 'admin1') placeOf.set(region, p);

  const lat = Uint32Array.from(places, (place) => stepOf(place.lat, 90));
  const lon = Uint32Array.from(places, (place) => stepOf(place.lon, 180));
  const encoded = places.map(({ name }) => new TextEncoder().encode(name.slice(0, LONGEST_NAME)));
  const nameBlocks: number[] = [];
  let at = 0;
  for (const [p, bytes] of encoded.entries()) {
    if (p % NAME_BLOCK === 0) nameBlocks.push(at);
    at += bytes.length;
  }
  const nameBytes = new Uint8Array(at);
  at = 0;
  for (const bytes of encoded) {
    nameBytes.set(bytes, at);
    at += bytes.length;
  }
  const idBlocks: number[] = [];
  let former = 0;
  for (const [p, { id }] of places.entries()) {
    if (id < former) throw new Error(`The place ${id} stands after ${former}.`);
    former = id;
    while (idBlocks.length <= Math.floor(id / 65_536)) idBlocks.push(p);
  }
  const { buckets, entries } = entriesOf(places);
  return {
    name: 'gazetteer',
    meta: { countries: codes },
    arrays: {
      buckets,
      nameBlocks: Uint32Array.from(nameBlocks),
      idBlocks: Uint32Array.from(idBlocks),
      regionPlaces: Uint32Array.from(regions, (code) => (code.includes('.') ? (placeOf.get(code) ?? -1) + 1 : 0)),
      countryPlaces: Uint32Array.from(codes, (code) => (code === '' ? 0 : (placeOf.get(code) ?? -1) + 1)),
      latHigh: Uint16Array.from(lat, (step) => step >> 4),
      lonHigh: Uint16Array.from(lon, (step) => step >> 4),
      regions: Uint16Array.from(places, ({ region }) => regionNumber.get(region) ?? NO_REGION),
      idLow: Uint16Array.from(places, ({ id }) => id % 65_536),
      entryLow: Uint16Array.from(entries, ({ key }) => key & 0xffff),
      entryPlaces: Uint16Array.from(entries, ({ place }) => place & 0xffff),
      entryHigh: Uint8Array.from(
        entries,
        ({ place, kind }) => (place >> 16) | (NAME_KINDS.indexOf(kind) << (PLACE_BITS - 16)),
      ),
      low: Uint8Array.from(lat, (step, p) => ((step & 15) << 4) | (lon[p] & 15)),
      populations: Uint8Array.from(places, ({ population }) =>
        Math.min(255, Math.round(Math.log2(population + 1) * POPULATION_STEPS)),
      ),
      kinds: Uint8Array.from(places, ({ kind }) => PLACE_KINDS.indexOf(kind)),
      regionCountries: Uint8Array.from(regions, (code) => codes.indexOf(code.slice(0, 2))),
      nameLengths: Uint8Array.from(encoded, ({ length }) => length),
      nameBytes,
    },
  };
}

interface Entry {
  readonly key: number;
  readonly place: number;
  readonly kind: NameKind;
}

function entriesOf(places: readonly PackedPlace[]): { buckets: Uint32Array; entries: Entry[] } {
  const byKey = new Map<number, Map<number, NameKind>>();
  for (const [p, { names }] of places.entries()) {
    for (const { name, kind } of names) {
      const key = placeKey(name);
      const known = byKey.get(key);
      if (!known) byKey.set(key, new Map([[p, kind]]));
      // The first name of a place that has this key is the most its own.
      else if (!known.has(p)) known.set(p, kind);
    }
  }
  const entries: Entry[] = [];
  for (const [key, matches] of [...byKey].sort(([a], [b]) => a - b)) {
    const ranked = [...matches].sort(
      ([a, kindA], [b, kindB]) => rank(places[b], kindB) - rank(places[a], kindA) || a - b,
    );
    for (const [place, kind] of ranked.slice(0, MOST_MATCHES)) entries.push({ key, place, kind });
  }
  const buckets = new Uint32Array(65_537);
  for (const { key } of entries) buckets[(key >>> 16) + 1]++;
  for (let b = 0; b < 65_536; b++) buckets[b + 1] += buckets[b];
  return { buckets, entries };
}

function rank({ population, kind }: PackedPlace, nameKind: NameKind): number {
  const people = kind === 'country' || kind === 'continent' ? 1e10 : Math.max(population, RANKED_AS[kind] ?? 0);
  return people * (nameKind === 'other' ? 0.1 : 1);
}

function stepOf(value: number, half: number): number {
  return Math.max(0, Math.min(COORDINATE_STEPS - 1, Math.round(((value + half) / (2 * half)) * COORDINATE_STEPS)));
}
