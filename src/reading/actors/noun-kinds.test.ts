import { expect, test } from 'vitest';
import { isPersonNoun, kindOfNoun } from './noun-kinds.ts';

test.each([
  ['official', 'official'],
  ['spokeswomen', 'official'],
  ['ministries', 'body'],
  ['police', 'body'],
  ['diplomats', 'diplomat'],
  ['stubs', 'document'],
  ['passers-by', 'witness'],
  ['ex-minister', 'official'],
  ['villagers', 'resident'],
  ['insiders', 'familiar'],
  ['nobody', 'nobody'],
  ['river', undefined],
  ['', undefined],
])('%s: %s', (noun, kind) => {
  expect(kindOfNoun(noun)).toBe(kind);
});

test.each([
  ['colonel', true],
  ['baker', true],
  ['agency', false],
  ['letter', false],
  ['newspaper', false],
  ['ferry', false],
])('isPersonNoun(%s) is %s', (noun, is) => {
  expect(isPersonNoun(noun)).toBe(is);
});
