/**
 * Trains the sentence splitter from the raw text of EWT and GUM: `node training/sentences/train.ts --data FOLDER`.
 *
 * Logistic regression over hashed features by AdaGrad (Duchi et al. 2011), gaps in an order shuffled from a fixed seed;
 * weights quantised to 16 bits. Writes models/sentences.weights and its card; the same bytes each run.
 */
import { join } from 'node:path';
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import {
  endOf,
  gapFeatures,
  isPlainGap,
  quotesAfter,
  SENTENCE_FEATURES,
} from '../../src/language/sentences/features.ts';
import { createSentenceSplitter, forEachBlock } from '../../src/language/sentences/split-sentences.ts';
import { createTokenizer } from '../../src/language/tokenize/tokenize.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { createDocument } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import { dataFolder, fileLines, readModel, writeModel } from '../command.ts';
import type { TreebankDocument } from '../conllu.ts';
import { readTreebank } from '../conllu.ts';
import { randomFrom, shuffle } from '../random.ts';
import { DEV_FILES, TRAIN_FILES } from '../treebanks.ts';

const BITS = 18;
const EPOCHS = 8;
const RATE = 0.15;
/** Log-odds above which a sentence ends: below 0, since a missed end costs two sentences and the pull is towards none. */
const THRESHOLD = -1.5;
const SCALE = 1000;
/** The share of features left out at random, in 256ths. */
const DROPPED = 30;
const SEED = 20250301;

const folder = dataFolder();
const lexicon = new Lexicon();
const clusters = new WordClusters(lexicon, readModel('clusters'));
const tokenize = createTokenizer(lexicon);

/** A gap: its features, and whether a sentence ends there. */
const features: number[] = [];
const labels: number[] = [];
for (const file of TRAIN_FILES) for (const document of readTreebank(join(folder, file))) collect(document);
const weights = train(Uint32Array.from(features), Uint8Array.from(labels));

let scores = '| set | sentence F1 |\n|---|---|\n';
for (const [name, file] of Object.entries(DEV_FILES)) {
  const f1 = (100 * evaluate(readTreebank(join(folder, file)), weights)).toFixed(2);
  scores += `| ${name} dev | ${f1} |\n`;
  console.log(`${name} dev: sentence F1 ${f1}`);
}
writeModel(
  weights,
  `# sentences.weights

Decides at each gap between two words of a block whether a sentence ends there (src/language/sentences). Made by
\`node training/sentences/train.ts --data FOLDER\`: ${labels.length} gaps, ${EPOCHS} rounds, seed ${SEED}; byte for byte on a CPU.

${scores}
Trained on:

${fileLines(folder, TRAIN_FILES)}
EWT is CC BY-SA 4.0; GUM's annotations are CC BY 4.0, its texts CC BY, CC BY-SA, and some for non-commercial use only.
`,
);

function collect(source: TreebankDocument): void {
  const document = createDocument(source.text, paragraphBlocks(source.text));
  tokenize(document);
  const tokens = document.tokens!;
  const ends = new Set(source.sentences.map((sentence) => sentence[sentence.length - 1].end));
  const out = new Uint32Array(SENTENCE_FEATURES);
  forEachBlock(document, tokens, (first, last) => {
    let begin = first;
    let quotes = 0;
    let before = 0;
    for (let i = first; i < last - 1; i++) {
      quotes = quotesAfter(lexicon.forms[tokens.lexeme[i]], quotes);
      if (isPlainGap(document.text, tokens, i)) continue;
      gapFeatures(lexicon, clusters, source.text, tokens, i, first, last, i - begin + 1, quotes, before, out);
      const isEnd = ends.has(tokens.end[i]);
      for (const feature of out) features.push(feature & ((1 << BITS) - 1));
      labels.push(isEnd ? 1 : 0);
      if (!isEnd) continue;
      begin = i + 1;
      before = endOf(lexicon, tokens.lexeme[i]);
    }
  });
}

function train(gaps: Uint32Array, ends: Uint8Array): Weights {
  const table = new Float64Array(1 << BITS);
  const squares = new Float64Array(1 << BITS).fill(1e-6);
  const mean = new Float64Array(1 << BITS);
  const order = Uint32Array.from(ends, (_, i) => i);
  const used = new Uint32Array(SENTENCE_FEATURES);
  const random = randomFrom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const gap of order) {
      const at = gap * SENTENCE_FEATURES;
      let sum = 0;
      let kept = 0;
      for (let f = 0; f < SENTENCE_FEATURES; f++) {
        if ((random() & 255) < DROPPED) continue;
        used[kept++] = gaps[at + f];
        sum += table[gaps[at + f]];
      }
      const error = ends[gap] - 1 / (1 + Math.exp(-sum));
      if (Math.abs(error) < 1e-3) continue;
      for (let k = 0; k < kept; k++) {
        const w = used[k];
        squares[w] += error * error;
        table[w] += (RATE * error) / Math.sqrt(squares[w]);
      }
    }
    if (epoch >= EPOCHS / 2) for (let w = 0; w < table.length; w++) mean[w] += table[w] / (EPOCHS / 2);
  }
  const clipped = Int16Array.from(mean, (w) => Math.max(-32767, Math.min(32767, Math.round(w * SCALE))));
  return { name: 'sentences', meta: { threshold: THRESHOLD * SCALE, scale: SCALE }, arrays: { gaps: clipped } };
}

function evaluate(documents: TreebankDocument[], model: Weights): number {
  const split = createSentenceSplitter(lexicon, model, clusters);
  let hits = 0;
  let total = 0;
  for (const source of documents) {
    const document = createDocument(source.text, paragraphBlocks(source.text));
    tokenize(document);
    split(document);
    const { tokens, sentences } = document;
    const gold = new Set(
      source.sentences.map((sentence) => `${sentence[0].start}-${sentence[sentence.length - 1].end}`),
    );
    total += gold.size + sentences!.length;
    for (let s = 0; s < sentences!.length; s++)
      if (gold.has(`${tokens!.start[sentences!.first[s]]}-${tokens!.end[sentences!.last[s] - 1]}`)) hits++;
  }
  return (2 * hits) / total;
}
