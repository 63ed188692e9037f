import { expect, test } from 'vitest';
import { makePlace } from '../../../test/samples/make-place.ts';
import { placesGeojson } from './geojson.ts';

const text = 'Shells hit Kharkiv and Harsel.';
const article = {
  title: 'Shells',
  outlet: null,
  byline: null,
  published: '2026-03-02',
  modified: null,
  url: null,
  language: 'en',
  credit: null,
};
const places = [
  makePlace({ text: 'Kharkiv', start: 11, country: 'UA', lat: 49.981, lon: 36.253, precision: 'city', kind: 'seat1' }),
  makePlace({ text: 'Harsel', start: 23 }),
];

test('one feature a mention, degrees east first', () => {
  const { type, features } = placesGeojson([{ id: 'a', text, textSha256: 'hash', article, places }]);
  expect(type).toBe('FeatureCollection');
  expect(features.map(({ type, id }) => [type, id])).toEqual(places.map(({ id }) => ['Feature', id]));
  expect(features[0].geometry).toEqual({ type: 'Point', coordinates: [36.253, 49.981] });
  expect(features[0].properties).toMatchObject({
    articleId: 'a',
    published: '2026-03-02',
    exact: 'Kharkiv',
    precision: 'city',
    country: 'UA',
    prefix: 'Shells hit ',
    suffix: ' and Harsel.',
    offsetUnit: 'utf16',
  });
});

test('what is unplaced has no geometry, and stands in the list', () => {
  const [, harsel] = placesGeojson([{ id: 'a', text, textSha256: 'hash', article, places }]).features;
  expect(harsel.geometry).toBeNull();
  expect(harsel.properties).toMatchObject({ exact: 'Harsel', precision: null, country: null });
});

test('no articles, and articles without places', () => {
  expect(placesGeojson([])).toEqual({ type: 'FeatureCollection', features: [] });
  expect(placesGeojson([{ id: 'a', text, textSha256: 'hash', article, places: [] }]).features).toEqual([]);
});
