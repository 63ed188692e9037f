/**
 * The long tasks that are killed: an intake, a second reading of all that was taken in by another engine, and the upgrade of an older
 * file. Each goes on where it was cut off when it is run again, as the commands do, and says what the ledger acknowledged.
 * Readings are made up from a seed, so that nothing here depends on a model or on the time of day.
 */
import { createReadingPool } from '../../src/adding/reading-pool.ts';
import { rerunReadings } from '../../src/adding/rerun-readings.ts';
import type { Capture, Decision, Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { writeVersion3 } from '../../test/samples/write-version-3.ts';
import { makeFictionalReading } from '../ledger/fictional-readings.ts';
import { secondEngine } from './second-engine.ts';

export const TASKS = ['intake', 'rerun', 'migration'] as const;
export type Task = (typeof TASKS)[number];

/** One job: a task on a ledger file, with as many articles as are to be in it at the end. */
export interface Job {
  readonly task: Task;
  readonly path: string;
  readonly seed: number;
  readonly articles: number;
  /** A disk that is full: how many pages the file may have. */
  readonly highestPages?: number;
}

/** Every fourth article is ruled on. */
const ARTICLES_A_DECISION = 4;

const NOW = () => new Date('2026-11-26T12:00:00.000Z');

/**
 * Makes what the task begins with: nothing, a ledger that is whole, or a file of an older version.
 *
 * @example
 * await prepare({ task: 'migration', path, seed: 1, articles: 60 });
 */
export async function prepare(job: Job): Promise<void> {
  if (job.task === 'rerun') await run({ ...job, task: 'intake' }, () => {});
  if (job.task !== 'migration') return;
  const versions = Array.from({ length: job.articles }, (_, number) => ({
    articleId: `art_${number}`,
    versionId: `ver_${number}`,
    number: 1,
    isLatest: true,
    reading: makeFictionalReading(job.seed, number),
    capture: captureOf(number),
  }));
  writeVersion3(job.path, versions);
}

/**
 * Runs the task from where it was cut off to its end.
 *
 * @param acknowledge is told what the ledger has acknowledged, at once: ids of versions with the engine that read them, and of decisions
 * @example
 * await run(job, (id) => writeSync(1, `${id}\n`));
 */
export async function run(job: Job, acknowledge: (id: string) => void): Promise<void> {
  const { highestPages } = job;
  const ledger = await openLedger(job.path, { now: NOW, ...(highestPages !== undefined && { highestPages }) });
  try {
    if (job.task === 'intake') await takeIn(ledger, job, acknowledge);
    if (job.task === 'rerun') await readAgain(ledger, job, acknowledge);
  } finally {
    await ledger.close();
  }
}

async function takeIn(ledger: Ledger, { seed, articles }: Job, acknowledge: (id: string) => void): Promise<void> {
  for (let number = 0; number < articles; number++) {
    const reading = makeFictionalReading(seed, number);
    const { textSha256, engine, article } = reading;
    const capture = captureOf(number);
    const known = await ledger.addSighting({ textSha256, engine, url: article.url, outlet: article.outlet }, capture);
    const { versionId } = known ?? (await ledger.addReading(reading, capture));
    acknowledge(`${versionId} first`);
    if (number % ARTICLES_A_DECISION > 0) continue;
    const decision = decisionOn(reading, number);
    await ledger.addDecisions([decision]);
    acknowledge(decision.id);
  }
}

/** What `hearsay rerun` does, threads and all, with an engine that needs no models. */
async function readAgain(ledger: Ledger, { seed }: Job, acknowledge: (id: string) => void): Promise<void> {
  const pool = createReadingPool({ worker: secondEngine(seed), workers: 2 });
  try {
    await rerunReadings({
      ledger,
      pool,
      now: NOW,
      signal: new AbortController().signal,
      onDone: ({ versionId, isRead }) => {
        if (isRead) acknowledge(`${versionId} second`);
      },
    });
  } finally {
    await pool.close();
  }
}

function captureOf(number: number): Capture {
  const addedAt = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  return { path: `/made-up/${number}`, addedAt, bytesSha256: '' };
}

function decisionOn({ textSha256, statements }: Reading, number: number): Decision {
  const [{ id, cue }] = statements;
  const anchors = [{ role: 'cue', spans: cue!.spans, exact: [cue!.text], prefix: '', suffix: '' } as const];
  return {
    id: `dec_${number}`,
    at: captureOf(number).addedAt,
    by: 'Ada',
    kind: 'note',
    targets: [{ kind: 'statement', id, address: captureOf(number).path, textSha256, anchors }],
    value: { note: `number ${number}` },
    undoes: null,
  };
}
