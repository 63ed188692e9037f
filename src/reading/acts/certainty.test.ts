import { expect, test } from 'vitest';
import { readMarked } from '../../../test/samples/read-marked.ts';

const certaintyOf = (marked: string): number => readMarked(marked).act.certainty;
const hedgesOf = (marked: string): string[] => {
  const { text, act } = readMarked(marked);
  return act.hedges.map(([start, end]) => text.slice(start, end));
};

test.each([
  ['<She> {said} [the gates were opened].', '<She> {said} [the gates may have been opened].'],
  ['<She> {said} [the gates were opened].', '<She> {speculated} [the gates were opened].'],
  ['<She> {said} [the gates were opened].', '<She> {claimed} [the gates were opened].'],
  ['<She> {said} [the gates were opened].', '[The gates were] {reportedly} [opened].'],
  ['<She> {said} [the gates were not opened].', '<She> {said} [the gates might not have been opened].'],
  ['<She> {said} [the gates were opened].', '<She> {said} [the gates would be opened].'],
])('%s sounds more certain than %s', (more, less) => {
  expect(certaintyOf(more)).toBeGreaterThan(certaintyOf(less));
});

test('a plain report sounds certain, and so does a plain denial', () => {
  expect(certaintyOf('<Police> {said} [12 people died].')).toBeGreaterThan(0.8);
  expect(certaintyOf('<Police> {denied} [that 12 people died].')).toBeGreaterThan(0.8);
});

test.each([
  '<Reporters> {asked} [whether the gates were open].',
  '<She> {urged} [them to leave].',
  '<He> {did not say} [whether the gates were open].',
  '<He> {might say} [that the gates were open].',
  '<He> {declined} [to comment].',
])('nothing is put forward: %s', (marked) => {
  expect(certaintyOf(marked)).toBe(0);
});

test.each([
  ['<Two rescuers> {said} [as many as 60 people may have been aboard].', ['as many as', 'may']],
  ['[It was] {reportedly} [dark].', ['reportedly']],
  ['{It is believed} [that the ferry was old].', ['is believed']],
  ['{It was claimed} [that the ferry was old].', ['It was claimed']],
  ['<Marek> {is said to have told} [the inquiry so].', ['said to']],
  ['<She> {said} [the ferry was old].', []],
  ['<Police> {reportedly said} [the ferry was old].', ['reportedly']],
  ['<The union> {claimed} [that the ferry was old].', []],
])('hedges of %s', (marked, hedges) => {
  expect(hedgesOf(marked)).toEqual(hedges);
});
