import { expect, test } from 'vitest';
import { placeKey, placeWords } from './place-key.ts';

test.each([
  ['Saint-Étienne', 'St. Etienne'],
  ['Port-au-Prince', 'Port au Prince'],
  ['the Netherlands', 'Netherlands'],
  ['Democratic Republic of the Congo', 'Democratic Republic of Congo'],
  ['Côte d’Ivoire', "Cote d'Ivoire"],
  ['U.S.', 'US'],
  ['Washington, D.C.', 'Washington DC'],
  ['Łódź', 'Lodz'],
  ['Mt. Everest', 'Mount Everest'],
  ['Bosnia & Herzegovina', 'Bosnia and Herzegovina'],
])('%s has the key of %s', (a, b) => {
  expect(placeKey(a)).toBe(placeKey(b));
});

test.each([
  ['US', 'us'],
  ['Niger', 'Nigeria'],
  ['Georgia', 'Georgian'],
  ['New York', 'York'],
])('%s has another key than %s', (a, b) => {
  expect(placeKey(a)).not.toBe(placeKey(b));
});

test('in a text that is all in capitals, capitals tell nothing', () => {
  expect(placeWords('PERU', true)).toEqual(['peru']);
  expect(placeWords('PERU')).toEqual(['PERU']);
});

test.each(['', '   ', '...', '’', '--', '\u0000', '🙂'])('no words, or harmless ones: %j', (text) => {
  expect(placeWords(text).length).toBeLessThanOrEqual(1);
});
