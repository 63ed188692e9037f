import { expect, test } from 'vitest';
import { LABELS, NAME_TYPES } from '../../src/language/names/types.ts';
import { runLabel } from '../../src/language/network/runs.ts';
import { XPOS_TAGS } from '../../src/language/tag/tags.ts';
import { allocateTokens, createDocument, type Document, type NameType } from '../../src/text/document.ts';
import type { GoldName } from './gold.ts';
import { allowedLabels, possible } from './prepare.ts';

/** A document of words set apart by spaces, each with its tag: "Minsk_NNP fell_VBD". */
function documentOf(words: string): Document {
  const tagged = words.split(' ').map((word) => word.split('_'));
  const document = createDocument(tagged.map(([form]) => form).join(' '), []);
  const tokens = allocateTokens(tagged.length);
  let at = 0;
  tagged.forEach(([form, tag], t) => {
    tokens.start[t] = at;
    tokens.end[t] = at + form.length;
    tokens.xpos[t] = XPOS_TAGS.indexOf(tag);
    at += form.length + 1;
  });
  document.tokens = tokens;
  document.sentences = { length: 1, first: Int32Array.of(0), last: Int32Array.of(tagged.length) };
  return document;
}

const bit = (type: NameType, begins: boolean, ends: boolean): number =>
  1 << runLabel(NAME_TYPES.indexOf(type), begins, ends);

function allowed(words: string, names: readonly GoldName[], set: 'uner' | 'polnear' = 'uner'): number[] {
  const document = documentOf(words);
  return [...allowedLabels({ id: '', set, text: document.text, names }, document)];
}

test('a sure name allows its labels alone', () => {
  const names: GoldName[] = [{ start: 3, end: 13, types: ['place'], sure: true }];
  expect(allowed('in_IN New_NNP Jersey_NNP now_RB', names)).toEqual([
    1,
    bit('place', true, false),
    bit('place', false, true),
    1,
  ]);
});

test('a name of one of two types, or none, allows all of them', () => {
  const names: GoldName[] = [{ start: 0, end: 5, types: ['work', 'product'], sure: false }];
  expect(allowed('Emile_NNP sold_VBD', names)).toEqual([1 | bit('work', true, true) | bit('product', true, true), 1]);
});

test('an unmarked proper noun may be of the types that sets leave out, and an adjective a group', () => {
  const [proper, adjective, small] = allowed('Nook_NNP Russian_JJ big_JJ', []);
  expect(proper & bit('product', true, true)).not.toBe(0);
  expect(proper & bit('person', true, true)).toBe(0);
  expect(adjective & bit('group', true, true)).not.toBe(0);
  expect(adjective & bit('product', true, true)).toBe(0);
  expect(small).toBe(1);
});

test('silver names in a headline say nothing', () => {
  const headline = 'Avoid_VB Angry_JJ Senators_NNS';
  const everything = allowed(headline, [], 'polnear');
  expect(everything.every((set) => (set & bit('person', true, true)) !== 0 && (set & 1) !== 0)).toBe(true);
  expect(allowed(headline, [])[0]).toBe(1);
});

test('where no sequence is allowed, every label is', () => {
  const begin = bit('place', true, false);
  const end = bit('place', false, true);
  expect([...possible(Uint32Array.of(1, begin, end, 1))]).toEqual([1, begin, end, 1]);
  expect([...possible(Uint32Array.of(1, begin, 1, 1))]).toEqual([1, begin, 2 ** LABELS - 1, 1]);
  expect([...possible(Uint32Array.of(end, 1))]).toEqual([end, 1]);
});
