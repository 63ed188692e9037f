/**
 * Intake at the server's hands: requests wait in a line and are added one after the other, as `hearsay add` does it; whoever listens is told
 * how far each is. Workers and fetcher are made for the first request, and let go of when the line is empty.
 */

import { addArticles } from '../adding/add-articles.ts';
import type { ReadingPool } from '../adding/reading-pool.ts';
import { countDone, type Tally } from '../adding/tally.ts';
import type { Fetcher } from '../intake/fetch/fetcher.ts';
import { find } from '../intake/items/find-pieces.ts';
import type { Ledger } from '../ledger/ledger.ts';

export interface IntakeRequest {
  /** Articles as JSON objects, as a line of `hearsay add - < articles.jsonl` holds them. */
  readonly records: readonly unknown[];
  /** Web addresses of pages, feeds and lists. */
  readonly addresses: readonly string[];
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

const NOTHING: Tally['outcomes'] = { added: 0, 'new version': 0, 'read again': 0, 'seen again': 0, known: 0 };

export class IntakeQueue {
  readonly #tools: IntakeTools;
  readonly #waiting: { id: string; request: IntakeRequest }[] = [];
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
   * const { id } = queue.add({ records: [], addresses: ['https://courier.example/feed.xml'] });
   */
  add(request: IntakeRequest): IntakeProgress {
    const id = `intake_${++this.#count}`;
    this.#waiting.push({ id, request });
    const progress = this.#tell({
      id,
      state: 'waiting',
      done: 0,
      outcomes: NOTHING,
      statements: 0,
      failures: [],
      why: null,
    });
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
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

  async #work(): Promise<void> {
    const { openPool, openFetcher } = this.#tools;
    const pool = openPool();
    let fetcher: Fetcher | null = null;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        if (next.request.addresses.length > 0) fetcher ??= await openFetcher();
        await this.#run(next.id, next.request, pool, fetcher);
      }
    } finally {
      await Promise.all([pool.close(), fetcher?.close()]);
    }
  }

  async #run(id: string, { records, addresses }: IntakeRequest, pool: ReadingPool, fetcher: Fetcher | null) {
    const step = (state: IntakeProgress['state'], tally: Tally | null, why: string | null = null) =>
      this.#tell({
        id,
        state,
        done: tally ? countDone(tally) : 0,
        outcomes: tally ? { ...tally.outcomes } : NOTHING,
        statements: tally?.statements ?? 0,
        failures: (tally?.failures ?? []).map(({ what, code, message }) => ({ what, code, message })),
        why,
      });
    step('running', null);
    try {
      const tally = await addArticles({
        ledger: this.#tools.ledger,
        pool,
        found: await find([...(records.length > 0 ? ['-'] : []), ...addresses]),
        what: [...(records.length > 0 ? [`${records.length} records`] : []), ...addresses].join(' '),
        stdin: linesOf(records),
        fetcher,
        now: this.#tools.now,
        signal: this.#stop.signal,
        onDone: (sofar) => step('running', sofar),
      });
      step('done', tally);
    } catch (error) {
      step('failed', null, error instanceof Error ? error.message : String(error));
    }
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
