/**
 * Several taggers together are surer than one. What they agree on in texts without gold names is learned from by the tagger that
 * ships (Bucila, Caruana & Niculescu-Mizil 2006): where they doubt, it may choose among what they find likely.
 */
import type { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { FEATURES, NameFeatures } from '../../src/language/names/features.ts';
import type { Gazetteer } from '../../src/language/names/gazetteer.ts';
import { LABELS } from '../../src/language/names/types.ts';
import { Chain } from '../../src/language/network/chain.ts';
import { windows } from '../../src/language/network/chain-tagger.ts';
import { Encoder } from '../../src/language/network/encoder.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { NAME_SETS, type NameSet } from './gold.ts';
import type { Prepared } from './prepare.ts';

/** A label that the teachers give less than this, on average, is ruled out. */
const LIKELY = 0.15;

/**
 * Articles with the labels that the teachers find likely.
 *
 * @param convention the set whose conventions they follow
 * @example
 * relabelled(silver, teachers, 'uner', lexicon, clusters, vectors, gazetteer)[0].allowed;
 */
export function relabelled(
  articles: readonly Prepared[],
  teachers: readonly Weights[],
  convention: NameSet,
  lexicon: Lexicon,
  clusters: WordClusters,
  vectors: WordVectors,
  gazetteer: Gazetteer,
): Prepared[] {
  const voices = teachers.map((weights) => ({
    encoder: new Encoder(new Kernel(), vectors, weights),
    chain: new Chain(weights.arrays.transitions as Float32Array),
  }));
  const features = new NameFeatures(lexicon, clusters, vectors, gazetteer, voices[0].encoder.shape.buckets);
  return articles.map((article) => {
    const { document } = article;
    const input = { ...features.of(document, NAME_SETS.indexOf(convention)), perToken: FEATURES };
    const { length } = input.tokens;
    const sum = new Float64Array(length * LABELS);
    for (const { encoder, chain } of voices) {
      for (const [first, last] of windows(input)) {
        const scores = encoder.scores(input, first, last);
        const { probability } = chain.marginals(scores, last - first, encoder.shape.outputs, false);
        probability.forEach((p, i) => {
          sum[first * LABELS + i] += p;
        });
      }
    }
    const allowed = new Uint32Array(document.tokens!.length).fill(1);
    input.tokens.forEach((t, r) => {
      allowed[t] = likely(sum, r, teachers.length);
    });
    return { ...article, convention, allowed };
  });
}

function likely(sum: Float64Array, t: number, teachers: number): number {
  let set = 0;
  let best = 0;
  for (let label = 0; label < LABELS; label++) {
    const p = sum[t * LABELS + label];
    if (p >= LIKELY * teachers) set |= 1 << label;
    if (p > sum[t * LABELS + best]) best = label;
  }
  return set | (1 << best);
}
