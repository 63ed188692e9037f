import { expect, test } from 'vitest';
import type { Block } from '../../src/text/document.ts';
import { fillGaps } from './fill-gaps.ts';

const block = (start: number, end: number): Block => ({ kind: 'quotation', start, end });

test.each<[string, string, Block[], [string, number, number][]]>([
  ['nothing', '', [], []],
  ['no blocks', 'Words.', [], [['paragraph', 0, 6]]],
  [
    'white space between blocks',
    'A\n\nB',
    [block(0, 1), block(3, 4)],
    [
      ['quotation', 0, 1],
      ['quotation', 3, 4],
    ],
  ],
  [
    'words between and after',
    'A B C',
    [block(0, 1)],
    [
      ['quotation', 0, 1],
      ['paragraph', 1, 5],
    ],
  ],
  [
    'blocks out of order',
    'A B',
    [block(2, 3), block(0, 1)],
    [
      ['quotation', 0, 1],
      ['quotation', 2, 3],
    ],
  ],
])('%s', (_name, text, blocks, expected) => {
  expect(fillGaps(text, blocks).map(({ kind, start, end }) => [kind, start, end])).toEqual(expected);
});
