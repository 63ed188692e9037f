import { describe, expect, it } from 'vitest';
import { hashString, Lexicon } from '../lexicon/lexicon.ts';
import { NO_CLUSTER, WordClusters } from './word-clusters.ts';

/** A table of four slots with two words that may want the same slot. */
function table(...words: string[]) {
  const keys = new Uint32Array(4);
  const clusters = new Uint16Array(4);
  words.forEach((word, w) => {
    let slot = hashString(word) & 3;
    while (keys[slot] !== 0) slot = (slot + 1) & 3;
    keys[slot] = hashString(word);
    clusters[slot] = w + 1;
  });
  return { name: 'clusters', meta: {}, arrays: { keys, clusters } };
}

describe('WordClusters', () => {
  it('finds words in any letter case, and none for others', () => {
    const lexicon = new Lexicon();
    const clusters = new WordClusters(lexicon, table('minister', 'river', 'lake'));
    expect(['Minister', 'river', 'LAKE', 'zebra'].map((form) => clusters.of(lexicon.intern(form)))).toEqual([
      1,
      2,
      3,
      NO_CLUSTER,
    ]);
  });

  it('follows the lexicon when it grows past the column and when it is emptied', () => {
    const lexicon = new Lexicon();
    const clusters = new WordClusters(lexicon, table('river'));
    expect(clusters.of(lexicon.intern('lake'))).toBe(NO_CLUSTER);
    for (let i = 0; i < 60_001; i++) lexicon.intern(`w${i}`);
    expect(clusters.of(lexicon.intern('river'))).toBe(1);
    lexicon.trim();
    expect(clusters.of(lexicon.intern('river'))).toBe(1);
  });
});
