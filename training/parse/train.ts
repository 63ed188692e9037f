/**
 * Trains the dependency parser (models/parse.weights) on EWT and GUM:
 *
 *   node training/parse/train.ts --data ../shared/data
 *
 * Words and sentences are the treebanks', tags the tagger's. One thread, one seed: the same bytes every time.
 */
import { join } from 'node:path';
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { ParseFeatures } from '../../src/language/parse/features.ts';
import { createParser } from '../../src/language/parse/parse.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { createDocument } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import { dataFolder, fileLines, readModel, writeModel } from '../command.ts';
import { readTreebank } from '../conllu.ts';
import { DEV_FILES, TRAIN_FILES } from '../treebanks.ts';
import { attachmentScores } from './evaluate.ts';
import { goldDocument } from './prepare.ts';
import { PARSER, SEED, SHAPE } from './settings.ts';
import { tagUnseen } from './tag-unseen.ts';
import { trainParser } from './train-parser.ts';

const data = dataFolder();
const lexicon = new Lexicon();
const models = { clusters: readModel('clusters'), sentences: readModel('sentences'), tag: readModel('tag') };
const clusters = new WordClusters(lexicon, models.clusters);
const vectors = new WordVectors(readModel('vectors'));
const stages = languageStages(lexicon, models, 'tag');
const treebanks = TRAIN_FILES.flatMap((file) => readTreebank(join(data, file)));
const tags = tagUnseen(treebanks, models.clusters);
const train = treebanks.map((treebank, d) => {
  const document = goldDocument(treebank, lexicon);
  document.tokens!.upos.set(tags[d].upos);
  document.tokens!.xpos.set(tags[d].xpos);
  return document;
});
const dev = Object.entries(DEV_FILES).map(([name, file]) => {
  const treebank = readTreebank(join(data, file));
  const documents = treebank.map(({ text }) => {
    const document = createDocument(text, paragraphBlocks(text));
    for (const stage of stages) stage.run(document);
    return document;
  });
  return { name, treebank, documents };
});

const features = new ParseFeatures(lexicon, clusters, vectors, SHAPE.buckets);
let scores = '';
const weights = trainParser(train, features, vectors, (weights, epoch, loss) => {
  const parse = createParser(lexicon, weights, clusters, vectors);
  const rows = dev.map(({ name, treebank, documents }) => {
    const start = performance.now();
    let tokens = 0;
    for (const document of documents) {
      parse(document);
      tokens += document.tokens!.length;
    }
    const us = ((performance.now() - start) * 1000) / tokens;
    const { uas, las } = attachmentScores(treebank, documents);
    return { row: `| ${name} dev | ${(100 * uas).toFixed(2)} | ${(100 * las).toFixed(2)} |`, us };
  });
  console.log(
    `epoch ${epoch}: loss ${loss.toFixed(4)}; ${rows.map(({ row, us }) => `${row} ${us.toFixed(1)} us`).join(' ')}; ${Math.round(performance.now() / 1000)} s`,
  );
  scores = rows.map(({ row }) => `${row}\n`).join('');
});
writeModel(
  weights,
  `# parse.weights

Gives each word its head and its relation to it, after Universal Dependencies (src/language/parse). Made by
\`node training/parse/train.ts --data FOLDER\`: ${PARSER.epochs} rounds, seed ${SEED}; byte for byte on a CPU.

From raw text, with the tokeniser, the sentence splitter and the tagger of this version (F1 over words aligned by their place):

| set | UAS | LAS |
|---|---|---|
${scores}
Trained on:

${fileLines(data, TRAIN_FILES)}
EWT is CC BY-SA 4.0; GUM's annotations are CC BY 4.0, its texts CC BY, CC BY-SA, and some for non-commercial use only. Word vectors are
those of vectors.weights, word clusters those of clusters.weights, tags those of tag.weights.
`,
);
