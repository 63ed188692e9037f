import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhiteSpace, paragraphBlocks } from './paragraphs.ts';

const texts = (text: string): string[] => paragraphBlocks(text).map(({ start, end }) => text.slice(start, end));

describe('paragraphBlocks', () => {
  it.each([
    ['', []],
    [' \n\t\n ', []],
    ['One.', ['One.']],
    ['One.\n\nTwo,\nstill two.', ['One.', 'Two,\nstill two.']],
    ['  One. \r\n \r\n Two. \r\n', ['One.', 'Two.']],
    ['One.\rStill one.\r\rTwo.', ['One.\rStill one.', 'Two.']],
    ['One.\u2029Two.', ['One.', 'Two.']],
    ['One.\u2028Still one.', ['One.\u2028Still one.']],
  ])('%j', (text, paragraphs) => expect(texts(text)).toEqual(paragraphs));

  it('covers everything but white space, in order, for any text', () => {
    const piece = fc.constantFrom('a', ' ', '\n', '\r\n', '\u2029', '\ud800', 'é', '\t');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of paragraphBlocks(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(/[^\S\n\r]*\n[^\S\n\r]*\n/.test(text.slice(start, end))).toBe(false);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});

describe('isWhiteSpace', () => {
  it('agrees with \\s for every code unit', () => {
    for (let code = 0; code < 65536; code++) expect(isWhiteSpace(code)).toBe(/\s/.test(String.fromCharCode(code)));
  });
});
