/**
 * Reads again what a ledger holds, after the engine or its models changed: from the stored text, blocks and head, so no bytes are needed.
 * Worker threads read, and each version's reading is replaced in a transaction of its own, in the order of the ledger; versions that this
 * engine has read are passed over, so an interrupted run goes on where it stopped. One that cannot be read keeps the reading that it
 * has. What became of the decisions is told: those that found their words, in another extent, or not at all.
 */
import { inOrder } from '../intake/items/in-order.ts';
import { type Failure, failureOf } from '../intake/items/item.ts';
import type { KeptDecision, Ledger } from '../ledger/ledger.ts';
import type { Engine, Reading, ReadingInput } from '../reading/reading.ts';
import { HearsayError } from '../text/errors.ts';
import { beginRun } from './begin-run.ts';
import { limitsOf, type ReadingPool, sizeOf } from './reading-pool.ts';
import { untilAborted } from './until-aborted.ts';

export interface RerunOptions {
  readonly ledger: Ledger;
  readonly pool: ReadingPool;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Ids of the articles to read; all where it is left out. */
  readonly articles?: readonly string[];
  /** Told after each version, once the ledger has it. */
  readonly onDone?: (step: RerunStep) => void;
  readonly onFailure?: (failure: Failure) => Promise<void>;
}

/** How far it is. */
export interface RerunStep {
  readonly versionId: string;
  /** Whether it has another reading now. */
  readonly isRead: boolean;
  /** As in Rerun, so far. */
  readonly read: number;
  readonly known: number;
  /** Versions that are done, this one among them, of how many. */
  readonly done: number;
  readonly versions: number;
}

/** What came of it. */
export interface Rerun {
  /** Versions that were read again, passed over because this engine had read them, and read with other statements than before. */
  readonly read: number;
  readonly known: number;
  readonly changed: number;
  /** Statements that are there now and were not before, and the other way round. */
  readonly found: number;
  readonly lost: number;
  readonly failures: readonly Failure[];
  /** Decisions in force on an entry whose words have moved, and those that found none. */
  readonly moved: readonly KeptDecision[];
  readonly unanchored: readonly KeptDecision[];
  readonly isInterrupted: boolean;
}

/**
 * Reads every version again that this engine has not read.
 *
 * @throws HearsayError E_LEDGER where the ledger cannot be written, E_MODEL where the engine cannot start, E_NOT_FOUND where the ledger
 * holds no article that is named.
 * @example
 * const { unanchored, failures } = await rerunReadings({ ledger, pool, now: () => new Date(), signal });
 */
export async function rerunReadings(options: RerunOptions): Promise<Rerun> {
  const { ledger, pool, signal } = options;
  const engine = await pool.engine;
  const versions = await findVersions(options);
  const run = await beginRun(options, 'rerun', options.articles?.join(' ') ?? 'all articles', engine);
  const counts = { read: 0, known: 0, changed: 0, found: 0, lost: 0 };
  const failures: Failure[] = [];
  const limits = { ...limitsOf(pool), weigh: ({ before }: Version) => sizeOf(before) };
  const steps = inOrder(eachVersion(ledger, versions), limits, (version) => readAgain(version, pool, engine));
  let done = 0;
  for await (const { version, after } of untilAborted(steps, signal)) {
    const { versionId, before } = version;
    let isRead = false;
    if (after === 'known') counts.known++;
    else if ('type' in after) {
      failures.push(after);
      const { what, code, message } = after;
      await ledger.addFailure({ runId: run.id, what, code, why: message, at: options.now().toISOString() });
      await options.onFailure?.(after);
    } else if ((isRead = await replace(options, versionId, after))) {
      counts.read++;
      const [found, lost] = [missingFrom(before, after), missingFrom(after, before)];
      counts.found += found;
      counts.lost += lost;
      if (found + lost > 0) counts.changed++;
    }
    const { read, known } = counts;
    options.onDone?.({ versionId, isRead, read, known, done: ++done, versions: versions.length });
  }
  await run.end({ ...counts, failed: failures.length });
  const [moved, unanchored]: KeptDecision[][] = [[], []];
  for await (const decision of ledger.eachDecision()) {
    if (decision.state === 'moved') moved.push(decision);
    if (decision.state === 'unanchored') unanchored.push(decision);
  }
  return { ...counts, failures, moved, unanchored, isInterrupted: signal.aborted };
}

interface VersionName {
  readonly articleId: string;
  readonly versionId: string;
  /** What to call it when it fails. */
  readonly what: string;
}

interface Version extends VersionName {
  readonly before: Reading;
}

async function findVersions({ ledger, articles }: RerunOptions): Promise<VersionName[]> {
  const versions: VersionName[] = [];
  const missing = new Set(articles);
  for await (const { id: articleId, url, versions: all } of ledger.eachArticle()) {
    if (articles && !articles.includes(articleId)) continue;
    missing.delete(articleId);
    for (const { id: versionId, path } of all) versions.push({ articleId, versionId, what: url ?? path });
  }
  if (missing.size > 0) {
    throw new HearsayError(
      'E_NOT_FOUND',
      `The ledger holds no article ${[...missing].join(', ')}: nothing was read again.`,
    );
  }
  return versions;
}

async function* eachVersion(ledger: Ledger, versions: readonly VersionName[]): AsyncGenerator<Version> {
  for (const version of versions) {
    const before = await ledger.reading(version.articleId, version.versionId);
    // Another program may have taken it out meanwhile.
    if (before) yield { ...version, before };
  }
}

interface ReadVersion {
  readonly version: Version;
  readonly after: Reading | Failure | 'known';
}

async function readAgain(version: Version, pool: ReadingPool, engine: Engine): Promise<ReadVersion> {
  const { before, what } = version;
  if (isSame(before.engine, engine)) return { version, after: 'known' };
  try {
    return { version, after: await pool.read(inputOf(before)) };
  } catch (cause) {
    return { version, after: failureOf(what, cause) };
  }
}

/** Whether the version was still there to be given another reading. */
async function replace({ ledger, now }: RerunOptions, versionId: string, after: Reading): Promise<boolean> {
  try {
    await ledger.replaceReading(versionId, after, now().toISOString());
    return true;
  } catch (cause) {
    if (cause instanceof HearsayError && cause.code === 'E_NOT_FOUND') return false;
    throw cause;
  }
}

function inputOf({ id, text, blocks, article, leftOut, warnings }: Reading): ReadingInput {
  return { id, text, blocks, article, leftOut, warnings };
}

function isSame(a: Engine, b: Engine): boolean {
  const models = (engine: Engine) => JSON.stringify(Object.entries(engine.models).sort());
  return a.version === b.version && models(a) === models(b);
}

/** How many statements `after` has that `before` has not. */
function missingFrom(before: Reading, after: Reading): number {
  const known = new Set(before.statements.map(({ id }) => id));
  return after.statements.filter(({ id }) => !known.has(id)).length;
}
