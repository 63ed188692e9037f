import { expect, test } from 'vitest';
import type { Span } from '../../text/document.ts';
import { findInnermost } from './find-innermost.ts';

const OUTER: Span[] = [[0, 50]];
const INNER: Span[] = [[10, 40]];
const SPLIT: Span[] = [
  [12, 16],
  [30, 36],
];

test.each<[string, [start: number, end: number], (readonly Span[])[], number | null]>([
  ['in no piece', [60, 70], [OUTER], null],
  ['across the end of one', [45, 55], [OUTER], null],
  ['in the outer one alone', [2, 5], [OUTER, INNER], 0],
  ['in both', [20, 25], [OUTER, INNER], 1],
  ['in both, in either order', [20, 25], [INNER, OUTER], 0],
  ['in a part of a split one', [31, 33], [OUTER, SPLIT, INNER], 1],
  ['between the parts of a split one', [20, 25], [OUTER, SPLIT, INNER], 2],
  ['as long as the piece', [10, 40], [OUTER, INNER], 1],
  ['with no pieces', [1, 2], [], null],
])('%s', (_name, [start, end], pieces, expected) => {
  expect(findInnermost([{ start, end }], pieces)).toEqual([expected]);
});

test('every extent is answered in its own place', () => {
  const extents = [
    { start: 20, end: 25 },
    { start: 2, end: 5 },
    { start: 60, end: 61 },
  ];
  expect(findInnermost(extents, [OUTER, INNER])).toEqual([1, 0, null]);
});
