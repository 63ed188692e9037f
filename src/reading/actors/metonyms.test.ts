import { describe, expect, test } from 'vitest';
import { isSeat, metonymOf } from './metonyms.ts';

describe('metonymOf', () => {
  test.each([
    ['Moscow', 'capital stands for a government (Russia)'],
    ['Bern', 'capital stands for a government (Switzerland)'],
    ['Bogotá', 'capital stands for a government (Colombia)'],
    ['Washington, D.C.', 'capital stands for a government (United States)'],
    ['the Kremlin', 'seat of government stands for a government (Russia)'],
    ['Élysée', 'seat of government stands for a government (France)'],
    ['Downing Street', 'seat of government stands for a government (United Kingdom)'],
    ['Norway', 'country acts as a state'],
    ['U.S.', 'country acts as a state'],
    ['Türkiye', 'country acts as a state'],
  ])('%s: %s', (name, why) => {
    expect(metonymOf(name)).toBe(why);
  });

  test.each(['Liverpool', 'Sarnova', 'Moscow State University', 'Kremlin Cup', '', 'Paris Hilton'])(
    '%s is no state',
    (name) => {
      expect(metonymOf(name)).toBeNull();
    },
  );
});

test.each([
  ['the White House', true],
  ['Whitehall', true],
  ['Washington', false],
  ['the house', false],
])('isSeat(%s) is %s', (name, is) => {
  expect(isSeat(name)).toBe(is);
});
