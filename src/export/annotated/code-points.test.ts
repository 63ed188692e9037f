import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodePoints } from './code-points.ts';

test.each([
  ['plain', 3, 3],
  ['🚢 sank', 3, 2],
  ['🚢🚢x', 4, 2],
  ['قال الوزير 🚢 إن', 14, 13],
  ['Ze\u0301 said', 3, 3],
  ['👩‍🚒!', 5, 3],
])('%s: %i UTF-16 units are %i code points', (text, utf16, points) => {
  const index = new CodePoints(text);
  expect(index.fromUtf16(utf16)).toBe(points);
  expect(index.toUtf16(points)).toBe(utf16);
});

test('there and back, as Python counts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const index = new CodePoints(text);
      const characters = [...text];
      let utf16 = 0;
      for (let point = 0; point <= characters.length; point++) {
        expect(index.toUtf16(point)).toBe(utf16);
        expect(index.fromUtf16(utf16)).toBe(point);
        utf16 += characters[point]?.length ?? 0;
      }
    }),
  );
});
