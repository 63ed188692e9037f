/**
 * Trains the statement tagger (models/statements.weights) and the joining step (models/joints.weights) on PolNeAR:
 *
 *   node training/statements/train.ts --data ../shared/data
 *
 * The tagger learns by the likelihood of the gold labels in a chain, one passage a step, with Adam, dropout and words left out
 * at random; what is shipped is the running mean of its weights. The joining step learns on gold segments and on those that a
 * tagger finds in articles it was not trained on (two halves, each read by a tagger of the other); confidence is fitted on the dev
 * part. One thread, one seed: the same bytes every time.
 */
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { Kernel } from '../../src/language/network/kernel.ts';
import { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { type Joinable, joinable } from '../../src/reading/statements/join.ts';
import { joinSegments } from '../../src/reading/statements/join-segments.ts';
import { StatementTagger } from '../../src/reading/statements/statement-tagger.ts';
import { dataFolder, fileLines, readModel, writeModel } from '../command.ts';
import { POLNEAR_DEV, POLNEAR_TRAIN, readPolnear } from '../polnear.ts';
import { calibrate, isRight } from './calibrate.ts';
import type { GoldSegment } from './gold.ts';
import { type Prepared, prepare } from './prepare.ts';
import { HALF_EPOCHS, SEED, TAGGER } from './settings.ts';
import { matchGold, trainJoints } from './train-joints.ts';
import { trainTagger } from './train-tagger.ts';

const data = dataFolder();
const lexicon = new Lexicon();
const vectors = new WordVectors(readModel('vectors'));
const stages = languageStages(
  lexicon,
  {
    clusters: readModel('clusters'),
    sentences: readModel('sentences'),
    tag: readModel('tag'),
  },
  'tag',
);
const train = readPolnear(data, POLNEAR_TRAIN).map((article) => prepare(article, stages, lexicon));
const dev = readPolnear(data, POLNEAR_DEV).map((article) => prepare(article, stages, lexicon));

const halves = [train.filter((_, i) => i % 2 === 0), train.filter((_, i) => i % 2 === 1)];
const found = halves.flatMap((half, i) => {
  const tagger = taggerOf(trainTagger(halves[1 - i], lexicon, vectors, HALF_EPOCHS));
  return half.map((article) => {
    const { document, quotation, words, segments } = article;
    return groundOf(article, matchGold(tagger.segments(document, lexicon, quotation, words), segments));
  });
});
const joints = trainJoints([...train.map((article) => groundOf(article, article.segments)), ...found]);

const statements = trainTagger(train, lexicon, vectors, TAGGER.epochs, (weights, epoch, loss) =>
  console.log(`epoch ${epoch}: loss ${loss.toFixed(4)}; dev ${exactScores(taggerOf(weights)).join(' / ')}`),
);

const tagger = taggerOf(statements);
const judged = dev.flatMap((article) => {
  const ground = groundOf(
    article,
    matchGold(tagger.segments(article.document, lexicon, article.quotation, article.words), []),
  );
  return joinSegments(ground, joints).map((joined) => ({ joined, right: isRight(joined, article.segments) }));
});
const right = judged.filter((statement) => statement.right).length;
console.log(`${judged.length} statements on dev, ${right} right in source and content`);
joints.meta.calibration = calibrate(judged);

const made = `Made by \`node training/statements/train.ts --data FOLDER\`, seed ${SEED}; byte for byte on a CPU.`;
const files = fileLines(data, [POLNEAR_TRAIN, POLNEAR_DEV]);
const terms = `PolNeAR (Newell, Margolin & Ruths 2018) has no licence file and its texts are the publishers': nothing of them is in the weights
but what these numbers hold. Dev was used for choosing settings and for fitting confidence only.`;
const [source, cue, content] = exactScores(tagger);
writeModel(
  statements,
  `# statements.weights

Labels tokens as source, cue, content or none (src/reading/statements). ${made}

Exact segments on dev, on this project's own sentences: source ${source}, cue ${cue}, content ${content}; \`npm run bench:quality\` has the
scorer's figures.

Trained on:

${files}
${terms} Word vectors are those of vectors.weights.
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
  return new StatementTagger(new Kernel(), vectors, weights);
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
  for (const { document, quotation, words, segments } of dev) {
    const gold = new Set(segments.map((s) => `${s.role} ${s.first} ${s.last}`));
    const predicted = tagger.segments(document, lexicon, quotation, words);
    for (const s of segments) counts[s.role].all++;
    for (const s of predicted) {
      counts[s.role].all++;
      if (gold.has(`${s.role} ${s.first} ${s.last}`)) counts[s.role].hit++;
    }
  }
  return counts.map(({ hit, all }) => ((2 * hit) / all).toFixed(3));
}
