import { describe, expect, test } from 'vitest';
import { makePlace } from '../../../test/samples/make-place.ts';
import { displayWidth } from './display-width.ts';
import { painter } from './paint.ts';
import { showPlaces, showPlaceTable } from './show-places.ts';

const view = { columns: 80, paint: painter(false) };
const placeOf = (offset: number): string => `¶${Math.floor(offset / 100) + 1}`;
const kharkiv = { country: 'UA', lat: 49.981, lon: 36.253, precision: 'city', kind: 'seat1', score: 0.99 } as const;
const places = [
  makePlace({ text: 'Kharkov', start: 10, ...kharkiv, name: 'Kharkiv' }),
  makePlace({ text: 'Kharkov', start: 220, ...kharkiv, name: 'Kharkiv' }),
  makePlace({ text: 'Kharkov', start: 320, ...kharkiv, name: 'Kharkiv', relation: 'near', precision: 'admin' }),
  makePlace({ text: 'Harsel', start: 130 }),
  makePlace({
    text: 'Ukrainian',
    start: 140,
    name: 'Ukraine',
    country: 'UA',
    lat: 49,
    lon: 32,
    precision: 'country',
    kind: 'country',
    adjective: true,
    score: 0.9,
  }),
];

describe('below a reading', () => {
  test('each place once, with where it is named; then what is unplaced', () => {
    expect(showPlaces(places, placeOf, view)).toMatchInlineSnapshot(`
      "Places
        Kharkiv “Kharkov”, UA (city; ¶1 ¶3) · Kharkiv “Kharkov” (near), UA (admin; ¶4)
        · Ukraine (country; ¶2)
        Unplaced: Harsel (¶2)"
    `);
  });

  test('nothing where there are none', () => {
    expect(showPlaces([], placeOf, view)).toBe('');
  });
});

describe('as a table', () => {
  test('of 80 columns', () => {
    expect(showPlaceTable(places, placeOf, view)).toMatchInlineSnapshot(`
      "  place                               is a        north      east  score named
        Kharkiv “Kharkov”               UA  city       49.981    36.253  0.99  ¶1 ¶3
        Kharkiv “Kharkov” (near)        UA  admin      49.981    36.253  0.99  ¶4
        Ukraine                         UA  country    49.000    32.000  0.90  ¶2
        Unplaced: Harsel (¶2)"
    `);
  });

  test('a name that is too long is cut, and what could steer the terminal is not printed', () => {
    const long = makePlace({ ...places[0], text: `${'Llanfair'.repeat(9)}\u001b[31m`, name: 'a\u001b[31m' });
    const table = showPlaceTable([long], placeOf, view);
    expect(table).not.toContain('\u001b');
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  test('says so where there are none', () => {
    expect(showPlaceTable([], placeOf, view)).toBe('No places found');
  });
});
