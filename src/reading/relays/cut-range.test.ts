import { expect, test } from 'vitest';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { LemmaMemory } from '../acts/sentence-words.ts';
import { SentenceWords } from '../acts/sentence-words.ts';
import { closingOf, cutRange, openingOf } from './cut-range.ts';

/** The words of a tagged sentence; no dictionary forms are asked for. */
function wordsOf(tagged: string): SentenceWords {
  const lexicon = new Lexicon();
  const { tokens } = makeTagged(lexicon, tagged);
  return new SentenceWords(tokens!, { first: 0, last: tokens!.length }, lexicon, {} as LemmaMemory);
}

test.each<[name: string, tagged: string, first: number, last: number]>([
  ['a comma at the end', 'it_PRP sank_VBD ,_,', 0, 2],
  ['a clause that is joined on with "that"', 'it_PRP sank_VBD ,_, and_CC that_IN he_PRP swam_VBD', 0, 2],
  ['not one that is joined on without', 'it_PRP sank_VBD and_CC he_PRP swam_VBD', 0, 5],
  ['a closing mark whose opening one stands before', "it_PRP sank_VBD ,_, ”_''", 0, 2],
  ['not a mark that has its other one', "a_DT “_`` joke_NN ”_''", 0, 4],
  ['an opening mark that is not closed', '“_`` it_PRP sank_VBD', 1, 3],
])('cuts %s', (_, tagged, first, last) => {
  const words = wordsOf(tagged);
  expect(cutRange(words, 0, words.last)).toEqual({ first, last });
});

test('keeps the marks of a quotation, and finds nothing in punctuation', () => {
  const words = wordsOf("“_`` No_UH ,_, ”_''");
  expect(cutRange(words, 0, 4, true)).toEqual({ first: 0, last: 4 });
  expect(cutRange(wordsOf(',_, ._.'), 0, 2)).toBeNull();
});

test.each<[string, number]>([
  ["“_`` it_PRP sank_VBD ”_''", 3],
  ["‘_`` it_PRP sank_VBD ’_''", 3],
  ["‘_`` it_PRP is_VBZ the_DT guards_NNS ’_POS boat_NN ’_''", 7],
  ['“_`` it_PRP sank_VBD', -1],
])('the mark that closes %s', (tagged, expected) => {
  const words = wordsOf(tagged);
  expect(closingOf(words, 0, words.last)).toBe(expected);
});

test('passes over commas and colons', () => {
  expect(openingOf(wordsOf(',_, :_: it_PRP sank_VBD'), 0)).toBe(2);
});
