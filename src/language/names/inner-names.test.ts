import { expect, test } from 'vitest';
import type { Name, NameType } from '../../text/document.ts';
import { InnerNameFinder, innerWord } from './inner-names.ts';

const finder = new InnerNameFinder({ place: ['belarus', 'new zealand', 'zealand', 'US'], group: ['russian'] });

/** The names in a text of words, one name given: its words are those from `first` up to `last`. */
function inside(words: string, type: NameType, first = 0, last = words.split(' ').length): string[] {
  const forms = words.split(' ');
  const name: Name = { first, last, type, probability: 0.9, parent: null };
  return finder
    .add([name], (t) => forms[t])
    .slice(1)
    .map((found) => `${found.type} ${forms.slice(found.first, found.last).join(' ')} in ${found.parent}`);
}

test.each<[string, NameType, string[]]>([
  ['Ministry of Defence of Belarus', 'organization', ['place Belarus in 0']],
  ['Russian Foreign Ministry', 'organization', ['group Russian in 0']],
  ['Food Standards New Zealand', 'organization', ['place New Zealand in 0']],
  ['US Army', 'organization', ['place US in 0']],
  ['Toys R Us', 'organization', []],
  ['Belarus', 'organization', []],
  ['Jordan Belarus', 'person', []],
  ['New Zealand', 'place', []],
  ['belarus united', 'organization', []],
])('names in %s, a %s', (words, type, expected) => {
  expect(inside(words, type)).toEqual(expected);
});

test('a place beside a name is not in it', () => {
  expect(inside('Belarus Defence Ministry', 'organization', 1, 3)).toEqual([]);
});

test('parents are counted among all names', () => {
  const forms = 'Bank of Belarus and Bank of Zealand'.split(' ');
  const outer = (first: number): Name => ({
    first,
    last: first + 3,
    type: 'organization',
    probability: 1,
    parent: null,
  });
  const names = finder.add([outer(0), outer(4)], (t) => forms[t]);
  expect(names.map(({ first, last, parent }) => [first, last, parent])).toEqual([
    [0, 3, null],
    [2, 3, 0],
    [4, 7, null],
    [6, 7, 2],
  ]);
});

test.each([
  ['México', 'mexico'],
  ['Côte', 'cote'],
  ['US', 'US'],
  ['d’Ivoire', "d'ivoire"],
])('%s is listed as %s', (form, word) => {
  expect(innerWord(form)).toBe(word);
});
