/** The record of a run in the ledger: put in when it begins, so that one that was cut off is seen, and again when it ends. */
import type { Ledger, Run } from '../ledger/ledger.ts';
import type { Engine } from '../reading/reading.ts';
import { shortHash } from '../reading/short-hash.ts';

/** A run that has begun. */
export interface BegunRun {
  readonly id: string;
  /** Notes that it has ended, and what it came to, by name. */
  end(counts: Run['counts']): Promise<void>;
}

/**
 * Notes that a run begins.
 *
 * @param what what it was asked to do, in words
 * @throws HearsayError E_LEDGER where the ledger cannot be written.
 * @example
 * const run = await beginRun({ ledger, now: () => new Date() }, 'intake', 'articles/', engine);
 * await run.end({ added: 12 });
 */
export async function beginRun(
  { ledger, now }: { readonly ledger: Ledger; readonly now: () => Date },
  kind: Run['kind'],
  what: string,
  { version }: Engine,
): Promise<BegunRun> {
  const startedAt = now().toISOString();
  const id = `run_${shortHash(`${startedAt}\n${what}`)}`;
  const run = { id, kind, what, startedAt, engine: version } as const;
  await ledger.putRun({ ...run, endedAt: null, counts: {} });
  return { id, end: (counts) => ledger.putRun({ ...run, endedAt: now().toISOString(), counts }) };
}
