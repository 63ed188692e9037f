/**
 * Trains the statement tagger (models/statements.weights) and the joining step (models/joints.weights) on PolNeAR:
 *
 *   node training/statements/train.ts --data ../shared/data --opinions ../opinions
 *
 * Teachers are larger taggers (training/teachers) that each learned from three quarters of the articles and then read the last
 * quarter, as well as news that nobody annotated. The tagger that ships learns from all of it what the gold says and what they expect,
 * half and half: annotators agree no better than models do, and the teachers' doubts are a lesson (Hinton, Vinyals & Dean 2015). One
 * passage a step, Adam, dropout, words left out at random; shipped is the running mean of the weights. The joining step learns on
 * gold segments and on those that the teachers found; confidence is fitted on the dev part. One thread, one seed: the same bytes
 * every time from the same opinions.
 */
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { StatementFeatures } from '../../src/reading/statements/features.ts';
import { type Joinable, joinable } from '../../src/reading/statements/join.ts';
import { joinSegments } from '../../src/reading/statements/join-segments.ts';
import { LABELS, type Segment, segmentsOf } from '../../src/reading/statements/segments.ts';
import { StatementTagger } from '../../src/reading/statements/statement-tagger.ts';
import { dataFolder, fileLines, opinionsFolder, readModel, writeModel } from '../command.ts';
import { blend, meanOf } from '../network/teach.ts';
import { certain, type Expectations } from '../network/train-chain-tagger.ts';
import { POLNEAR_DEV, POLNEAR_TRAIN, readPolnear } from '../polnear.ts';
import { NEWS_FILES, NEWS_TERMS, readNews } from '../teachers/news.ts';
import { checkLength, type LabelOpinions, readLabels } from '../teachers/opinions.ts';
import { calibrate, isRight } from './calibrate.ts';
import type { GoldSegment } from './gold.ts';
import { type Prepared, prepare } from './prepare.ts';
import { EPOCHS, JOINED, SEED, SHAPE, TAUGHT } from './settings.ts';
import { matchGold, trainJoints } from './train-joints.ts';
import { type Lesson, lessonOf, trainTagger } from './train-tagger.ts';

const data = dataFolder();
const lexicon = new Lexicon();
const vectors = new WordVectors(readModel('vectors'));
const stages = languageStages(
  lexicon,
  {
    clusters: readModel('clusters'),
    vectors: readModel('vectors'),
    sentences: readModel('sentences'),
    tag: readModel('tag'),
    parse: readModel('parse'),
  },
  'parse',
);
const train = readPolnear(data, POLNEAR_TRAIN).map((article) => prepare(article, stages, lexicon));
const dev = readPolnear(data, POLNEAR_DEV).map((article) => prepare(article, stages, lexicon));

const plain = readNews(data)
  .map(({ id, text }) => prepare({ id, text, attributions: [] }, stages, lexicon))
  .filter(({ labels }) => labels.length > 0);
const features = new StatementFeatures(lexicon, SHAPE.buckets);
const lesson = (article: Prepared): Lesson => lessonOf(article, features, vectors);
const gold = train.map(lesson);
const unread = plain.map(lesson);

const opinions = readLabels(opinionsFolder(), 'statements');
/** What teachers say of an article, each by a sequence of labels; none has learned from it. */
const opinionsOf = ({ article: { id }, labels }: Prepared): LabelOpinions => {
  const told = opinions.get(id) ?? [];
  checkLength(id, told[0]?.length ?? 0, labels.length);
  return told;
};
/** Parts of opinions that are of one passage, in the mean. */
const expected = (told: LabelOpinions, [first, last]: readonly [number, number]): Expectations =>
  meanOf(
    told.map((labels) => labels.subarray(first, last)),
    LABELS,
  );
const lessons = [
  ...gold.map((own) => {
    const told = opinionsOf(own.article);
    const blended = own.ranges.map(([first, last]) =>
      blend([
        [certain(own.article.labels.subarray(first, last), LABELS), 1 - TAUGHT],
        [expected(told, [first, last]), TAUGHT],
      ]),
    );
    return { ...own, expected: blended };
  }),
  ...unread.map((own) => {
    const told = opinionsOf(own.article);
    return { ...own, expected: own.ranges.map((range) => expected(told, range)) };
  }),
];
const grounds = train.flatMap((article) =>
  opinionsOf(article)
    .filter((_, i) => i % JOINED.of === JOINED.number)
    .map((labels) => {
      const found = segmentsOf(labels, new Float64Array(labels.length).fill(1));
      return groundOf(article, matchGold(found, article.segments));
    }),
);
const joints = trainJoints([...train.map((article) => groundOf(article, article.segments)), ...grounds]);

const statements = trainTagger(lessons, vectors, { shape: SHAPE, epochs: EPOCHS, seed: SEED }, (weights, epoch, loss) =>
  console.log(`epoch ${epoch}: loss ${loss.toFixed(4)}; dev ${exactScores(taggerOf(weights)).join(' / ')}`),
);

const tagger = taggerOf(statements);
const judged = dev.flatMap((article) => {
  const ground = groundOf(article, matchGold(segmentsBy(tagger, article), []));
  return joinSegments(ground, joints).map((joined) => ({ joined, right: isRight(joined, article.segments) }));
});
const right = judged.filter((statement) => statement.right).length;
console.log(`${judged.length} statements on dev, ${right} right in source and content`);
joints.meta.calibration = calibrate(judged);

const made = `Made by \`node training/statements/train.ts --data FOLDER --opinions FOLDER\`, seed ${SEED}; byte for byte on a CPU from the same opinions. Those
are of larger taggers, which a GPU trained (training/teachers): trained anew, they move the figures by tenths of a point.`;
const files = fileLines(data, [POLNEAR_TRAIN, POLNEAR_DEV, ...NEWS_FILES]);
const terms = `PolNeAR (Newell, Margolin & Ruths 2018) has no licence file and its texts are the publishers': nothing of them is in the weights
but what these numbers hold. Dev was used for choosing settings and for fitting confidence only. ${NEWS_TERMS}`;
const [source, cue, content] = exactScores(tagger);
writeModel(
  statements,
  `# statements.weights

Labels tokens as source, cue, content or none (src/reading/statements). ${made}

Exact segments on dev, on this project's own sentences: source ${source}, cue ${cue}, content ${content}; \`npm run bench:quality\` has the
scorer's figures.

Trained on:

${files}
${terms} Word vectors are those of vectors.weights; the tagger reads the rows of
parse.weights, and wants training again when those change.
`,
);
writeModel(
  joints,
  `# joints.weights

Joins sources and contents to cues, and holds the fit of confidence (src/reading/statements). ${made}

Trained on:

${files}
${terms}
`,
);

function taggerOf(weights: Weights): StatementTagger {
  return new StatementTagger(new Kernel(), lexicon, vectors, weights);
}

function segmentsBy(tagger: StatementTagger, { document, quotation, words }: Prepared): Segment[] {
  return tagger.segments(document, quotation, words);
}

function groundOf<S extends GoldSegment>(
  { document, quotation, words }: Prepared,
  segments: readonly S[],
): Joinable & { readonly segments: readonly S[] } {
  return { ...joinable(document, lexicon, segments, quotation, words), segments };
}

/** F1 over exact segments, a role each. */
function exactScores(tagger: StatementTagger): string[] {
  const counts = [0, 1, 2].map(() => ({ hit: 0, all: 0 }));
  for (const article of dev) {
    const { segments } = article;
    const gold = new Set(segments.map((s) => `${s.role} ${s.first} ${s.last}`));
    const predicted = segmentsBy(tagger, article);
    for (const s of segments) counts[s.role].all++;
    for (const s of predicted) {
      counts[s.role].all++;
      if (gold.has(`${s.role} ${s.first} ${s.last}`)) counts[s.role].hit++;
    }
  }
  return counts.map(({ hit, all }) => ((2 * hit) / all).toFixed(3));
}
