/**
 * Learns how worth checking a sentence is, from the debates that ClaimBuster's readers judged:
 * `node training/check/train.ts --data FOLDER`. Writes models/check.weights and its card; the same bytes each run.
 *
 * Debates are parted in five folds by date. Five pairs of models, each learned on four folds, are measured on the fifth; how
 * the two of a pair are blended is fitted on the folds that the shipped pair has seen, told of by pairs that had not. What
 * ships is the pair that has not seen the first fold, so that `npm run bench:quality` can measure it there.
 */
import { join } from 'node:path';
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { checkFeatures, wordBucket } from '../../src/reading/assertions/check-features.ts';
import { type CheckMeta, CheckScorer } from '../../src/reading/assertions/check-scorer.ts';
import { dataFolder, fileLines, readModel, writeModel } from '../command.ts';
import { randomFrom } from '../random.ts';
import {
  averagePrecision,
  DEBATES_FILE,
  FOLDS,
  foldsOf,
  HELD_OUT_FOLD,
  readDebates,
  tagSentences,
} from './debate-sentences.ts';
import { type Filters, learnFilters } from './filter-learner.ts';

const SEED = 20260301;
const BUCKETS = 1 << 18;
const WORD_BUCKETS = 1 << 12;
const LINEAR_ROUNDS = 8;
const LINEAR_RATE = 0.3;
const LINEAR_DECAY = 1e-5;
interface Pair {
  readonly linear: Float64Array;
  readonly filters: Filters;
}

const folder = dataFolder();
const sentences = readDebates(join(folder, DEBATES_FILE));
const lexicon = new Lexicon();
const models = Object.fromEntries(['clusters', 'sentences', 'tag', 'vectors'].map((name) => [name, readModel(name)]));
const clusters = new WordClusters(lexicon, models.clusters);
const vectors = new WordVectors(models.vectors);
const tokens = tagSentences(sentences, lexicon, models);
const isWorth = sentences.map(({ verdict }) => verdict === 1);
const foldOf = foldsOf(sentences);
const folds = sentences.map(({ debate }) => foldOf.get(debate)!);
const features = tokens.map((of) => {
  const rows: number[] = [];
  checkFeatures(of, lexicon, clusters, 0, of.length, BUCKETS, rows);
  return Uint32Array.from(rows);
});
const filterSentences = tokens.map((of, i) => ({
  vectors: Int32Array.from(of.lexeme, (lexeme) => vectors.row(lexicon.lowerHash[lexeme])),
  words: Int32Array.from(of.lexeme, (lexeme) => wordBucket(lexicon, lexeme, WORD_BUCKETS)),
  tags: of.xpos,
  verdict: sentences[i].verdict + 1,
}));

const pairs = Array.from({ length: FOLDS }, (_, fold) => learnPair(fold));
/** The log-odds of each sentence by the pair that has not seen it. */
const linearOdds = new Float64Array(sentences.length);
const filterOdds = new Float64Array(sentences.length);
for (let fold = 0; fold < FOLDS; fold++) {
  const linear = oddsOf(pairs[fold], [1, 0, 0], fold);
  const filters = oddsOf(pairs[fold], [0, 1, 0], fold);
  for (const [i, odds] of linear) linearOdds[i] = odds;
  for (const [i, odds] of filters) filterOdds[i] = odds;
}
const blend = fitBlend();
/** Average precision on each fold, by the pair that has not seen it. */
const figures = Array.from({ length: FOLDS }, (_, fold) => {
  const of = (score: (i: number) => number): number => {
    const own = folds.flatMap((f, i) => (f === fold ? [i] : []));
    return averagePrecision(
      own.map(score),
      own.map((i) => isWorth[i]),
    );
  };
  return {
    linear: of((i) => linearOdds[i]),
    filters: of((i) => filterOdds[i]),
    both: of((i) => blend[0] * linearOdds[i] + blend[1] * filterOdds[i]),
  };
});
const debates = [...foldOf.keys()].sort();
const fixed = (value: number): string => value.toFixed(4);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
let table = '| held-out debates | worth checking | linear | filters | both |\n|---|---|---|---|---|\n';
figures.forEach(({ linear, filters, both }, fold) => {
  const own = debates.filter((debate) => foldOf.get(debate) === fold).map((debate) => debate.slice(0, 10));
  const share = mean(folds.flatMap((f, i) => (f === fold ? [isWorth[i] ? 1 : 0] : [])));
  table += `| ${own[0]} to ${own.at(-1)} | ${(100 * share).toFixed(1)} % | ${fixed(linear)} | ${fixed(filters)} | ${fixed(both)} |\n`;
});
const means = (['linear', 'filters', 'both'] as const).map((name) => fixed(mean(figures.map((f) => f[name]))));
table += `| mean of the five | | ${means.join(' | ')} |\n`;
console.log(table);

const shipped = weightsOf(pairs[HELD_OUT_FOLD], blend);
const weights: Weights = {
  ...shipped,
  meta: { ...shipped.meta, precisions: figures.map(({ both }) => Math.round(both * 10_000) / 10_000) },
};

writeModel(
  weights,
  `# check.weights

How worth checking a sentence is (src/reading/assertions/check-scorer.ts): a linear model and filters over words, blended. Made by
\`node training/check/train.ts --data FOLDER\`, seed ${SEED}; byte for byte on a CPU.

Average precision for the verdict "worth checking", each fifth of the debates told of by models learned on the other four; no debate
is in two of them:

${table}
What ships has not seen the first fifth, and is the one of the first row. Precision rises with the share of sentences that readers found worth
checking in a debate, so the mean of the five rows is the fairer figure. They are spoken debates of one country, not news: in an
article the score ranks, and is no probability.

Trained on:

${fileLines(folder, [DEBATES_FILE])}
ClaimBuster is CC BY 4.0 (Arslan, Hassan, Li & Tremayne 2020). The features use clusters.weights, vectors.weights and the tags of
tag.weights, and want training again when one of them changes.
`,
);

function learnPair(fold: number): Pair {
  const seen = folds.flatMap((f, i) => (f === fold ? [] : [i]));
  const filters = learnFilters(
    seen.map((i) => filterSentences[i]),
    vectors,
    WORD_BUCKETS,
    randomFrom(SEED + fold),
  );
  return { linear: learnLinear(seen, randomFrom(SEED + fold)), filters };
}

/** Logistic regression by AdaGrad (Duchi et al. 2011), the mean of the weights after the later half of the rounds. */
function learnLinear(seen: number[], random: () => number): Float64Array {
  const order = [...seen];
  const weights = new Float64Array(BUCKETS);
  const squares = new Float64Array(BUCKETS).fill(0.01);
  const sums = new Float64Array(BUCKETS);
  let bias = 0;
  let biasSquares = 0.01;
  for (let round = 0; round < LINEAR_ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = random() % (i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const i of order) {
      const rows = features[i];
      const scale = 1 / Math.sqrt(rows.length);
      let z = bias;
      for (const row of rows) z += weights[row] * scale;
      const error = 1 / (1 + Math.exp(-z)) - (isWorth[i] ? 1 : 0);
      for (const row of rows) {
        const gradient = error * scale + LINEAR_DECAY * weights[row];
        squares[row] += gradient * gradient;
        weights[row] -= (LINEAR_RATE * gradient) / Math.sqrt(squares[row]);
      }
      biasSquares += error * error;
      bias -= (LINEAR_RATE * error) / Math.sqrt(biasSquares);
    }
    if (round >= LINEAR_ROUNDS / 2) for (let row = 0; row < BUCKETS; row++) sums[row] += weights[row];
  }
  return sums.map((sum) => sum / (LINEAR_ROUNDS / 2));
}

/** Log-odds of the sentences of a fold, by the scorer that ships. */
function oddsOf(pair: Pair, parts: CheckMeta['blend'], fold: number): [sentence: number, odds: number][] {
  const scorer = new CheckScorer(lexicon, clusters, vectors, new Kernel(), weightsOf(pair, parts));
  return folds.flatMap((f, i) => {
    if (f !== fold || tokens[i].length === 0) return [];
    const [p] = scorer.scores(tokens[i], [{ first: 0, last: tokens[i].length }]);
    return [[i, Math.log(p / (1 - p))] as [number, number]];
  });
}

function weightsOf({ linear, filters }: Pair, parts: CheckMeta['blend']): Weights {
  const quantised = {
    linear: quantise(linear, 127),
    learned: quantise(filters.learned, 127),
    filters: quantise(filters.filters, 32_767),
    tags: quantise(filters.tags, 32_767),
    output: quantise(filters.output, 32_767),
  };
  const { linear: table, learned, ...wide } = quantised;
  const scales = Object.fromEntries(Object.entries(quantised).map(([name, { scale }]) => [name, scale]));
  const meta: CheckMeta = {
    buckets: BUCKETS,
    wordBuckets: WORD_BUCKETS,
    scales: scales as unknown as CheckMeta['scales'],
    blend: parts,
  };
  return {
    name: 'check',
    meta,
    arrays: {
      linear: Int8Array.from(table.values),
      learned: Int8Array.from(learned.values),
      ...Object.fromEntries(Object.entries(wide).map(([name, { values }]) => [name, Int16Array.from(values)])),
      bias: filters.bias,
      outputBias: filters.outputBias,
    },
  };
}

function quantise(values: ArrayLike<number>, largest: number): { values: number[]; scale: number } {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  const scale = most / largest || 1;
  return { values: Array.from(values, (value) => Math.round(value / scale)), scale };
}

/** Weights of the two models and a bias, by gradient descent on the folds that the shipped pair has seen. */
function fitBlend(): CheckMeta['blend'] {
  const own = folds.flatMap((f, i) => (f === HELD_OUT_FOLD ? [] : [i]));
  const weights: [number, number, number] = [0.5, 0.5, 0];
  for (let round = 0; round < 2000; round++) {
    const gradient = [0, 0, 0];
    for (const i of own) {
      const z = weights[0] * linearOdds[i] + weights[1] * filterOdds[i] + weights[2];
      const error = 1 / (1 + Math.exp(-z)) - (isWorth[i] ? 1 : 0);
      gradient[0] += error * linearOdds[i];
      gradient[1] += error * filterOdds[i];
      gradient[2] += error;
    }
    for (let j = 0; j < 3; j++) weights[j] -= (0.5 * gradient[j]) / own.length;
  }
  return weights.map((value) => Math.round(value * 1e4) / 1e4) as [number, number, number];
}
