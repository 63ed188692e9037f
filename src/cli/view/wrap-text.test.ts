import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from './display-width.ts';
import { plainLine, wrapText } from './wrap-text.ts';

describe('displayWidth', () => {
  test.each([
    ['plain', 5],
    ['Čapek', 5],
    ['C\u030capek', 5],
    ['港湾', 4],
    ['⏳', 1],
    ['👷', 2],
    ['so\u00adft', 4],
    ['‏שלום', 4],
  ])('%s takes %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe('plainLine', () => {
  test('white space becomes one space', () => {
    expect(plainLine(' a\n\tb\u00a0c ')).toBe('a b c');
  });

  test('nothing that steers a terminal gets through', () => {
    expect(plainLine('a\u001b[2Jb\u0007\u009bc\u202ed')).toBe('a\ufffd[2Jb\ufffd\ufffdc\ufffdd');
  });
});

describe('wrapText', () => {
  test.each([
    ['the quick brown fox', 10, ['the quick', 'brown fox']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['a bcdefgh i', 4, ['a', 'bcde', 'fgh', 'i']],
    ['港湾港湾', 5, ['港湾', '港湾']],
    ['e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
    ['', 10, ['']],
  ])('%s at %i', (text, columns, lines) => {
    expect(wrapText(text, columns)).toEqual(lines);
  });

  test('no line is wider than asked, and no word is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 40 }), (text, columns) => {
        const lines = wrapText(text, columns);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(plainLine(text).replaceAll(' ', ''));
      }),
    );
  });
});
