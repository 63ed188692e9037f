import { describe, expect, it, test } from 'vitest';
import { readOffset, readSite, type WordsAt } from './read-offset.ts';

/** Words with one space between them. */
function wordsOf(text: string): WordsAt & { readonly at: (word: string) => number } {
  const words = text.split(' ');
  const startOf = (t: number): number => words.slice(0, t).join(' ').length + (t > 0 ? 1 : 0);
  return {
    lower: (t) => words[t]?.toLowerCase() ?? '',
    span: (first, last) => ({ start: startOf(first), end: startOf(last - 1) + words[last - 1].length }),
    at: (word) => words.indexOf(word),
  };
}

describe('how something lies to a place', () => {
  it.each<[text: string, words: string, km: number | null, bearing: string | null, isAbout: boolean]>([
    ['a camp 20 km north of Harsel', '20 km north of', 20, 'north', false],
    ['about 12 miles from Harsel', '12 miles from', 19.312, null, true],
    ['it lies north - east of Harsel', 'north - east of', null, 'northeast', false],
    ['it lies south of the Harsel', 'south of', null, 'south', false],
    ['a dam 38 km ( 24 miles ) upstream of Harsel', '38 km ( 24 miles ) upstream of', 38, 'upstream', false],
    ['500 metres away from Harsel', '500 metres away from', 0.5, null, false],
    ['five miles to the west of Harsel', 'five miles to the west of', 8.047, 'west', false],
  ])('%s', (text, words, km, bearing, isAbout) => {
    const sample = wordsOf(text);
    const offset = readOffset(sample, sample.at('Harsel'))!;
    expect(text.slice(offset.start, offset.end)).toBe(words);
    expect(offset).toMatchObject({ distanceKm: km, bearing, isAbout });
  });

  it.each(['the mayor of Harsel', 'near Harsel', 'he came from Harsel', 'a part of Harsel', '12 people of Harsel'])(
    'nothing in "%s"',
    (text) => {
      const sample = wordsOf(text);
      expect(readOffset(sample, sample.at('Harsel'))).toBeNull();
    },
  );
});

test.each<[text: string, site: string | null]>([
  ['a quay at Harsel', 'quay'],
  ['the Harsel bridge', 'bridge'],
  ['the prison in Harsel', 'prison'],
  ['the mayor in Harsel', null],
  ['the bridge of Harsel', null],
])('the site of "%s" is %s', (text, site) => {
  const sample = wordsOf(text);
  const at = sample.at('Harsel');
  const found = readSite(sample, at, at + 1);
  expect(found && text.slice(found.start, found.end)).toBe(site);
});
