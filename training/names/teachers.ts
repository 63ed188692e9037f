/**
 * Several taggers together are surer than one. The tagger that ships learns what they expect of texts without gold names (Bucila,
 * Caruana & Niculescu-Mizil 2006; Hinton, Vinyals & Dean 2015).
 */
import type { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { FEATURES, NameFeatures } from '../../src/language/names/features.ts';
import type { Gazetteer } from '../../src/language/names/gazetteer.ts';
import { LABELS } from '../../src/language/names/types.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { blend, Teacher } from '../network/teach.ts';
import { passageRanges } from '../network/train-chain-tagger.ts';
import { NAME_SETS, type NameSet } from './gold.ts';
import { ANYTHING, type Prepared } from './prepare.ts';
import { LONGEST, SHAPE } from './settings.ts';

/** A label that the teachers give more than this is taken for the token's own. */
const SURE = 0.9;

/**
 * Articles with what the teachers expect of their passages.
 *
 * @param convention the set whose conventions they follow
 * @example
 * taught(silver, teachers, 'uner', lexicon, clusters, vectors, gazetteer)[0].expected!.length; // passages
 */
export function taught(
  articles: readonly Prepared[],
  teachers: readonly Weights[],
  convention: NameSet,
  lexicon: Lexicon,
  clusters: WordClusters,
  vectors: WordVectors,
  gazetteer: Gazetteer,
): Prepared[] {
  const voices = teachers.map((weights) => new Teacher(vectors, weights));
  const features = new NameFeatures(lexicon, clusters, vectors, gazetteer, SHAPE.buckets);
  return articles.map((article) => {
    const found = features.of(article.document, NAME_SETS.indexOf(convention));
    const input = { ...found, perToken: FEATURES };
    const ranges = [...passageRanges(found, LONGEST)];
    const opinions = voices.map((voice) => voice.expectations(found, input, ranges));
    const expected = ranges.map((_, i) => blend(opinions.map((opinion) => [opinion[i], 1 / voices.length] as const)));
    const allowed = new Uint32Array(article.allowed.length).fill(1);
    ranges.forEach(([first, last], i) => {
      for (let r = first; r < last; r++) allowed[found.tokens[r]] = sureLabel(expected[i].probability, r - first);
    });
    return { ...article, convention, allowed, expected };
  });
}

/** A bit for the label that a row has for sure, or all bits. */
function sureLabel(probability: ArrayLike<number>, row: number): number {
  for (let label = 0; label < LABELS; label++) if (probability[row * LABELS + label] > SURE) return 1 << label;
  return ANYTHING;
}
