import { describe, expect, test } from 'vitest';
import { type Link, type PassedOn, passOn } from './pass-on.ts';

const range = (first: number, last: number) => ({ first, last });
const NOTHING: PassedOn = { citing: [], quotedBy: [], quotedAs: [] };

/** A statement found before: source, cue and content as [first, last). */
function link(
  position: number,
  source: readonly [number, number] | null,
  cue: readonly [number, number] | null,
  content: readonly [number, number],
): Link {
  return {
    position,
    source: source && range(...source),
    cue: cue && range(...cue),
    content: [range(...content)],
    confidence: 0.9,
    rule: null,
    parent: null,
  };
}

// 0-2 Delo | 3 citing | 4-6 two officials | 7 reported | 8-12 that it sank
const reported = link(0, [0, 2], [7, 8], [8, 12]);
const citing = [{ cue: range(3, 4), source: range(4, 6) }];

describe('citing', () => {
  test('the cited source has the content of the one that cites, beneath it', () => {
    const [outer, inner] = passOn([reported], { ...NOTHING, citing });
    expect(outer).toBe(reported);
    expect(inner).toMatchObject({ position: null, source: range(4, 6), rule: 'citing', content: [range(8, 12)] });
    expect(inner.parent).toBe(reported);
    expect(inner.confidence).toBeCloseTo(0.63);
  });

  test('a statement that took the cited source for a content gives way', () => {
    const taken = link(1, [0, 2], [3, 4], [4, 6]);
    expect(passOn([taken, reported], { ...NOTHING, citing }).map(({ position }) => position)).toEqual([0, null]);
  });

  test.each<[string, Link]>([
    ['a statement without a source', link(0, null, [7, 8], [8, 12])],
    ['a content that holds the citing', link(0, [20, 21], [21, 22], [0, 12])],
    ['only the citing itself', link(0, [0, 2], [3, 4], [4, 6])],
  ])('nothing beneath %s', (_, only) => {
    expect(passOn([only], { ...NOTHING, citing })).toEqual([only]);
  });
});

describe('quoted by', () => {
  // 0-3 the ministry , | 3-5 quoted by | 5-7 the agency | 8 said | 9-12 …
  const said = link(0, [0, 2], [8, 9], [9, 12]);
  const quotedBy = [{ cue: range(3, 5), source: range(5, 7), quoted: 1 }];

  test('who quotes stands above, with the same content', () => {
    const [above, below] = passOn([said], { ...NOTHING, quotedBy });
    expect(above).toMatchObject({
      position: null,
      source: range(5, 7),
      rule: 'quoted',
      parent: null,
      content: said.content,
    });
    expect(below).toEqual({ ...said, parent: above });
  });

  test('another source is not the one that is quoted', () => {
    const other = link(0, [20, 21], [8, 9], [9, 12]);
    expect(passOn([other], { ...NOTHING, quotedBy: [{ ...quotedBy[0], quoted: 14 }] })).toEqual([other]);
  });

  test('what the quoted source cites stays beneath it', () => {
    const cites = [{ cue: range(14, 15), source: range(15, 16) }];
    const links = passOn([said], { ...NOTHING, quotedBy, citing: cites });
    const below = links.find(({ position }) => position === 0);
    expect(links.find(({ rule }) => rule === 'citing')?.parent).toBe(below);
  });
});

describe('quoted as saying', () => {
  const quotedAs = [
    {
      sources: [
        { cue: range(8, 9), source: range(6, 8) },
        { cue: range(11, 13), source: range(9, 11) },
      ],
      content: null,
    },
  ];

  test('two statements with one content, in place of those that shared the words', () => {
    const wrong = link(0, [6, 8], [8, 9], [9, 11]);
    const half = link(1, [6, 8], [12, 13], [0, 5]);
    const [outer, inner, ...rest] = passOn([wrong, half], { ...NOTHING, quotedAs });
    expect(rest).toEqual([]);
    expect([outer.source, inner.source]).toEqual([range(6, 8), range(9, 11)]);
    expect([outer.content, inner.content]).toEqual([[range(0, 5)], [range(0, 5)]]);
    expect(inner.parent).toBe(outer);
  });

  test('nothing where no content is known', () => {
    const other = link(0, [20, 21], [21, 22], [22, 25]);
    expect(passOn([other], { ...NOTHING, quotedAs })).toEqual([other]);
  });
});
