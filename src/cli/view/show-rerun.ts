/** The summary of `hearsay rerun`: what was read again, what that changed, what failed, and which decisions have to be looked at. */
import type { Rerun } from '../../adding/rerun-readings.ts';
import { count } from './count.ts';
import { showDecision } from './show-decisions.ts';
import { listFailures } from './show-tally.ts';

/**
 * The summary, a line for each thing that there is to say.
 *
 * @param mostTold failures that were told one by one before
 * @param columns to set decisions in
 * @example
 * showRerun('case.db', rerun, 50, 80); // 'case.db: 12 texts read again, 0 read by this Hearsay before\n…'
 */
export function showRerun(ledger: string, rerun: Rerun, mostTold: number, columns: number): string {
  const { read, known, changed, found, lost, failures, moved, unanchored, isInterrupted } = rerun;
  const failed = failures.length > 0 ? `, ${failures.length} failed` : '';
  const lines = [
    `${ledger}: ${count(read, 'text')} read again, ${known} read by this Hearsay before${failed}`,
    `${changed} changed: ${count(found, 'statement')} new, ${lost} gone`,
    ...listFailures(failures, mostTold),
    `${count(moved.length, 'decision')} on words that moved, ${unanchored.length} unanchored`,
    ...[...moved, ...unanchored].map((decision) => showDecision(decision, columns).trimEnd()),
    ...(isInterrupted ? ['Interrupted: everything read so far is kept; the same command reads the rest.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
