/**
 * Intake at the server's hands: requests wait in a line and are added one after the other, as `hearsay add` does it, or what the ledger holds
 * is read again, as `hearsay rerun` does it; whoever listens is told how far each is. Workers and fetcher are made for the first request,
 * and let go of when the line is empty.
 */

import { addArticles } from '../adding/add-articles.ts';
import type { ReadingPool } from '../adding/reading-pool.ts';
import { type Rerun, rerunReadings } from '../adding/rerun-readings.ts';
import { countDone, newTally, type Tally } from '../adding/tally.ts';
import type { Fetcher } from '../intake/fetch/fetcher.ts';
import { find } from '../intake/items/find-pieces.ts';
import type { Ledger } from '../ledger/ledger.ts';

export interface IntakeRequest {
  readonly kind: 'add';
  /** Articles as JSON objects, as a line of `hearsay add - < articles.jsonl` holds them. */
  readonly records: readonly unknown[];
  /** Web addresses of pages, feeds and lists. */
  readonly addresses: readonly string[];
}

/** What the ledger holds is to be read again. */
export interface RerunRequest {
  readonly kind: 'rerun';
  /** Ids of the articles; all where it is left out. */
  readonly articles?: readonly string[];
}

/** How far a request is. */
export interface IntakeProgress {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** Pieces that are done, whatever became of them. */
  readonly done: number;
  readonly outcomes: Tally['outcomes'];
  readonly statements: number;
  readonly failures: readonly { readonly what: string; readonly code: string; readonly message: string }[];
  /** Why it came to no end; null unless it failed. */
  readonly why: string | null;
}

export interface IntakeTools {
  readonly ledger: Ledger;
  readonly openPool: () => ReadingPool;
  readonly openFetcher: () => Promise<Fetcher>;
  readonly now: () => Date;
}

type Listener = (progress: IntakeProgress) => void;

/** Requests that are remembered, those under way among them. */
const MOST_REMEMBERED = 100;

/** What came of a request so far. */
type Done = Pick<Tally, 'outcomes' | 'statements' | 'failures'>;

const NOTHING_DONE: Done = newTally();

export class IntakeQueue {
  readonly #tools: IntakeTools;
  readonly #waiting: { id: string; request: IntakeRequest | RerunRequest }[] = [];
  readonly #known = new Map<string, IntakeProgress>();
  readonly #listeners = new Set<Listener>();
  readonly #stop = new AbortController();
  #working: Promise<void> | null = null;
  #count = 0;

  constructor(tools: IntakeTools) {
    this.#tools = tools;
  }

  /**
   * Puts a request in the line; its id.
   *
   * @example
   * const { id } = queue.add({ kind: 'add', records: [], addresses: ['https://courier.example/feed.xml'] });
   */
  add(request: IntakeRequest | RerunRequest): IntakeProgress {
    const id = `intake_${++this.#count}`;
    this.#waiting.push({ id, request });
    const progress = this.#step(id, 'waiting', NOTHING_DONE);
    this.#start();
    return progress;
  }

  /** Every request that is remembered, the first one first. */
  list(): IntakeProgress[] {
    return [...this.#known.values()];
  }

  /** Calls the listener with every step from now on, until the function that it gives is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops what runs; what was kept is kept. */
  async close(): Promise<void> {
    this.#waiting.length = 0;
    this.#stop.abort();
    await this.#working;
  }

  #start(): void {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
      // What came while workers and fetcher were let go of.
      if (this.#waiting.length > 0) this.#start();
    });
  }

  async #work(): Promise<void> {
    const { openPool, openFetcher } = this.#tools;
    const open: { pool: ReadingPool | null; fetcher: Fetcher | null } = { pool: null, fetcher: null };
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        const { id, request } = next;
        await this.#run(id, async () => {
          open.pool ??= openPool();
          if (request.kind === 'rerun') return this.#rerun(id, request, open.pool);
          if (request.addresses.length > 0) open.fetcher ??= await openFetcher();
          return this.#addArticles(id, request, open.pool, open.fetcher);
        });
      }
    } finally {
      await Promise.all([open.pool?.close(), open.fetcher?.close()]);
    }
  }

  /** Tells how a request begins and how it ends. */
  async #run(id: string, work: () => Promise<Done>): Promise<void> {
    this.#step(id, 'running', NOTHING_DONE);
    try {
      this.#step(id, 'done', await work());
    } catch (error) {
      this.#step(id, 'failed', NOTHING_DONE, error instanceof Error ? error.message : String(error));
    }
  }

  async #addArticles(
    id: string,
    { records, addresses }: IntakeRequest,
    pool: ReadingPool,
    fetcher: Fetcher | null,
  ): Promise<Done> {
    const { ledger, now } = this.#tools;
    return addArticles({
      ledger,
      pool,
      found: await find([...(records.length > 0 ? ['-'] : []), ...addresses]),
      what: [...(records.length > 0 ? [`${records.length} records`] : []), ...addresses].join(' '),
      stdin: linesOf(records),
      fetcher,
      now,
      signal: this.#stop.signal,
      onDone: (sofar) => this.#step(id, 'running', sofar),
    });
  }

  async #rerun(id: string, { articles }: RerunRequest, pool: ReadingPool): Promise<Done> {
    const { ledger, now } = this.#tools;
    const failures: Tally['failures'] = [];
    const doneOf = ({ read, known }: Pick<Rerun, 'read' | 'known'>): Done => ({
      outcomes: { ...NOTHING_DONE.outcomes, 'read again': read, known },
      statements: 0,
      failures,
    });
    const result = await rerunReadings({
      ledger,
      pool,
      now,
      signal: this.#stop.signal,
      ...(articles && { articles }),
      onFailure: async (failure) => void failures.push(failure),
      onDone: (step) => this.#step(id, 'running', doneOf(step)),
    });
    return doneOf(result);
  }

  #step(
    id: string,
    state: IntakeProgress['state'],
    { outcomes, statements, failures }: Done,
    why: string | null = null,
  ): IntakeProgress {
    return this.#tell({
      id,
      state,
      done: countDone({ outcomes, failures }),
      outcomes: { ...outcomes },
      statements,
      failures: failures.map(({ what, code, message }) => ({ what, code, message })),
      why,
    });
  }

  #tell(progress: IntakeProgress): IntakeProgress {
    this.#known.set(progress.id, progress);
    for (const id of this.#known.keys()) {
      if (this.#known.size <= MOST_REMEMBERED) break;
      this.#known.delete(id);
    }
    for (const listener of this.#listeners) listener(progress);
    return progress;
  }
}

async function* linesOf(records: readonly unknown[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const record of records) yield encoder.encode(`${JSON.stringify(record)}\n`);
}
