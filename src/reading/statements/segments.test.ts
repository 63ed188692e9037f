import { describe, expect, test } from 'vitest';
import type { BlockKind } from '../../text/document.ts';
import { CONTENT, CUE, labelOf, SOURCE, segmentsOf, withinBlocks } from './segments.ts';

const B = (role: 0 | 1 | 2) => labelOf(role, true, false);
const I = (role: 0 | 1 | 2) => labelOf(role, false, false);
const E = (role: 0 | 1 | 2) => labelOf(role, false, true);
const S = (role: 0 | 1 | 2) => labelOf(role, true, true);

describe('segmentsOf', () => {
  test.each([
    ['nothing', [0, 0], []],
    ['one token alone', [0, S(CUE), 0], [[CUE, 1, 2]]],
    ['a run', [B(CONTENT), I(CONTENT), E(CONTENT)], [[CONTENT, 0, 3]]],
    ['two runs of one role that touch', [B(CUE), E(CUE), S(CUE)], [[CUE, 0, 2], [CUE, 2, 3]]], // biome-ignore format: a row
    ['roles that touch', [S(SOURCE), S(CUE), B(CONTENT), E(CONTENT)], [[SOURCE, 0, 1], [CUE, 1, 2], [CONTENT, 2, 4]]], // biome-ignore format: a row
    ['a run that never began', [0, I(SOURCE), I(SOURCE)], [[SOURCE, 1, 3]]],
    ['a run whose role changes unannounced', [B(SOURCE), I(CUE)], [[SOURCE, 0, 1], [CUE, 1, 2]]], // biome-ignore format: a row
  ])('%s', (_, labels, expected) => {
    const segments = segmentsOf(Uint8Array.from(labels), new Float64Array(labels.length).fill(1));
    expect(segments.map(({ role, first, last }) => [role, first, last])).toEqual(expected);
  });

  test('is as sure of a segment as of its least sure token', () => {
    const labels = Uint8Array.of(B(CONTENT), I(CONTENT), E(CONTENT));
    expect(segmentsOf(labels, [0.9, 0.4, 0.8])[0].probability).toBe(0.4);
  });
});

describe('withinBlocks', () => {
  /** Two blocks of four tokens, and a content from the third token of the first to the second token of the other. */
  const cut = (first: BlockKind, second: BlockKind) =>
    withinBlocks(
      [{ role: CONTENT, first: 2, last: 6, probability: 0.7 }],
      [
        { kind: first, start: 0, end: 10 },
        { kind: second, start: 12, end: 20 },
      ],
      Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1),
    );

  test.each<[BlockKind, BlockKind, [number, number][]]>([
    ['paragraph', 'paragraph', [[2, 6]]],
    ['paragraph', 'quotation', [[2, 6]]],
    ['headline', 'paragraph', [[2, 4], [4, 6]]], // biome-ignore format: a row
    ['paragraph', 'caption', [[2, 4], [4, 6]]], // biome-ignore format: a row
    ['headline', 'byline', [[2, 4]]],
    ['byline', 'dateline', []],
  ])('from a %s into a %s', (first, second, expected) => {
    expect(cut(first, second).map((segment) => [segment.first, segment.last])).toEqual(expected);
    for (const { role, probability } of cut(first, second)) expect([role, probability]).toEqual([CONTENT, 0.7]);
  });
});
