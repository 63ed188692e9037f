/**
 * Trains the dependency parser (models/parse.weights) on EWT, GUM, and news that teachers parsed:
 *
 *   node training/parse/train.ts --data ../shared/data --opinions ../opinions
 *
 * Words and sentences of the treebanks are their own, tags the tagger's. The parser's rows are what the statement tagger reads, so the
 * encoder learns beside the trees what teachers say of statements in news; what scores their labels is left out of the weights. No
 * teacher speaks of an article that it has learned from. One thread, one seed: the same bytes every time from the same opinions.
 */
import { join } from 'node:path';
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { ParseFeatures } from '../../src/language/parse/features.ts';
import { createParser } from '../../src/language/parse/parse.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { createDocument, type Document } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import { dataFolder, fileLines, opinionsFolder, readModel, writeModel } from '../command.ts';
import { readTreebank } from '../conllu.ts';
import { POLNEAR_TRAIN, readPolnear } from '../polnear.ts';
import { NEWS_FILES, NEWS_TERMS, readNews } from '../teachers/news.ts';
import { checkLength, readLabels, readTrees } from '../teachers/opinions.ts';
import { DEV_FILES, TRAIN_FILES } from '../treebanks.ts';
import { attachmentScores } from './evaluate.ts';
import { goldDocument } from './prepare.ts';
import { PARSER, SEED, SHAPE } from './settings.ts';
import { tagUnseen } from './tag-unseen.ts';
import { type Lesson, trainParser } from './train-parser.ts';

const data = dataFolder();
const opinions = opinionsFolder();
const lexicon = new Lexicon();
const models = { clusters: readModel('clusters'), sentences: readModel('sentences'), tag: readModel('tag') };
const clusters = new WordClusters(lexicon, models.clusters);
const vectors = new WordVectors(readModel('vectors'));
const stages = languageStages(lexicon, models, 'tag');
const treebanks = TRAIN_FILES.flatMap((file) => readTreebank(join(data, file)));
const tags = tagUnseen(treebanks, models.clusters);
const gold = treebanks.map((treebank, d): Lesson => {
  const document = goldDocument(treebank, lexicon);
  const { upos, xpos, head, relation } = document.tokens!;
  upos.set(tags[d].upos);
  xpos.set(tags[d].xpos);
  return { document, trees: [{ heads: head, relations: relation }], isSilver: false };
});
const trees = readTrees(opinions);
const statements = readLabels(opinions, 'statements');
const silver = [...readPolnear(data, POLNEAR_TRAIN), ...readNews(data)].map(({ id, text }): Lesson => {
  const document = read(text);
  checkLength(id, trees.get(id)?.[0].heads.length ?? 0, document.tokens!.length);
  checkLength(id, statements.get(id)?.[0].length ?? 0, document.tokens!.length);
  return { document, trees: trees.get(id)!, statements: statements.get(id), isSilver: true };
});
const dev = Object.entries(DEV_FILES).map(([name, file]) => {
  const treebank = readTreebank(join(data, file));
  return { name, treebank, documents: treebank.map(({ text }) => read(text)) };
});

const features = new ParseFeatures(lexicon, clusters, vectors, SHAPE.buckets);
let scores = '';
const weights = trainParser([...gold, ...silver], features, vectors, (weights, epoch, loss) => {
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
\`node training/parse/train.ts --data FOLDER --opinions FOLDER\`: ${PARSER.epochs} rounds, seed ${SEED}; byte for byte on a CPU from the same
opinions. Those are of five larger parsers, on news, and of larger statement taggers, which a GPU trained (training/teachers): trained
anew, they move the figures by tenths of a point.

From raw text, with the tokeniser, the sentence splitter and the tagger of this version (F1 over words aligned by their place):

| set | UAS | LAS |
|---|---|---|
${scores}
Trained on:

${fileLines(data, [...TRAIN_FILES, POLNEAR_TRAIN, ...NEWS_FILES])}
EWT is CC BY-SA 4.0; GUM's annotations are CC BY 4.0, its texts CC BY, CC BY-SA, and some for non-commercial use only. PolNeAR
has no licence file and its texts are the publishers': teachers read them. ${NEWS_TERMS}
Word vectors are those of vectors.weights, word clusters those of clusters.weights, tags those of tag.weights.
`,
);

function read(text: string): Document {
  const document = createDocument(text, paragraphBlocks(text));
  for (const stage of stages) stage.run(document);
  return document;
}
