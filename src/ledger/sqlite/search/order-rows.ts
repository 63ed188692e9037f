/**
 * Rows in the order in which a list shows them. By date of publication or outlet, articles are put in order and their entries follow each
 * other as in the text; by numbers, rows are sorted in two passes; by words, SQLite sorts them. Each order is made once for a state of the ledger.
 */
import type { StatementOrder } from '../../found.ts';
import type { Database } from '../database.ts';
import { FLAG } from './entry-record.ts';
import { rowOf, type SearchColumns, type SearchVersion } from './search-columns.ts';
import type { SearchState } from './search-index.ts';

type Direction = 'up' | 'down';

/** Comes after every number. */
const WITHOUT = 0xffffffff;

/** In which direction a list goes unless it is told. */
const FIRST_DIRECTION: Partial<Readonly<Record<StatementOrder, Direction>>> = {
  published: 'down',
  said: 'down',
  confidence: 'down',
  certainty: 'down',
};

/**
 * The direction of an order that was asked for without one.
 *
 * @example
 * directionOf('published'); // 'down'
 */
export function directionOf(order: StatementOrder): Direction {
  return FIRST_DIRECTION[order] ?? 'up';
}

/**
 * All rows of the ledger in order, those without a value last.
 *
 * @example
 * orderRows(database, state, 'confidence', 'down')[0]; // the row that the engine is most sure of
 */
export function orderRows(
  database: Database,
  state: SearchState,
  order: StatementOrder,
  direction: Direction,
): Uint32Array {
  const { columns } = state;
  if (order === 'published' || order === 'outlet')
    return kept(state, order, direction, () => byVersion(columns, order, direction)).rows;
  const first = kept(state, order, directionOf(order), () =>
    order === 'source' || order === 'cue' || order === 'content'
      ? sortByWords(database, columns, order)
      : sortByNumber(columns, order, orderRows(database, state, 'published', 'down')),
  );
  return kept(state, order, direction, () => turned(first)).rows;
}

/** The rows of an order, of which the first so many have a value in it. */
export interface OrderedRows {
  readonly rows: Uint32Array;
  readonly valued: number;
}

function kept(
  { orders }: SearchState,
  order: StatementOrder,
  direction: Direction,
  make: () => OrderedRows,
): OrderedRows {
  const name = `${order} ${direction}`;
  let rows = orders.get(name);
  if (!rows) orders.set(name, (rows = make()));
  return rows;
}

/** The other way round; what has no value stays last. */
function turned({ rows, valued }: OrderedRows): OrderedRows {
  const other = rows.slice();
  other.subarray(0, valued).reverse();
  return { rows: other, valued };
}

/** Entries of one article follow each other as in the text, in either direction; ties by date, then as they were added. */
function byVersion(
  { versions, outlets, rows }: SearchColumns,
  order: 'published' | 'outlet',
  direction: Direction,
): OrderedRows {
  const names = outlets.map((name) => name.toLowerCase());
  const wordOf = ({ published, outlet }: SearchVersion) => (order === 'published' ? published : names[outlet] || null);
  const sign = direction === 'up' ? 1 : -1;
  const positions = versions
    .map((_, position) => position)
    .sort((left, right) => {
      const [a, b] = [versions[left], versions[right]];
      return compareValues(wordOf(a), wordOf(b), sign) || compareValues(a.published, b.published, -1) || left - right;
    });
  const ordered = new Uint32Array(rows);
  let at = 0;
  let valued = 0;
  for (const position of positions) {
    const { statementsFrom, statements, assertionsFrom, assertions } = versions[position];
    for (let row = statementsFrom; row < statementsFrom + statements; row++) ordered[at++] = row;
    for (let row = assertionsFrom; row < assertionsFrom + assertions; row++) ordered[at++] = row;
    if (wordOf(versions[position]) !== null) valued = at;
  }
  return { rows: ordered, valued };
}

/** Null comes last, whatever the sign. */
function compareValues(a: string | null, b: string | null, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -sign : a > b ? sign : 0;
}

/** Radix sort, 16 bits at a time, which leaves ties in the order of `base`. */
function sortByNumber(columns: SearchColumns, order: StatementOrder, base: Uint32Array): OrderedRows {
  const keys = numbersOf(columns, order);
  let rows = base;
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(0x10001);
    for (let i = 0; i < rows.length; i++) starts[((keys[i] >>> shift) & 0xffff) + 1]++;
    for (let i = 0; i < 0x10000; i++) starts[i + 1] += starts[i];
    const sorted = new Uint32Array(rows.length);
    for (let i = 0; i < rows.length; i++) sorted[starts[(keys[rows[i]] >>> shift) & 0xffff]++] = rows[i];
    rows = sorted;
  }
  return { rows, valued: keys.reduce((count, key) => count + Number(key !== WITHOUT), 0) };
}

/** A whole number for each row, the lower the earlier it comes in the direction that comes first. */
function numbersOf(columns: SearchColumns, order: StatementOrder): Uint32Array {
  const { rows, statements, flags, profile, profiles, saidFrom, certainty, confidence } = columns;
  const keys = new Uint32Array(rows).fill(WITHOUT);
  if (order === 'kind') for (let row = 0; row < rows; row++) keys[row] = profiles.kind[profile[row]];
  // The bits of fractions that are not negative have the order of the fractions.
  else if (order === 'confidence' || order === 'certainty') {
    const bits = new Uint32Array((order === 'confidence' ? confidence : certainty).buffer);
    for (let row = 0; row < statements; row++) keys[row] = WITHOUT - 1 - bits[row];
  } else {
    for (let row = 0; row < statements; row++) if (flags[row] & FLAG.said) keys[row] = 0x7fffffff - saidFrom[row];
  }
  return keys;
}

function sortByWords(database: Database, columns: SearchColumns, order: 'source' | 'cue' | 'content'): OrderedRows {
  const { rows, statements } = columns;
  const ordered = new Uint32Array(rows);
  let at = 0;
  const isPlaced = new Uint8Array(rows);
  for (const { key } of database.all<{ key: number }>(
    `SELECT key FROM statement WHERE ${order}_text IS NOT NULL ORDER BY ${order}_text COLLATE NOCASE, key`,
  )) {
    const row = rowOf(columns, 'statement', key);
    if (row < 0) continue;
    ordered[at++] = row;
    isPlaced[row] = 1;
  }
  const valued = at;
  for (let row = 0; row < statements; row++) if (!isPlaced[row]) ordered[at++] = row;
  for (let row = statements; row < rows; row++) ordered[at++] = row;
  return { rows: ordered, valued };
}
