/**
 * Trains the name tagger (models/names.weights):
 *
 *   node training/names/train.ts --data ../shared/data
 *
 * First on silver names in news and on gold ones together, then on gold alone. The sets differ in what they mark, so a token
 * may be allowed several labels, and the likelihood is that of all labellings allowed (training/network/train-chain-tagger.ts).
 * One thread, one seed: the same bytes every time.
 */
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { createNameFinder } from '../../src/language/names/find-names.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { dataFolder, fileLines, readModel, writeModel } from '../command.ts';
import { readGum } from './gum.ts';
import { innerNames } from './inner-names.ts';
import { type NameScores, SCORED_TYPES, scoreNames } from './name-scores.ts';
import { type Prepared, prepare } from './prepare.ts';
import { SEED } from './settings.ts';
import { readSilver } from './silver.ts';
import { trainNames } from './train-names.ts';
import { CROSSNER, readCrossner, readUner, UNER_DEV, UNER_TRAIN } from './uner.ts';

const GUM_TRAIN = 'gum/gum-train.conllu.gz';
const GUM_DEV = 'gum/gum-dev.conllu.gz';
const SILVER = 'polnear/train.jsonl.gz';

const data = dataFolder();
const lexicon = new Lexicon();
const clusterWeights = readModel('clusters');
const clusters = new WordClusters(lexicon, clusterWeights);
const vectors = new WordVectors(readModel('vectors'));
const stages = languageStages(lexicon, {
  clusters: clusterWeights,
  sentences: readModel('sentences'),
  tag: readModel('tag'),
});
const articles = [
  ...readUner(data, UNER_TRAIN),
  ...readGum(data, GUM_TRAIN),
  ...CROSSNER.flatMap((part) => readCrossner(data, part)),
  ...readSilver(data, SILVER),
];
const train = articles.map((article) => prepare(article, stages));
const uner = readUner(data, UNER_DEV).map((article) => prepare(article, stages));
const gum = readGum(data, GUM_DEV).map((article) => prepare(article, stages));
const gumNews = gum.filter(({ article }) => article.id.startsWith('GUM_news'));
const inner = innerNames(articles);

const weights = trainNames(train, lexicon, clusters, vectors, (found, epoch, loss) => {
  found.meta.inner = inner;
  console.log(
    `epoch ${epoch}: loss ${loss.toFixed(4)}; UNER dev ${show(scores(found, uner))}; GUM dev ${show(scores(found, gum))}; news ${show(scores(found, gumNews))}`,
  );
});
writeModel(
  weights,
  `# names.weights

Finds names of persons, organisations, places, groups, products, works and events (src/language/names). Made by
\`node training/names/train.ts --data FOLDER\`, seed ${SEED}; byte for byte on a CPU.

UNER EWT dev, from raw text, exact span and type: ${show(scores(weights, uner))}. \`npm run bench:quality\` has the measures.

Trained on:

${fileLines(data, [UNER_TRAIN, GUM_TRAIN, ...CROSSNER, SILVER])}
Universal NER over EWT: CC BY-SA 4.0. GUM: annotations CC BY 4.0, texts CC BY, CC BY-SA and some NC. CrossNER politics: MIT.
PolNeAR has no licence file and its texts are the publishers'; only the names that Stanford CoreNLP found in them were learned
from. Word vectors are those of vectors.weights. Names of countries and peoples: Unicode CLDR, by way of Intl.DisplayNames.
`,
);

function scores(found: Weights, articles: readonly Prepared[]): NameScores {
  const find = createNameFinder(lexicon, found, clusters, vectors);
  return scoreNames(
    articles.map(({ article, document }) => {
      find(document);
      const { start, end } = document.tokens!;
      return {
        gold: article.names.map(({ types, ...span }) => ({ ...span, type: types[0] })),
        found: document
          .names!.filter(({ parent }) => parent === null)
          .map(({ first, last, type }) => ({ start: start[first], end: end[last - 1], type })),
      };
    }),
  );
}

function show({ precision, recall, f1, byType }: NameScores): string {
  const types = SCORED_TYPES.map((type, i) => `${type} ${byType[i].toFixed(3)}`).join(', ');
  return `F1 ${f1.toFixed(4)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; ${types})`;
}
