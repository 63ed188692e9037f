/**
 * The gazetteer: places and the names that they go by, as columns over models/gazetteer.weights (training/gazetteer/build.ts makes it).
 * Nothing is unpacked when it is opened.
 *
 * Names are kept as 32-bit keys (place-key.ts): the upper 16 bits choose a bucket, whose entries are sorted by the lower 16
 * bits and then by the importance of the place. An entry is a place (18 bits) and how the name calls it (6 bits). A look-up is
 * a search among some five entries.
 *
 * Coordinates have 20 bits each, a step of 20 m north and 40 m east, and are given to a thousandth of a degree. Populations are logarithms, exact to 7 %.
 */
import type { Weights } from '../../language/weights/weights.ts';
import { NAME_KINDS, type NameKind, PLACE_KINDS, type PlaceKind } from './kinds.ts';

/** One thing that a name may mean, with all that is weighed of it. */
export interface Match {
  /** Number in the gazetteer. */
  readonly place: number;
  readonly nameKind: NameKind;
  readonly kind: PlaceKind;
  /** See `Gazetteer.country` and `Gazetteer.region`. */
  readonly country: string;
  readonly region: number;
  /** Logarithm, to base 2, of one more than its people. */
  readonly people: number;
  /** From one of the lists of training/gazetteer, where only what is well known stands, not from GeoNames. */
  readonly isListed: boolean;
  /** A unit vector to it from the middle of the earth. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Steps of a coordinate. */
export const COORDINATE_STEPS = 2 ** 20;
/** Bits of an entry that hold the place; the rest hold the kind of name. */
export const PLACE_BITS = 18;
/** Steps of the logarithm (to base 2) of a population. */
export const POPULATION_STEPS = 10;
/** Places between two whole offsets of names; a power of two. */
export const NAME_BLOCK = 64;
/** A region that is none. */
export const NO_REGION = 0;

const decoder = new TextDecoder();

export class Gazetteer {
  readonly length: number;
  /** Codes of countries by their number: ISO 3166-1 alpha-2, and XK for Kosovo; the first is '', that of no country. */
  readonly countries: readonly string[];
  private readonly latHigh: Uint16Array;
  private readonly lonHigh: Uint16Array;
  private readonly low: Uint8Array;
  private readonly populations: Uint8Array;
  private readonly kinds: Uint8Array;
  private readonly regions: Uint16Array;
  private readonly idLow: Uint16Array;
  private readonly idBlocks: Uint32Array;
  private readonly nameLengths: Uint8Array;
  private readonly nameBlocks: Uint32Array;
  private readonly nameBytes: Uint8Array;
  private readonly regionCountries: Uint8Array;
  private readonly regionPlaces: Uint32Array;
  private readonly countryPlaces: Uint32Array;
  private readonly buckets: Uint32Array;
  private readonly entryLow: Uint16Array;
  private readonly entryPlaces: Uint16Array;
  private readonly entryHigh: Uint8Array;

  /** @param weights models/gazetteer.weights */
  constructor({ meta, arrays }: Weights) {
    this.countries = meta.countries as string[];
    this.latHigh = arrays.latHigh as Uint16Array;
    this.lonHigh = arrays.lonHigh as Uint16Array;
    this.low = arrays.low as Uint8Array;
    this.populations = arrays.populations as Uint8Array;
    this.kinds = arrays.kinds as Uint8Array;
    this.regions = arrays.regions as Uint16Array;
    this.idLow = arrays.idLow as Uint16Array;
    this.idBlocks = arrays.idBlocks as Uint32Array;
    this.nameLengths = arrays.nameLengths as Uint8Array;
    this.nameBlocks = arrays.nameBlocks as Uint32Array;
    this.nameBytes = arrays.nameBytes as Uint8Array;
    this.regionCountries = arrays.regionCountries as Uint8Array;
    this.regionPlaces = arrays.regionPlaces as Uint32Array;
    this.countryPlaces = arrays.countryPlaces as Uint32Array;
    this.buckets = arrays.buckets as Uint32Array;
    this.entryLow = arrays.entryLow as Uint16Array;
    this.entryPlaces = arrays.entryPlaces as Uint16Array;
    this.entryHigh = arrays.entryHigh as Uint8Array;
    this.length = this.kinds.length;
  }

  /**
   * The places that a name may mean, the most important first.
   *
   * @param key of `placeKey`
   * @param most places that are wanted
   * @example
   * gazetteer.find(placeKey('Paris')).map(({ country }) => country); // ['FR', 'US', …]
   */
  find(key: number, most: number = Number.POSITIVE_INFINITY): Match[] {
    const low = key & 0xffff;
    let from = this.buckets[key >>> 16];
    const to = this.buckets[(key >>> 16) + 1];
    while (from < to && this.entryLow[from] < low) from++;
    const matches: Match[] = [];
    for (; from < to && this.entryLow[from] === low && matches.length < most; from++) {
      const high = this.entryHigh[from];
      matches.push(this.match(this.entryPlaces[from] | ((high & 3) << 16), NAME_KINDS[high >> (PLACE_BITS - 16)]));
    }
    return matches;
  }

  private match(place: number, nameKind: NameKind): Match {
    const kind = this.kind(place);
    const lat = (this.lat(place) * Math.PI) / 180;
    const lon = (this.lon(place) * Math.PI) / 180;
    const isOfGeoNames =
      this.geonamesId(place) !== null || kind === 'country' || kind === 'admin1' || kind === 'admin2';
    return {
      place,
      nameKind,
      kind,
      country: this.country(place),
      region: this.region(place),
      people: this.populations[place] / POPULATION_STEPS,
      isListed: !isOfGeoNames,
      x: Math.cos(lat) * Math.cos(lon),
      y: Math.cos(lat) * Math.sin(lon),
      z: Math.sin(lat),
    };
  }

  /**
   * Whether any place has a name.
   *
   * @example
   * gazetteer.has(placeKey('Paris')); // true
   */
  has(key: number): boolean {
    const low = key & 0xffff;
    const to = this.buckets[(key >>> 16) + 1];
    for (let from = this.buckets[key >>> 16]; from < to; from++) if (this.entryLow[from] === low) return true;
    return false;
  }

  /** The name of a place, as GeoNames or a list writes it. */
  name(place: number): string {
    let from = this.nameBlocks[Math.floor(place / NAME_BLOCK)];
    for (let p = place - (place % NAME_BLOCK); p < place; p++) from += this.nameLengths[p];
    return decoder.decode(this.nameBytes.subarray(from, from + this.nameLengths[place]));
  }

  /** Degrees north. */
  lat(place: number): number {
    return degrees((this.latHigh[place] << 4) | (this.low[place] >> 4), 90);
  }

  /** Degrees east. */
  lon(place: number): number {
    return degrees((this.lonHigh[place] << 4) | (this.low[place] & 15), 180);
  }

  /** Inhabitants, to 7 %; of regions and countries, those of their towns; 0 where they are not known. */
  population(place: number): number {
    return Math.round(2 ** (this.populations[place] / POPULATION_STEPS) - 1);
  }

  kind(place: number): PlaceKind {
    return PLACE_KINDS[this.kinds[place]];
  }

  /** Number of the region of the first level that a place is in; 0 where it is in none. A region and a country have numbers of their own. */
  region(place: number): number {
    return this.regions[place];
  }

  /** Code of the country that a place is in: ISO 3166-1 alpha-2; '' for a sea, a continent, and what is between countries. */
  country(place: number): string {
    return this.countries[this.regionCountries[this.regions[place]]];
  }

  /** The place that a region of the first level is; -1 where the number is that of a whole country or of none. */
  regionPlace(region: number): number {
    return this.regionPlaces[region] - 1;
  }

  /** The place that a country is, by its code; -1 where there is no such country. */
  countryPlace(code: string): number {
    const number = this.countries.indexOf(code);
    return number > 0 ? this.countryPlaces[number] - 1 : -1;
  }

  /** The id of a place in GeoNames, or null where it is not from there. */
  geonamesId(place: number): number | null {
    // Places stand in the order of their ids, and a block begins where the upper 16 bits change.
    let from = 0;
    let to = this.idBlocks.length - 1;
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if (this.idBlocks[middle] <= place) from = middle;
      else to = middle - 1;
    }
    const id = from * 65_536 + this.idLow[place];
    return id === 0 ? null : id;
  }
}

function degrees(step: number, half: number): number {
  return Math.round(((step / COORDINATE_STEPS) * 2 * half - half) * 1000) / 1000;
}
