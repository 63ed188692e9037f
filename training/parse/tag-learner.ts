/**
 * The tagger's learning as a function, for taggers of parts of the treebanks: averaged structured perceptron with max-violation
 * updates and a margin, as training/tag does it on the whole.
 */
import type { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { BEAM, TagDecoder } from '../../src/language/tag/decoder.ts';
import { CONTEXT_FEATURES, HISTORY_FEATURES, LEXEME_FEATURES, NO_LABEL } from '../../src/language/tag/features.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { randomFrom, shuffle } from '../random.ts';
import { buildDictionary, type LabelledSentence } from '../tag/labels.ts';

/**
 * Trains a tagger by the averaged structured perceptron with max-violation updates.
 *
 * @param bits of the number of weights
 * @example
 * const weights = learnTags(sentences, labels, lexicon, clusters, { bits: 21, epochs: 5, margin: 5, seed: 1 });
 */
export function learnTags(
  sentences: readonly LabelledSentence[],
  labels: readonly (readonly [string, string])[],
  lexicon: Lexicon,
  clusters: WordClusters,
  { bits, epochs, margin, seed }: { bits: number; epochs: number; margin: number; seed: number },
): Weights {
  const dictionary = buildDictionary(sentences, labels, lexicon);
  const size = 1 << bits;
  const mask = size - 1;
  const table = new Float32Array(size);
  const totals = new Float64Array(size);
  const stamps = new Int32Array(size);
  let clock = 0;
  const decoder = new TagDecoder(
    lexicon,
    clusters,
    { name: 'tag', meta: { labels }, arrays: dictionary },
    table,
    false,
  );
  const own = new Uint32Array(LEXEME_FEATURES);
  const context = new Uint32Array(CONTEXT_FEATURES);
  const history = new Uint32Array(HISTORY_FEATURES);
  decoder.update();
  const order = Uint32Array.from(sentences, (_, s) => s);
  const random = randomFrom(seed);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    for (const s of order) {
      clock++;
      learn(sentences[s]);
    }
  }
  const mean = Float64Array.from(table, (weight, at) => (totals[at] + weight * (clock - stamps[at])) / clock);
  const sizes = mean
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const scale = 127 / sizes[Math.floor(sizes.length * 0.9999)];
  const bytes = Int8Array.from(mean, (w) => Math.max(-127, Math.min(127, Math.round(w * scale))));
  return { name: 'tag', meta: { labels }, arrays: { ...dictionary, table: bytes } };

  /** Decodes one sentence and moves the weights where it went most wrong. */
  function learn({ lexemes, gold }: LabelledSentence): void {
    const length = lexemes.length;
    const guess = new Uint8Array(length);
    decoder.begin(lexemes, 0, length);
    let goldScore = 0;
    let worst = 0;
    let worstStep = -1;
    for (let i = 0; i < length; i++) {
      decoder.score(lexemes, i, 0, length);
      goldScore += goldEmission(lexemes, i, gold[i]);
      if (margin > 0 && decoder.keptCount > 1)
        for (let k = 0; k < decoder.keptCount; k++)
          if (decoder.kept[k] !== gold[i]) decoder.scores[decoder.kept[k]] += margin;
      decoder.advance(lexemes, i, 0, length);
      const one = i > 0 ? gold[i - 1] : NO_LABEL;
      const two = i > 1 ? gold[i - 2] : NO_LABEL;
      decoder.columns.historyFeatures(lexemes, i, length, one, two, history);
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
        const count = decoder.columns.lexemeFeatures(lexemes[i], own);
        decoder.columns.contextFeatures(lexemes, i, 0, length, decoder.style, context);
        for (let f = 0; f < count; f++) move(own[f], gold[i], guess[i]);
        for (let f = 0; f < CONTEXT_FEATURES; f++) move(context[f], gold[i], guess[i]);
      }
      const isSameBefore = (i < 1 || guess[i - 1] === gold[i - 1]) && (i < 2 || guess[i - 2] === gold[i - 2]);
      if (isSame && isSameBefore) continue;
      remember(lexemes, i, length, gold, 1);
      remember(lexemes, i, length, guess, -1);
    }
  }

  /** The score of the gold label by the words alone, even where it was not among those kept. */
  function goldEmission(lexemes: Int32Array, i: number, label: number): number {
    for (let k = 0; k < decoder.keptCount; k++) if (decoder.kept[k] === label) return decoder.scores[label];
    let sum = 0;
    const count = decoder.columns.lexemeFeatures(lexemes[i], own);
    for (let f = 0; f < count; f++) sum += table[((own[f] & mask) + label) & mask];
    decoder.columns.contextFeatures(lexemes, i, 0, lexemes.length, decoder.style, context);
    for (let f = 0; f < CONTEXT_FEATURES; f++) sum += table[((context[f] & mask) + label) & mask];
    return sum;
  }

  function remember(lexemes: Int32Array, i: number, length: number, path: Uint8Array, by: number): void {
    const one = i > 0 ? path[i - 1] : NO_LABEL;
    const two = i > 1 ? path[i - 2] : NO_LABEL;
    decoder.columns.historyFeatures(lexemes, i, length, one, two, history);
    for (let f = 0; f < HISTORY_FEATURES; f++) add(((history[f] & mask) + path[i]) & mask, by);
  }

  function move(feature: number, right: number, wrong: number): void {
    add(((feature & mask) + right) & mask, 1);
    add(((feature & mask) + wrong) & mask, -1);
  }

  function add(at: number, by: number): void {
    if (at < labels.length) return;
    totals[at] += table[at] * (clock - stamps[at]);
    stamps[at] = clock;
    table[at] += by;
  }
}
