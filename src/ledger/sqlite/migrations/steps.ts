/**
 * How an older ledger is brought up to date: one step for each version of the tables, in order. A step carries over the
 * kept tables alone; the tables of entries are made anew after the last one. So a change of entry tables needs no more than
 * a higher version and a step that does nothing.
 */
import type { Database } from '../database.ts';
import { fromVersion3 } from './from-version-3.ts';

export interface Step {
  /** The version that it takes up; it leaves the next one. */
  readonly from: number;
  run(database: Database): void;
}

export const STEPS: readonly Step[] = [
  { from: 3, run: fromVersion3 },
  // What entries are searched by.
  { from: 4, run: () => {} },
];
