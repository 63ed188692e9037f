import { expect, test } from 'vitest';
import { isNameOf, isOutletName } from './outlet-names.ts';

test.each([
  ['Pelgard Tribune', true],
  ['The Sarnova Courier', true],
  ['Corvane Press Agency', true],
  ['Reuters', true],
  ['the BBC', true],
  ['Channel Four News', true],
  ['Süddeutsche Zeitung', true],
  ['NovaTV', true],
  // Other bodies whose names end in words of the press.
  ['Environment Agency', false],
  ['World Bank', false],
  ['Press Council', false],
  ['Scottish Water Network', false],
  ['Tribune', false],
  ['News', false],
  ['', false],
])('isOutletName(%s) is %s', (name, is) => {
  expect(isOutletName(name)).toBe(is);
});

test.each([
  ['the Courier', 'The Sarnova Courier', true],
  ['Sarnova Courier', 'The Sarnova Courier', true],
  ['The Sarnova Courier', 'The Sarnova Courier', true],
  ['Gazette', 'Morrin Valley Gazette', true],
  ['Corvane', 'Corvane Press Agency', true],
  ['courier service', 'The Sarnova Courier', false],
  ['The', 'The Halyard', false],
  ['yard', 'The Halyard', false],
])('isNameOf(%s, %s) is %s', (name, outlet, is) => {
  expect(isNameOf(name, outlet)).toBe(is);
});
