/**
 * A worker thread that reads: it loads the models once, then turns items into readings, one at a time. What it is sent and what it
 * answers are the types below. An item that cannot be read is answered with its error, and the next one is read.
 */
import { parentPort } from 'node:worker_threads';
import type { Item } from '../intake/items/item.ts';
import { readItem } from '../intake/items/read-item.ts';
import { openEngine } from '../models/open-engine.ts';
import type { Engine, Reading, ReadingInput } from '../reading/reading.ts';
import { type ErrorCode, HearsayError } from '../text/errors.ts';

/** What can be read: an item of intake, or the text and the blocks that a ledger holds of an article. */
export type Unread = Item | ReadingInput;

export interface Question {
  readonly number: number;
  readonly item: Unread;
}

export type Reply =
  | { readonly type: 'ready'; readonly engine: Engine }
  | { readonly type: 'begun'; readonly number: number }
  | { readonly type: 'reading'; readonly number: number; readonly reading: Reading }
  | { readonly type: 'error'; readonly number: number; readonly code: ErrorCode; readonly message: string }
  | { readonly type: 'broken'; readonly code: ErrorCode; readonly message: string };

const answer = (reply: Reply): void => parentPort?.postMessage(reply);

try {
  const engine = openEngine();
  parentPort?.on('message', ({ number, item }: Question) => {
    answer({ type: 'begun', number });
    try {
      answer({ type: 'reading', number, reading: engine.read('content' in item ? readItem(item) : item) });
    } catch (cause) {
      answer({ type: 'error', number, ...said(cause) });
    }
  });
  answer({ type: 'ready', engine: engine.identity });
} catch (cause) {
  answer({ type: 'broken', ...said(cause) });
}

function said(cause: unknown): { readonly code: ErrorCode; readonly message: string } {
  if (cause instanceof HearsayError) return { code: cause.code, message: cause.message };
  const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return {
    code: 'E_UNREADABLE',
    message: `Hearsay could not read this (${reason}): please report it, with the input.`,
  };
}
