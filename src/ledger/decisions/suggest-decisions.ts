/**
 * Decisions whose words stand elsewhere now: in a later version of their article, or, where they came from another ledger, in another
 * capture of it or in another place. Nothing moves by itself: each is suggested, and a person who says so carries it over, which adds
 * a decision of their own that refers to the old one. Cost: laying what is in force over the version that each article has now.
 */
import { HearsayError } from '../../text/errors.ts';
import type { Decision } from '../decisions.ts';
import { Kept } from '../kept.ts';
import type { KeptDecision, LaidVersion, Ledger, LedgerReader } from '../ledger.ts';
import { PERSON, parse } from './check-decision.ts';
import type { Decider } from './decide.ts';
import { makeDecision } from './make-decision.ts';
import { type MovedDecision, type MovedTarget, moveDecision } from './move-decision.ts';

/** Versions held at once: people rule on one article after the other, and a text with all that is laid over it is large. */
const MOST_HELD = 64;

/** A decision, and what it would be where its words stand now. */
export interface Suggestion extends MovedDecision {
  readonly decision: KeptDecision;
}

export interface Suggestions {
  /** In the order in which the decisions were added. */
  readonly suggestions: readonly Suggestion[];
  /** Decisions on a text that their article has no more, for which there is nothing to suggest: they stay with that text. */
  readonly left: readonly KeptDecision[];
}

/**
 * What can be carried over. What was carried over is suggested no more, nor what somebody has ruled there already.
 *
 * @example
 * const { suggestions } = await suggestDecisions(ledger);
 */
export async function suggestDecisions(ledger: LedgerReader): Promise<Suggestions> {
  const all = await Array.fromAsync(ledger.eachDecision());
  const carried = new Set(all.flatMap(({ carries, state }) => (state === 'undone' ? [] : (carries ?? []))));
  const ruled = new Set(all.filter(({ state }) => state === 'laid' || state === 'moved').map(saidBy));
  const versions = new Kept<Promise<LaidVersion | null>>(MOST_HELD);
  const suggestions: Suggestion[] = [];
  const left: KeptDecision[] = [];
  for (const decision of all) {
    const { id, kind, state, targets } = decision;
    if (kind === 'undo' || state === 'undone' || state === 'overruled' || carried.has(id)) continue;
    const there: (LaidVersion | null)[] = [];
    for (const { address } of targets) there.push(await versions.get(address, () => findVersion(ledger, address)));
    const moved = moveDecision(decision, there);
    const isElsewhere = targets.some(({ textSha256 }, at) => there[at] && there[at].reading.textSha256 !== textSha256);
    if (!moved) {
      if (isElsewhere) left.push(decision);
    } else if (!ruled.has(saidBy({ ...decision, ...moved })) && !(await isJoined(ledger, decision, moved.moved))) {
      suggestions.push({ decision, ...moved });
    }
  }
  return { suggestions, left };
}

/**
 * Carries decisions over to where their words stand now: new ones, by the person who says so.
 *
 * @param ids those to carry over; `all` for everything that is suggested
 * @throws HearsayError E_NOT_FOUND where one of them is not suggested; then none is carried over.
 * @example
 * await carryOver(ledger, ['dec_0011223344556677'], { by: 'Ada', at: new Date().toISOString() });
 */
export async function carryOver(ledger: Ledger, ids: readonly string[] | 'all', decider: Decider): Promise<Decision[]> {
  const by = parse(PERSON, decider.by, 'The name of who decides');
  const { suggestions } = await suggestDecisions(ledger);
  const wanted = ids === 'all' ? suggestions : suggestions.filter(({ decision }) => ids.includes(decision.id));
  const missing = ids === 'all' ? [] : ids.filter((id) => !wanted.some(({ decision }) => decision.id === id));
  if (missing.length > 0) {
    throw new HearsayError(
      'E_NOT_FOUND',
      `${missing.join(', ')}: not suggested, so nothing was carried over: see "hearsay decisions list --suggested".`,
    );
  }
  const decisions = wanted.map(({ decision: { id: carries, kind }, targets, value }) =>
    makeDecision({ at: decider.at, by, kind, targets, value, undoes: null, carries }),
  );
  await ledger.addDecisions(decisions);
  return decisions;
}

/** What a decision says of which entries, whoever says it. */
function saidBy({ kind, value, targets }: Pick<Decision, 'kind' | 'value' | 'targets'>): string {
  return JSON.stringify([kind, value, targets.map(({ id, textSha256 }) => [id, textSha256])]);
}

/** The version that the article of an address has now. */
async function findVersion(ledger: LedgerReader, address: string): Promise<LaidVersion | null> {
  for (const { id } of await ledger.articlesAt(address)) {
    const laid = await ledger.laid(id);
    if (laid?.address === address) return laid;
  }
  return null;
}

/** Whether a merge holds for the new text as it is: its actors are the same there, across articles, as they were in the old one. */
async function isJoined(ledger: LedgerReader, { kind }: Decision, moved: readonly MovedTarget[]): Promise<boolean> {
  if (kind !== 'merge') return false;
  for (const { from, who } of moved) {
    const holder = await ledger.holderOf(from.id);
    const old = holder && (await ledger.laid(holder.articleId, holder.versionId));
    if (old?.actors.find(({ id }) => id === from.id)?.who !== who) return false;
  }
  return true;
}
