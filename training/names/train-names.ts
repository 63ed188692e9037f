/** Trains the name tagger; see train.ts. */
import type { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import {
  CLUSTER_FEATURES,
  CONVENTION_FEATURE,
  FEATURES,
  LEXEME_FEATURES,
  NameFeatures,
  NEIGHBOUR_FEATURES,
  PERSON_FEATURE,
  PERSONS_FEATURE,
  PLACE_FEATURE,
  TAG_FEATURES,
  WORD_FEATURES,
} from '../../src/language/names/features.ts';
import type { Gazetteer } from '../../src/language/names/gazetteer.ts';
import { LABELS } from '../../src/language/names/types.ts';
import { mayFollow } from '../../src/language/network/runs.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { type Passage, passageRanges, trainChainTagger } from '../network/train-chain-tagger.ts';
import { NAME_SETS } from './gold.ts';
import { firstLabels, type Prepared, possible } from './prepare.ts';
import { HIDDEN, LONGEST, SHAPE, SILVER_EVERY, SWAPPED, TAGGER } from './settings.ts';

interface NamePassage extends Passage {
  readonly allowed: Uint32Array;
  readonly lexemes: Int32Array;
  readonly isSilver: boolean;
  /** Number among all passages: silver ones take turns. */
  turn: number;
}

/** What a word looks like by itself: where it stands in the features of all donors. */
interface Donor {
  readonly passage: NamePassage;
  readonly token: number;
}

/**
 * Trains a tagger on articles.
 *
 * @param seed of the random numbers
 * @param afterEpoch called with the weights so far, to measure them
 */
export function trainNames(
  articles: readonly Prepared[],
  lexicon: Lexicon,
  clusters: WordClusters,
  vectors: WordVectors,
  gazetteer: Gazetteer,
  { epochs, seed }: { readonly epochs: number; readonly seed: number },
  afterEpoch: (weights: Weights, epoch: number, loss: number) => void = () => {},
): Weights {
  const features = new NameFeatures(lexicon, clusters, vectors, gazetteer, SHAPE.buckets);
  const passages = articles.flatMap((article) => passagesOf(article, features));
  passages.forEach((passage, i) => {
    passage.turn = i;
  });
  const donors = donorsOf(passages);
  return trainChainTagger(passages, {
    name: 'names',
    shape: SHAPE,
    labels: LABELS,
    perToken: FEATURES,
    options: TAGGER,
    epochs,
    seed,
    vectors,
    mayFollow,
    disguise: (passage, random) => disguise(passage, donors, random),
    isMet: ({ isSilver, turn }, epoch) => !isSilver || (turn + epoch) % SILVER_EVERY === 0,
    afterEpoch,
  });
}

function passagesOf(
  { article, document, convention, allowed, expected }: Prepared,
  features: NameFeatures,
): NamePassage[] {
  const input = features.of(document, NAME_SETS.indexOf(convention));
  const { tokens, buckets, vectorRows, contexts } = input;
  const rowsAllowed = possible(Uint32Array.from(tokens, (t) => allowed[t]));
  const lexemes = Int32Array.from(tokens, (t) => document.tokens!.lexeme[t]);
  const labels = firstLabels(rowsAllowed);
  return Array.from(passageRanges(input, LONGEST), ([first, last], i) => ({
    buckets: buckets.subarray(first * FEATURES, last * FEATURES),
    vectorRows: vectorRows.subarray(first, last),
    contexts: contexts.subarray(first * SHAPE.context, last * SHAPE.context),
    labels: labels.subarray(first, last),
    allowed: rowsAllowed.subarray(first, last),
    lexemes: lexemes.subarray(first, last),
    expected: expected?.[i],
    isSilver: article.set === 'polnear',
    turn: 0,
  }));
}

/** By label, the capitalised words of gold names that have it for certain. */
function donorsOf(passages: readonly NamePassage[]): Donor[][] {
  const donors: Donor[][] = Array.from({ length: LABELS }, () => []);
  for (const passage of passages) {
    if (passage.isSilver) continue;
    passage.labels.forEach((label, token) => {
      if (label > 0 && passage.allowed[token] === 1 << label) donors[label].push({ passage, token });
    });
  }
  return donors;
}

/**
 * Replaces some words of names by others of the same label, the same for all mentions of a passage, and leaves out words,
 * neighbours and tags of a random share of tokens: names never met before must be found by what is around them.
 */
function disguise(passage: NamePassage, donors: readonly Donor[][], random: () => number): Passage {
  const chance = (share: number): boolean => random() / 2 ** 32 < share;
  const { lexemes, labels, allowed } = passage;
  const buckets = passage.buckets.slice();
  const vectorRows = passage.vectorRows.slice();
  const hidesConvention = chance(HIDDEN.convention);
  const swapped = new Map<number, Donor | null>();
  for (let t = 0; t < vectorRows.length; t++) {
    const at = t * FEATURES;
    const hide = (hidden: readonly number[]): void => {
      for (const feature of hidden) buckets[at + feature] = -1;
    };
    const isName = allowed[t] === 1 << labels[t] && labels[t] > 0;
    if (isName && donors[labels[t]].length > 0) {
      let donor = swapped.get(lexemes[t]);
      if (donor === undefined) {
        donor = chance(SWAPPED) ? donors[labels[t]][random() % donors[labels[t]].length] : null;
        swapped.set(lexemes[t], donor);
      }
      if (donor !== null) {
        const from = donor.token * FEATURES;
        for (let f = 0; f < LEXEME_FEATURES; f++) buckets[at + f] = donor.passage.buckets[from + f];
        buckets[at + PLACE_FEATURE] = donor.passage.buckets[from + PLACE_FEATURE];
        buckets[at + PERSON_FEATURE] = donor.passage.buckets[from + PERSON_FEATURE];
        hide([PERSONS_FEATURE]);
        vectorRows[t] = donor.passage.vectorRows[donor.token];
      }
    }
    if (chance(isName ? HIDDEN.name : HIDDEN.word)) {
      hide(WORD_FEATURES);
      if (chance(HIDDEN.vector)) {
        vectorRows[t] = -1;
        hide(CLUSTER_FEATURES);
      }
    }
    if (hidesConvention) hide([CONVENTION_FEATURE]);
    if (chance(HIDDEN.place)) hide([PLACE_FEATURE]);
    if (chance(HIDDEN.place)) hide([PERSON_FEATURE, PERSONS_FEATURE]);
    if (chance(HIDDEN.neighbour)) hide(NEIGHBOUR_FEATURES);
    if (chance(HIDDEN.tag)) hide(TAG_FEATURES);
  }
  return { ...passage, buckets, vectorRows };
}
