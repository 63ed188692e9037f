/**
 * A worker thread of another engine than the one that the made-up readings are of: it finds the first statement of none of them. What the
 * pool asks and how it is answered is as of the shipped worker.
 */
import { parentPort } from 'node:worker_threads';
import type { Question, Reply } from '../../src/adding/reading-worker.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { makeFictionalReading } from '../ledger/fictional-readings.ts';

/** The version of the engine that reads again. */
export const SECOND = '0.2.0';

/**
 * The module of a worker that reads the texts of a seed; a URL that only says so, since a worker is told nothing else.
 *
 * @example
 * const pool = createReadingPool({ worker: secondEngine(1) });
 */
export function secondEngine(seed: number): URL {
  return new URL(`data:text/javascript,import { serve } from ${JSON.stringify(import.meta.url)}; serve(${seed});`);
}

/**
 * Answers what the pool asks, within a worker.
 *
 * @example
 * serve(1);
 */
export function serve(seed: number): void {
  const answer = (reply: Reply): void => parentPort?.postMessage(reply);
  parentPort?.on('message', ({ number, item }: Question) => {
    answer({ type: 'begun', number });
    answer({ type: 'reading', number, reading: bySecondEngine(seed, Number(item.id.replace('article-', ''))) });
  });
  answer({ type: 'ready', engine: bySecondEngine(seed, 0).engine });
}

function bySecondEngine(seed: number, number: number): Reading {
  const reading = makeFictionalReading(seed, number);
  return { ...reading, engine: { ...reading.engine, version: SECOND }, statements: reading.statements.slice(1) };
}
