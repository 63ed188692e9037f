/**
 * Decisions as they are handed over: JSON Lines, one decision a line, each with the words that it is about and what stands around
 * them, so that another ledger can check where it belongs. Importing a file twice, or one's own, changes nothing.
 */
import { HearsayError } from '../../text/errors.ts';
import type { Decision, DecisionState } from '../decisions.ts';
import type { Review } from '../entries.ts';
import type { ClaimRecord, Ledger, LedgerReader } from '../ledger.ts';
import { MERGED } from './apply-decision.ts';
import { checkDecision } from './check-decision.ts';

/** Decisions that are added in one transaction. */
const BATCH = 200;

/**
 * The lines of a decisions file, in the order in which the decisions were added.
 *
 * @example
 * for await (const line of exportDecisions(ledger)) await file.write(line);
 */
export async function* exportDecisions(ledger: LedgerReader): AsyncGenerator<string> {
  for await (const { state: _state, ...decision } of ledger.eachDecision()) yield `${JSON.stringify(decision)}\n`;
}

/** What came of an import. */
export interface ImportedDecisions {
  readonly lines: number;
  readonly added: number;
  /** How the decisions of the file stand now. */
  readonly states: Readonly<Record<DecisionState, number>>;
  readonly refused: readonly { readonly line: number; readonly error: HearsayError }[];
}

/**
 * Adds the decisions of a file. A line that is none is refused and the others are added; one whose text is not in the ledger waits
 * for it; one whose words are not where it says is kept and listed as unanchored.
 *
 * @param lines with or without their line ends; empty ones are passed over
 * @example
 * const { added } = await importDecisions(ledger, readFileSync('ben.jsonl', 'utf8').split('\n'));
 */
export async function importDecisions(
  ledger: Ledger,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<ImportedDecisions> {
  const ids = new Set<string>();
  const refused: { line: number; error: HearsayError }[] = [];
  let [number, read, added] = [0, 0, 0];
  let batch: Decision[] = [];
  const flush = async () => {
    added += await ledger.addDecisions(batch);
    batch = [];
  };
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    read++;
    try {
      const decision = readDecision(line);
      ids.add(decision.id);
      batch.push(decision);
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      refused.push({ line: number, error });
    }
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  const states = { laid: 0, moved: 0, overruled: 0, unanchored: 0, waiting: 0, undone: 0 };
  for await (const { id, state } of ledger.eachDecision()) if (ids.has(id)) states[state]++;
  return { lines: read, added, states, refused };
}

function readDecision(line: string): Decision {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new HearsayError('E_JSON', 'The line is no JSON: give a file that "hearsay decisions export" wrote.', {
      cause,
    });
  }
  return checkDecision(value);
}

/** An entry on which two people ruled differently. */
export interface Dispute {
  readonly entry: string;
  readonly articleId: string;
  /** Its words. */
  readonly text: string;
  readonly ruling: Review['rulings'][number];
  /** The decisions of the ruling that are in force: the last one, and all that say the same; merges add up, so that all after a split are. */
  readonly inForce: ReadonlySet<string>;
}

/**
 * Every field on which people ruled differently.
 *
 * @example
 * for await (const { entry, ruling } of findDisputes(ledger)) console.log(entry, ruling.field);
 */
export async function* findDisputes(ledger: LedgerReader): AsyncGenerator<Dispute> {
  const disputes = function* (
    { id, articleId, review }: { readonly id: string; readonly articleId: string; readonly review: Review | null },
    text: string,
  ): Generator<Dispute> {
    for (const ruling of review?.rulings ?? [])
      if (ruling.isDisputed) yield { entry: id, articleId, text, ruling, inForce: findInForce(ruling) };
  };
  for await (const row of ledger.eachStatement('all')) yield* disputes(row, (row.content ?? row.cue)?.text ?? '');
  for await (const row of ledger.eachActor('all')) yield* disputes(row, row.name);
  for await (const row of ledger.eachMoment('all')) yield* disputes(row, row.text);
  for await (const row of ledger.eachPlace('all')) yield* disputes(row, row.text);
  for await (const row of ledger.eachAssertion('all')) yield* disputes(row, row.text);
  for await (const row of ledger.eachClaim('all')) yield* disputes(row, wordsOf(row));
}

function findInForce({ given }: Dispute['ruling']): Set<string> {
  const isMerge = (value: unknown) => String(value).startsWith(MERGED);
  const last = given.at(-1)!.value;
  const from = given.findLastIndex(({ value }) => !isMerge(value)) + 1;
  const said = JSON.stringify(last);
  return new Set(
    given
      .filter(({ value }, at) => (isMerge(last) && at >= from) || JSON.stringify(value) === said)
      .map((each) => each.decision),
  );
}

function wordsOf({ subject, predicate, object }: ClaimRecord): string {
  return [subject, predicate, object].flatMap((slot) => slot?.text ?? []).join(' · ');
}
