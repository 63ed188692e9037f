import { expect, test } from 'vitest';
import { wordsOf } from './words-of.ts';

test.each([
  ['The Élysée, 2026', ['the', 'elysee', '2026']],
  ["didn't re-open", ['didn', 't', 're', 'open']],
  ['a\u{e000}b …', ['a\u{e000}b']],
  ['— ! —', []],
])('the words of "%s"', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});
