/**
 * Trains the tagger on EWT and GUM: `node training/tag/train.ts --data FOLDER`. Needs models/clusters.weights and
 * models/sentences.weights (training/clusters, training/sentences) first.
 *
 * Averaged structured perceptron (Collins 2002) with max-violation updates (Huang, Fayong & Guo 2012) and a margin; sentences
 * shuffled from a fixed seed; weights quantised to 8 bits. Writes models/tag.weights and its card; the same bytes each run.
 */
import { join } from 'node:path';
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { combine, Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { BEAM, TagDecoder } from '../../src/language/tag/decoder.ts';
import { CONTEXT_FEATURES, HISTORY_FEATURES, LEXEME_FEATURES, NO_LABEL } from '../../src/language/tag/features.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { dataFolder, fileLines, readModel, writeModel } from '../command.ts';
import { readTreebank } from '../conllu.ts';
import { randomFrom, shuffle } from '../random.ts';
import { DEV_FILES, TRAIN_FILES } from '../treebanks.ts';
import { tagScores } from './evaluate.ts';
import { buildDictionary, type LabelledSentence, readLabels } from './labels.ts';
import { agreedSentences } from './silver.ts';

const BITS = Number(process.env.BITS ?? 21);
const EPOCHS = Number(process.env.EPOCHS ?? 10);
const MARGIN = Number(process.env.MARGIN ?? 5);
const RUNS = Number(process.env.RUNS ?? 1);
const FIRST_EPOCHS = 5;
const SEED = 20250302;
const SILVER_FILE = 'polnear/train.jsonl.gz';

const folder = dataFolder();
const lexicon = new Lexicon();
const clusters = new WordClusters(lexicon, readModel('clusters'));
const treebanks = TRAIN_FILES.map((file) => readTreebank(join(folder, file)));
const { labels, sentences } = readLabels(treebanks.flat(), lexicon);
const dictionary = buildDictionary(sentences, labels, lexicon);
const skeleton: Weights = { name: 'tag', meta: { labels }, arrays: dictionary };

const size = 1 << BITS;
const mask = size - 1;
const table = new Float32Array(size);
const totals = new Float64Array(size);
const stamps = new Int32Array(size);
let clock = 0;
const decoder = new TagDecoder(lexicon, clusters, skeleton, table, false);
const { columns } = decoder;
/** The share of features left out at random, in 256ths, and the number of the sentence now learned from. */
const DROPPED = Number(process.env.DROP ?? 50);
let visit = 0;
/** A feature whose weights (labels beside it in the table) stay zero. */
const NOTHING = 0;
const plainLexeme = columns.lexemeFeatures.bind(columns);
const plainHistory = columns.historyFeatures.bind(columns);
const HDROP = Number(process.env.HDROP ?? 0);
columns.historyFeatures = (lexemes, i, last, one, two, out) => {
  plainHistory(lexemes, i, last, one, two, out);
  if (HDROP > 0)
    for (let f = 0; f < HISTORY_FEATURES; f++)
      if ((combine(combine(visit, i), f + 200) & 255) < HDROP) out[f] = NOTHING;
};
const plainContext = columns.contextFeatures.bind(columns);
columns.lexemeFeatures = (lexeme, out) => {
  const count = plainLexeme(lexeme, out);
  if (DROPPED > 0)
    for (let f = 1; f < count; f++) if ((combine(combine(visit, lexeme), f) & 255) < DROPPED) out[f] = NOTHING;
  return count;
};
columns.contextFeatures = (lexemes, i, first, last, style, out) => {
  plainContext(lexemes, i, first, last, style, out);
  if (DROPPED > 0)
    for (let f = 0; f < CONTEXT_FEATURES; f++)
      if ((combine(combine(visit, i), f + 100) & 255) < DROPPED) out[f] = NOTHING;
};
decoder.update();
const own = new Uint32Array(LEXEME_FEATURES);
const context = new Uint32Array(CONTEXT_FEATURES);
const history = new Uint32Array(HISTORY_FEATURES);

learnAll(sentences, FIRST_EPOCHS, 0);
const silver = agreedSentences(
  join(folder, SILVER_FILE),
  lexicon,
  clusters,
  quantised(averages()),
  readModel('sentences'),
);
console.log(
  `${silver.length} sentences of news agreed on, ${silver.reduce((sum, { lexemes }) => sum + lexemes.length, 0)} words`,
);
if (process.env.EVAL) report(quantised(averages()));
const mean = new Float64Array(size);
for (let run = 1; run <= RUNS; run++) {
  for (const column of [table, totals, stamps]) column.fill(0);
  clock = 0;
  learnAll([...sentences, ...silver], EPOCHS, run);
  const averaged = averages();
  for (let at = 0; at < size; at++) mean[at] += averaged[at] / RUNS;
}
const weights = quantised(mean);
const scores = report(weights);
writeModel(
  weights,
  `# tag.weights

Gives each word its universal and its Penn Treebank part of speech (src/language/tag). Made by
\`node training/tag/train.ts --data FOLDER\`: ${sentences.length} sentences, ${EPOCHS} rounds, seed ${SEED}; byte for byte on a CPU.

From raw text, with the tokeniser and the sentence splitter of this version (F1 over words aligned by their place):

${scores}
Trained on:

${fileLines(folder, TRAIN_FILES)}
EWT is CC BY-SA 4.0; GUM's annotations are CC BY 4.0, its texts CC BY, CC BY-SA, and some for non-commercial use only. The word
clusters that the features use are those of clusters.weights.
`,
);

function learnAll(material: readonly LabelledSentence[], epochs: number, run: number): void {
  decoder.update();
  const order = Uint32Array.from(material, (_, s) => s);
  const random = randomFrom(SEED + run);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    let updates = 0;
    for (const s of order) {
      clock++;
      visit++;
      if (learn(material[s])) updates++;
    }
    console.log(`epoch ${epoch}: ${updates} of ${material.length} sentences taught something`);
  }
}

/** Decodes one sentence and moves the weights where it went most wrong; false where it was right. */
function learn({ lexemes, gold }: LabelledSentence): boolean {
  const length = lexemes.length;
  const guess = new Uint8Array(length);
  decoder.begin(lexemes, 0, length);
  let goldScore = 0;
  let worst = 0;
  let worstStep = -1;
  for (let i = 0; i < length; i++) {
    decoder.score(lexemes, i, 0, length);
    goldScore += goldEmission(lexemes, i, gold[i]);
    if (MARGIN > 0 && decoder.keptCount > 1)
      for (let k = 0; k < decoder.keptCount; k++)
        if (decoder.kept[k] !== gold[i]) decoder.scores[decoder.kept[k]] += MARGIN;
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
  if (worstStep < 0) return false;
  decoder.trace(worstStep, 0, guess);
  let isWrong = false;
  for (let i = 0; i <= worstStep; i++) {
    const isSame = guess[i] === gold[i];
    if (!isSame) {
      isWrong = true;
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
  return isWrong;
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
  decoder.columns.historyFeatures(
    lexemes,
    i,
    length,
    i > 0 ? path[i - 1] : NO_LABEL,
    i > 1 ? path[i - 2] : NO_LABEL,
    history,
  );
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

/** The mean of each weight over the time of learning. */
function averages(): Float64Array {
  return Float64Array.from(table, (w, at) => (totals[at] + w * (clock - stamps[at])) / clock);
}

/** Weights in 8 bits: the scale lets one in 10,000 be clipped. */
function quantised(mean: Float64Array): Weights {
  const sizes = [...mean].filter((w) => w !== 0).map(Math.abs);
  sizes.sort((a, b) => a - b);
  const scale = 127 / sizes[Math.floor(sizes.length * 0.9999)];
  const bytes = Int8Array.from(mean, (w) => Math.max(-127, Math.min(127, Math.round(w * scale))));
  console.log(
    `weights in use: ${sizes.length} of ${size}, not 0 after rounding: ${bytes.reduce((n, w) => n + (w !== 0 ? 1 : 0), 0)}, scale ${scale.toFixed(2)}`,
  );
  return { name: 'tag', meta: { labels }, arrays: { ...dictionary, table: bytes } };
}

function report(model: Weights): string {
  let lines = '| set | words | UPOS | XPOS |\n|---|---|---|---|\n';
  for (const [name, file] of Object.entries(DEV_FILES)) {
    const scores = tagScores(readTreebank(join(folder, file)), model, readModel('sentences'), readModel('clusters'));
    const row = [scores.words, scores.upos, scores.xpos].map((score) => (100 * score).toFixed(2));
    lines += `| ${name} dev | ${row.join(' | ')} |\n`;
    console.log(`${name} dev: words ${row[0]}, UPOS ${row[1]}, XPOS ${row[2]}`);
  }
  return lines;
}
