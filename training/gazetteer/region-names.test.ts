import { expect, test } from 'vitest';
import { bareRegionName } from './region-names.ts';

test.each([
  ['Yaroslavl Oblast', 'Yaroslavl'],
  ['Kabupaten Karo', 'Karo'],
  ['Provincia di Roma', 'Roma'],
  ["Département de l'Ain", 'Ain'],
  ['Pingliang Shi', 'Pingliang'],
  ['Scott County', 'Scott'],
  // A word for a region that is itself the name.
  ['Ontario', 'Ontario'],
  ['Kota', 'Kota'],
  ['Canton', 'Canton'],
  ['Northern Territory', 'Northern Territory'],
  ['North Eastern Province', 'North Eastern Province'],
])('%s', (name, bare) => {
  expect(bareRegionName(name)).toBe(bare);
});
