/**
 * Trains the tagger on EWT and GUM: `node training/tag/train.ts --data FOLDER`. Needs models/clusters.weights and
 * models/sentences.weights (training/clusters, training/sentences) first.
 *
 * A first tagger learns from the treebanks alone and tags news; where it agrees with another tagger on a whole sentence
 * (silver.ts), the sentence is learned from too. The weights are the mean of several runs with the sentences in different
 * orders. Everything random comes from a fixed seed: the same bytes each run. Some minutes.
 */
import { join } from 'node:path';
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { dataFolder, fileLines, readModel, writeModel } from '../command.ts';
import { readTreebank } from '../conllu.ts';
import { DEV_FILES, TRAIN_FILES } from '../treebanks.ts';
import { tagScores } from './evaluate.ts';
import { buildDictionary, readLabels } from './labels.ts';
import { TagLearner } from './learner.ts';
import { agreedSentences } from './silver.ts';

const SETTINGS = { bits: 22, margin: 5, dropped: 50 };
const FIRST_EPOCHS = 5;
const EPOCHS = 10;
const RUNS = 4;
const SEED = 20250302;
const SILVER_FILE = 'polnear/train.jsonl.gz';

const folder = dataFolder();
const lexicon = new Lexicon();
const clusters = new WordClusters(lexicon, readModel('clusters'));
const { labels, numbered } = readLabels(
  TRAIN_FILES.flatMap((file) => readTreebank(join(folder, file))),
  lexicon,
);
const gold = numbered.flat();
const learner = new TagLearner(lexicon, clusters, labels, buildDictionary(gold, labels, lexicon), SETTINGS);

const first = learner.weights(learner.learn(gold, FIRST_EPOCHS, SEED));
const silver = agreedSentences(join(folder, SILVER_FILE), lexicon, clusters, first, readModel('sentences'));
console.log(`${gold.length} sentences of the treebanks, ${silver.length} of news agreed on`);
const mean = new Float64Array(1 << SETTINGS.bits);
for (let run = 1; run <= RUNS; run++) {
  const averaged = learner.learn([...gold, ...silver], EPOCHS, SEED + run);
  for (let at = 0; at < mean.length; at++) mean[at] += averaged[at] / RUNS;
  console.log(`run ${run} of ${RUNS} done`);
}
const weights = learner.weights(mean);
writeModel(
  weights,
  `# tag.weights

Gives each word its universal and its Penn Treebank part of speech (src/language/tag). Made by
\`node training/tag/train.ts --data FOLDER\`: ${gold.length} sentences of the treebanks, ${silver.length} of news, mean of ${RUNS} runs of ${EPOCHS} rounds,
seed ${SEED}; byte for byte on a CPU.

From raw text, with the tokeniser and the sentence splitter of this version (F1 over words aligned by their place):

${report(weights)}
Trained on:

${fileLines(folder, [...TRAIN_FILES, SILVER_FILE])}
EWT is CC BY-SA 4.0; GUM's annotations are CC BY 4.0, its texts CC BY, CC BY-SA, and some for non-commercial use only. PolNeAR has
no licence file and its texts are the publishers': only its words and its automatic tags were used. The word clusters that
the features use are those of clusters.weights.
`,
);

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
