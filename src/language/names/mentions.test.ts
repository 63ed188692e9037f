import { expect, test } from 'vitest';
import { allocateTokens, createDocument, type Document } from '../../text/document.ts';
import { writingOf } from './features.ts';
import { CAPITALIZED, CAPITALS, MentionFinder, type Mentions, OTHER, PARTICLES, SMALL } from './mentions.ts';

const finder = new MentionFinder();

/** Looks over sentences of words set apart by spaces. */
function look(...sentences: string[]): { forms: string[]; mentions: Mentions } {
  const forms = sentences.flatMap((sentence) => sentence.split(' '));
  const lengths = sentences.map((sentence) => sentence.split(' ').length);
  const document: Document = createDocument('', []);
  document.tokens = allocateTokens(forms.length);
  const last = Int32Array.from(lengths, (_, s) => lengths.slice(0, s + 1).reduce((sum, n) => sum + n, 0));
  document.sentences = { length: lengths.length, first: last.map((end, s) => end - lengths[s]), last };
  const known = [...new Set(forms.map((form) => form.toLowerCase()))];
  const words = Int32Array.from(forms, (form) => known.indexOf(form.toLowerCase()));
  const isParticle = Uint8Array.from(forms, (form) => (PARTICLES.has(form.toLowerCase()) ? 1 : 0));
  const mentions = finder.find(document, words, Uint8Array.from(forms, writingOf), isParticle, known.length);
  return { forms, mentions };
}

test('a surname is looked up where the full name stands', () => {
  const { mentions } = look('Razak left .', 'Police say Najib Razak fled .');
  expect(mentions.best[0]).toBe(6);
  expect([mentions.runFirst[6], mentions.runLast[6]]).toEqual([5, 7]);
});

test.each([
  ['Ludwig van Beethoven wrote', 3],
  ['Abu al - Ani wrote', 4],
  ['Ludwig van der Rohe wrote', 4],
  ['Ludwig de de de Rohe wrote', 1],
  ['Ludwig wrote Beethoven', 1],
])('in "%s" the first run has %i tokens', (sentence, length) => {
  expect(look(sentence).mentions.runLast[0]).toBe(length);
});

test('tells whether a word is written small elsewhere, or with a capital inside a sentence', () => {
  const { mentions } = look('Bread rose .', 'They like bread .', 'Rivera ate .', 'We met Rivera .');
  expect(mentions.elsewhere[0]).toBe(1);
  expect(mentions.elsewhere[7]).toBe(2);
});

test.each([
  ['Ministry', CAPITALIZED],
  ['McDonald', CAPITALIZED],
  ['NATO', CAPITALS],
  ['U.S.', CAPITALS],
  ['J', CAPITALIZED],
  ['iPhone', CAPITALIZED],
  ['bread', SMALL],
  ['2024', OTHER],
  ['–', OTHER],
  ['Élysée', CAPITALIZED],
])('%s is written as %i', (form, writing) => {
  expect(writingOf(form)).toBe(writing);
});

test('forgets one document before the next', () => {
  look('They like bread .');
  expect(look('Bread rose .').mentions.elsewhere[0]).toBe(0);
});
