/**
 * Learns coreference (models/coreference.weights) from GUM's chains: `node training/coreference/train.ts --data FOLDER`. Writes the
 * weights and their card; the same bytes each run.
 *
 * Five models, each learned from four fifths of the documents, are measured on the last fifth (bench/quality/coreference.ts says
 * how); what ships has learned from all of them.
 */
import { dataFolder, fileLines, writeModel } from '../command.ts';
import { POLNEAR_TRAIN } from '../polnear.ts';
import { GUM_DEV, GUM_TRAIN } from './gum.ts';
import { learnCoreference, SEED } from './learn-coreference.ts';
import type { CoreferenceCounts } from './score.ts';
import { FOLDS, readCoreferenceData, scoreFolds } from './score-folds.ts';

const folder = dataFolder();
const data = readCoreferenceData(folder);
const { pronouns, partialNames } = scoreFolds(data);
const rows = Object.entries({ pronouns, 'short names of persons': partialNames }).map(([name, counts]) =>
  row(name, counts),
);
const table = `| in ${FOLDS} folds | mentions | right | another of their names | wrong |\n|---|---:|---:|---:|---:|\n${rows.join('')}`;
console.log(table);

writeModel(
  learnCoreference(data.documents, data.silver, data.lexicon, data.clusters, data.vectors),
  `# coreference.weights

Which words mention whom (src/language/coreference): a ranking of the entities that a pronoun or a description may mean, and what a noun
means and a first name tells by the word alone. Made by \`node training/coreference/train.ts --data FOLDER\`, seed ${SEED}; byte for
byte on a CPU.

Given the name of the person meant, from raw text, by a model that has not seen the document (the tagger, the parser and the names have seen
most of them):

${table}
Trained on:

${fileLines(folder, [GUM_TRAIN, GUM_DEV, POLNEAR_TRAIN])}
GUM: annotations CC BY 4.0, texts CC BY, CC BY-SA and some NC. PolNeAR has no licence file and its texts are the publishers'; learned from
were the first names in the chains that Stanford CoreNLP found in them, with the gender of their pronouns. Word vectors are those of vectors.weights.
`,
);

function row(name: string, { gold, right, other, wrong }: CoreferenceCounts): string {
  const share = (count: number): string => `${((100 * count) / gold).toFixed(1)} %`;
  return `| ${name} | ${gold} | ${share(right)} | ${share(other)} | ${share(wrong)} |\n`;
}
