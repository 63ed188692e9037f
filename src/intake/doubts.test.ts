import { describe, expect, test } from 'vitest';
import { doubtsAbout } from './doubts.ts';
import { identifyLanguage } from './language.ts';

const STORY = 'The harbour ferry sank off Port Marlo on Monday night, the coast guard said. '.repeat(20);

test.each([
  ['an article', STORY, '', []],
  ['an article about an error page', `${STORY} Readers saw "404 Not Found" for an hour.`, '', []],
  ['an error page', '404 Not Found. The page could not be found.', '', ['W_NOT_ARTICLE']],
  ['a check for robots', 'Please verify you are a human.', '', ['W_NOT_ARTICLE']],
  ['a login page', 'Welcome. Please log in. Forgot your password?', '', ['W_NOT_ARTICLE']],
  ['a wall around the beginning', 'The ferry sank.', 'Subscribe to continue reading', ['W_PARTIAL']],
  ['a text that breaks off', 'The harbour ferry sank off Port Marlo and...', '', ['W_PARTIAL']],
  ['half a character', 'The ferry \ud83d sank.', '', ['W_CHARACTERS']],
  ['whole characters', 'The ferry 🚢 sank.', '', []],
])('%s', (_, text, around, codes) => {
  expect(doubtsAbout(text, 'en', around).map(({ code }) => code)).toEqual(codes);
});

test('a language without a model is named', () => {
  expect(doubtsAbout(STORY, 'de').map(({ code, message }) => [code, message.includes('German')])).toEqual([
    ['W_LANGUAGE', true],
  ]);
  expect(doubtsAbout(STORY, null)).toEqual([]);
});

describe('identifyLanguage', () => {
  test.each([
    ['en', 'The ministry denied on Tuesday that it had ordered the closure of the harbour.'],
    ['de', 'Das Ministerium bestritt am Dienstag, die Schließung des Hafens angeordnet zu haben.'],
    ['ar', 'نفت الوزارة يوم الثلاثاء أنها أمرت بإغلاق الميناء بعد غرق العبارة'],
    [null, '12 34 — 56'],
    [null, 'Rain. Fog. Sun.'],
    ['en', 'The mayor said no.'],
    ['ru', 'Министр сказал нет.'],
  ])('%s', (expected, text) => {
    expect(identifyLanguage(text)).toBe(expected);
  });
});
