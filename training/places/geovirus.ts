/**
 * GeoVirus (Gritta, Pilehvar & Collier 2018): Wikinews articles with the places that they name, their coordinates and Wikipedia
 * pages. Marked are all mentions of named places, wider than a country or a single camp, those before another noun too ("US officials",
 * "the Krasnodar leading veterinary physician"); no adjectives, no people, and no places inside most bodies' names.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { placeKey } from '../../src/reading/places/place-key.ts';
import { namesIn, readList } from '../gazetteer/read-lists.ts';

export const GEOVIRUS = 'places/GeoVirus.xml.gz';

export interface GoldPlace {
  readonly start: number;
  readonly end: number;
  readonly lat: number;
  readonly lon: number;
  /** Title of its page in Wikipedia; empty where it has none. */
  readonly page: string;
}

export interface GoldPlaceArticle {
  readonly id: string;
  readonly text: string;
  readonly places: readonly GoldPlace[];
}

/**
 * All articles; spans are half-open UTF-16 offsets (the file counts from 1).
 *
 * @param data the folder that holds GEOVIRUS
 * @throws Error where the file is missing, or a span does not hold its name.
 * @example
 * readGeoVirus('../shared/data')[0].places[0].page; // 'Pandi, Bulacan'
 */
export function readGeoVirus(data: string): GoldPlaceArticle[] {
  const xml = gunzipSync(readFileSync(join(data, GEOVIRUS))).toString('utf8');
  return [...xml.matchAll(/<article>(.*?)<\/article>/gs)].map(([, article], position) => {
    const text = field(article, 'text');
    const places = [...article.matchAll(/<location>(.*?)<\/location>/gs)].flatMap(([, location]): GoldPlace[] => {
      // Three of them hold another one, with its own tag.
      const start = Number(field(location, 'start')) - 1;
      const end = Number(field(location, 'end')) - 1;
      // A few articles have lost their text, and keep empty places.
      if (text.trim() === '' || start >= end) return [];
      if (text.slice(start, end) !== field(location, 'name'))
        throw new Error(`GeoVirus, article ${position}: "${field(location, 'name')}" does not stand at ${start}.`);
      return [
        {
          start,
          end,
          lat: Number(field(location, 'lat')),
          lon: Number(field(location, 'lon')),
          page: title(field(location, 'page')),
        },
      ];
    });
    return { id: `geovirus-${position}`, text, places };
  });
}

const codes = countryCodes();

/**
 * The code of the country that a Wikipedia page is about, or null where it is about another place. The table: names of ISO 3166-1's
 * countries in Unicode CLDR, and the other names of training/gazetteer/countries.tsv.
 *
 * @example
 * countryOfPage('Georgia (country)'); // 'GE'
 * countryOfPage('Georgia (U.S. state)'); // null
 */
export function countryOfPage(page: string): string | null {
  return codes.get(placeKey(page.replace(/ \(country\)$/, ''))) ?? null;
}

/**
 * Whether a page is about a sea, a continent, a part of one or a group of countries (training/gazetteer/areas.tsv lists them): what is
 * neither a country nor below one.
 *
 * @example
 * isWiderThanCountry('Middle East'); // true
 */
export function isWiderThanCountry(page: string): boolean {
  return wide.has(placeKey(page)) || page === 'European Union';
}

const wide = new Set(
  readList('areas.tsv', 6)
    .filter(([name, kind]) => kind === 'continent' || / (Ocean|Sea)$/.test(name))
    .flatMap(([name, , , , , others]) => [name, ...namesIn(others)])
    .map((name) => placeKey(name)),
);

function countryCodes(): Map<number, string> {
  const table = new Map<number, string>();
  const cldr = new Intl.DisplayNames('en', { type: 'region' });
  const rows = readList('countries.tsv', 5);
  for (const [code, , , , others] of rows)
    for (const name of [cldr.of(code)!, cldr.of(code)!.replace(/ \(.*| SAR .*/, ''), ...namesIn(others)]) {
      const key = placeKey(name);
      if (!table.has(key)) table.set(key, code);
    }
  return table;
}

function title(page: string): string {
  if (!page.includes('/wiki/')) return '';
  return decodeURIComponent(page.split('/wiki/')[1]).replaceAll('_', ' ');
}

function field(xml: string, tag: string): string {
  const value = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(xml)?.[1] ?? '';
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
}
