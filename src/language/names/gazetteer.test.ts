import { expect, test } from 'vitest';
import { hashString } from '../lexicon/lexicon.ts';
import { foldWord } from './features.ts';
import { COUNTRY, entryClass, Gazetteer, GIVEN, placeHash, SURNAME } from './gazetteer.ts';

function gazetteerOf(places: Readonly<Record<string, number>>): Gazetteer {
  const keys = new Uint32Array(8);
  const classes = new Uint8Array(8);
  for (const [name, place] of Object.entries(places)) {
    let slot = placeHash(name) & 7;
    while (keys[slot] !== 0) slot = (slot + 1) & 7;
    keys[slot] = placeHash(name);
    classes[slot] = place;
  }
  return new Gazetteer(keys, classes);
}

const gazetteer = gazetteerOf({ Fort: 1, 'Fort Worth': 2, 'Port-au-Prince': 3, Łódź: 2 });

test.each([
  ['Fort Worth fell', 0, { length: 2, place: 2 }],
  ['Fort Knox fell', 0, { length: 1, place: 1 }],
  ['in Port - au - Prince', 1, { length: 5, place: 3 }],
  ['Łódź', 0, { length: 1, place: 2 }],
  ['LODZ', 0, { length: 1, place: 2 }],
  ['Worth', 0, null],
  ['the Fort', 0, null],
])('in "%s" from word %i on', (text, t, expected) => {
  const words = Uint32Array.from(text.split(' '), (word) => hashString(foldWord(word.toLowerCase())));
  expect(gazetteer.longestAt(words, t, words.length)).toEqual(expected);
});

test('a name does not run on past the sentence', () => {
  const words = Uint32Array.from(['fort', 'worth'], (word) => hashString(word));
  expect(gazetteer.longestAt(words, 0, 1)).toEqual({ length: 1, place: 1 });
});

test('a word may be a place and a word of names', () => {
  const georgia = gazetteerOf({ Georgia: entryClass(COUNTRY, GIVEN), Ołena: entryClass(0, GIVEN | SURNAME) });
  const words = Uint32Array.from(['georgia', 'olena', 'minsk'], (word) => hashString(word));
  expect([...words].map((word) => georgia.personOf(word))).toEqual([GIVEN, GIVEN | SURNAME, 0]);
  expect(georgia.longestAt(words, 0, 3)).toEqual({ length: 1, place: COUNTRY });
  expect(georgia.longestAt(words, 1, 3)).toBeNull();
});
