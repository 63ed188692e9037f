import { describe, expect, test } from 'vitest';
import { allocateTokens, createDocument, type Document } from '../../text/document.ts';
import { WordClusters } from '../clusters/word-clusters.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { type EncoderShape, encoderArrays, WINDOW } from '../network/encoder.ts';
import { packEncoder } from '../network/pack-encoder.ts';
import { WordVectors } from '../vectors/word-vectors.ts';
import type { Weights } from '../weights/weights.ts';
import { type ArcShape, arcArrays, distanceOf, LONGEST } from './arcs.ts';
import { createParser } from './parse.ts';
import { RELATIONS } from './relations.ts';
import { NO_HEAD } from './tree.ts';

const ARCS: ArcShape = { arc: 8, relation: 8 };
const SHAPE: EncoderShape = { buckets: 32, features: 32, vector: 8, context: 0, hidden: 8, layers: 1, outputs: 32 };

/** A parser that sees no words: it hangs each word on the one before it, as obj, and a first word on nothing. */
function chainParser(lexicon: Lexicon): (document: Document) => void {
  const sizes = new Map(encoderArrays(SHAPE).map(({ name, rows, columns }) => [name, rows * columns]));
  const encoder = packEncoder(SHAPE, (name) => new Float32Array(sizes.get(name)!));
  const arcs = Object.fromEntries(arcArrays(ARCS).map((a) => [a.name, new Float32Array(a.rows * a.columns)]));
  arcs['arc.distance'][distanceOf(-1)] = 2;
  arcs['arc.bias'][0] = 1;
  arcs['arc.root'][0] = 1;
  arcs['relation.bias'][RELATIONS.indexOf('root')] = 9;
  arcs['relation.bias'][RELATIONS.indexOf('obj')] = 1;
  const weights: Weights = { name: 'parse', meta: { shape: SHAPE, arcs: ARCS }, arrays: { ...encoder, ...arcs } };
  const noClusters = { name: 'clusters', meta: {}, arrays: { keys: new Uint32Array(2), clusters: new Uint16Array(2) } };
  const noVectors = {
    name: 'vectors',
    meta: { dimensions: 8, scale: 1 },
    arrays: { values: new Int8Array(0), hash: new Uint32Array(0) },
  };
  return createParser(lexicon, weights, new WordClusters(lexicon, noClusters), new WordVectors(noVectors));
}

function documentOf(lexicon: Lexicon, lengths: readonly number[]): Document {
  const document = createDocument('', []);
  const last = Int32Array.from(lengths, (_, s) => lengths.slice(0, s + 1).reduce((sum, length) => sum + length, 0));
  document.tokens = allocateTokens(last.at(-1) ?? 0);
  document.tokens.lexeme.fill(lexicon.intern('word'));
  document.sentences = { length: lengths.length, first: last.map((end, s) => end - lengths[s]), last };
  return document;
}

function parsed(lengths: readonly number[]): { heads: number[]; relations: string[] } {
  const lexicon = new Lexicon();
  const document = documentOf(lexicon, lengths);
  chainParser(lexicon)(document);
  const { head, relation } = document.tokens!;
  return { heads: [...head], relations: Array.from(relation, (r) => RELATIONS[r]) };
}

describe('the parser', () => {
  test('follows its scores, a sentence at a time', () => {
    expect(parsed([3, 1, 2])).toEqual({
      heads: [NO_HEAD, 0, 1, NO_HEAD, NO_HEAD, 4],
      relations: ['root', 'obj', 'obj', 'root', 'root', 'obj'],
    });
  });

  test('an empty document has no heads', () => {
    expect(parsed([]).heads).toEqual([]);
  });

  test('an overlong sentence is parsed in pieces that hang on the first', () => {
    const { heads, relations } = parsed([2 * LONGEST + 5]);
    expect(heads.flatMap((head, t) => (head === NO_HEAD ? [t] : []))).toEqual([0]);
    expect([heads[LONGEST], heads[2 * LONGEST]]).toEqual([0, 0]);
    expect([relations[LONGEST], relations[2 * LONGEST]]).toEqual(['parataxis', 'parataxis']);
    expect(heads[LONGEST + 1]).toBe(LONGEST);
  });

  test('a text of several windows has one root a sentence', () => {
    const lengths = Array.from({ length: Math.ceil((2 * WINDOW) / 70) }, () => 70);
    const { heads } = parsed(lengths);
    heads.forEach((head, t) => {
      expect(head).toBe(t % 70 === 0 ? NO_HEAD : t - 1);
    });
  });
});

test.each([
  [-1, 1],
  [8, 9],
  [15, 16],
])('distances %i and %i are told apart', (a, b) => {
  expect(distanceOf(a)).not.toBe(distanceOf(b));
});

test('the longest distances have a number too', () => {
  expect(distanceOf(LONGEST)).toBeLessThan(26);
  expect(distanceOf(-LONGEST)).toBe(distanceOf(-LONGEST + 1));
});
