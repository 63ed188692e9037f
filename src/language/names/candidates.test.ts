import { expect, test } from 'vitest';
import { XPOS_TAGS } from '../tag/tags.ts';
import { chooseCandidates } from './candidates.ts';
import { writingOf } from './features.ts';

/** The chosen words of a sentence whose words have their tags: "Minsk_NNP fell_VBD". */
function chosen(sentence: string, { isSmall = false, place = -1 } = {}): string {
  const words = sentence.split(' ').map((word) => word.split('_'));
  const found = new Uint8Array(words.length).fill(1);
  const writing = Uint8Array.from(words, ([form]) => writingOf(form));
  const xpos = Uint8Array.from(words, ([, tag]) => XPOS_TAGS.indexOf(tag));
  const places = Uint8Array.from(words, (_, t) => (t === place ? 4 : 0));
  const count = chooseCandidates(found, writing, xpos, places, 0, words.length, isSmall);
  expect(count).toBe(found.reduce((sum, one) => sum + one, 0));
  return words.map(([form], t) => (found[t] ? form : '–')).join(' ');
}

test.each([
  ['The_DT old_JJ man_NN met_VBD Fuad_NNP there_RB today_NN', '– – – met Fuad there –'],
  ['But_CC he_PRP left_VBD', '– – –'],
  ['Bread_NN is_VBZ good_JJ', 'Bread is –'],
  ['he_PRP left_VBD and_CC went_VBD to_IN baghdad_NNP', '– – – – to baghdad'],
  ['it_PRP is_VBZ The_DT one_NN', '– is The one'],
])('of "%s" are looked at: %s', (sentence, expected) => {
  expect(chosen(sentence)).toBe(expected);
});

test('a known place written small is looked at, and where nothing has a capital, all of open classes', () => {
  expect(chosen('it_PRP was_VBD in_IN auckland_NN', { place: 3 })).toBe('– – in auckland');
  expect(chosen('he_PRP of_IN us_PRP all_DT in_IN perth_NN', { isSmall: true })).toBe('– – – – in perth');
});
