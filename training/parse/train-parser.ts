/** Trains the parser by the likelihood of heads and relations, and of labels of statements; see train.ts. */

import { Kernel } from '../../src/language/network/kernel.ts';
import { packEncoder } from '../../src/language/network/pack-encoder.ts';
import { arcArrays, LONGEST } from '../../src/language/parse/arcs.ts';
import { FEATURES, type ParseFeatures, TAG_FEATURES, WORD_FEATURES } from '../../src/language/parse/features.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights, WeightsArray } from '../../src/language/weights/weights.ts';
import { LABELS } from '../../src/reading/statements/segments.ts';
import type { Document } from '../../src/text/document.ts';
import { TrainableEncoder } from '../network/trainable-encoder.ts';
import { randomFrom, shuffle } from '../random.ts';
import type { LabelOpinions, TreeOpinion } from '../teachers/opinions.ts';
import { ARCS, PARSER, SEED, SHAPE } from './settings.ts';
import { TrainableArcs } from './trainable-arcs.ts';

/** A text, and its trees: the gold one, or one a teacher. */
export interface Lesson {
  readonly document: Document;
  readonly trees: readonly TreeOpinion[];
  /** Labels of statements as teachers give them, where they do. */
  readonly statements?: LabelOpinions;
  /** Whether nobody annotated it: then its passages take turns. */
  readonly isSilver: boolean;
}

/** Sentences of a document that follow each other. */
interface Passage {
  readonly ends: readonly number[];
  readonly buckets: Int32Array;
  readonly vectorRows: Int32Array;
  readonly trees: readonly TreeOpinion[];
  readonly statements?: LabelOpinions;
  readonly isSilver: boolean;
}

/** Sums over a passage are large; a constant keeps them within the clip. */
const SHARE = 1 / 32;

/** The scores that are learned beside the parser's, and left out of what ships: labels of statements. */
const TAUGHT_SHAPE = { ...SHAPE, outputs: SHAPE.outputs + ((LABELS + 7) & ~7) };

/**
 * Trains a parser on documents that have tags.
 *
 * @param afterEpoch called with the weights so far, to measure them
 */
export function trainParser(
  lessons: readonly Lesson[],
  features: ParseFeatures,
  vectors: WordVectors,
  afterEpoch: (weights: Weights, epoch: number, loss: number) => void,
): Weights {
  const passages = lessons.flatMap((lesson) => passagesOf(lesson, features));
  const isMet = (p: number, epoch: number): boolean => !passages[p].isSilver || (p + epoch) % PARSER.silverEvery === 0;
  const random = randomFrom(SEED);
  const kernel = new Kernel();
  const encoder = new TrainableEncoder(kernel, TAUGHT_SHAPE, PARSER, random);
  const arcs = new TrainableArcs(kernel, ARCS, PARSER, random);
  const order = Uint32Array.from(passages, (_, i) => i);
  let steps = 0;
  for (let epoch = 1; epoch <= PARSER.epochs; epoch++) for (const p of order) if (isMet(p, epoch)) steps++;
  let step = 0;
  let weights: Weights | undefined;
  for (let epoch = 1; epoch <= PARSER.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    let tokens = 0;
    for (const p of order) {
      if (!isMet(p, epoch)) continue;
      const mark = kernel.mark();
      step++;
      const rate = PARSER.rate * Math.min(1, step / 200) * (1 - (0.97 * step) / steps);
      const passage = hide(passages[p], random);
      const length = passage.vectorRows.length;
      const input = { ...passage, perToken: FEATURES };
      const pass = encoder.forward(vectors, input, true);
      const scores = kernel.view(pass.scores, length * TAUGHT_SHAPE.outputs).slice();
      const gradients = new Float32Array(scores.length);
      loss += learnTree(kernel, arcs, scores, gradients, passage, turnOf(passage.trees, random));
      if (passage.statements) learnLabels(scores, gradients, turnOf(passage.statements, random));
      encoder.backward(pass, kernel.load(gradients), input);
      encoder.update(rate);
      arcs.update(rate);
      tokens += length;
      kernel.release(mark);
    }
    encoder.swapAverages();
    weights = pack(encoder, arcs);
    encoder.swapAverages();
    afterEpoch(weights, epoch, loss / tokens);
  }
  return weights!;
}

const turnOf = <T>(opinions: readonly T[], random: () => number): T =>
  opinions.length === 1 ? opinions[0] : opinions[random() % opinions.length];

/** Writes the gradients of the parser's own columns of the scores; the loss. */
function learnTree(
  kernel: Kernel,
  arcs: TrainableArcs,
  scores: Float32Array,
  gradients: Float32Array,
  { ends }: Passage,
  { heads, relations }: TreeOpinion,
): number {
  const { outputs } = SHAPE;
  const length = heads.length;
  const own = kernel.allocate(length * outputs);
  const gradient = kernel.allocate(length * outputs);
  for (let t = 0; t < length; t++)
    kernel.view(own, length * outputs).set(columnsOf(scores, t, 0, outputs), t * outputs);
  const loss = arcs.learn(own, gradient, { ends, heads, relations }, SHARE);
  const found = kernel.view(gradient, length * outputs);
  for (let t = 0; t < length; t++)
    gradients.set(found.subarray(t * outputs, (t + 1) * outputs), t * TAUGHT_SHAPE.outputs);
  return loss;
}

/** Writes the gradients of the columns that are scores of labels: the likelihood of each token's, by itself. */
function learnLabels(scores: Float32Array, gradients: Float32Array, labels: Uint8Array): void {
  labels.forEach((label, t) => {
    const own = columnsOf(scores, t, SHAPE.outputs, LABELS);
    const top = own.reduce((most, score) => Math.max(most, score), -Infinity);
    const powers = own.map((score) => Math.exp(score - top));
    const sum = powers.reduce((total, power) => total + power, 0);
    const at = t * TAUGHT_SHAPE.outputs + SHAPE.outputs;
    for (let j = 0; j < LABELS; j++)
      gradients[at + j] = SHARE * PARSER.statementShare * (powers[j] / sum - (j === label ? 1 : 0));
  });
}

function columnsOf(scores: Float32Array, row: number, first: number, count: number): Float32Array {
  const at = row * TAUGHT_SHAPE.outputs + first;
  return scores.subarray(at, at + count);
}

function pack(encoder: TrainableEncoder, arcs: TrainableArcs): Weights {
  const arrays: Record<string, WeightsArray> = packEncoder(SHAPE, (name) => {
    const values = encoder.values(name);
    if (!name.startsWith('output')) return values;
    const kept = new Float32Array((values.length / TAUGHT_SHAPE.outputs) * SHAPE.outputs);
    for (let row = 0; row * SHAPE.outputs < kept.length; row++)
      kept.set(columnsOf(values, row, 0, SHAPE.outputs), row * SHAPE.outputs);
    return kept;
  });
  for (const { name } of arcArrays(ARCS)) arrays[name] = arcs.average(name);
  return { name: 'parse', meta: { shape: SHAPE, arcs: ARCS }, arrays };
}

/** Cuts a document into passages of about PARSER.passage tokens; sentences of more than LONGEST are left out. */
function passagesOf({ document, trees, statements, isSilver }: Lesson, features: ParseFeatures): Passage[] {
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
      trees: trees.map(({ heads, relations }) => ({
        heads: heads.slice(first, last).map((h) => (h < 0 ? h : h - first)),
        relations: relations.subarray(first, last),
      })),
      statements: statements?.map((labels) => labels.subarray(first, last)),
      isSilver,
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
