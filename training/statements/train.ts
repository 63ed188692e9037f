/**
 * Trains the statement tagger (models/statements.weights) and the joining step (models/joints.weights) on PolNeAR:
 *
 *   node training/statements/train.ts --data ../shared/data
 *
 * First come teachers, larger taggers that each learn from three quarters of the articles by the likelihood of the gold labels in
 * a chain and then read the last quarter, as well as news that nobody annotated. The tagger that ships learns from all of it what the
 * gold says and what they expect, half and half: annotators agree no better than models do, and the teachers' doubts are a lesson
 * (Hinton, Vinyals & Dean 2015). One passage a step, Adam, dropout, words left out at random; shipped is the running mean of the
 * weights. The joining step learns on gold segments and on those that the teachers found; confidence is fitted on the dev part.
 * One thread, one seed: the same bytes every time.
 */
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { StatementFeatures } from '../../src/reading/statements/features.ts';
import { type Joinable, joinable } from '../../src/reading/statements/join.ts';
import { joinSegments } from '../../src/reading/statements/join-segments.ts';
import { LABELS, type Segment } from '../../src/reading/statements/segments.ts';
import { StatementTagger } from '../../src/reading/statements/statement-tagger.ts';
import { dataFolder, fileLines, readModel, writeModel } from '../command.ts';
import { readWikinews, WIKINEWS } from '../names/wikinews.ts';
import { blend, Teacher } from '../network/teach.ts';
import { certain, type Expectations } from '../network/train-chain-tagger.ts';
import { POLNEAR_DEV, POLNEAR_TRAIN, readPolnear } from '../polnear.ts';
import { calibrate, isRight } from './calibrate.ts';
import type { GoldSegment } from './gold.ts';
import { type Prepared, prepare } from './prepare.ts';
import { EPOCHS, PARTS, SEED, SHAPE, TAUGHT, TEACHER_EPOCHS, TEACHER_SHAPE, TEACHERS } from './settings.ts';
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

const plain = readWikinews(data).map(({ id, text }) => prepare({ id, text, attributions: [] }, stages, lexicon));
const features = new StatementFeatures(lexicon, SHAPE.buckets);
const lesson = (article: Prepared): Lesson => lessonOf(article, features, vectors);
const gold = train.map(lesson);
const unread = plain.map(lesson);

const taught: Expectations[][][] = gold.map(() => []);
const told: Expectations[][][] = unread.map(() => []);
const grounds: (Joinable & { readonly segments: readonly GoldSegment[] })[] = [];
for (let part = 0; part < PARTS; part++) {
  const isOwn = (_: unknown, i: number): boolean => i % PARTS === part;
  for (let t = 0; t < TEACHERS; t++) {
    const others = gold.filter((_, i) => !isOwn(_, i));
    const training = { shape: TEACHER_SHAPE, epochs: TEACHER_EPOCHS, seed: SEED + 1 + part * TEACHERS + t };
    const weights = trainTagger(others, vectors, training);
    const teacher = new Teacher(vectors, weights);
    const expect = ({ article, input, ranges }: Lesson): Expectations[] =>
      teacher.expectations(article.document, input, ranges);
    gold.forEach((own, i) => {
      if (isOwn(own, i)) taught[i].push(expect(own));
    });
    unread.forEach((own, i) => {
      told[i].push(expect(own));
    });
    const tagger = taggerOf(weights);
    console.log(`teacher ${t + 1} of part ${part + 1}: dev ${exactScores(tagger).join(' / ')}`);
    if (t > 0) continue;
    for (const article of train.filter(isOwn))
      grounds.push(groundOf(article, matchGold(segmentsOf(tagger, article), article.segments)));
  }
}
const joints = trainJoints([...train.map((article) => groundOf(article, article.segments)), ...grounds]);

const mean = (all: readonly Expectations[][], i: number): [Expectations, number][] =>
  all.map((of) => [of[i], 1 / all.length]);
const lessons = [
  ...gold.map((own, n) => ({
    ...own,
    expected: own.ranges.map(([first, last], i) =>
      blend([
        [certain(own.article.labels.subarray(first, last), LABELS), 1 - TAUGHT],
        [blend(mean(taught[n], i)), TAUGHT],
      ]),
    ),
  })),
  ...unread.map((own, n) => ({ ...own, expected: own.ranges.map((_, i) => blend(mean(told[n], i))) })),
];
const statements = trainTagger(lessons, vectors, { shape: SHAPE, epochs: EPOCHS, seed: SEED }, (weights, epoch, loss) =>
  console.log(`epoch ${epoch}: loss ${loss.toFixed(4)}; dev ${exactScores(taggerOf(weights)).join(' / ')}`),
);

const tagger = taggerOf(statements);
const judged = dev.flatMap((article) => {
  const ground = groundOf(article, matchGold(segmentsOf(tagger, article), []));
  return joinSegments(ground, joints).map((joined) => ({ joined, right: isRight(joined, article.segments) }));
});
const right = judged.filter((statement) => statement.right).length;
console.log(`${judged.length} statements on dev, ${right} right in source and content`);
joints.meta.calibration = calibrate(judged);

const made = `Made by \`node training/statements/train.ts --data FOLDER\`, seed ${SEED}; byte for byte on a CPU.`;
const files = fileLines(data, [POLNEAR_TRAIN, POLNEAR_DEV, WIKINEWS]);
const terms = `PolNeAR (Newell, Margolin & Ruths 2018) has no licence file and its texts are the publishers': nothing of them is in the weights
but what these numbers hold. Dev was used for choosing settings and for fitting confidence only. GeoVirus, of which only the texts were used: CC BY 2.5.`;
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

function segmentsOf(tagger: StatementTagger, { document, quotation, words }: Prepared): Segment[] {
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
    const predicted = segmentsOf(tagger, article);
    for (const s of segments) counts[s.role].all++;
    for (const s of predicted) {
      counts[s.role].all++;
      if (gold.has(`${s.role} ${s.first} ${s.last}`)) counts[s.role].hit++;
    }
  }
  return counts.map(({ hit, all }) => ((2 * hit) / all).toFixed(3));
}
