import { expect, test } from 'vitest';
import { makeReading } from '../../test/samples/make-reading.ts';
import { cutOwnVoice, ownVoiceOf } from './cut-own-voice.ts';

const TEXT = 'The mob burned 12 shops. It rained.';
const reading = makeReading({
  blocks: [['paragraph', TEXT]],
  assertions: [
    ['The mob burned 12 shops.', 0.8],
    ['It rained.', 0.2],
  ],
  wording: [['mob', 'crowd']],
});

test('assertions worth checking and loaded words are cut out, the rest is one piece', () => {
  const pieces = cutOwnVoice(0, TEXT.length, ownVoiceOf(reading));
  expect(pieces.map(({ start, end, assertion, wording }) => [TEXT.slice(start, end), !!assertion, !!wording])).toEqual([
    ['The ', true, false],
    ['mob', true, true],
    [' burned 12 shops.', true, false],
    [' It rained.', false, false],
  ]);
});

test('a stretch inside of a loaded word', () => {
  expect(cutOwnVoice(5, 6, ownVoiceOf(reading)).map(({ start, end }) => [start, end])).toEqual([[5, 6]]);
});

test('a reading of an engine that knew neither', () => {
  expect(cutOwnVoice(0, 5, ownVoiceOf({}))).toEqual([{ start: 0, end: 5, assertion: null, wording: null }]);
});
