import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HearsayError } from '../../text/errors.ts';
import { readLoadedWords } from './read-loaded-words.ts';

test.each([
  ['blob | civil service | mocks | noun | jelly, ink', 'blob noun civil service mocks jelly,ink'],
  ['blob\tcivil service\tmocks', 'blob other civil service mocks '],
  ['{"word":"Blob","plainer":"civil service","reason":"mocks","part":"noun"}', 'blob noun civil service mocks '],
  ['regime | authorities | ours', 'regime noun authorities ours '],
  ['regime | -', 'regime noun   '],
  ['{"word":"regime","plainer":null}', 'regime noun   '],
  ['# mine\n\n  blob | office | mocks  \r\n', 'blob other office mocks '],
  ['\ufeffdon’t know | doubt | ours', "don't know other doubt ours "],
])('%j', (text, entry) => {
  const [{ word, part, plainer, reason, except }, ...rest] = readLoadedWords(text, 'mine.txt');
  expect(`${word} ${part} ${plainer} ${reason} ${except.join(',')}`).toBe(entry);
  expect(rest).toEqual([]);
});

test.each([
  ['', 'mine.txt: holds no words'],
  ['# only a remark', 'mine.txt: holds no words'],
  ['blob', 'line 1: has no plainer word for "blob"'],
  ['a | b | c\n | office | mocks', 'line 2: names no word'],
  ['blob | office | mocks | nown', '"nown" is no part of speech: use verb, noun'],
  ['{"word":"blob",}', 'line 1: is no JSON object'],
  ['{"word":1,"plainer":"office"}', '"word" must be a string'],
  ['{"word":"blob","plainer":"office","except":"jelly"}', '"except" must be a list'],
])('%j is refused: %s', (text, message) => {
  expect(() => readLoadedWords(text, 'mine.txt')).toThrow(message);
});

test('any text is read or refused, never more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      try {
        readLoadedWords(text, 'mine.txt');
      } catch (error) {
        expect(error).toBeInstanceOf(HearsayError);
      }
    }),
  );
});
