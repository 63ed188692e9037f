/** The id of a decision: a hash of all that it says, so that the same decision is the same one in every ledger. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Decision } from '../decisions.ts';

/** Hexadecimal digits of an id: 64 bits. */
const ID_DIGITS = 16;

/**
 * "dec_" and 16 hexadecimal digits; the order of fields does not matter.
 *
 * @example
 * decisionId({ at, by: 'Ada', kind: 'accept', targets, value: null, undoes: null });
 */
export function decisionId({ at, by, kind, targets, value, undoes }: Omit<Decision, 'id'>): string {
  const said = JSON.stringify(sorted({ at, by, kind, targets, value, undoes }));
  return `dec_${bytesToHex(sha256(utf8ToBytes(said))).slice(0, ID_DIGITS)}`;
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
