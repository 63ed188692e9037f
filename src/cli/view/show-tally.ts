/** The summary of `hearsay add`: what was kept, what was left out or passed over, what failed and why. */
import type { Tally } from '../../adding/tally.ts';
import type { Failure } from '../../intake/items/item.ts';
import { count } from './count.ts';

/**
 * The summary, a line for each thing that there is to say.
 *
 * @param mostTold failures that were told one by one before
 * @example
 * showTally('case.db', tally, 50); // 'case.db: 12 added, 1 failed · 96 statements\n'
 */
export function showTally(ledger: string, tally: Tally, mostTold: number): string {
  const { outcomes, statements, failures, leftOut, passedOver, isInterrupted } = tally;
  const done = Object.entries(outcomes).flatMap(([outcome, number]) => {
    if (number === 0) return [];
    return [outcome === 'new version' ? count(number, outcome) : `${number} ${outcome}`];
  });
  const failed = failures.length > 0 ? `, ${failures.length} failed` : '';
  const lines = [
    `${ledger}: ${done.length > 0 ? done.join(', ') : 'nothing added'}${failed} · ${count(statements, 'statement')}`,
    ...listCounts('Left out of the articles', leftOut),
    ...listCounts('Files passed over', passedOver),
    ...listFailures(failures, mostTold),
    ...(isInterrupted ? ['Interrupted: everything read so far is kept; the same command reads the rest.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * Lines that count failures by their codes, and say where the rest of them are.
 *
 * @param mostTold failures that were told one by one before
 * @example
 * listFailures(failures, 50); // ['Failed: 2 E_TIME']
 */
export function listFailures(failures: readonly Failure[], mostTold: number): string[] {
  const reasons = new Map<string, number>();
  for (const { code } of failures) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  const rest = `The first ${mostTold} failures are told above; --failures FILE lists all.`;
  return [...listCounts('Failed', reasons), ...(failures.length > mostTold ? [rest] : [])];
}

function listCounts(title: string, counts: ReadonlyMap<string, number>): string[] {
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return [`${title}: ${sorted.map(([name, number]) => `${number} ${name || 'without an ending'}`).join(', ')}`];
}
