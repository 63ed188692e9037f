/**
 * `npm run bench:intake [-- --articles 1200 --rounds 3]`
 *
 * The rate of `hearsay add` against that of the engine alone, over the same pages: articles of the sample project, each as many times
 * as it takes, with another name in each, as a folder of files and as one WARC.gz. Each figure is the median of interleaved rounds in processes of their own;
 * the engine's is that of one thread that has the models and all pages in memory. Prints a table, writes bench/results/intake.json, and ends with
 * code 1 where intake is slower than the floor.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeWarc } from '../../test/samples/make-warc.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ARTICLES = join(ROOT, 'examples/articles');
const CHILD = join(ROOT, 'bench/intake/child.ts');
const RESULTS = join(ROOT, 'bench/results/intake.json');
/** Part of the engine's own rate. */
const FLOOR = 0.9;

interface Measured {
  readonly perSecond: number;
  readonly peakMb: number;
}

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '1200' }, rounds: { type: 'string', default: '3' } },
});
const work = mkdtempSync(join(tmpdir(), 'hearsay-intake-'));
try {
  const count = Number(values.articles);
  await makePages(count);
  const rounds: Record<string, Measured[]> = { engine: [], folder: [], warc: [] };
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const task of Object.keys(rounds)) rounds[task].push(measure(task, round));
  }
  const results = {
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), node: process.versions.node },
    articles: count,
    ...Object.fromEntries(Object.entries(rounds).map(([task, list]) => [task, median(list)])),
  } as { machine: unknown; articles: number } & Record<'engine' | 'folder' | 'warc', Measured>;
  console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.versions.node}; ${count} pages\n`);
  for (const task of ['engine', 'folder', 'warc'] as const) {
    const { perSecond, peakMb } = results[task];
    const part = perSecond / results.engine.perSecond;
    const isMissed = task !== 'engine' && part < FLOOR;
    console.log(
      `${task.padEnd(8)} ${perSecond.toFixed(1).padStart(8)} a second  ${(part * 100).toFixed(0)} %  ${peakMb} MB${isMissed ? '  MISSED' : ''}`,
    );
    if (isMissed) process.exitCode = 1;
  }
  mkdirSync(join(RESULTS, '..'), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function makePages(count: number): Promise<void> {
  const names = readdirSync(ARTICLES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.html?$/.test(name));
  const sources = names.sort().map((name) => readFileSync(join(ARTICLES, name), 'utf8'));
  mkdirSync(join(work, 'pages'));
  const records = [];
  for (let n = 0; n < count; n++) {
    // Another address and other words make another article.
    const body = sources[n % sources.length]
      .replaceAll(/https:\/\/[\w.-]+\.example\//g, `$&${n}/`)
      .replace(/<p(?=[\s>])[^>]*>/gi, `$&It was report ${n}. `);
    writeFileSync(join(work, 'pages', `${String(n).padStart(6, '0')}.html`), body);
    records.push({ url: `https://courier.example/${n}`, body });
  }
  writeFileSync(join(work, 'pages.warc.gz'), await makeWarc(records, { gzip: true }));
}

function measure(task: string, round: number): Measured {
  const input = join(work, task === 'warc' ? 'pages.warc.gz' : 'pages');
  const words = [CHILD, task, input, join(work, `${task}-${round}.db`)];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}

function median(list: readonly Measured[]): Measured {
  return [...list].sort((a, b) => a.perSecond - b.perSecond)[list.length >> 1];
}
