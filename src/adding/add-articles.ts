/**
 * Adds what people name to a ledger: intake, reading and ledger put together. Pieces are found and fetched, read by worker threads,
 * and kept in the order in which they were found, so that two runs over the same input make the same ledger. What was kept is kept:
 * whatever stops a run, the next one passes over it by the hash of its bytes, unread. Nothing is remembered of a feed before all
 * that it named is kept.
 */
import { createHash } from 'node:crypto';
import type { FetchedPage, Fetcher } from '../intake/fetch/fetcher.ts';
import { followLinks } from '../intake/fetch/follow-links.ts';
import { type Found, findPieces } from '../intake/items/find-pieces.ts';
import { inOrder } from '../intake/items/in-order.ts';
import { type Failure, failureOf, type Item, type Piece } from '../intake/items/item.ts';
import type { Added, Capture, Ledger } from '../ledger/ledger.ts';
import type { Engine, Reading } from '../reading/reading.ts';
import { HearsayError } from '../text/errors.ts';
import { beginRun } from './begin-run.ts';
import { inGroups } from './in-groups.ts';
import { noteRevisit, RecentTexts } from './note-revisit.ts';
import { limitsOf, type ReadingPool, sizeOf } from './reading-pool.ts';
import { recall, sourceOf } from './remember-visits.ts';
import { newTally, type Tally } from './tally.ts';
import { untilAborted } from './until-aborted.ts';

/** Pieces kept in one transaction, and how long the first of them waits for others. */
const GROUP = { most: 16, ms: 200 };

export interface AddOptions {
  readonly ledger: Ledger;
  readonly pool: ReadingPool;
  readonly found: Found;
  /** What was asked for, in words, for the record of the run. */
  readonly what: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Null where nothing may be fetched. */
  readonly fetcher: Fetcher | null;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Keeps the bytes of what was fetched. */
  readonly keep?: (page: FetchedPage) => Promise<void>;
  /** Told after each piece that is done. */
  readonly onDone?: (tally: Tally) => void;
  readonly onFailure?: (failure: Failure) => Promise<void>;
  /** Told how many bytes were read from the disk. */
  readonly onRead?: (bytes: number) => void;
}

/**
 * Adds everything, and says what it came to.
 *
 * @throws HearsayError E_LEDGER where the ledger cannot be written, E_MODEL where the engine cannot start.
 * @example
 * const tally = await addArticles({ ledger, pool, found: await find(['articles/']), … });
 */
export async function addArticles(options: AddOptions): Promise<Tally> {
  const { ledger, pool, found, what, stdin, onRead, signal } = options;
  const tally = newTally();
  const engine = await pool.engine;
  const run = await beginRun(options, 'intake', what, engine);

  const memory = recall(await ledger.intakeSources());
  const pieces = followLinks(findPieces(found, { stdin, ...(onRead && { onRead }) }), { ...options, memory });
  const limits = { ...limitsOf(pool), weigh: weightOf };
  const steps = inOrder(pieces, limits, (piece) => prepare(piece, options, engine));
  const keeper = new Keeper(options, tally, run.id);
  for await (const group of inGroups(untilAborted(steps, signal), GROUP)) await keeper.keep(group);
  tally.isInterrupted = signal.aborted;
  await run.end(countsOf(tally));
  return tally;
}

/** A piece that is ready to be kept. */
type Step = Exclude<Piece, Item> | ReadItem | { readonly type: 'known'; readonly item: Item };

interface ReadItem {
  readonly type: 'read';
  readonly item: Item;
  readonly capture: Omit<Capture, 'addedAt'>;
  readonly reading: Reading;
}

async function prepare(piece: Piece, { ledger, pool, signal }: AddOptions, engine: Engine): Promise<Step> {
  if (piece.type !== 'item') return piece;
  const capture = captureOf(piece);
  try {
    if (await ledger.hasCapture(capture, engine)) return { type: 'known', item: piece };
    return { type: 'read', item: piece, capture, reading: await pool.read(piece) };
  } catch (cause) {
    signal.throwIfAborted();
    return { ...failureOf(piece.id, cause), list: piece.visit?.list ?? null };
  }
}

function captureOf({ path, url, capturedAt, content, hints }: Item): Omit<Capture, 'addedAt'> {
  const hash = createHash('sha256');
  hash.update('text' in content ? content.text : content.bytes);
  // What a record says beside its bytes stands above them: with another date they have to be read again.
  if (hints.from === 'record') hash.update(JSON.stringify(hints));
  return {
    path,
    ...(url !== null && { url }),
    ...(capturedAt !== null && { capturedAt }),
    bytesSha256: hash.digest('hex'),
  };
}

function weightOf(piece: Piece): number {
  return piece.type === 'item' ? sizeOf(piece) : 0;
}

/** Writes one step after the other, and readings that follow each other in one transaction. */
class Keeper {
  readonly #options: AddOptions;
  readonly #tally: Tally;
  readonly #run: string;
  readonly #texts = new RecentTexts();
  /** Lists of which something failed: they have to be looked at again. */
  readonly #unfinished = new Set<string>();

  constructor(options: AddOptions, tally: Tally, run: string) {
    this.#options = options;
    this.#tally = tally;
    this.#run = run;
  }

  async keep(steps: readonly Step[]): Promise<void> {
    const read: ReadItem[] = [];
    for (const step of steps) {
      if (step.type === 'read') read.push(step);
      else {
        await this.#keepReadings(read.splice(0));
        await this.#keepOther(step);
        this.#options.onDone?.(this.#tally);
      }
    }
    await this.#keepReadings(read);
  }

  async #keepOther(step: Exclude<Step, ReadItem>): Promise<void> {
    const tally = this.#tally;
    const { ledger } = this.#options;
    const at = this.#options.now().toISOString();
    const passOver = (reason: string) => tally.passedOver.set(reason, (tally.passedOver.get(reason) ?? 0) + 1);
    if (step.type === 'known' || step.type === 'unchanged') {
      tally.outcomes.known++;
      if (step.type === 'known') await this.#remember(step.item, at);
    } else if (step.type === 'sighting') {
      const outcome = await noteRevisit(ledger, this.#texts, step, at);
      if (outcome) tally.outcomes[outcome]++;
      else passOver('revisit of a page that is not in the ledger');
    } else if (step.type === 'checked') {
      await ledger.putIntakeSource(sourceOf(step.visit, { at, isWhole: !this.#unfinished.has(step.visit.address) }));
    } else if (step.type === 'passed over') {
      passOver(step.reason);
    } else if (step.type === 'failure') await this.#fail(step, at);
  }

  async #keepReadings(read: readonly ReadItem[]): Promise<void> {
    if (read.length === 0) return;
    const tally = this.#tally;
    const { ledger, now, onDone } = this.#options;
    const at = now().toISOString();
    let added: Added[];
    try {
      added = await ledger.addReadings(
        read.map(({ reading, capture }) => ({ reading, capture: { ...capture, addedAt: at } })),
      );
    } catch (cause) {
      if (cause instanceof HearsayError) throw cause;
      // Of a group, the one that cannot be kept is found by keeping each alone.
      if (read.length > 1) for (const one of read) await this.#keepReadings([one]);
      else await this.#fail({ ...failureOf(read[0].item.id, cause), list: read[0].item.visit?.list ?? null }, at);
      return;
    }
    for (const [position, { item, capture, reading }] of read.entries()) {
      const { outcome } = added[position];
      tally.outcomes[outcome]++;
      if (item.url !== null) this.#texts.add(item.url, reading, capture.bytesSha256);
      if (outcome !== 'known' && outcome !== 'seen again') {
        tally.statements += reading.statements.length;
        for (const { reason } of reading.leftOut) tally.leftOut.set(reason, (tally.leftOut.get(reason) ?? 0) + 1);
      }
      await this.#remember(item, at);
      onDone?.(tally);
    }
  }

  async #remember({ visit }: Item, at: string): Promise<void> {
    if (visit) await this.#options.ledger.putIntakeSource(sourceOf(visit, { at, isWhole: true }));
  }

  async #fail(failure: Failure, at: string): Promise<void> {
    const { what, code, message, list } = failure;
    this.#tally.failures.push(failure);
    if (list) this.#unfinished.add(list);
    await this.#options.ledger.addFailure({ runId: this.#run, what, code, why: message, at });
    await this.#options.onFailure?.(failure);
  }
}

function countsOf({ outcomes, failures, statements }: Tally): Record<string, number> {
  return { ...outcomes, failed: failures.length, statements };
}
