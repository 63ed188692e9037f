/**
 * Kills a task again and again at random moments (SIGKILL: nothing of the process runs after it), and after each kill looks whether the
 * file is whole and has all that was acknowledged. Runs that come to their end are compared with one that nobody disturbed.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { randomFrom } from '../../training/random.ts';
import { dumpLedger } from './dump-ledger.ts';
import { SECOND } from './second-engine.ts';
import { type Job, prepare, run, type Task } from './tasks.ts';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

export interface Plan {
  readonly task: Task;
  readonly kills: number;
  readonly seed: number;
  readonly articles: number;
  /** An empty folder for the files. */
  readonly folder: string;
}

export interface Outcome {
  readonly kills: number;
  /** Things acknowledged before a kill, over all runs. */
  readonly acknowledged: number;
  /** Runs that came to their end, each after some kills. */
  readonly completed: number;
  /** What was not as it should be; empty where nothing was lost. */
  readonly faults: readonly string[];
}

/**
 * Carries the plan out.
 *
 * @example
 * const { faults } = await killAndResume({ task: 'intake', kills: 10, seed: 1, articles: 60, folder });
 */
export async function killAndResume({ task, kills, seed, articles, folder }: Plan): Promise<Outcome> {
  const random = randomFrom(seed);
  const calm: Job = { task, seed, articles, path: join(folder, 'undisturbed.db') };
  await prepare(calm);
  const began = performance.now();
  await run(calm, () => {});
  const calmMs = performance.now() - began;
  const expected = await dumpOf(calm.path);

  const faults: string[] = [];
  let [killed, acknowledged, completed] = [0, 0, 0];
  for (let round = 0; killed < kills; round++) {
    const job = { ...calm, path: join(folder, `killed-${round}.db`) };
    await prepare(job);
    const promised = new Set<string>();
    for (let isDone = false; !isDone; ) {
      const delayMs = killed < kills ? ((random() % 1000) / 1000) * calmMs : null;
      const { lines, wasKilled } = await runChild(job, delayMs);
      isDone = lines.at(-1) === 'done';
      if (wasKilled) killed++;
      for (const line of lines) if (line !== 'begun' && line !== 'done') promised.add(line);
      faults.push(...faultsOf(job.path, promised).map((fault) => `${task}, kill ${killed}: ${fault}`));
    }
    acknowledged += promised.size;
    completed++;
    if ((await dumpOf(job.path)) !== expected) faults.push(`${task}, run ${round}: another ledger than undisturbed`);
  }
  return { kills: killed, acknowledged, completed, faults };
}

/**
 * The lines that a child printed until it ended or, so many milliseconds after it had begun, was killed.
 *
 * @param delayMs null to let it come to its end
 * @param limitKib a disk that is full: no file of the child may be larger; the system ends it there
 * @example
 * const { lines, wasKilled } = await runChild(job, 20);
 */
export async function runChild(
  job: Job,
  delayMs: number | null,
  limitKib?: number,
): Promise<{ lines: string[]; wasKilled: boolean }> {
  const words = [process.execPath, CHILD, JSON.stringify(job)];
  const [command, ...rest] =
    limitKib === undefined
      ? words
      : ['/bin/bash', '-c', `ulimit -c 0; ulimit -f ${limitKib}; exec "$@"`, 'bash', ...words];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.on('data', (part: Buffer) => {
    if (told === '' && delayMs !== null) setTimeout(() => child.kill('SIGKILL'), delayMs);
    told += part;
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, by) => resolve(by));
  });
  // A line that the kill cut in half was not told.
  return { lines: told.split('\n').slice(0, -1), wasKilled: signal !== null };
}

/**
 * What is wrong with the file: it is not whole, or misses something that was acknowledged.
 *
 * @example
 * faultsOf('case.db', new Set(['ver_0011223344556677 first', 'dec_4'])); // []
 */
export function faultsOf(path: string, promised: ReadonlySet<string>): string[] {
  const database = new DatabaseSync(path);
  try {
    const [{ integrity_check: found }] = database.prepare('PRAGMA integrity_check').all();
    if (found !== 'ok') return [`integrity_check says ${found}`];
    // Before the first transaction there are no tables, and in an older file no decisions.
    if (promised.size === 0) return [];
    const held = new Map(
      database
        .prepare(
          `SELECT version.id, engine.version AS engine, statements,
             (SELECT count(*) FROM statement WHERE statement.version = version.key) AS rows
           FROM version JOIN reading ON reading.version = version.key JOIN engine ON engine.key = reading.engine`,
        )
        .all()
        .map((row) => [row.id as string, row]),
    );
    const decisions = new Set(
      database
        .prepare('SELECT id FROM decision')
        .all()
        .map(({ id }) => id as string),
    );
    return [...promised].flatMap((promise) => {
      const [id, engine] = promise.split(' ');
      if (engine === undefined) return decisions.has(id) ? [] : [`decision ${id} is lost`];
      const row = held.get(id);
      if (!row) return [`article version ${id} is lost`];
      if (engine === 'second' && row.engine !== SECOND) return [`the second reading of ${id} is lost`];
      return row.rows === row.statements ? [] : [`${id} has ${row.rows} rows of ${row.statements} statements`];
    });
  } finally {
    database.close();
  }
}

async function dumpOf(path: string): Promise<string> {
  const ledger = await openLedger(path, { create: false });
  try {
    return await dumpLedger(ledger);
  } finally {
    await ledger.close();
  }
}
