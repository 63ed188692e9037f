import { expect, test } from 'vitest';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { WordClusters } from '../../language/clusters/word-clusters.ts';
import { hashString, Lexicon } from '../../language/lexicon/lexicon.ts';
import { Kernel } from '../../language/network/kernel.ts';
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import { WordVectors } from '../../language/vectors/word-vectors.ts';
import type { Weights } from '../../language/weights/weights.ts';
import { CheckScorer, FILTERS, LEARNED, ROW, VERDICTS } from './check-scorer.ts';

const DIMENSIONS = 8;
const WORD_BUCKETS = 16;
const BUCKETS = 64;

/** Numbers that look random, the same each time. */
const noise = (length: number, seed: number, size: number) =>
  Array.from({ length }, (_, i) => Math.round(((hashString(`${seed} ${i}`) / 4294967296) * 2 - 1) * size));

const VECTORS: Weights = {
  name: 'vectors',
  meta: { dimensions: DIMENSIONS, scale: 0.01 },
  arrays: {
    hash: Uint32Array.of(hashString('tax'), hashString('rose')),
    values: Int8Array.from(noise(2 * DIMENSIONS, 1, 127)),
  },
};
const CLUSTERS: Weights = {
  name: 'clusters',
  meta: {},
  arrays: { keys: new Uint32Array(2), clusters: new Uint16Array(2) },
};

function weightsWith(blend: readonly number[]): Weights {
  return {
    name: 'check',
    meta: {
      buckets: BUCKETS,
      wordBuckets: WORD_BUCKETS,
      scales: { linear: 0.02, learned: 0.01, filters: 0.01, tags: 0.01, output: 0.01 },
      blend,
    },
    arrays: {
      linear: Int8Array.from(noise(BUCKETS, 2, 127)),
      learned: Int8Array.from(noise(WORD_BUCKETS * LEARNED, 3, 127)),
      filters: Int16Array.from(noise((DIMENSIONS + LEARNED) * ROW, 4, 50)),
      tags: Int16Array.from(noise(XPOS_TAGS.length * ROW, 5, 50)),
      output: Int16Array.from(noise(VERDICTS * 2 * FILTERS, 6, 50)),
      bias: Float32Array.from(noise(FILTERS, 7, 1)),
      outputBias: Float32Array.of(0.1, 0.2, 0.3),
    },
  };
}

function scorerFor(lexicon: Lexicon, blend: readonly number[] = [0.5, 0.5, 0]): CheckScorer {
  const clusters = new WordClusters(lexicon, CLUSTERS);
  return new CheckScorer(lexicon, clusters, new WordVectors(VECTORS), new Kernel(), weightsWith(blend));
}

const TEXT = 'The_DT tax_NN rose_VBD by_IN 4_CD %_NN ._. | We_PRP like_VBP it_PRP ._. | The_DT tax_NN fell_VBD ._.';

/** The scores of the three sentences, each by a scorer of its own. */
function apart(blend?: readonly number[]): number[] {
  return [0, 1, 2].map((s) => {
    const lexicon = new Lexicon();
    const { tokens, sentences } = makeTagged(lexicon, TEXT);
    const clause = { first: sentences!.first[s], last: sentences!.last[s] };
    return scorerFor(lexicon, blend).scores(tokens!, [clause])[0];
  });
}

test('sentences have the same scores together as apart, and again from what was kept', () => {
  const lexicon = new Lexicon();
  const { tokens, sentences } = makeTagged(lexicon, TEXT);
  const clauses = [0, 1, 2].map((s) => ({ first: sentences!.first[s], last: sentences!.last[s] }));
  const scorer = scorerFor(lexicon);
  const expected = apart();
  expect([...scorer.scores(tokens!, clauses)]).toEqual(expected);
  expect([...scorer.scores(tokens!, clauses)]).toEqual(expected);
  expect(new Set(expected).size).toBe(3);
});

test('scores lie between 0 and 1, and both models have a say', () => {
  for (const score of apart()) {
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(1);
  }
  expect(apart([1, 0, 0])).not.toEqual(apart([0, 1, 0]));
  expect(apart([0, 0, 0])).toEqual([0.5, 0.5, 0.5]);
});

test('after the lexicon was emptied, numbers of words mean other words', () => {
  const lexicon = new Lexicon();
  const scorer = scorerFor(lexicon);
  for (let i = 0; lexicon.size <= 60_000; i++) lexicon.intern(`w${i}`);
  const before = makeTagged(lexicon, 'It_PRP fell_VBD ._.');
  scorer.scores(before.tokens!, [{ first: 0, last: 3 }]);
  lexicon.trim();
  const { tokens, sentences } = makeTagged(lexicon, TEXT);
  expect(scorer.scores(tokens!, [{ first: 0, last: sentences!.last[0] }])[0]).toBe(apart()[0]);
});

test('more distinct words than are kept', () => {
  const lexicon = new Lexicon();
  const scorer = scorerFor(lexicon);
  const words = Array.from({ length: 9000 }, (_, i) => `w${i}_NN`).join(' ');
  const { tokens } = makeTagged(lexicon, `${TEXT} | ${words}`);
  const own = { first: 0, last: 7 };
  const many = Array.from({ length: 450 }, (_, i) => ({ first: 15 + 20 * i, last: 35 + 20 * i }));
  const scores = scorer.scores(tokens!, [own, ...many, own]);
  expect(scores.at(-1)).toBe(scores[0]);
  expect(scores[0]).toBe(apart()[0]);
});
