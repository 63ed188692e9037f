import { describe, expect, test } from 'vitest';
import { openEngine } from '../../models/open-engine.ts';
import type { Article } from '../reading.ts';

const engine = openEngine();
const ARTICLE: Article = {
  ...{
    title: null,
    outlet: null,
    byline: null,
    published: null,
    modified: null,
    url: null,
    language: 'en',
    credit: null,
  },
};

/** The sides of a text: "absent Hydrovel: accused". */
function sidesIn(text: string): string[] {
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
  const { sides, actors } = engine.read({ id: 'sample', text, blocks, article: ARTICLE, leftOut: [], warnings: [] });
  return sides.map(({ status, actor, cue }) => {
    const name = actors.find(({ id }) => id === actor)?.name;
    return `${status} ${name}: ${cue.text}`;
  });
}

const ACCUSED = 'The minister, Danilo Farkas, accused Horatio Lam of hiding the log.';

describe('sides', () => {
  test('somebody accused who says nothing is absent', () => {
    expect(sidesIn(ACCUSED)).toEqual(['absent Horatio Lam: accused']);
  });

  test('who says something is heard', () => {
    expect(sidesIn(`${ACCUSED} Lam said that the log was false.`)).toEqual(['heard Horatio Lam: said']);
  });

  test('who was approached is not absent', () => {
    expect(sidesIn(`${ACCUSED} Lam did not respond to a request for comment.`)).toEqual([
      'approached Horatio Lam: did not respond to a request for comment',
    ]);
  });

  test('who is spoken for is heard', () => {
    const text =
      'The minister accused Hydrovel Energy of hiding the log. Piet Karras, a spokesman for Hydrovel Energy, said that the log was false.';
    expect(sidesIn(text)).toEqual(['heard Hydrovel Energy: said']);
  });

  test.each([
    'The minister did not accuse Horatio Lam of hiding the log.',
    'The minister may accuse Horatio Lam of hiding the log.',
    'The minister praised Horatio Lam for the log.',
    'The minister blamed the weather.',
    'Horatio Lam said that the bridge was old.',
  ])('no side: %s', (text) => {
    expect(sidesIn(text)).toEqual([]);
  });
});
