import { expect, test } from 'vitest';
import { sampleGazetteer } from '../../../test/samples/make-gazetteer.ts';
import { readWeights, writeWeights } from '../../language/weights/weights.ts';
import { Gazetteer } from './gazetteer.ts';
import { placeKey } from './place-key.ts';

// Through the file format, as it is read at start-up.
const gazetteer = new Gazetteer(readWeights(writeWeights(sampleGazetteer())));
const find = (name: string) => gazetteer.find(placeKey(name));

test.each([
  ['Kharkiv', 'name', 'seat1', 'UA', 49.981, 36.253],
  ['Kharkov', 'listed', 'seat1', 'UA', 49.981, 36.253],
  ['Ukrainian', 'people', 'country', 'UA', 49, 32],
  ['Ill.', 'short', 'admin1', 'US', 40, -89.2],
  ['Indian Ocean', 'name', 'water', '', -20, 80],
])('%s', (name, nameKind, kind, country, lat, lon) => {
  const [match, ...others] = find(name);
  expect(others).toEqual([]);
  expect(match).toMatchObject({ nameKind, kind, country });
  expect([gazetteer.lat(match.place), gazetteer.lon(match.place)]).toEqual([lat, lon]);
});

test('the most important first', () => {
  expect(find('Paris').map(({ country }) => country)).toEqual(['FR', 'US']);
  expect(find('Georgia').map(({ kind }) => kind)).toEqual(['country', 'admin1']);
  expect(gazetteer.find(placeKey('Paris'), 1)).toHaveLength(1);
});

test.each(['Harsel', '', 'kyiv kyiv', 'Ukrainians'])('nothing for %j', (name) => {
  expect(find(name)).toEqual([]);
  expect(gazetteer.has(placeKey(name))).toBe(false);
});

test('what a place is in, and what it is', () => {
  const [springfield] = find('Springfield').filter(({ region }) => region === find('Illinois')[0].region);
  const { place, region } = springfield;
  expect(gazetteer.name(place)).toBe('Springfield');
  expect(gazetteer.name(gazetteer.regionPlace(region))).toBe('Illinois');
  expect(gazetteer.name(gazetteer.countryPlace('US'))).toBe('United States');
  expect(gazetteer.countryPlace('ZZ')).toBe(-1);
  expect(Math.abs(gazetteer.population(place) / 116e3 - 1)).toBeLessThan(0.07);
});

test('ids of GeoNames, over the blocks in which they are kept', () => {
  expect(gazetteer.geonamesId(find('Kyiv')[0].place)).toBe(70_000);
  expect(gazetteer.geonamesId(find('Tbilisi')[0].place)).toBe(630_000);
  expect(gazetteer.geonamesId(find('Ukraine')[0].place)).toBeNull();
});
