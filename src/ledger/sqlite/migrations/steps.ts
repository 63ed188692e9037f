/**
 * How an older ledger is brought up to date: one step for each version of the tables, in order. A step carries over the
 * kept tables alone; the tables of entries are made anew after the last one. So a change of entry tables needs no more than
 * a higher version and a step that does nothing.
 */
import type { Database } from '../database.ts';
import { SCHEMA_VERSION } from '../kept-tables.ts';
import { fromVersion3 } from './from-version-3.ts';
import { fromVersion5 } from './from-version-5.ts';
import { fromVersion8 } from './from-version-8.ts';

export interface Step {
  /** The version that it takes up, and the one that it leaves. */
  readonly from: number;
  readonly to: number;
  run(database: Database): void;
}

export const STEPS: readonly Step[] = [
  { from: 3, to: SCHEMA_VERSION, run: fromVersion3 },
  // What entries are searched by.
  { from: 4, to: 5, run: () => {} },
  { from: 5, to: 6, run: fromVersion5 },
  // Claims among what entries are searched by.
  { from: 6, to: 7, run: () => {} },
  // What people ruled in one column; readings packed in columns, which those packed before need not be.
  { from: 7, to: 8, run: () => {} },
  { from: 8, to: 9, run: fromVersion8 },
  // Which times tell when something happened.
  { from: 9, to: 10, run: () => {} },
  // What people ruled, in the view of times.
  { from: 10, to: 11, run: () => {} },
];
