/**
 * Learns how certain a text makes an event sound: `node training/certainty/train.ts --data FOLDER`.
 *
 * A linear sum of hashed features, fitted to the squared error by AdaGrad with a small pull to zero; the order is shuffled
 * from a seed. Prints the mean absolute error and Pearson's r on the development parts beside those of a rule.
 */
import { join } from 'node:path';
import type { Weights } from '../../src/language/weights/weights.ts';
import { certaintyFeatures } from '../../src/reading/acts/certainty-features.ts';
import { CertaintyModel } from '../../src/reading/acts/certainty-model.ts';
import { dataFolder, fileLines, readModel, writeModel } from '../command.ts';
import { randomFrom, shuffle } from '../random.ts';
import { agreementOf } from './agreement.ts';
import { type Event, EventReader } from './events.ts';
import { ruleFactuality } from './rule-baseline.ts';

const SETS = ['uw', 'uds_ih2', 'meantime'];
const BUCKETS = 1 << 15;
const EPOCHS = 12;
const RATE = 0.01;
const DECAY = 0.01;
/** Errors larger than this pull no harder (Huber 1964): a few labels are far off. */
const STEEPEST = 0.5;
/** The set whose weights are given out: it annotates news. */
const NEWS = 'uw';

const folder = dataFolder();
const trainFiles = SETS.map((set) => `claims/factuality/${set}-train.jsonl.gz`);
const reader = new EventReader({
  clusters: readModel('clusters'),
  sentences: readModel('sentences'),
  tag: readModel('tag'),
});
const rangeOf = ({ tokens }: Event) => ({ first: 0, last: tokens.length });
const examples = SETS.flatMap((_, set) =>
  reader.read(join(folder, trainFiles[set])).map((event) => ({
    set,
    label: event.label,
    features: certaintyFeatures(event.tokens, reader.lexicon, event.token, rangeOf(event), BUCKETS),
  })),
);
console.log(`${examples.length} events`);

/** Fits a table for each set, on top of one that all sets share (Daumé 2007), to a target made of the labels. */
function fit(targetOf: (label: number) => number): Weights[] {
  const tables = [...SETS, 'all'].map(() => ({
    values: new Float64Array(BUCKETS),
    squares: new Float64Array(BUCKETS).fill(1e-3),
    sum: new Float64Array(BUCKETS),
  }));
  const shared = tables[SETS.length];
  const random = randomFrom(20260414);
  const order = Uint32Array.from(examples.keys());
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const at of order) {
      const { set, label, features } = examples[at];
      const pair = [shared, tables[set]];
      let value = 0;
      for (const { values } of pair) for (const feature of features) value += values[feature];
      const error = value - targetOf(label);
      loss += Math.abs(error);
      const slope = Math.max(-STEEPEST, Math.min(STEEPEST, error));
      for (const { values, squares } of pair)
        for (const feature of features) {
          const gradient = slope + DECAY * values[feature];
          squares[feature] += gradient * gradient;
          values[feature] -= (RATE * gradient) / Math.sqrt(squares[feature]);
        }
    }
    for (const { values, sum } of tables) for (let i = 0; i < BUCKETS; i++) sum[i] += values[i];
    console.log(`epoch ${epoch + 1}: mean absolute error ${(loss / examples.length).toFixed(3)}`);
  }
  return SETS.map((_, set) => {
    const mean = shared.sum.map((value, i) => (value + tables[set].sum[i]) / EPOCHS);
    const scale = mean.reduce((top, value) => Math.max(top, Math.abs(value)), 0) / 127;
    const table = Int8Array.from(mean, (value) => Math.round(value / scale));
    return { name: 'certainty', meta: { scale }, arrays: { table } };
  });
}

/** A table of error and correlation on the development parts, of the model and of the rule, both through `targetOf`. */
function score(models: readonly Weights[], targetOf: (value: number) => number): string {
  const rows = SETS.map((set, s) => {
    const events = reader.read(join(folder, `claims/factuality/${set}-dev.jsonl.gz`));
    const gold = events.map(({ label }) => targetOf(label));
    const model = new CertaintyModel(models[s]);
    const learned = events.map((event) => model.value(event.tokens, reader.lexicon, event.token, rangeOf(event)));
    const ruled = events.map((event) => targetOf(ruleFactuality(event, reader.lexicon)));
    const figures = [learned, ruled]
      .map((values) => agreementOf(values, gold))
      .flatMap(({ error, r }) => [error, r])
      .map((value) => value.toFixed(3));
    return `| ${set} dev | ${events.length} | ${figures.join(' | ')} |\n`;
  });
  return `| set | events | model: error | r | rule: error | r |\n|---|---|---|---|---|---|\n${rows.join('')}`;
}

const certain = fit(Math.abs);
const certainty = score(certain, Math.abs);
const signed = score(
  fit((label) => label),
  (value) => value,
);
console.log(`${certainty}\nWith the sign:\n${signed}`);
writeModel(
  certain[SETS.indexOf(NEWS)],
  `# certainty.weights

How certain a text makes an event sound, whether it happened or not, 0 … 3 (src/reading/acts/certainty-model.ts). Made by
\`node training/certainty/train.ts --data FOLDER\`; byte for byte on a CPU. The weights given out are those for ${NEWS}, which
annotates news.

Mean absolute error and Pearson's r on the development parts, tagged by the engine, beside the rule of
training/certainty/rule-baseline.ts; each set with its own weights:

${certainty}
The same features fitted to the labels with their sign, −3 … 3 (event factuality), which other work reports:

${signed}
Trained on:

${fileLines(folder, trainFiles)}
UDS-IH2 is CC BY-SA 4.0, MEANTIME CC BY 4.0; UW annotates news text whose use is restricted.
`,
);
