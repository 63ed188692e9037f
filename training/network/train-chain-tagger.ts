/**
 * Trains an encoder with a chain over its scores (src/language/network/chain-tagger.ts), one passage a step: by the likelihood
 * of the gold labels, or, where the gold leaves open which of several labels a token has, of all sequences that it allows
 * (Tsuboi et al. 2008). One thread, one seed: the same weights every time.
 */
import { type Marginals, marginals } from '../../src/language/network/chain.ts';
import { type EncoderShape, packEncoder } from '../../src/language/network/encoder.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import type { Document } from '../../src/text/document.ts';
import { randomFrom, shuffle } from '../random.ts';
import { TrainableEncoder, type TrainingOptions } from './trainable-encoder.ts';

/** A run of whole sentences. */
export interface Passage {
  readonly buckets: Int32Array;
  readonly vectorRows: Int32Array;
  readonly labels: Uint8Array;
  /** Rows of another encoder, where the shape reads them. */
  readonly contexts?: Int8Array;
  /** A bit for each label that a token may have, where `labels` says only one of them. At most 31 labels. */
  readonly allowed?: Uint32Array;
}

export interface ChainTraining<P extends Passage> {
  /** The model's name. */
  readonly name: string;
  readonly shape: EncoderShape;
  readonly labels: number;
  /** Features a token. */
  readonly perToken: number;
  readonly options: TrainingOptions & { readonly rate: number };
  readonly epochs: number;
  readonly seed: number;
  readonly vectors: WordVectors;
  /** The passage as it is met this time: with words left out, say. */
  disguise(passage: P, random: () => number): Passage;
  /** Whether a passage is met in an epoch (from 1); all are where this is missing. */
  isMet?(passage: P, epoch: number): boolean;
  /** Called with the weights so far, to measure them. */
  afterEpoch?(weights: Weights, epoch: number, loss: number): void;
}

/** Logarithm of the weight of a label that the gold rules out. */
const RULED_OUT = -1e4;

/**
 * Trains a tagger on passages.
 *
 * @example
 * trainChainTagger(passages, { name: 'names', shape, labels: 29, … }).arrays.transitions.length; // 29 × 29
 */
export function trainChainTagger<P extends Passage>(passages: readonly P[], training: ChainTraining<P>): Weights {
  const { shape, options, epochs, vectors } = training;
  const random = randomFrom(training.seed);
  const kernel = new Kernel();
  const encoder = new TrainableEncoder(kernel, shape, options, random);
  const chain = new AdamTable(training.labels * training.labels, options);
  const order = Uint32Array.from(passages, (_, i) => i);
  const isMet = (p: number, epoch: number): boolean => training.isMet?.(passages[p], epoch) ?? true;
  let steps = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) for (const p of order) if (isMet(p, epoch)) steps++;
  let step = 0;
  let weights: Weights | undefined;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    let tokens = 0;
    for (const p of order) {
      if (!isMet(p, epoch)) continue;
      const mark = kernel.mark();
      step++;
      const rate = options.rate * Math.min(1, step / 200) * (1 - (0.95 * step) / steps);
      loss += learn(encoder, chain, training.disguise(passages[p], random), training, vectors, rate);
      tokens += passages[p].labels.length;
      kernel.release(mark);
    }
    encoder.swapAverages();
    weights = pack(encoder, chain.values, training);
    encoder.swapAverages();
    training.afterEpoch?.(weights, epoch, loss / tokens);
  }
  return weights!;
}

/**
 * Cuts a document between sentences into ranges of at most `longest` tokens; a longer sentence is one range.
 *
 * @example
 * [...passageRanges(document, 1000)]; // [[0, 987], [987, 1203]]
 */
export function* passageRanges(
  { sentences }: Pick<Document, 'sentences'>,
  longest: number,
): Generator<[first: number, last: number]> {
  for (let s = 0; s < sentences!.length; ) {
    const first = sentences!.first[s];
    let last = sentences!.last[s++];
    while (s < sentences!.length && sentences!.last[s] - first <= longest) last = sentences!.last[s++];
    yield [first, last];
  }
}

function pack(
  encoder: TrainableEncoder,
  transitions: Float32Array,
  { name, shape }: { readonly name: string; readonly shape: EncoderShape },
): Weights {
  const arrays = { ...packEncoder(shape, (array) => encoder.values(array)), transitions: transitions.slice() };
  return { name, meta: { shape }, arrays };
}

/** One step; the negative log-likelihood of what the gold allows. */
function learn(
  encoder: TrainableEncoder,
  chain: AdamTable,
  passage: Passage,
  { labels: count, perToken, shape: { outputs } }: { labels: number; perToken: number; shape: EncoderShape },
  vectors: WordVectors,
  rate: number,
): number {
  const { labels, allowed } = passage;
  const { length } = labels;
  const { kernel } = encoder;
  const input = { ...passage, perToken };
  const pass = encoder.forward(vectors, input, true);
  const scores = kernel.view(pass.scores, length * outputs).slice();
  const expected = marginals(scores, length, count, outputs, chain.values);
  // Sums over a passage are large; a constant keeps them within the clip.
  const share = 1 / 16;
  const gradient = new Float32Array(length * outputs);
  let gold = 0;
  if (allowed === undefined) {
    labels.forEach((label, t) => {
      gold += scores[t * outputs + label];
      for (let j = 0; j < count; j++)
        gradient[t * outputs + j] = share * (expected.probability[t * count + j] - (label === j ? 1 : 0));
      if (t === 0) return;
      const transition = labels[t - 1] * count + label;
      gold += chain.values[transition];
      expected.transitions[transition] -= 1;
    });
  } else {
    const wanted = within(allowed, scores, count, outputs, chain.values);
    gold = wanted.logPartition;
    for (let t = 0; t < length; t++)
      for (let j = 0; j < count; j++)
        gradient[t * outputs + j] = share * (expected.probability[t * count + j] - wanted.probability[t * count + j]);
    wanted.transitions.forEach((times, i) => {
      expected.transitions[i] -= times;
    });
  }
  encoder.backward(pass, kernel.load(gradient), input);
  encoder.update(rate);
  chain.update(expected.transitions, share, rate);
  return expected.logPartition - gold;
}

/** Probabilities within the sequences that the gold allows. */
function within(
  allowed: Uint32Array,
  scores: Float32Array,
  count: number,
  stride: number,
  transitions: Float32Array,
): Marginals {
  const ruled = scores.slice();
  allowed.forEach((bits, t) => {
    for (let j = 0; j < count; j++) if (((bits >>> j) & 1) === 0) ruled[t * stride + j] = RULED_OUT;
  });
  return marginals(ruled, allowed.length, count, stride, transitions);
}

/** A small table of weights with Adam, outside the kernel. */
class AdamTable {
  readonly values: Float32Array;
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  private readonly options: TrainingOptions;

  constructor(length: number, options: TrainingOptions) {
    this.values = new Float32Array(length);
    this.first = new Float64Array(length);
    this.second = new Float64Array(length);
    this.options = options;
  }

  update(gradient: Float64Array, share: number, rate: number): void {
    const { beta1, beta2 } = this.options;
    for (let i = 0; i < gradient.length; i++) {
      const g = gradient[i] * share;
      this.first[i] = beta1 * this.first[i] + (1 - beta1) * g;
      this.second[i] = beta2 * this.second[i] + (1 - beta2) * g * g;
      this.values[i] -= (rate * this.first[i]) / (Math.sqrt(this.second[i]) + 1e-8);
    }
  }
}
