/**
 * Reads again what a ledger holds, after the engine or its models changed: from the stored text, blocks and head, so no bytes are needed.
 * Each version's reading is replaced in a transaction of its own; versions that this engine has read are passed over, so an interrupted
 * run goes on where it stopped. What became of the decisions is told: those that found their words, in another extent, or not at all.
 */
import type { Engine, Reading, ReadingInput } from '../../reading/reading.ts';
import type { KeptDecision, Ledger } from '../ledger.ts';

export interface RerunOptions {
  /** The engine that reads, by its version and models. */
  readonly engine: Engine;
  /** Gives its reading of a stored text. */
  readonly read: (input: ReadingInput) => Reading | Promise<Reading>;
  /** The clock, as an ISO 8601 instant. */
  readonly now: () => string;
  /** Ids of the articles to read; all where it is left out. */
  readonly articles?: readonly string[];
  readonly signal?: AbortSignal;
  /** Told after each version how many are done, of how many. */
  readonly advance?: (done: number, versions: number) => void;
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
  /** Decisions in force on an entry whose words have moved, and those that found none. */
  readonly moved: readonly KeptDecision[];
  readonly unanchored: readonly KeptDecision[];
  readonly wasInterrupted: boolean;
}

/**
 * Reads every version again that this engine has not read.
 *
 * @throws HearsayError E_LEDGER where the ledger cannot be written.
 * @example
 * const { unanchored } = await rerunReadings(ledger, { engine: engine.identity, read: engine.read, now });
 */
export async function rerunReadings(ledger: Ledger, options: RerunOptions): Promise<Rerun> {
  const versions: { readonly articleId: string; readonly versionId: string }[] = [];
  for await (const { id: articleId, versions: all } of ledger.eachArticle()) {
    if (options.articles && !options.articles.includes(articleId)) continue;
    for (const { id } of all) versions.push({ articleId, versionId: id });
  }
  const counts = { read: 0, known: 0, changed: 0, found: 0, lost: 0 };
  for (const [position, { articleId, versionId }] of versions.entries()) {
    if (options.signal?.aborted) break;
    const before = await ledger.reading(articleId, versionId);
    // Another program may have taken it out meanwhile.
    if (!before) continue;
    if (isSame(before.engine, options.engine)) counts.known++;
    else {
      const after = await options.read(inputOf(before));
      await ledger.replaceReading(versionId, after, options.now());
      counts.read++;
      const [found, lost] = [missingFrom(before, after), missingFrom(after, before)];
      counts.found += found;
      counts.lost += lost;
      if (found + lost > 0) counts.changed++;
    }
    options.advance?.(position + 1, versions.length);
  }
  const [moved, unanchored]: KeptDecision[][] = [[], []];
  for await (const decision of ledger.eachDecision()) {
    if (decision.state === 'moved') moved.push(decision);
    if (decision.state === 'unanchored') unanchored.push(decision);
  }
  return { ...counts, moved, unanchored, wasInterrupted: options.signal?.aborted ?? false };
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
