import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEXICON_LIMIT, Lexicon, shapeOf } from './lexicon.ts';

describe('Lexicon', () => {
  test('gives one number to one form and keeps what it knows of it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 })), (forms) => {
        const lexicon = new Lexicon();
        const ids = forms.map((form) => lexicon.intern(form));
        expect(ids).toEqual(forms.map((form) => lexicon.intern(form)));
        expect(lexicon.size).toBe(new Set(forms).size);
      }),
    );
  });

  test('sees through typographic apostrophes and capitals', () => {
    const lexicon = new Lexicon();
    const [curly, straight] = [lexicon.intern('N’T'), lexicon.intern("n't")];
    expect(curly).not.toBe(straight);
    expect(lexicon.lowerHash[curly]).toBe(lexicon.lowerHash[straight]);
  });

  test('is emptied once it has grown past its limit, and says so', () => {
    const lexicon = new Lexicon();
    for (let i = 0; i <= LEXICON_LIMIT; i++) lexicon.intern(`w${i}`);
    lexicon.trim();
    expect(lexicon.size).toBe(0);
    expect(lexicon.generation).toBe(1);
    expect(lexicon.intern('w5')).toBe(0);
  });
});

test.each([
  ['McDonald', 'AaAaa'],
  ['F-16', 'A-dd'],
  ['U.S.', 'A.A.'],
  ['2,000', 'd,dd'],
  ['said', 'aa'],
  ['—', '—'],
  ['Київ', 'Aaa'],
])('shape of %s is %s', (form, shape) => {
  expect(shapeOf(form)).toBe(shape);
});
