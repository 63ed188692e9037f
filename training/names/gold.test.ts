import { expect, test } from 'vitest';
import { articleLength, otherTypes, titleLength } from './gold.ts';

test.each([
  ['Prime Minister Najib Razak', 'Najib Razak'],
  ['Mr. Razak', 'Razak'],
  ['Najib Razak', 'Najib Razak'],
  ['President', ''],
])('%s without titles is "%s"', (name, rest) => {
  expect(name.slice(titleLength(name))).toBe(rest);
});

test.each([
  ['the United Nations', 'United Nations'],
  ['The', 'The'],
  ['Theresa May', 'Theresa May'],
])('%s without an article is "%s"', (name, rest) => {
  expect(name.slice(articleLength(name))).toBe(rest);
});

test.each([
  ['Iraqis', 'NNPS', ['group'], true],
  ['Russian', 'JJ', ['group'], true],
  ['Eastman', 'NNP', ['group', 'product', 'work', 'event'], false],
  ['Affordable Care Act', 'NNP', ['work'], true],
  ['World Cup', 'NNP', ['event'], true],
  ['Nook Tablet', 'NNP', ['group', 'product', 'work', 'event'], false],
  ['dovish', 'JJ', ['group', 'product', 'work', 'event'], false],
])('%s of class "other" is %j', (name, tag, types, sure) => {
  expect(otherTypes(name, tag)).toEqual({ types, sure });
});
