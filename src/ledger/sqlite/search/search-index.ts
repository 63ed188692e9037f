/**
 * What one connection knows for searching: the columns of the ledger as it is now, and what was made of them. All of it is let go of as
 * soon as anything was written, by this program or another.
 */
import type { Database } from '../database.ts';
import type { OrderedRows } from './order-rows.ts';
import { loadColumns, type SearchColumns } from './search-columns.ts';

/** One state of the ledger. */
export interface SearchState {
  readonly columns: SearchColumns;
  /** Rows in orders that were asked for, by order and direction. */
  readonly orders: Map<string, OrderedRows>;
  /** Answers that cost most and are asked for again and again: counts of a search, by its words. */
  readonly counts: Map<string, unknown>;
}

/** Searches whose counts are kept. */
const MOST_COUNTS = 50;

export interface SearchIndex {
  readonly database: Database;
  /** The state of the ledger now. */
  state(): SearchState;
}

/**
 * An index over a connection; nothing is read until it is asked for.
 *
 * @example
 * const { columns } = openSearchIndex(database).state();
 */
export function openSearchIndex(database: Database): SearchIndex {
  let stamp = '';
  let state: SearchState | null = null;
  return {
    database,
    state: () => {
      // The first changes with the writes of others, the second with our own.
      const { version, changes } = database.get<{ version: number; changes: number }>(
        'SELECT data_version AS version, total_changes() AS changes FROM pragma_data_version',
      )!;
      const now = `${version} ${changes}`;
      if (!state || now !== stamp) {
        state = { columns: loadColumns(database), orders: new Map(), counts: new Map() };
        stamp = now;
      }
      return state;
    },
  };
}

/**
 * What `make` gives, kept for as long as the ledger stays as it is.
 *
 * @example
 * keptCount(state, 'facets act:denied', () => countAll());
 */
export function keptCount<Value>({ counts }: SearchState, key: string, make: () => Value): Value {
  let value = counts.get(key) as Value | undefined;
  if (value === undefined) {
    value = make();
    if (counts.size >= MOST_COUNTS) counts.delete(counts.keys().next().value!);
    counts.set(key, value);
  }
  return value;
}
