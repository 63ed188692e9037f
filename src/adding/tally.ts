/** What adding some articles came to. */
import type { Failure } from '../intake/items/item.ts';
import type { Added } from '../ledger/ledger.ts';

export interface Tally {
  readonly outcomes: Record<Added['outcome'], number>;
  statements: number;
  readonly failures: Failure[];
  /** Blocks left out of the articles, by reason. */
  readonly leftOut: Map<string, number>;
  /** Files and records that are no articles, by their ending or the reason. */
  readonly passedOver: Map<string, number>;
  isInterrupted: boolean;
}

/**
 * A tally of nothing.
 *
 * @example
 * newTally().outcomes.added; // 0
 */
export function newTally(): Tally {
  return {
    outcomes: { added: 0, 'new version': 0, 'read again': 0, 'seen again': 0, known: 0 },
    statements: 0,
    failures: [],
    leftOut: new Map(),
    passedOver: new Map(),
    isInterrupted: false,
  };
}

/**
 * Pieces that are done, whatever became of them.
 *
 * @example
 * countDone(tally); // 12
 */
export function countDone({ outcomes, failures }: Pick<Tally, 'outcomes' | 'failures'>): number {
  return Object.values(outcomes).reduce((total, count) => total + count, failures.length);
}
