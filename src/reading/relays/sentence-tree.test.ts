import { describe, expect, test } from 'vitest';
import { RELATIONS } from '../../language/parse/relations.ts';
import { allocateTokens, type Tokens } from '../../text/document.ts';
import { SentenceTree } from './sentence-tree.ts';

/** Tokens with heads and relations given as "head:relation", heads by token number. */
function parsed(...arcs: readonly string[]): Tokens {
  const tokens = allocateTokens(arcs.length);
  for (const [t, arc] of arcs.entries()) {
    const [head, relation] = [arc.slice(0, arc.indexOf(':')), arc.slice(arc.indexOf(':') + 1)];
    tokens.head[t] = Number(head);
    tokens.relation[t] = RELATIONS.indexOf(relation);
  }
  return tokens;
}

// Ames said | that the gate was open
const tokens = parsed('1:nsubj', '-1:root', '5:mark', '4:det', '6:nsubj', '6:cop', '1:ccomp');
const tree = new SentenceTree(tokens, { first: 0, last: 7 });

describe('SentenceTree', () => {
  test('children in order, and the first with a relation', () => {
    expect(tree.children(1)).toEqual([0, 6]);
    expect(tree.children(6)).toEqual([4, 5]);
    expect(tree.children(3)).toEqual([]);
    expect(tree.child(1, new Set(['ccomp', 'xcomp']))).toBe(6);
    expect(tree.child(1, new Set(['obj']))).toBe(-1);
  });

  test('how far the words below a word reach', () => {
    expect([tree.left(6), tree.right(6)]).toEqual([2, 6]);
    expect([tree.left(1), tree.right(1)]).toEqual([0, 6]);
    expect([tree.left(3), tree.right(3)]).toEqual([3, 3]);
  });

  test('what hangs outside of the sentence is a root', () => {
    const part = new SentenceTree(tokens, { first: 2, last: 7 });
    expect(part.head(6)).toBe(-1);
    expect(part.left(6)).toBe(2);
    expect(part.children(1)).toEqual([]);
    expect(part.child(1, new Set(['ccomp']))).toBe(-1);
  });

  test('a circle ends', () => {
    const circle = new SentenceTree(parsed('1:obj', '0:obj', '2:obj'), { first: 0, last: 3 });
    expect([circle.left(0), circle.right(0)]).toEqual([0, 1]);
    expect(circle.children(2)).toEqual([]);
  });
});
