import { describe, expect, test } from 'vitest';
import { makeReading } from '../../test/samples/make-reading.ts';
import { hasSameContent, isSame, overlapOf, pairs, type Told, tokenSpans, tokensOf, toldOf } from './told.ts';

const told = (source: readonly number[], content: readonly number[], parent: Told | null = null): Told => ({
  source: new Set(source),
  content: new Set(content),
  parent,
  depth: parent === null ? 0 : parent.depth + 1,
});

test('tokens are words and single signs, and belong to the spans that touch them', () => {
  const tokens = tokenSpans('“No,” he said.');
  expect(tokens.length).toBe(7);
  expect([
    ...tokensOf(
      [
        [1, 2],
        [6, 14],
      ],
      tokens,
    ),
  ]).toEqual([1, 4, 5, 6]);
});

describe('isSame', () => {
  test.each([
    ['equal', told([1], [3, 4]), told([1], [3, 4]), true],
    ['half of both', told([1], [3, 4]), told([1], [3]), true],
    ['less than half of the content', told([1], [3, 4, 5]), told([1], [3]), false],
    ['another source', told([1], [3]), told([2], [3]), false],
    ['no source in either', told([], [3]), told([], [3]), true],
    ['a source in one', told([1], [3]), told([], [3]), false],
  ])('%s', (_, a, b, expected) => {
    expect(isSame(a, b)).toBe(expected);
  });
});

test('nothing shares nothing', () => {
  expect(overlapOf(new Set(), new Set())).toBe(0);
});

test('pairs are one to one, the best first', () => {
  const gold = [told([], [1, 2, 3]), told([], [1, 2])];
  expect(pairs(gold, [told([], [1, 2])], hasSameContent)).toBe(1);
  expect(pairs(gold, [told([], [1, 2]), told([], [1, 2, 3])], hasSameContent)).toBe(2);
});

test('the statements of a reading keep their parents', () => {
  const { text, statements } = makeReading({
    blocks: [['paragraph', 'Hatch said Rau denied it.']],
    statements: [
      { source: ['Rau'], content: ['it'], parent: 1 },
      { source: ['Hatch'], content: ['Rau denied it'] },
    ],
  });
  const [inner, outer] = toldOf(statements, tokenSpans(text));
  expect(inner.parent).toBe(outer);
  expect([inner.depth, outer.depth]).toEqual([1, 0]);
  expect([...inner.source]).toEqual([2]);
});
