/**
 * `npm run bench:speed [-- --data FOLDER]`
 *
 * Tokens a second of the whole reading (models loaded before) against compromise and wink-nlp doing their tagging only, on
 * the same texts, in one process on one core; peak memory; time and memory as a text grows from 10 KB to 1 MB; the size of
 * the models. Prints a table, writes bench/results/speed.json, and ends with code 1 where a limit is missed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { PageSpeed } from './pages.ts';
import { countTokens, growText, loadTexts } from './texts.ts';

export interface SpeedResults {
  readonly machine: { readonly cpu: string; readonly node: string; readonly isPinned: boolean };
  readonly texts: { readonly name: string; readonly articles: number; readonly tokens: number };
  /** Tokens a second, the median of the rounds, by engine. */
  readonly tokensPerSecond: Readonly<Record<string, number>>;
  readonly timesCompromise: number;
  readonly peakMb: number;
  readonly modelsMb: number;
  /** Null where the pages are not there. */
  readonly pages: PageSpeed | null;
  readonly growth: readonly { readonly units: number; readonly ms: number; readonly peakMb: number }[];
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CHILD = join(ROOT, 'bench/speed/child.ts');
const RESULTS = join(ROOT, 'bench/results/speed.json');
const SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000];

const LEAST_TIMES_COMPROMISE = 1;
/** Over all texts; one text of 1 MB, two hundred times as long as an article, may take a little more. */
const MOST_PEAK_MB = 500;
const MOST_PEAK_MB_AT_1_MB = 600;
const MOST_MODELS_MB = 40;
/** Time a unit at 1 MB against that at 100 KB: above this it is not linear. */
const MOST_GROWTH = 1.5;

const { values: options } = parseArgs({ options: { data: { type: 'string', default: join(ROOT, '../shared/data') } } });
const PAGES = join(options.data, 'pages/html');
const { name, texts } = loadTexts(options.data);
const work = mkdtempSync(join(tmpdir(), 'hearsay-speed-'));
const taskset = ['/usr/bin/taskset', '/bin/taskset'].find((path) => existsSync(path));

try {
  const results = measure();
  report(results);
  mkdirSync(join(RESULTS, '..'), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  console.log(
    `Written to ${relative(process.cwd(), RESULTS)}; "node tools/write-results.ts" takes it into the README.`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

function measure(): SpeedResults {
  const tokens = texts.reduce((total, text) => total + countTokens(text), 0);
  const times = inChild<Record<string, number[]>>('rounds', texts);
  const tokensPerSecond = Object.fromEntries(
    Object.entries(times).map(([engine, ms]) => [engine, Math.round((tokens / median(ms)) * 1000)]),
  );
  return {
    machine: { cpu: cpus()[0]?.model ?? 'unknown', node: process.versions.node, isPinned: taskset !== undefined },
    texts: { name, articles: texts.length, tokens },
    tokensPerSecond,
    timesCompromise: rounded(tokensPerSecond.hearsay / tokensPerSecond.compromise),
    peakMb: Math.round(inChild<{ peakMb: number }>('memory', texts).peakMb),
    modelsMb: rounded(modelsBytes() / 1e6),
    pages: existsSync(PAGES) ? inChild<PageSpeed>('pages', PAGES) : null,
    growth: SIZES.map((units) => {
      const { ms, peakMb } = inChild<{ ms: number; peakMb: number }>('growth', [growText(texts, units)]);
      return { units, ms: rounded(ms), peakMb: Math.round(peakMb) };
    }),
  };
}

/** Gives a task its texts in a file, or the path of a folder. */
function inChild<Result>(task: string, given: readonly string[] | string): Result {
  const path = typeof given === 'string' ? given : join(work, 'texts.json');
  if (typeof given !== 'string') writeFileSync(path, JSON.stringify(given));
  const words = [process.execPath, CHILD, task, path];
  const [command, ...rest] = taskset ? [taskset, '-c', '0', ...words] : words;
  return JSON.parse(
    execFileSync(command, rest, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'inherit'] }),
  );
}

function report({
  machine,
  texts: read,
  tokensPerSecond,
  timesCompromise,
  peakMb,
  modelsMb,
  pages,
  growth,
}: SpeedResults): void {
  console.log(`${machine.cpu}, Node ${machine.node}, ${machine.isPinned ? 'one core' : 'not held to one core'}`);
  console.log(`${read.name}: ${read.articles} articles, ${read.tokens} tokens; medians of interleaved rounds\n`);
  for (const [engine, rate] of Object.entries(tokensPerSecond)) {
    console.log(`${engine.padEnd(16)} ${String(rate).padStart(9)} tokens a second`);
  }
  console.log('');
  for (const { units, ms, peakMb: peak } of growth) {
    const perUnit = ((ms / units) * 1000).toFixed(3);
    console.log(
      `${String(units).padStart(8)} units ${ms.toFixed(1).padStart(9)} ms  ${perUnit} µs a unit  ${peak} MB at most`,
    );
  }
  if (pages) {
    console.log(
      `\n${pages.pages} saved pages: ${pages.hearsayMs} ms, Readability on linkedom ${pages.readabilityMs} ms`,
    );
  }
  const unitTime = (units: number) => {
    const point = growth.find((candidate) => candidate.units === units);
    return point ? point.ms / units : Number.NaN;
  };
  console.log('');
  check('times the tokens a second of compromise', timesCompromise, LEAST_TIMES_COMPROMISE, 'at least');
  if (pages) check('times the time of Readability on linkedom', pages.ratio, pages.limit, 'at most');
  check('MB of memory at most over all texts', peakMb, MOST_PEAK_MB, 'at most');
  check('MB of memory at most for one text of 1 MB', growth.at(-1)?.peakMb ?? 0, MOST_PEAK_MB_AT_1_MB, 'at most');
  check('MB of models', modelsMb, MOST_MODELS_MB, 'at most');
  check(
    'times the time a unit at 1 MB, against 100 KB',
    rounded(unitTime(1_000_000) / unitTime(100_000)),
    MOST_GROWTH,
    'at most',
  );
}

function check(what: string, value: number, limit: number, side: 'at least' | 'at most'): void {
  const isMet = side === 'at least' ? value >= limit : value <= limit;
  console.log(`${String(value).padStart(8)} ${what} (${side} ${limit})${isMet ? '' : '  MISSED'}`);
  if (!isMet) process.exitCode = 1;
}

function modelsBytes(): number {
  const folder = join(ROOT, 'models');
  const sizes = readdirSync(folder).filter((file) => file.endsWith('.weights'));
  return sizes.reduce((total, file) => total + statSync(join(folder, file)).size, 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
