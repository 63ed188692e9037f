import { expect, test } from 'vitest';
import { allocateTokens, createDocument, type Document } from '../../text/document.ts';
import { WordClusters } from '../clusters/word-clusters.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { type EncoderShape, encoderArrays } from '../network/encoder.ts';
import { packEncoder } from '../network/pack-encoder.ts';
import { runLabel } from '../network/runs.ts';
import { XPOS_TAGS } from '../tag/tags.ts';
import { WordVectors } from '../vectors/word-vectors.ts';
import { createNameFinder } from './find-names.ts';
import { LABELS, NAME_TYPES } from './types.ts';

const SHAPE: EncoderShape = { buckets: 32, features: 32, vector: 8, context: 0, hidden: 8, layers: 1, outputs: 32 };
const ORGANIZATION = NAME_TYPES.indexOf('organization');

/**
 * A finder that sees no words: every sequence of labels weighs the same but for what the biases and transitions say, which here
 * is that tokens are organisations of three words.
 */
function threeWordFinder(lexicon: Lexicon, least = 0): (document: Document) => void {
  const transitions = new Float32Array(LABELS * LABELS).fill(-20);
  const begin = runLabel(ORGANIZATION, true, false);
  const inside = runLabel(ORGANIZATION, false, false);
  const end = runLabel(ORGANIZATION, false, true);
  for (const [before, after] of [[0, begin], [begin, inside], [inside, end], [end, 0]]) transitions[before * LABELS + after] = 0; // biome-ignore format: one line
  const sizes = new Map(encoderArrays(SHAPE).map(({ name, rows, columns }) => [name, rows * columns]));
  const places = { placeKeys: new Uint32Array(1), placeClasses: new Uint8Array(1) };
  const arrays = { ...packEncoder(SHAPE, (name) => new Float32Array(sizes.get(name)!)), transitions, ...places };
  const meta = { shape: SHAPE, convention: 0, least, inner: { place: ['belarus'] } };
  const none = { keys: new Uint32Array(2), clusters: new Uint16Array(2) };
  const clusters = new WordClusters(lexicon, { name: 'clusters', meta: {}, arrays: none });
  const noVectors = { values: new Int8Array(0), hash: new Uint32Array(0) };
  const vectors = new WordVectors({ name: 'vectors', meta: { dimensions: 8, scale: 1 }, arrays: noVectors });
  return createNameFinder(lexicon, { name: 'names', meta, arrays }, clusters, vectors);
}

function documentOf(lexicon: Lexicon, forms: readonly string[]): Document {
  const document = createDocument('', []);
  document.tokens = allocateTokens(forms.length);
  document.tokens.lexeme.set(forms.map((form) => lexicon.intern(form)));
  document.tokens.xpos.fill(XPOS_TAGS.indexOf('NN'));
  document.contexts = new Int8Array(0);
  const length = forms.length > 0 ? 1 : 0;
  document.sentences = { length, first: Int32Array.of(0), last: Int32Array.of(forms.length) };
  return document;
}

test('labels become names, and names inside them come after', () => {
  const lexicon = new Lexicon();
  const document = documentOf(lexicon, ['the', 'Bank', 'of', 'Belarus', ',']);
  threeWordFinder(lexicon)(document);
  const names = document.names!;
  expect(names.length).toBe(2);
  expect(names[0]).toMatchObject({ first: 1, last: 4, type: 'organization', parent: null });
  expect(names[1]).toMatchObject({ first: 3, last: 4, type: 'place', parent: 0 });
  for (const { probability } of names) expect(probability).toBeGreaterThan(0);
  for (const { probability } of names) expect(probability).toBeLessThanOrEqual(1);
});

test('an empty document has no names', () => {
  const lexicon = new Lexicon();
  const document = documentOf(lexicon, []);
  threeWordFinder(lexicon)(document);
  expect(document.names).toEqual([]);
});

test('names that are less likely than the weights ask for are left out', () => {
  const lexicon = new Lexicon();
  const document = documentOf(lexicon, ['the', 'Bank', 'of', 'Belarus', ',']);
  threeWordFinder(lexicon, 0.99)(document);
  expect(document.names).toEqual([]);
});
