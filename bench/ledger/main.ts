/**
 * `npm run bench:ledger [-- --statements N] [--seed N] [--keep FILE | --ledger FILE]`
 *
 * Makes a ledger of made-up readings (1,000,000 statements unless told otherwise) and prints how fast rows go in (the making of the
 * readings not counted), how many bytes of the file a statement takes beside the texts of the articles, which tables take them, and
 * the memory at most; exports all rows to CSV and prints how fast, and with how much memory; and times searches with facets and pages of
 * actors. Writes bench/results/ledger.json, and ends with code 1 where a limit is missed. With --keep the ledger stays, for a look or for
 * other benches; --ledger measures one that stayed, of the same seed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import type { ExportedRows } from './export-rows.ts';
import { makeFictionalReading } from './fictional-readings.ts';
import type { TimedSearches, Times } from './time-searches.ts';

/** Bytes of the file a statement, without the texts of the articles. */
const MOST_BYTES = 1500;
/** Milliseconds that nineteen of twenty searches, and of twenty pages of actors, may take at a million statements. */
const MOST_MS = 60;
/** Readings kept in one transaction. */
const GROUP = 20;

const RESULTS = join(import.meta.dirname, '../results/ledger.json');

/** What the bench writes. */
export interface LedgerResults {
  /** `load`: how many programs wanted a core on average, this one among them, while searches were timed. */
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string; readonly load: number };
  readonly statements: number;
  readonly bytesAStatement: number;
  readonly exported: ExportedRows;
  readonly searches: TimedSearches;
}

const { values: options } = parseArgs({
  options: {
    statements: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    ledger: { type: 'string' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-ledger-'));
try {
  const path = options.ledger ?? options.keep ?? join(folder, 'ledger.db');
  console.log(`${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}\n`);
  if (!options.ledger) await putIn(path);
  const { statements, bytesAStatement } = measureFile(path);
  const exported = inChild<ExportedRows>('export-rows.ts', path);
  console.log(
    `\n${exported.rows} rows of CSV (${Math.round(exported.bytes / 1e6)} MB), ${Math.round(exported.rows / exported.seconds)} a second`,
  );
  console.log(`${exported.memory} MB of memory at most, ${exported.earlyMemory} MB after a tenth of the rows\n`);
  const searches = inChild<TimedSearches>('time-searches.ts', path, options.seed);
  const load = Math.round(loadavg()[0] * 10) / 10;
  reportSearches(searches, load);
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node, load };
  const results: LedgerResults = { machine, statements, bytesAStatement, exported, searches };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\nWritten to ${relative(process.cwd(), RESULTS)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function putIn(path: string): Promise<void> {
  const { statements, readings, ms, cpuMs } = await fill(path, Number(options.statements), Number(options.seed));
  const rate = (count: number) => Math.round((count / ms) * 1000);
  console.log(`${(cpuMs / readings).toFixed(2)} ms of processor time an article`);
  console.log(`${readings} articles, ${statements} statements, put in at ${rate(readings)} articles a second`);
  console.log(
    `${rate(statements)} statements a second, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory at most\n`,
  );
}

async function fill(
  path: string,
  wanted: number,
  seed: number,
): Promise<{ statements: number; readings: number; ms: number; cpuMs: number }> {
  const ledger = await openLedger(path);
  let [statements, readings, ms, cpuMs] = [0, 0, 0, 0];
  while (statements < wanted) {
    const group = Array.from({ length: GROUP }, (_, position) => {
      const reading = makeFictionalReading(seed, readings + position);
      const addedAt = new Date(Date.UTC(2026, 0, 1) + (readings + position) * 1000).toISOString();
      return {
        reading,
        capture: { path: `/made-up/${readings + position}`, addedAt, bytesSha256: reading.textSha256 },
      };
    });
    const [began, cpuBegan] = [performance.now(), process.cpuUsage()];
    await ledger.addReadings(group);
    ms += performance.now() - began;
    const { user, system } = process.cpuUsage(cpuBegan);
    cpuMs += (user + system) / 1000;
    readings += GROUP;
    for (const { reading } of group) statements += reading.statements.length;
  }
  await ledger.close();
  return { statements, readings, ms, cpuMs };
}

function measureFile(path: string): { statements: number; bytesAStatement: number } {
  const database = new DatabaseSync(path, { readOnly: true });
  const { texts, statements } = database
    .prepare('SELECT sum(octet_length(text)) AS texts, (SELECT count(*) FROM statement) AS statements FROM version')
    .get() as { texts: number; statements: number };
  const tables = database
    .prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat WHERE aggregate = 0 GROUP BY name ORDER BY bytes DESC')
    .all() as { name: string; bytes: number }[];
  database.close();
  const size = statSync(path).size;
  console.log(`${Math.round(size / 1e6)} MB, of which ${Math.round(texts / 1e6)} MB are the texts of the articles`);
  for (const { name, bytes } of tables) {
    const each = bytes / statements;
    if (each >= 1) console.log(`${each.toFixed(0).padStart(8)} bytes a statement  ${name}`);
  }
  const bytesAStatement = Math.round((size - texts) / statements);
  console.log('');
  check('bytes a statement without the texts', bytesAStatement, MOST_BYTES);
  return { statements, bytesAStatement };
}

/** In a process of its own, so that the memory is that of the task. */
function inChild<Result>(program: string, ...given: string[]): Result {
  const words = [join(import.meta.dirname, program), ...given];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}

function reportSearches({ firstMs, searches, byKind, actors, memoryMb }: TimedSearches, load: number): void {
  console.log('ms: half within, 19 of 20 within; of processor time; how many');
  const row = (name: string, { p50, p95, cpuP50, cpuP95, count }: Times) => {
    const numbers = [p50, p95, cpuP50, cpuP95].map((value) => value.toFixed(1).padStart(8)).join('');
    console.log(`${name.padEnd(14)}${numbers}${String(count).padStart(6)}`);
  };
  for (const [kind, times] of Object.entries(byKind)) row(kind, times);
  row('all searches', searches);
  row('actors', actors);
  console.log(
    `\n${firstMs} ms for the first search, ${memoryMb} MB of memory at most; ${load} programs on the cores\n`,
  );
  check('ms for a search with facets, 19 of 20', searches.p95, MOST_MS);
  check("ms for an actor's page, 19 of 20", actors.p95, MOST_MS);
}

function check(what: string, value: number, most: number): void {
  const isMet = value <= most;
  console.log(`${String(value).padStart(8)} ${what} (at most ${most})${isMet ? '' : '  MISSED'}`);
  if (!isMet) process.exitCode = 1;
}
