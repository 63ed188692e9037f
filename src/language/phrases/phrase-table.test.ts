import { expect, test } from 'vitest';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { PhraseTable } from './phrase-table.ts';

const lexicon = new Lexicon();
const table = new PhraseTable(lexicon, ['up', 'up to', 'up to date']);

test.each([
  ['up_IN to_IN date_NN', 3, 2, 3],
  ['up_IN to_IN 30_CD', 3, 1, 2],
  ['Up_RB and_CC down_RB', 3, 0, 1],
  ['up_IN to_IN date_NN', 2, 1, 2],
])('%s, read to %i: phrase %i', (tagged, end, phrase, last) => {
  const tokens = makeTagged(lexicon, tagged).tokens!;
  expect(table.at(tokens, 0, end, () => true)).toEqual({ phrase, last });
});

test('nothing where no phrase begins, or none is accepted', () => {
  const tokens = makeTagged(lexicon, 'go_VB up_RB').tokens!;
  expect(table.at(tokens, 0, 2, () => true)).toBeNull();
  expect(table.at(tokens, 1, 2, () => false)).toBeNull();
});

test('a shorter phrase where the longer one is not accepted', () => {
  const tokens = makeTagged(lexicon, 'up_IN to_IN date_NN').tokens!;
  expect(table.at(tokens, 0, 3, (phrase) => phrase < 2)).toEqual({ phrase: 1, last: 2 });
});

test('after the lexicon was emptied', () => {
  const own = new Lexicon();
  const later = new PhraseTable(own, ['perhaps']);
  later.at(makeTagged(own, 'perhaps_RB').tokens!, 0, 1, () => true);
  for (let i = 0; own.size <= 60_000; i++) own.intern(`w${i}`);
  own.trim();
  own.intern('other');
  expect(later.at(makeTagged(own, 'other_JJ perhaps_RB').tokens!, 0, 2, () => true)).toBeNull();
  expect(later.at(makeTagged(own, 'perhaps_RB').tokens!, 0, 1, () => true)).toEqual({ phrase: 0, last: 1 });
});
