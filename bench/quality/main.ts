/**
 * `npm run bench:quality [-- --data FOLDER --score FOLDER --only language,names,statements,moments,check,pages]`
 *
 * Measures the finished command line on the development parts of the data that lies beside the checkout, with the scorers
 * that lie there too: tags and sentences on UD EWT and GUM, names on UNER and GUM (names.ts), statements on PolNeAR, times on
 * TimeBank, AQUAINT and GUM (moments.ts), assertions worth checking on ClaimBuster (check.ts), article text on saved pages. Prints every floor beside its figure,
 * writes bench/results/quality.json (a part that was not run keeps its former figures), and ends with code 1 where a floor
 * is missed.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Reading } from '../../src/reading/reading.ts';
import { type Calibration, calibrationOf, judgeStatements } from './calibration.ts';
import { DEBATES_FILE, measureCheck } from './check.ts';
import { FLOORS } from './floors.ts';
import { readGold, readJsonLines } from './gold.ts';
import { MOMENT_FILES, measureMoments } from './moments.ts';
import { measureNames, NAME_FILES } from './names.ts';
import { runHearsay, runToFile } from './run-hearsay.ts';

export interface Figure {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
  /** The least that is accepted, or null where nothing is asked. */
  readonly floor: number | null;
}

export interface QualityResults {
  readonly figures: readonly Figure[];
  readonly calibration: Calibration | null;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RESULTS = join(ROOT, 'bench/results/quality.json');

type Measured = Omit<Figure, 'floor'>;

class MissingData extends Error {}

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(ROOT, '../shared/data') },
    score: { type: 'string', default: join(ROOT, '../shared/score') },
    only: { type: 'string', default: 'language,names,statements,moments,check,pages' },
  },
});
const parts = options.only.split(',');
const work = mkdtempSync(join(tmpdir(), 'hearsay-quality-'));
const inWork = (name: string) => join(work, name);
const inData = (name: string) => needed(options.data, name, '--data');
const inScore = (name: string) => needed(options.score, name, '--score');

try {
  const measured: Measured[] = [];
  let calibration: Calibration | null = null;
  if (parts.includes('language')) {
    measured.push(...(await measureLanguage('EWT dev', 'ud/en_ewt-ud-dev.conllu.gz')));
    measured.push(...(await measureLanguage('GUM dev', 'gum/gum-dev.conllu.gz')));
  }
  if (parts.includes('names')) {
    for (const file of NAME_FILES) inData(file);
    measured.push(...measureNames(options.data));
  }
  if (parts.includes('statements')) {
    const found = await measureStatements();
    measured.push(...found.measured);
    calibration = found.calibration;
  }
  if (parts.includes('moments')) {
    for (const file of MOMENT_FILES) inData(file);
    measured.push(...(await measureMoments(options.data, inScore('timex.mjs'), work)));
  }
  if (parts.includes('check')) {
    inData(DEBATES_FILE);
    measured.push(...measureCheck(options.data));
  }
  if (parts.includes('pages')) measured.push(...(await measurePages()));
  finish(measured, calibration);
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

function finish(measured: readonly Measured[], calibration: Calibration | null): void {
  const floors = new Map(FLOORS.map(({ set, measure, floor }) => [`${set} ${measure}`, floor]));
  const figures = measured.map((figure) => ({
    ...figure,
    floor: floors.get(`${figure.set} ${figure.measure}`) ?? null,
  }));
  for (const { set, measure, value, floor } of figures) {
    const verdict = floor === null ? '' : `floor ${floor}${value < floor ? '  MISSED' : ''}`;
    console.log(`${set.padEnd(31)} ${measure.padEnd(20)} ${String(value).padStart(8)}  ${verdict}`);
  }
  for (const { from, to, statements, confidence, right } of calibration?.bins ?? []) {
    console.log(
      `confidence ${from.toFixed(1)}-${to.toFixed(1)}  ${String(statements).padStart(5)} statements, mean ${confidence.toFixed(3)}, right ${right.toFixed(3)}`,
    );
  }
  keep(figures, calibration);
  if (figures.some(({ value, floor }) => floor !== null && value < floor)) process.exitCode = 1;
}

function keep(figures: readonly Figure[], calibration: Calibration | null): void {
  const former: QualityResults = existsSync(RESULTS)
    ? JSON.parse(readFileSync(RESULTS, 'utf8'))
    : { figures: [], calibration: null };
  const sets = new Set(figures.map(({ set }) => set));
  const order = [
    'EWT dev',
    'GUM dev',
    'UNER EWT dev',
    'GUM dev news',
    'PolNeAR dev',
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
