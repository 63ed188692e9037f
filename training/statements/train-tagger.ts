/** Trains the statement tagger by the likelihood of the gold labels; see train.ts. */
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { marginals } from '../../src/language/network/chain.ts';
import { packEncoder } from '../../src/language/network/encoder.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { FEATURES, statementFeatures, WORD_FEATURES } from '../../src/reading/statements/features.ts';
import { LABELS } from '../../src/reading/statements/segments.ts';
import { TrainableEncoder } from '../network/trainable-encoder.ts';
import { randomFrom, shuffle } from '../random.ts';
import type { Prepared } from './prepare.ts';
import { SEED, SHAPE, TAGGER } from './settings.ts';

/** A run of whole sentences of an article. */
interface Passage {
  readonly buckets: Int32Array;
  readonly vectorRows: Int32Array;
  readonly labels: Uint8Array;
}

/**
 * Trains a tagger on articles.
 *
 * @param afterEpoch called with the weights so far, to measure them
 */
export function trainTagger(
  articles: readonly Prepared[],
  lexicon: Lexicon,
  vectors: WordVectors,
  epochs: number,
  afterEpoch: (weights: Weights, epoch: number, loss: number) => void = () => {},
): Weights {
  const passages = articles.flatMap((article) => passagesOf(article, lexicon, vectors));
  const random = randomFrom(SEED);
  const kernel = new Kernel();
  const encoder = new TrainableEncoder(kernel, SHAPE, TAGGER, random);
  const chain = new AdamTable(LABELS * LABELS);
  const order = Uint32Array.from(passages, (_, i) => i);
  const steps = epochs * passages.length;
  let step = 0;
  let weights: Weights | undefined;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    let tokens = 0;
    for (const p of order) {
      const mark = kernel.mark();
      step++;
      const rate = TAGGER.rate * Math.min(1, step / 200) * (1 - (0.95 * step) / steps);
      loss += learn(encoder, chain, hideWords(passages[p], random), vectors, rate);
      tokens += passages[p].labels.length;
      kernel.release(mark);
    }
    encoder.swapAverages();
    weights = pack(encoder, chain.values);
    encoder.swapAverages();
    afterEpoch(weights, epoch, loss / tokens);
  }
  return weights!;
}

function pack(encoder: TrainableEncoder, transitions: Float32Array): Weights {
  const arrays = { ...packEncoder(SHAPE, (name) => encoder.values(name)), transitions: transitions.slice() };
  return { name: 'statements', meta: { shape: SHAPE }, arrays };
}

/** Cuts an article into passages of at most TAGGER.longest tokens. */
function passagesOf(
  { document, quotation, words, labels }: Prepared,
  lexicon: Lexicon,
  vectors: WordVectors,
): Passage[] {
  const sentences = document.sentences!;
  const buckets = statementFeatures(document, lexicon, quotation, words, SHAPE.buckets);
  const vectorRows = Int32Array.from(words, (word) => vectors.row(word));
  const passages: Passage[] = [];
  for (let s = 0; s < sentences.length; ) {
    const first = sentences.first[s];
    let last = sentences.last[s++];
    while (s < sentences.length && sentences.last[s] - first <= TAGGER.longest) last = sentences.last[s++];
    passages.push({
      buckets: buckets.subarray(first * FEATURES, last * FEATURES),
      vectorRows: vectorRows.subarray(first, last),
      labels: labels.subarray(first, last),
    });
  }
  return passages;
}

/** Leaves out the words of a random share of tokens, and of some the vector too. */
function hideWords(passage: Passage, random: () => number): Passage {
  const buckets = passage.buckets.slice();
  const vectorRows = passage.vectorRows.slice();
  for (let t = 0; t < vectorRows.length; t++) {
    if (random() / 2 ** 32 >= TAGGER.wordDropout) continue;
    for (const feature of WORD_FEATURES) buckets[t * FEATURES + feature] = -1;
    if (random() / 2 ** 32 < 0.3) vectorRows[t] = -1;
  }
  return { ...passage, buckets, vectorRows };
}

/** One step; the negative log-likelihood of the passage's labels. */
function learn(
  encoder: TrainableEncoder,
  chain: AdamTable,
  passage: Passage,
  vectors: WordVectors,
  rate: number,
): number {
  const { labels } = passage;
  const { kernel } = encoder;
  const { outputs } = SHAPE;
  const pass = encoder.forward(vectors, passage.buckets, FEATURES, passage.vectorRows, true);
  const scores = kernel.view(pass.scores, labels.length * outputs).slice();
  const expected = marginals(scores, labels.length, LABELS, outputs, chain.values);
  // Sums over a passage are large; a constant keeps them within the clip.
  const share = 1 / 16;
  const gradient = new Float32Array(labels.length * outputs);
  let gold = 0;
  labels.forEach((label, t) => {
    gold += scores[t * outputs + label];
    for (let j = 0; j < LABELS; j++)
      gradient[t * outputs + j] = share * (expected.probability[t * LABELS + j] - (label === j ? 1 : 0));
    if (t === 0) return;
    const transition = labels[t - 1] * LABELS + label;
    gold += chain.values[transition];
    expected.transitions[transition] -= 1;
  });
  encoder.backward(pass, kernel.load(gradient), passage.buckets, FEATURES);
  encoder.update(rate);
  chain.update(expected.transitions, share, rate);
  return expected.logPartition - gold;
}

/** A small table of weights with Adam, outside the kernel. */
class AdamTable {
  readonly values: Float32Array;
  private readonly first: Float64Array;
  private readonly second: Float64Array;

  constructor(length: number) {
    this.values = new Float32Array(length);
    this.first = new Float64Array(length);
    this.second = new Float64Array(length);
  }

  update(gradient: Float64Array, share: number, rate: number): void {
    const { beta1, beta2 } = TAGGER;
    for (let i = 0; i < gradient.length; i++) {
      const g = gradient[i] * share;
      this.first[i] = beta1 * this.first[i] + (1 - beta1) * g;
      this.second[i] = beta2 * this.second[i] + (1 - beta2) * g * g;
      this.values[i] -= (rate * this.first[i]) / (Math.sqrt(this.second[i]) + 1e-8);
    }
  }
}
