/** Trains the parser by the likelihood of gold heads and relations; see train.ts. */
import { packEncoder } from '../../src/language/network/encoder.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import { arcArrays, LONGEST } from '../../src/language/parse/arcs.ts';
import { FEATURES, type ParseFeatures, TAG_FEATURES, WORD_FEATURES } from '../../src/language/parse/features.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights, WeightsArray } from '../../src/language/weights/weights.ts';
import type { Document } from '../../src/text/document.ts';
import { TrainableEncoder } from '../network/trainable-encoder.ts';
import { randomFrom, shuffle } from '../random.ts';
import { ARCS, PARSER, SEED, SHAPE } from './settings.ts';
import { type ArcLesson, TrainableArcs } from './trainable-arcs.ts';

/** Sentences of a document that follow each other. */
interface Passage extends ArcLesson {
  readonly buckets: Int32Array;
  readonly vectorRows: Int32Array;
}

/** Sums over a passage are large; a constant keeps them within the clip. */
const SHARE = 1 / 32;

/**
 * Trains a parser on documents with gold heads and relations, and tags.
 *
 * @param afterEpoch called with the weights so far, to measure them
 */
export function trainParser(
  documents: readonly Document[],
  features: ParseFeatures,
  vectors: WordVectors,
  afterEpoch: (weights: Weights, epoch: number, loss: number) => void,
): Weights {
  const passages = documents.flatMap((document) => passagesOf(document, features));
  const random = randomFrom(SEED);
  const kernel = new Kernel();
  const encoder = new TrainableEncoder(kernel, SHAPE, PARSER, random);
  const arcs = new TrainableArcs(kernel, ARCS, PARSER, random);
  const order = Uint32Array.from(passages, (_, i) => i);
  const steps = PARSER.epochs * passages.length;
  let step = 0;
  let weights: Weights | undefined;
  for (let epoch = 1; epoch <= PARSER.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    let tokens = 0;
    for (const p of order) {
      const mark = kernel.mark();
      step++;
      const rate = PARSER.rate * Math.min(1, step / 200) * (1 - (0.97 * step) / steps);
      const passage = hide(passages[p], random);
      const input = { ...passage, perToken: FEATURES };
      const pass = encoder.forward(vectors, input, true);
      const gradient = kernel.allocate(passage.heads.length * SHAPE.outputs);
      loss += arcs.learn(pass.scores, gradient, passage, SHARE);
      encoder.backward(pass, gradient, input);
      encoder.update(rate);
      arcs.update(rate);
      tokens += passage.heads.length;
      kernel.release(mark);
    }
    encoder.swapAverages();
    weights = pack(encoder, arcs);
    encoder.swapAverages();
    afterEpoch(weights, epoch, loss / tokens);
  }
  return weights!;
}

function pack(encoder: TrainableEncoder, arcs: TrainableArcs): Weights {
  const arrays: Record<string, WeightsArray> = packEncoder(SHAPE, (name) => encoder.values(name));
  for (const { name } of arcArrays(ARCS)) arrays[name] = arcs.average(name);
  return { name: 'parse', meta: { shape: SHAPE, arcs: ARCS }, arrays };
}

/** Cuts a document into passages of about PARSER.passage tokens; sentences of more than LONGEST are left out. */
function passagesOf(document: Document, features: ParseFeatures): Passage[] {
  const { head, relation } = document.tokens!;
  const sentences = document.sentences!;
  const { buckets, vectorRows } = features.of(document);
  const passages: Passage[] = [];
  for (let s = 0; s < sentences.length; ) {
    const first = sentences.first[s];
    const ends: number[] = [];
    let last = first;
    for (; s < sentences.length && sentences.last[s] - sentences.first[s] <= LONGEST; s++) {
      if (last > first && sentences.last[s] - first > PARSER.passage) break;
      last = sentences.last[s];
      ends.push(last - first);
    }
    if (last === first) {
      s++;
      continue;
    }
    passages.push({
      ends,
      buckets: buckets.subarray(first * FEATURES, last * FEATURES),
      vectorRows: vectorRows.subarray(first, last),
      heads: head.slice(first, last).map((h) => (h < 0 ? h : h - first)),
      relations: relation.subarray(first, last),
    });
  }
  return passages;
}

/** Leaves out the word of a random share of tokens, of some the vector too, and the tags of others. */
function hide(passage: Passage, random: () => number): Passage {
  const buckets = passage.buckets.slice();
  const vectorRows = passage.vectorRows.slice();
  for (let t = 0; t < vectorRows.length; t++) {
    if (random() / 2 ** 32 < PARSER.wordDropout) {
      for (const feature of WORD_FEATURES) buckets[t * FEATURES + feature] = -1;
      if (random() / 2 ** 32 < 0.3) vectorRows[t] = -1;
    }
    if (random() / 2 ** 32 < PARSER.tagDropout)
      for (const feature of TAG_FEATURES) buckets[t * FEATURES + feature] = -1;
  }
  return { ...passage, buckets, vectorRows };
}
