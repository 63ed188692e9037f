import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument, type Document } from '../../text/document.ts';
import { paragraphBlocks } from '../../text/paragraphs.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { createTokenizer } from './tokenize.ts';

function read(text: string): Document {
  const document = createDocument(text, paragraphBlocks(text));
  createTokenizer(new Lexicon())(document);
  return document;
}

/** The words with a space between them, and "+" before those that continue the surface token before them. */
function words(text: string): string {
  const { start, end, joined, length } = read(text).tokens!;
  return Array.from({ length }, (_, i) => (joined[i] ? '+' : '') + text.slice(start[i], end[i])).join(' ');
}

describe('createTokenizer', () => {
  it.each([
    // contractions and possessives
    ["I don't know.", "I do +n't know ."],
    ["He can’t, won't and shouldn't've.", "He ca +n’t , wo +n't and should +n't +'ve ."],
    ["It's Anna's; they're ours.", "It +'s Anna +'s ; they +'re ours ."],
    ["the workers' demands", "the workers +' demands"],
    ['the workers’ demands', 'the workers +’ demands'],
    ['We cannot. Gonna go.', 'We can +not . Gon +na go .'],
    ["O'Neill at 5 o'clock", "O'Neill at 5 o'clock"],
    ["the '90s, 'til dawn", "the '90s , 'til dawn"],
    // quotation marks
    ['"No," she said.', '" No , " she said .'],
    ['“No,” she said.', '“ No , ” she said .'],
    ['‘The boys’ said the boss.', '‘ The boys ’ said the boss .'],
    ["'Yes,' he said, 'it is.'", "' Yes , ' he said , ' it is . '"],
    ['«Non», „nein“', '« Non » , „ nein “'],
    ["``Quoted''", "`` Quoted ''"],
    // hyphens and dashes
    ['a well-known non-profit', 'a well - known non-profit'],
    ['the co-founder’s e-mail', 'the co-founder +’s e-mail'],
    ['from 5-10 people', 'from 5 - 10 people'],
    ['call 713-853-3989', 'call 713-853-3989'],
    ['He left—quickly – or--so', 'He left — quickly – or -- so'],
    // abbreviations and initials
    ['Mr. Smith of the U.S. left.', 'Mr. Smith of the U.S. left .'],
    ['J. K. Doe met D.C. lawyers.', 'J. K. Doe met D.C. lawyers .'],
    ['at 5 p.m. in St. Paul', 'at 5 p.m. in St. Paul'],
    ['He got a Ph.D. and an M.Sc. there', 'He got a Ph.D. and an M.Sc. there'],
    ['It was plan B.', 'It was plan B .'],
    ['She and I. He left.', 'She and I . He left .'],
    ['See No. 10. No. He lied.', 'See No. 10 . No . He lied .'],
    ['It is a mess. Gen. Doe said so.', 'It is a mess . Gen. Doe said so .'],
    // figures, money, units
    ['$1,200.50, 45% and €3m', '$ 1,200.50 , 45 % and € 3 m'],
    ['US$5 at 10am on 9/11', 'US$ 5 at 10 am on 9/11'],
    ['the 23rd, the 1990s, 5G', 'the 23rd , the 1990s , 5G'],
    ['at 10:30, 1,2', 'at 10:30 , 1 , 2'],
    ['items 1) and 2)', 'items 1 ) and 2 )'],
    // addresses
    ['See http://example.com/a-b?c=d.', 'See http://example.com/a-b?c=d .'],
    ['(www.example.org), a.b-c@example.co.uk!', '( www.example.org ) , a.b-c@example.co.uk !'],
    ['Example.com and report.pdf.', 'Example.com and report.pdf .'],
    ['the end.Then it', 'the end . Then it'],
    ['#news by @name', '#news by @name'],
    // marks
    ['What?! No... Well… Now.?', 'What ?! No ... Well … Now .?'],
    ['a ---==--- b -=', 'a ---==--- b - ='],
    ["the 80's, John's, w/ it", "the 80's , John +'s , w/ it"],
    ['and/or, AT&T, R&D', 'and / or , AT&T , R&D'],
    ['great :-) yes :).', 'great :-) yes :) .'],
    ['[sic] (so)', '[ sic ] ( so )'],
    // emoji: one picture, one word
    ['fire 👩‍🚒🔥 🇧🇾!', 'fire 👩‍🚒 🔥 🇧🇾 !'],
    ['👍🏽 ok', '👍🏽 ok'],
    // other scripts, marks on letters, invisible characters
    ['Łódź, Zürich, naïve', 'Łódź , Zürich , naïve'],
    ['e\u0301te\u0301', 'e\u0301te\u0301'],
    ['שלום עולם', 'שלום עולם'],
    ['a\u00a0b', 'a b'],
  ])('%s', (text, expected) => expect(words(text)).toBe(expected));

  it('never lets a token cross a block boundary', () => {
    const text = 'U.S.A';
    const document = createDocument(text, [
      { kind: 'paragraph', start: 0, end: 3 },
      { kind: 'paragraph', start: 3, end: 5 },
    ]);
    createTokenizer(new Lexicon())(document);
    const { start, end } = document.tokens!;
    expect(Array.from(start, (s, i) => text.slice(s, end[i])).join(' ')).toBe('U.S .A'.replace('.A', '. A'));
  });

  it('reads nothing outside the blocks', () => {
    const document = createDocument('Menu. Text here.', [{ kind: 'paragraph', start: 6, end: 10 }]);
    createTokenizer(new Lexicon())(document);
    expect([...document.tokens!.start]).toEqual([6]);
  });

  const fragment = fc.oneof(
    fc.constantFrom(
      "n't",
      "'s",
      '’',
      '‘',
      '"',
      '.',
      '...',
      '-',
      '--',
      'http://',
      'www.',
      '@',
      '.com',
      'U.S.',
      'Mr.',
      '$',
      '5',
      ',',
    ),
    fc.constantFrom(
      'a',
      'B',
      'can',
      ' ',
      '\n',
      '\n\n',
      '\ud83d',
      '\ude00',
      '\u200d',
      '\ufe0f',
      '😀',
      'é',
      'ש',
      '\u202e',
      '(s)',
      '/',
      '_',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );

  it('covers all but white space, in order and without overlap, for any string', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
        const text = fragments.join('');
        const { start, end, joined, length } = read(text).tokens!;
        let at = 0;
        for (let i = 0; i < length; i++) {
          expect(start[i]).toBeGreaterThanOrEqual(at);
          expect(end[i]).toBeGreaterThan(start[i]);
          expect(text.slice(at, start[i]).trim()).toBe('');
          expect(text.slice(start[i], end[i])).not.toMatch(/\s/);
          if (joined[i]) expect(end[i - 1]).toBe(start[i]);
          at = end[i];
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['letters', 'a'],
    ['hyphens', 'a-'],
    ['digits and hyphens', '1-'],
    ['full stops', 'a.'],
    ['addresses', 'a@'],
    ['slashes', 'http://'],
    ['apostrophes', "a'"],
    ['opening brackets', '(('],
    ['joiners', '👩\u200d'],
    ['lone surrogates', '\ud800'],
    ['spaces', ' '],
  ])('takes time in proportion to a single line of %s', (_, unit) => {
    const time = (size: number): number => {
      const text = unit.repeat(size / unit.length);
      const begin = performance.now();
      read(text);
      return performance.now() - begin;
    };
    // The quickest of some runs: whatever else the machine does only adds to them.
    const quickest = (size: number): number => Math.min(...Array.from({ length: 5 }, () => time(size)));
    // Quadratic time would take 64 times as long for 8 times the text.
    expect(quickest(800_000)).toBeLessThan(32 * Math.max(quickest(100_000), 4));
  });
});
