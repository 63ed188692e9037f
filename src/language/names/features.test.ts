import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateTokens, createDocument, type Document } from '../../text/document.ts';
import { WordClusters } from '../clusters/word-clusters.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { XPOS_TAGS } from '../tag/tags.ts';
import { WordVectors } from '../vectors/word-vectors.ts';
import { FEATURES, foldWord, NameFeatures, PLACE_FEATURE } from './features.ts';
import { Gazetteer, placeHash } from './gazetteer.ts';

const BUCKETS = 1 << 12;
const NOUN = XPOS_TAGS.indexOf('NN');

function featuresOf(lexicon: Lexicon): NameFeatures {
  const arrays = { keys: new Uint32Array(2), clusters: new Uint16Array(2) };
  const clusters = new WordClusters(lexicon, { name: 'clusters', meta: {}, arrays });
  const none = { values: new Int8Array(0), hash: new Uint32Array(0) };
  const vectors = new WordVectors({ name: 'vectors', meta: { dimensions: 8, scale: 1 }, arrays: none });
  const keys = new Uint32Array(2);
  keys[placeHash('Fort Worth') & 1] = placeHash('Fort Worth');
  return new NameFeatures(lexicon, clusters, vectors, new Gazetteer(keys, Uint8Array.of(1, 1)), BUCKETS);
}

function documentOf(lexicon: Lexicon, sentences: readonly (readonly string[])[]): Document {
  const document = createDocument('', []);
  const forms = sentences.flat();
  document.tokens = allocateTokens(forms.length);
  document.tokens.lexeme.set(forms.map((form) => lexicon.intern(form)));
  document.tokens.xpos.fill(NOUN);
  document.contexts = new Int8Array(forms.length);
  const last = Int32Array.from(sentences, (_, s) => sentences.slice(0, s + 1).flat().length);
  document.sentences = { length: sentences.length, first: last.map((end, s) => end - sentences[s].length), last };
  return document;
}

/** The buckets of one token that may be in a name. */
function row(sentences: readonly string[], token: number): number[] {
  const lexicon = new Lexicon();
  const document = documentOf(lexicon, sentences.map((sentence) => sentence.split(' '))); // biome-ignore format: one line
  const { tokens, buckets } = featuresOf(lexicon).of(document, 0);
  const at = tokens.indexOf(token) * FEATURES;
  return [...buckets.subarray(at, at + FEATURES)];
}

test('every bucket is in the table, or -1, for any words', () => {
  const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1 })), (sentences) => {
      const lexicon = new Lexicon();
      const { tokens, buckets, vectorRows } = featuresOf(lexicon).of(documentOf(lexicon, sentences), 0);
      expect(vectorRows.length).toBe(tokens.length);
      expect(buckets.length).toBe(tokens.length * FEATURES);
      expect(buckets.every((bucket) => bucket >= -1 && bucket < BUCKETS)).toBe(true);
    }),
  );
});

test('a word is the same with and without diacritics', () => {
  const plain = row(['President Erdogan spoke'], 1);
  const marked = row(['President Erdoğan spoke'], 1);
  expect(marked).toEqual(plain);
});

test('a surname is seen otherwise where the document has the full name', () => {
  const alone = row(['Razak left', 'he fled'], 0);
  const known = row(['Razak left', 'Najib Razak fled'], 0);
  expect(known.slice(0, 20)).toEqual(alone.slice(0, 20));
  expect(known).not.toEqual(alone);
});

test('small words carry nothing of the document', () => {
  expect(row(['he left Razak'], 1).slice(20, PLACE_FEATURE)).toEqual(Array(PLACE_FEATURE - 20).fill(-1));
});

test('the words of a known place are marked, with their place in its name', () => {
  const marks = [1, 2, 3].map((t) => row(['he left Fort Worth'], t)[PLACE_FEATURE]);
  expect(marks.map((mark) => mark >= 0)).toEqual([false, true, true]);
  expect(marks[1]).not.toBe(marks[2]);
});

test.each([
  ['erdoğan', 'erdogan'],
  ['łódź', 'lodz'],
  ['straße', 'strasse'],
  ['paris', 'paris'],
])('%s without diacritics is %s', (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});

test('only tokens that may be in a name, and those beside them, are rows', () => {
  const lexicon = new Lexicon();
  const forms = ['he', 'left', 'the', 'port', 'with', 'Razak', 'that', 'cold', 'day'];
  expect([...featuresOf(lexicon).of(documentOf(lexicon, [forms]), 0).tokens]).toEqual([4, 5, 6]);
});

test('a document after another is seen as if it were alone', () => {
  const lexicon = new Lexicon();
  const features = featuresOf(lexicon);
  const document = documentOf(lexicon, [['Razak', 'left']]);
  const alone = features.of(document, 0);
  features.of(documentOf(lexicon, [['Najib', 'Razak', 'in', 'Fort', 'Worth']]), 0);
  expect(features.of(document, 0)).toEqual(alone);
});
