/**
 * `npm run bench:quality [-- --data FOLDER --score FOLDER --only PART,PART]`
 *
 * Measures the finished command line on the development parts of the data that lies beside the checkout, with the scorers
 * that lie there too, and on what the repository itself holds; each part of PARTS says in its own file what it measures. Prints
 * every floor and ceiling beside its figure, writes bench/results/quality.json (a part that was not run keeps its former
 * figures), and ends with code 1 where one is missed.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Reading } from '../../src/reading/reading.ts';
import { type Calibration, calibrationOf, judgeStatements } from './calibration.ts';
import { DEBATES_FILE, measureCheck } from './check.ts';
import { measureClaims } from './claims.ts';
import { COREFERENCE_FILES, measureCoreference } from './coreference.ts';
import { FLOORS, isMissed } from './floors.ts';
import { readGold, readJsonLines } from './gold.ts';
import { MOMENT_FILES, measureMoments } from './moments.ts';
import { measureNames, NAME_FILES } from './names.ts';
import { measureNesting } from './nesting.ts';
import { measurePlaces, PLACE_FILES } from './places.ts';
import { measurePlantedFigures } from './planted-figures.ts';
import { runHearsay, runToFile } from './run-hearsay.ts';
import { measureSamples } from './samples.ts';

export interface Figure {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
  /** The least that is accepted, or null where nothing is asked. */
  readonly floor: number | null;
  /** The most that is accepted; absent where nothing is. */
  readonly ceiling?: number;
}

export interface QualityResults {
  readonly figures: readonly Figure[];
  readonly calibration: Calibration | null;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RESULTS = join(ROOT, 'bench/results/quality.json');

type Measured = Omit<Figure, 'floor' | 'ceiling'>;

class MissingData extends Error {}

/** What can be measured, in the order of the table. */
const PARTS: Readonly<Record<string, () => readonly Measured[] | Promise<readonly Measured[]>>> = {
  language: async () => [
    ...(await measureLanguage('EWT dev', 'ud/en_ewt-ud-dev.conllu.gz')),
    ...(await measureLanguage('GUM dev', 'gum/gum-dev.conllu.gz')),
  ],
  names: () => measureNames(dataWith(NAME_FILES)),
  places: () => measurePlaces(dataWith(PLACE_FILES)),
  coreference: () => measureCoreference(dataWith(COREFERENCE_FILES)),
  statements: async () => {
    const found = await measureStatements();
    calibration = found.calibration;
    return found.measured;
  },
  nesting: measureNesting,
  samples: measureSamples,
  claims: () => [...measureClaims(), ...measurePlantedFigures()],
  moments: () => measureMoments(dataWith(MOMENT_FILES), inScore('timex.mjs'), work),
  check: () => measureCheck(dataWith([DEBATES_FILE])),
  pages: measurePages,
};

let calibration: Calibration | null = null;
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(ROOT, '../shared/data') },
    score: { type: 'string', default: join(ROOT, '../shared/score') },
    only: { type: 'string', default: Object.keys(PARTS).join(',') },
  },
});
const work = mkdtempSync(join(tmpdir(), 'hearsay-quality-'));
const inWork = (name: string) => join(work, name);
const inData = (name: string) => needed(options.data, name, '--data');
const inScore = (name: string) => needed(options.score, name, '--score');

try {
  const wanted = options.only.split(',');
  const measured: Measured[] = [];
  for (const [part, measure] of Object.entries(PARTS)) if (wanted.includes(part)) measured.push(...(await measure()));
  finish(measured);
} catch (cause) {
  if (!(cause instanceof MissingData)) throw cause;
  console.error(cause.message);
  process.exitCode = 2;
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function measureLanguage(set: string, path: string): Promise<Measured[]> {
  const gold = inData(path);
  const scorer = inScore('conllu.mjs');
  await runToFile([scorer, gold, '--inputs'], null, inWork('inputs.jsonl'));
  await runHearsay(['parse', '--conllu'], inWork('inputs.jsonl'), inWork('parsed.conllu'));
  await runToFile([scorer, gold, inWork('parsed.conllu')], null, inWork('score.txt'));
  const score = readFileSync(inWork('score.txt'), 'utf8');
  const named = {
    tokens: 'tokens',
    sentences: 'sentences',
    words: 'words',
    upos: 'UPOS',
    xpos: 'XPOS',
    uas: 'UAS',
    las: 'LAS',
  };
  return Object.entries(named).map(([name, measure]) => ({ set, measure, value: numberAfter(score, name, 'F1') }));
}

async function measureStatements(): Promise<{ measured: Measured[]; calibration: Calibration }> {
  const path = inData('polnear/dev.jsonl.gz');
  const gold = readGold(path);
  const lines = gold.map(({ id, text, date, title }) => `${JSON.stringify({ id, text, date, title })}\n`);
  writeFileSync(inWork('articles.jsonl'), lines.join(''));
  await runHearsay(['read', '--jsonl'], inWork('articles.jsonl'), inWork('readings.jsonl'));
  await runToFile([inScore('attribution.mjs'), path, inWork('readings.jsonl'), '--json'], null, inWork('score.json'));

  const score = JSON.parse(readFileSync(inWork('score.json'), 'utf8'));
  const set = 'PolNeAR dev';
  const measured: Measured[] = [];
  for (const role of ['source', 'cue', 'content']) {
    measured.push({ set, measure: `${role} exact`, value: score.exact[role].f1 });
  }
  for (const role of ['source', 'cue', 'content']) {
    measured.push({ set, measure: `${role} by token`, value: score.token[role].f1 });
  }
  measured.push({ set, measure: 'linked', value: score.linked.f1 });
  measured.push({ set, measure: 'linked with cue', value: score['linked-all'].f1 });

  const readings = readJsonLines(readFileSync(inWork('readings.jsonl'), 'utf8')) as Reading[];
  const calibration = calibrationOf(readings.flatMap(({ statements }, n) => judgeStatements(gold[n], statements)));
  measured.push({ set, measure: 'calibration error', value: rounded(calibration.error) });
  return { measured, calibration };
}

async function measurePages(): Promise<Measured[]> {
  const folder = inData('pages/html');
  const pages = readdirSync(folder).map((name) => join(folder, name));
  await runHearsay(['read', '--jsonl', ...pages], null, inWork('pages.jsonl'));
  const gold = inData('pages/ground-truth.json.gz');
  await runToFile([inScore('pages.mjs'), gold, inWork('pages.jsonl')], null, inWork('score.txt'));
  const score = readFileSync(inWork('score.txt'), 'utf8');
  const set = 'saved pages';
  return [
    { set, measure: 'text', value: numberAfter(score, 'pages', 'F1') },
    { set, measure: 'text precision', value: numberAfter(score, 'pages', 'precision') },
    { set, measure: 'text recall', value: numberAfter(score, 'pages', 'recall') },
  ];
}

/** The folder of the data, where it holds these files. */
function dataWith(files: readonly string[]): string {
  for (const file of files) inData(file);
  return options.data;
}

function finish(measured: readonly Measured[]): void {
  const asked = new Map(FLOORS.map((floor) => [`${floor.set} ${floor.measure}`, floor]));
  const figures = measured.map((figure): Figure => {
    const { floor = null, ceiling } = asked.get(`${figure.set} ${figure.measure}`) ?? {};
    return { ...figure, floor, ...(ceiling === undefined ? {} : { ceiling }) };
  });
  for (const figure of figures) {
    const { set, measure, value, floor, ceiling } = figure;
    const bounds = [
      ...(floor === null ? [] : [`floor ${floor}`]),
      ...(ceiling === undefined ? [] : [`ceiling ${ceiling}`]),
    ];
    const verdict = `${bounds.join(', ')}${isMissed(value, figure) ? '  MISSED' : ''}`;
    console.log(`${set.padEnd(31)} ${measure.padEnd(32)} ${String(value).padStart(8)}  ${verdict}`);
  }
  for (const { from, to, statements, confidence, right } of calibration?.bins ?? []) {
    console.log(
      `confidence ${from.toFixed(1)}-${to.toFixed(1)}  ${String(statements).padStart(5)} statements, mean ${confidence.toFixed(3)}, right ${right.toFixed(3)}`,
    );
  }
  keep(figures);
  if (figures.some((figure) => isMissed(figure.value, figure))) process.exitCode = 1;
}

function keep(figures: readonly Figure[]): void {
  const former: QualityResults = existsSync(RESULTS)
    ? JSON.parse(readFileSync(RESULTS, 'utf8'))
    : { figures: [], calibration: null };
  const sets = new Set(figures.map(({ set }) => set));
  const order = [
    'EWT dev',
    'GUM dev',
    'UNER EWT dev',
    'GUM dev news',
    'GeoVirus',
    'GUM, five folds',
    'PolNeAR dev',
    'nesting, 100 sentences',
    'sample project',
    'claims, 80 sentences',
    'planted figures',
    'TBAQ',
    'TBAQ, held-out quarter',
    'GUM dates',
    'ClaimBuster, first fifth',
    'ClaimBuster, each fifth in turn',
    'saved pages',
  ];
  const all = [...former.figures.filter(({ set }) => !sets.has(set)), ...figures];
  all.sort((a, b) => order.indexOf(a.set) - order.indexOf(b.set));
  mkdirSync(join(RESULTS, '..'), { recursive: true });
  const results: QualityResults = { figures: all, calibration: calibration ?? former.calibration };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  console.log(
    `Written to ${relative(process.cwd(), RESULTS)}; "node tools/write-results.ts" takes it into the README.`,
  );
}

function needed(folder: string, name: string, option: string): string {
  const path = join(resolve(folder), name);
  if (existsSync(path)) return path;
  throw new MissingData(`The data is not there: ${path} is missing. Say where it is with ${option} FOLDER.`);
}

/** The first number after `label` on the line that begins with `start`. */
function numberAfter(score: string, start: string, label: string): number {
  const line = score.split('\n').find((candidate) => candidate.startsWith(start));
  const match = line?.slice(line.lastIndexOf(label) + label.length).match(/[\d.]+(?=\s|$)/g);
  const value = Number(match?.[0]);
  if (!Number.isFinite(value)) throw new Error(`The scorer printed no ${label} for ${start}: ${score}`);
  return value;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
