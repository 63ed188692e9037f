/**
 * Trains an encoder with a chain over its scores (src/language/network/chain-tagger.ts), one passage a step: by the likelihood
 * of the gold labels; or, where the gold leaves open which of several labels a token has, of all sequences that it allows
 * (Tsuboi et al. 2008); or by what other taggers expect (Hinton, Vinyals & Dean 2015). One thread, one seed: the same weights
 * every time.
 */
import { Chain, type Marginals, RULED_OUT } from '../../src/language/network/chain.ts';
import type { EncoderShape } from '../../src/language/network/encoder.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import { packEncoder } from '../../src/language/network/pack-encoder.ts';
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
  /** What to expect of the passage, where that is not just `labels`. */
  readonly expected?: Expectations;
}

/** How often labels and transitions are expected in a passage. */
export interface Expectations {
  /** probability[token × labels + label] */
  readonly probability: ArrayLike<number>;
  /** Summed over the passage's tokens, labels × labels. */
  readonly transitions: ArrayLike<number>;
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
  /**
   * Whether a label may come after another; where this is missing, any may. It is asked of the weights given out, not while they are
   * learned: a chain that learns without it is better by some points.
   */
  mayFollow?(before: number, after: number): boolean;
  /** The passage as it is met this time: with words left out, say. */
  disguise(passage: P, random: () => number): Passage;
  /** Whether a passage is met in an epoch (from 1); all are where this is missing. */
  isMet?(passage: P, epoch: number): boolean;
  /** Called with the weights so far, to measure them. */
  afterEpoch?(weights: Weights, epoch: number, loss: number): void;
}

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

function pack<P extends Passage>(
  encoder: TrainableEncoder,
  transitions: Float32Array,
  { name, shape, labels, mayFollow = () => true }: ChainTraining<P>,
): Weights {
  const possible = transitions.map((score, i) => (mayFollow(Math.floor(i / labels), i % labels) ? score : RULED_OUT));
  const arrays = { ...packEncoder(shape, (array) => encoder.values(array)), transitions: possible };
  return { name, meta: { shape }, arrays };
}

/** One step; how much less likely the tagger thinks what is wanted than it could. */
function learn(
  encoder: TrainableEncoder,
  chain: AdamTable,
  passage: Passage,
  { labels: count, perToken, shape: { outputs } }: { labels: number; perToken: number; shape: EncoderShape },
  vectors: WordVectors,
  rate: number,
): number {
  const { length } = passage.labels;
  const { kernel } = encoder;
  const input = { ...passage, perToken };
  const pass = encoder.forward(vectors, input, true);
  const scores = kernel.view(pass.scores, length * outputs).slice();
  const sequences = new Chain(chain.values);
  const found = sequences.marginals(scores, length, outputs);
  const wanted = passage.expected ?? wantedOf(passage, scores, sequences, outputs);
  // Sums over a passage are large; a constant keeps them within the clip.
  const share = 1 / 16;
  const gradient = new Float32Array(length * outputs);
  let gold = 0;
  for (let t = 0; t < length; t++) {
    for (let j = 0; j < count; j++) {
      const p = wanted.probability[t * count + j];
      gold += p * scores[t * outputs + j];
      gradient[t * outputs + j] = share * (found.probability[t * count + j] - p);
    }
  }
  for (let i = 0; i < found.transitions.length; i++) {
    gold += wanted.transitions[i] * chain.values[i];
    found.transitions[i] -= wanted.transitions[i];
  }
  encoder.backward(pass, kernel.load(gradient), input);
  encoder.update(rate);
  chain.update(found.transitions, share, rate);
  return found.logPartition - gold;
}

/** What the gold says of a passage, as expectations. */
function wantedOf({ labels, allowed }: Passage, scores: Float32Array, chain: Chain, stride: number): Expectations {
  return allowed === undefined ? certain(labels, chain.labels) : within(allowed, scores, chain, stride);
}

/**
 * Labels as expectations.
 *
 * @example
 * certain(Uint8Array.of(1, 0), 2).probability; // [0, 1, 1, 0]
 */
export function certain(labels: Uint8Array, count: number): Expectations {
  const probability = new Float32Array(labels.length * count);
  const transitions = new Float32Array(count * count);
  labels.forEach((label, t) => {
    probability[t * count + label] = 1;
    if (t > 0) transitions[labels[t - 1] * count + label]++;
  });
  return { probability, transitions };
}

/** Probabilities within the sequences that the gold allows. */
function within(allowed: Uint32Array, scores: Float32Array, chain: Chain, stride: number): Marginals {
  const ruled = scores.slice();
  allowed.forEach((bits, t) => {
    for (let j = 0; j < chain.labels; j++) if (((bits >>> j) & 1) === 0) ruled[t * stride + j] = RULED_OUT;
  });
  return chain.marginals(ruled, allowed.length, stride);
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
