/**
 * How the tagger learns: averaged structured perceptron (Collins 2002) with max-violation updates (Huang, Fayong & Guo 2012)
 * and a margin. A share of the features is left out at random each time a sentence is looked at, so that no feature
 * is leaned on alone (Søgaard & Johannsen 2012); it was worth half a point on words not seen before.
 */
import type { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { combine, type Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { BEAM, TagDecoder } from '../../src/language/tag/decoder.ts';
import { CONTEXT_FEATURES, HISTORY_FEATURES, LEXEME_FEATURES, NO_LABEL } from '../../src/language/tag/features.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { randomFrom, shuffle } from '../random.ts';
import type { buildDictionary, LabelledSentence } from './labels.ts';

export interface LearningSettings {
  /** Two to this power is the number of weights. */
  readonly bits: number;
  /** What a wrong label is given ahead while learning, in units of an update. */
  readonly margin: number;
  /** The share of features left out, in 256ths. */
  readonly dropped: number;
}

/** A feature whose weights (labels beside it in the table) stay zero: what a feature left out is replaced by. */
const NOTHING = 0;

export class TagLearner {
  private readonly skeleton: Weights;
  private readonly labels: number;
  private readonly settings: LearningSettings;
  private readonly mask: number;
  private readonly table: Float32Array;
  private readonly totals: Float64Array;
  private readonly stamps: Int32Array;
  private readonly decoder: TagDecoder;
  private readonly own = new Uint32Array(LEXEME_FEATURES);
  private readonly context = new Int32Array(CONTEXT_FEATURES);
  private readonly history = new Int32Array(HISTORY_FEATURES);
  private clock = 0;
  /** Counts looks at sentences: which features are left out depends on it. */
  private visit = 0;

  constructor(
    lexicon: Lexicon,
    clusters: WordClusters,
    labels: readonly (readonly [string, string])[],
    dictionary: ReturnType<typeof buildDictionary>,
    settings: LearningSettings,
  ) {
    const size = 1 << settings.bits;
    this.settings = settings;
    this.labels = labels.length;
    this.mask = size - 1;
    this.table = new Float32Array(size);
    this.totals = new Float64Array(size);
    this.stamps = new Int32Array(size);
    this.skeleton = { name: 'tag', meta: { labels }, arrays: { ...dictionary } };
    this.decoder = new TagDecoder(lexicon, clusters, this.skeleton, this.table, false);
    this.leaveOut();
  }

  /**
   * Learns from nothing, and gives the mean of each weight over the time of learning.
   *
   * @example
   * learner.learn(sentences, 10, 1);
   */
  learn(sentences: readonly LabelledSentence[], epochs: number, seed: number): Float64Array {
    for (const column of [this.table, this.totals, this.stamps]) column.fill(0);
    this.clock = 0;
    this.decoder.update();
    const order = Uint32Array.from(sentences, (_, s) => s);
    const random = randomFrom(seed);
    for (let epoch = 1; epoch <= epochs; epoch++) {
      shuffle(order, random);
      for (const s of order) {
        this.clock++;
        this.visit++;
        this.learnFrom(sentences[s]);
      }
    }
    const { totals, stamps, clock } = this;
    return Float64Array.from(this.table, (weight, at) => (totals[at] + weight * (clock - stamps[at])) / clock);
  }

  /**
   * Weights of the tagger in 8 bits: the scale lets one in 10,000 be clipped.
   *
   * @example
   * learner.weights(learner.learn(sentences, 10, 1));
   */
  weights(mean: Float64Array): Weights {
    const sizes = mean
      .filter((weight) => weight !== 0)
      .map(Math.abs)
      .sort();
    const scale = 127 / sizes[Math.floor(sizes.length * 0.9999)];
    const table = Int8Array.from(mean, (weight) => Math.max(-127, Math.min(127, Math.round(weight * scale))));
    return { ...this.skeleton, arrays: { ...this.skeleton.arrays, table } };
  }

  /** Puts NOTHING in the place of a random share of the features of words and of their surroundings. */
  private leaveOut(): void {
    const { columns } = this.decoder;
    const { dropped } = this.settings;
    const lexemeFeatures = columns.lexemeFeatures.bind(columns);
    const contextFeatures = columns.contextFeatures.bind(columns);
    columns.lexemeFeatures = (lexeme, out) => {
      const count = lexemeFeatures(lexeme, out);
      const chance = combine(this.visit, lexeme);
      for (let f = 1; f < count; f++) if ((combine(chance, f) & 255) < dropped) out[f] = NOTHING;
      return count;
    };
    columns.contextFeatures = (lexemes, i, first, last, out) => {
      contextFeatures(lexemes, i, first, last, out);
      const chance = combine(this.visit, i);
      for (let f = 0; f < CONTEXT_FEATURES; f++) if ((combine(chance, f + 100) & 255) < dropped) out[f] = NOTHING;
    };
  }

  /** Decodes one sentence and moves the weights where it went most wrong. */
  private learnFrom({ lexemes, gold }: LabelledSentence): void {
    const { decoder, mask, table, history } = this;
    const length = lexemes.length;
    const guess = new Uint8Array(length);
    decoder.reserve(length);
    let goldScore = 0;
    let worst = 0;
    let worstStep = -1;
    for (let i = 0; i < length; i++) {
      decoder.score(lexemes, i, 0, length);
      goldScore += this.goldEmission(lexemes, i, gold[i]);
      if (decoder.keptCount > 1)
        for (let k = 0; k < decoder.keptCount; k++)
          if (decoder.kept[k] !== gold[i]) decoder.scores[decoder.kept[k]] += this.settings.margin;
      decoder.advance(lexemes, i, 0, length);
      this.readHistory(lexemes, i, gold);
      for (let f = 0; f < HISTORY_FEATURES; f++) goldScore += table[((history[f] & mask) + gold[i]) & mask];
      const violation = decoder.stateScore[i * BEAM] - goldScore;
      if (violation >= worst) {
        worst = violation;
        worstStep = i;
      }
    }
    if (worstStep < 0) return;
    decoder.trace(worstStep, 0, guess);
    for (let i = 0; i <= worstStep; i++) {
      const isSame = guess[i] === gold[i];
      if (!isSame) {
        const count = decoder.columns.lexemeFeatures(lexemes[i], this.own);
        decoder.columns.contextFeatures(lexemes, i, 0, length, this.context);
        for (let f = 0; f < count; f++) this.move(this.own[f], gold[i], guess[i]);
        for (let f = 0; f < CONTEXT_FEATURES; f++) this.move(this.context[f], gold[i], guess[i]);
      }
      const isSameBefore = (i < 1 || guess[i - 1] === gold[i - 1]) && (i < 2 || guess[i - 2] === gold[i - 2]);
      if (isSame && isSameBefore) continue;
      this.remember(lexemes, i, gold, 1);
      this.remember(lexemes, i, guess, -1);
    }
  }

  /** The score of the gold label by the words alone, even where it was not among those kept. */
  private goldEmission(lexemes: Int32Array, i: number, label: number): number {
    const { decoder, own, context, mask, table } = this;
    for (let k = 0; k < decoder.keptCount; k++) if (decoder.kept[k] === label) return decoder.scores[label];
    let sum = 0;
    const count = decoder.columns.lexemeFeatures(lexemes[i], own);
    for (let f = 0; f < count; f++) sum += table[((own[f] & mask) + label) & mask];
    decoder.columns.contextFeatures(lexemes, i, 0, lexemes.length, context);
    for (let f = 0; f < CONTEXT_FEATURES; f++) sum += table[((context[f] & mask) + label) & mask];
    return sum;
  }

  private readHistory(lexemes: Int32Array, i: number, path: Uint8Array): void {
    const one = i > 0 ? path[i - 1] : NO_LABEL;
    const two = i > 1 ? path[i - 2] : NO_LABEL;
    this.decoder.columns.historyFeatures(lexemes, i, lexemes.length, one, two, this.history);
  }

  private remember(lexemes: Int32Array, i: number, path: Uint8Array, by: number): void {
    this.readHistory(lexemes, i, path);
    for (let f = 0; f < HISTORY_FEATURES; f++) this.add(((this.history[f] & this.mask) + path[i]) & this.mask, by);
  }

  private move(feature: number, right: number, wrong: number): void {
    this.add(((feature & this.mask) + right) & this.mask, 1);
    this.add(((feature & this.mask) + wrong) & this.mask, -1);
  }

  private add(at: number, by: number): void {
    if (at < this.labels) return;
    this.totals[at] += this.table[at] * (this.clock - this.stamps[at]);
    this.stamps[at] = this.clock;
    this.table[at] += by;
  }
}
