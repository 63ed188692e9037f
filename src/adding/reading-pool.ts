/**
 * A small pool of worker threads that read, beside the thread that fetches and writes. Each worker holds the models once and has
 * the next item at hand while it reads one. A worker that dies of an item, or does not end with it, costs that item alone: it is
 * answered with an error, another worker takes the place, and what waited is handed to it.
 */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Engine, Reading } from '../reading/reading.ts';
import { HearsayError } from '../text/errors.ts';
import type { Question, Reply, Unread } from './reading-worker.ts';

/** The compiled package has .js where the sources have .ts. */
const WORKER = new URL(`./reading-worker${extname(import.meta.url)}`, import.meta.url);

/** Items that a worker is handed: the one that it reads, and more than it reads while others are being kept. */
const AT_HAND = 8;
/** Time that an item may take, and more for each MiB of it: the engine reads 1 MiB of text in seconds. */
const ITEM_MS = 60_000;
const MIB_MS = 60_000;
/** Pieces under way beyond those at the workers' hands, and bytes of them. */
const MOST_AHEAD = 16;
const MOST_BYTES = 128 * 1024 * 1024;
/** Heap of one worker; the models lie outside of it. Most of what a reading needs is let go of at once: with room for it, a tenth faster. */
const HEAP_OF_WORKER = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 64 };

export interface PoolOptions {
  /** Default: one for each core but one; of two cores both, since keeping takes a fifth of the time of reading. */
  readonly workers?: number;
  /** The worker's module; another one in tests. */
  readonly worker?: URL;
  readonly itemMs?: number;
}

export interface ReadingPool {
  readonly workers: number;
  /** The engine of the workers, once the first one is ready. */
  readonly engine: Promise<Engine>;
  /**
   * Reads one item, or a text that the ledger holds. Those asked for first are begun first.
   *
   * @throws HearsayError what the reading throws; E_TIME where it takes too long, E_UNREADABLE where the worker dies of it.
   */
  read(item: Unread): Promise<Reading>;
  /** Ends the workers; what is not done is given up. */
  close(): Promise<void>;
}

interface Task {
  readonly question: Question;
  readonly done: (reading: Reading) => void;
  readonly failed: (error: HearsayError) => void;
}

/** A worker, and what it was handed, the first being read. */
interface Reader {
  readonly thread: Worker;
  readonly tasks: Task[];
  isReady: boolean;
  timer: NodeJS.Timeout | undefined;
}

/**
 * A pool of workers.
 *
 * @example
 * const pool = createReadingPool();
 * const reading = await pool.read(item);
 * await pool.close();
 */
export function createReadingPool(options: PoolOptions = {}): ReadingPool {
  const { workers = defaultWorkers(availableParallelism()), worker = WORKER, itemMs = ITEM_MS } = options;
  const waiting: Task[] = [];
  const readers = new Set<Reader>();
  const known = Promise.withResolvers<Engine>();
  // Nobody may be waiting for it.
  known.promise.catch(() => undefined);
  let number = 0;
  let isClosed = false;
  let givenUp: HearsayError | null = null;

  const start = (): void => {
    const thread = new Worker(worker, { resourceLimits: HEAP_OF_WORKER });
    const reader: Reader = { thread, tasks: [], isReady: false, timer: undefined };
    readers.add(reader);
    thread.on('message', (reply: Reply) => hear(reader, reply));
    thread.on('error', (cause) => lose(reader, diedOf(cause)));
    thread.on('exit', () => lose(reader, diedOf(new Error('the worker ended'))));
  };

  const hand = (): void => {
    for (const reader of readers) {
      while (reader.isReady && reader.tasks.length < AT_HAND && waiting.length > 0) {
        const task = waiting.shift()!;
        reader.tasks.push(task);
        reader.thread.postMessage(task.question);
      }
    }
  };

  const hear = (reader: Reader, reply: Reply): void => {
    // What a worker still says when everything was given up is of tasks that are no more.
    if (!readers.has(reader) || givenUp) return;
    if (reply.type === 'ready') {
      reader.isReady = true;
      known.resolve(reply.engine);
    } else if (reply.type === 'broken') giveUp(new HearsayError(reply.code, reply.message));
    else if (reply.type === 'begun') watch(reader);
    else {
      clearTimeout(reader.timer);
      const task = reader.tasks.shift();
      if (reply.type === 'reading') task?.done(reply.reading);
      else task?.failed(new HearsayError(reply.code, reply.message));
    }
    hand();
  };

  const watch = (reader: Reader): void => {
    const limitMs = itemMs + (sizeOf(reader.tasks[0].question.item) / 2 ** 20) * MIB_MS;
    clearTimeout(reader.timer);
    reader.timer = setTimeout(() => {
      const message = `It was not read within ${Math.round(limitMs / 1000)} seconds and given up: please report it, with the input.`;
      lose(reader, new HearsayError('E_TIME', message));
    }, limitMs);
  };

  /** The first item of a lost worker fails; the others wait again, before all that came after them. */
  const lose = (reader: Reader, error: HearsayError): void => {
    if (!readers.delete(reader)) return;
    clearTimeout(reader.timer);
    void reader.thread.terminate();
    if (isClosed) return;
    if (!reader.isReady && readers.size === 0) {
      giveUp(error);
      return;
    }
    const [first, ...others] = reader.tasks;
    first?.failed(error);
    waiting.unshift(...others);
    start();
  };

  /** Where the workers cannot even start, nothing can be read. */
  const giveUp = (error: HearsayError): void => {
    givenUp = error;
    known.reject(error);
    for (const task of [...[...readers].flatMap(({ tasks }) => tasks.splice(0)), ...waiting.splice(0)])
      task.failed(error);
  };

  for (let n = 0; n < workers; n++) start();

  return {
    workers,
    engine: known.promise,
    read: (item) =>
      new Promise((done, failed) => {
        if (givenUp) throw givenUp;
        waiting.push({ question: { number: number++, item: withOwnBytes(item) }, done, failed });
        hand();
      }),
    close: async () => {
      isClosed = true;
      const threads = [...readers].map(({ thread, timer }) => {
        clearTimeout(timer);
        return thread.terminate();
      });
      giveUp(new HearsayError('E_UNREADABLE', 'It was not read, because the program ended.'));
      await Promise.all(threads);
    },
  };
}

/**
 * The bytes, or two for each character, of an item.
 *
 * @example
 * sizeOf(itemOf('a', { text: 'One.' })); // 8
 */
export function sizeOf(item: Unread): number {
  const content = 'content' in item ? item.content : item;
  return 'text' in content ? content.text.length * 2 : content.bytes.length;
}

/**
 * How many pieces to have under way, and how many bytes of them, so that no worker waits: limits for `inOrder`.
 *
 * @example
 * inOrder(pieces, { ...limitsOf(pool), weigh: sizeOf }, (piece) => pool.read(piece));
 */
export function limitsOf({ workers }: Pick<ReadingPool, 'workers'>): {
  readonly most: number;
  readonly mostWeight: number;
} {
  return { most: workers * AT_HAND + MOST_AHEAD, mostWeight: MOST_BYTES };
}

/** A view is sent with the whole buffer that it looks into: bytes that share one get one of their own. */
function withOwnBytes(item: Unread): Unread {
  if (
    !('content' in item) ||
    'text' in item.content ||
    item.content.bytes.length === item.content.bytes.buffer.byteLength
  )
    return item;
  return { ...item, content: { ...item.content, bytes: new Uint8Array(item.content.bytes) } };
}

function diedOf(cause: unknown): HearsayError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `The reading of this broke off (${reason}): please report it, with the input.`;
  return new HearsayError('E_UNREADABLE', message, { cause });
}

function defaultWorkers(cores: number): number {
  return cores <= 2 ? cores : cores - 1;
}
