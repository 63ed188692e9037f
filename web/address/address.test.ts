import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleAddress, readAddress, statementsAddress } from './address.ts';

test.each([
  ['', { view: 'statements', query: {} }],
  ['#/', { view: 'statements', query: {} }],
  ['#/statements?kind=direct&page=2', { view: 'statements', query: { kind: 'direct', page: '2' } }],
  ['#/articles', { view: 'articles' }],
  ['#/articles/art_1', { view: 'article', article: 'art_1', version: null, statement: null }],
  ['#/articles/a/version/v/statement/s', { view: 'article', article: 'a', version: 'v', statement: 's' }],
  ['#/articles/a/colour/red', { view: 'unknown' }],
  ['#/statements/7', { view: 'unknown' }],
  ['#/elsewhere', { view: 'unknown' }],
])('%s', (hash, address) => {
  expect(readAddress(hash)).toEqual(address);
});

test('what is empty is left out', () => {
  expect(statementsAddress({ search: '', order: 'cue' })).toBe('#/statements?order=cue');
  expect(statementsAddress({ search: '' })).toBe('#/statements');
});

test('what is written is read again', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(word, fc.option(word), fc.option(word), (article, version, statement) => {
      const address = articleAddress(article, { version, statement });
      expect(readAddress(address)).toEqual({ view: 'article', article, version, statement });
    }),
  );
  fc.assert(
    fc.property(word, word, (text, outlet) => {
      expect(readAddress(statementsAddress({ text, outlet }))).toEqual({ view: 'statements', query: { text, outlet } });
    }),
  );
});

test('nothing written there by hand makes it fail', () => {
  fc.assert(fc.property(fc.string(), (hash) => readAddress(`#/articles/${hash}`) !== undefined));
});
