import { describe, expect, test } from 'vitest';
import { ChainTagger } from '../../src/language/network/chain-tagger.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import { createDocument, type Document } from '../../src/text/document.ts';
import { type Passage, passageRanges, trainChainTagger } from './train-chain-tagger.ts';

const LABELS = 3;
const none = { values: new Int8Array(0), hash: new Uint32Array(0) };
const vectors = new WordVectors({ name: 'vectors', meta: { dimensions: 16, scale: 1 }, arrays: none });
const options = { rate: 0.02, inputDropout: 0, layerDropout: 0, outputDropout: 0, beta1: 0.9, beta2: 0.99, decay: 0, clip: 5 }; // biome-ignore format: one line

function documentOf(lengths: readonly number[]): Document {
  const document = createDocument('', []);
  const last = Int32Array.from(lengths, (_, s) => lengths.slice(0, s + 1).reduce((sum, length) => sum + length, 0));
  document.sentences = { length: lengths.length, first: last.map((end, s) => end - lengths[s]), last };
  return document;
}

/** A passage of words 0, 1, 2 whose labels are those numbers; with `open`, label 1 may also be 2, and 2 also 1. */
function passageOf(words: readonly number[], open: boolean): Passage {
  return {
    buckets: Int32Array.from(words),
    vectorRows: new Int32Array(words.length).fill(-1),
    labels: Uint8Array.from(words),
    allowed: Uint32Array.from(words, (word) => (word === 0 ? 1 : open ? 6 : 1 << word)),
  };
}

function train(passages: readonly Passage[]): { labels: number[]; losses: number[] } {
  const losses: number[] = [];
  const weights = trainChainTagger(passages, {
    name: 'test',
    shape: { buckets: 4, features: 32, vector: 16, context: 0, hidden: 16, layers: 1, outputs: 8 },
    labels: LABELS,
    perToken: 1,
    options,
    epochs: 30,
    seed: 1,
    vectors,
    disguise: (passage) => passage,
    afterEpoch: (_, __, loss) => losses.push(loss),
  });
  const words = Int32Array.of(0, 1, 2, 0, 2, 1);
  const tagger = new ChainTagger(new Kernel(), vectors, weights);
  const { labels } = tagger.label(documentOf([words.length]), {
    buckets: words,
    perToken: 1,
    vectorRows: new Int32Array(words.length).fill(-1),
  });
  return { labels: [...labels], losses };
}

describe('trainChainTagger', () => {
  const texts = [[0, 1, 2, 0], [2, 0, 1], [1, 1, 0, 2], [0, 0, 2, 1]]; // biome-ignore format: one line

  test('learns labels', () => {
    const { labels, losses } = train(texts.map((words) => passageOf(words, false)));
    expect(labels).toEqual([0, 1, 2, 0, 2, 1]);
    expect(losses.at(-1)).toBeLessThan(losses[0] / 2);
  });

  test('learns the same of gold that says one label, by bits or not', () => {
    const byBits = train(texts.map((words) => passageOf(words, false)));
    const plain = train(texts.map((words) => ({ ...passageOf(words, false), allowed: undefined })));
    plain.losses.forEach((loss, epoch) => {
      expect(byBits.losses[epoch]).toBeCloseTo(loss, 2);
    });
  });

  test('fills in from sure passages what open ones leave open', () => {
    const { labels, losses } = train(texts.map((words, i) => passageOf(words, i === 3)));
    expect(labels).toEqual([0, 1, 2, 0, 2, 1]);
    expect(losses.at(-1)).toBeLessThan(0.2);
  });

  test('nothing is learned of passages that are not met', () => {
    const passages = texts.map((words) => passageOf(words, false));
    const met: Passage[] = [];
    trainChainTagger(passages, {
      name: 'test',
      shape: { buckets: 4, features: 32, vector: 16, context: 0, hidden: 16, layers: 1, outputs: 8 },
      labels: LABELS,
      perToken: 1,
      options,
      epochs: 2,
      seed: 1,
      vectors,
      disguise: (passage) => {
        met.push(passage);
        return passage;
      },
      isMet: (passage, epoch) => passage !== passages[0] || epoch === 2,
    });
    expect(met.length).toBe(7);
    expect(met.slice(0, 3)).not.toContain(passages[0]);
  });
});

test.each([
  [[3, 4, 5], 8, [[0, 7], [7, 12]]], // biome-ignore format: a row
  [[30, 4], 8, [[0, 30], [30, 34]]], // biome-ignore format: a row
  [[], 8, []],
])('sentences of %j tokens make passages of at most %i', (lengths, longest, ranges) => {
  expect([...passageRanges(documentOf(lengths), longest)]).toEqual(ranges);
});
