/**
 * What one connection knows for searching: the columns of the ledger as it is now, and what was made of them. All of it is let go of as
 * soon as anything was written, by this program or another.
 */
import type { Facet } from '../../found.ts';
import { Kept } from '../../kept.ts';
import type { Database } from '../database.ts';
import { loadColumns } from './load-columns.ts';
import type { Mask } from './masks.ts';
import type { OrderedRows } from './order-rows.ts';
import type { SearchColumns } from './search-columns.ts';

/** One state of the ledger. */
export interface SearchState {
  readonly columns: SearchColumns;
  /** Rows in orders that were asked for, by order and direction. */
  readonly orders: Map<string, OrderedRows>;
  /** Rows that fit the last terms that were looked for. A search is most often the one before with one term more, or less. */
  readonly terms: Kept<Mask>;
  /** Counts of the last searches: asked for again with every page. */
  readonly counts: Kept<readonly Facet[]>;
}

/** Terms whose rows are kept, one byte a row each. */
const MOST_TERMS = 16;
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
        state = {
          columns: loadColumns(database),
          orders: new Map(),
          terms: new Kept(MOST_TERMS),
          counts: new Kept(MOST_COUNTS),
        };
        stamp = now;
      }
      return state;
    },
  };
}
