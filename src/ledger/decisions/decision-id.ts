/** The id of a decision: a hash of all that it says, so that the same decision is the same one in every ledger. */
import { shortHash } from '../../reading/short-hash.ts';
import type { Decision } from '../decisions.ts';

/**
 * "dec_" and 16 hexadecimal digits; the order of fields does not matter.
 *
 * @example
 * decisionId({ at, by: 'Ada', kind: 'accept', targets, value: null, undoes: null });
 */
export function decisionId({ at, by, kind, targets, value, undoes, carries }: Omit<Decision, 'id'>): string {
  // What is left out is not hashed: ids of decisions that carry none are as they were before any could.
  const said = JSON.stringify(sorted({ at, by, kind, targets, value, undoes, carries }));
  return `dec_${shortHash(said)}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, held]) => [name, sorted(held)]),
  );
}
