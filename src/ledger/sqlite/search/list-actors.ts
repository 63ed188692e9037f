/**
 * The sources of the statements that a search finds, one row an actor across articles. Cost: that of the search, and
 * a pass over the rows it finds; in the order of names, all names of the ledger are read.
 */
import type { ActorOrder, ActorQuery, ActorSummary, Page } from '../../found.ts';
import { parseQuery } from '../../search/parse-query.ts';
import type { Database } from '../database.ts';
import { highestIn } from './count-facets.ts';
import { limitOf, lostCursor, readCursor, writeCursor } from './cursor.ts';
import { rowsIn } from './masks.ts';
import type { SearchColumns } from './search-columns.ts';
import type { SearchIndex } from './search-index.ts';
import { findFiltered } from './search-statements.ts';

/**
 * See LedgerReader.actors.
 *
 * @example
 * listActors(index, { search: 'actor:lund act:denied' }).rows[0]?.statements;
 */
export function listActors({ database, state }: SearchIndex, query: ActorQuery): Page<ActorSummary> {
  const now = state();
  const { columns } = now;
  const rows = rowsIn(findFiltered(database, now, parseQuery(query.search ?? '')).all, columns.rows);
  const counts = new Uint32Array(columns.highestWho + 1);
  for (let i = 0; i < rows.length; i++) counts[columns.who[rows[i]]]++;
  counts[0] = 0;
  let total = 0;
  for (let key = 0; key < counts.length; key++) total += Number(counts[key] > 0);
  const order = query.order ?? 'statements';
  const direction = query.direction ?? (order === 'name' || order === 'first' ? 'up' : 'down');
  const list = `actors ${order} ${direction}`;
  const limit = limitOf(query.limit);
  const after = query.after === undefined ? null : keyOfCursor(database, readCursor(list, query.after));
  const ordered =
    order === 'statements' && direction === 'down' && after === null
      ? highestIn(counts, limit)
      : inOrder(database, columns, rows, counts, order, direction);
  const first = after === null ? 0 : ordered.indexOf(after) + 1;
  if (after !== null && first === 0) throw lostCursor();
  const shown = ordered.slice(first, first + limit);
  const found = summarise(database, columns, rows, shown);
  const last = found.at(-1);
  return { total, first, rows: found, next: last && first + shown.length < total ? writeCursor(list, last.id) : null };
}

function keyOfCursor(database: Database, id: string): number {
  const key = database.get<{ key: number }>('SELECT key FROM who WHERE id = ?', id)?.key;
  if (key === undefined) throw lostCursor();
  return key;
}

/** Keys of all actors that were counted; of equal ones the first comes first. */
function inOrder(
  database: Database,
  columns: SearchColumns,
  rows: Uint32Array,
  counts: Uint32Array,
  order: ActorOrder,
  direction: 'up' | 'down',
): number[] {
  const sign = direction === 'up' ? 1 : -1;
  const keys: number[] = [];
  for (let key = 0; key < counts.length; key++) if (counts[key] > 0) keys.push(key);
  if (order === 'statements') return keys.sort((a, b) => sign * (counts[a] - counts[b]) || a - b);
  if (order === 'name') {
    const names = database.all<{ key: number }>('SELECT key FROM who ORDER BY name COLLATE NOCASE, key');
    const sorted = names.map(({ key }) => key).filter((key) => counts[key] > 0);
    return direction === 'up' ? sorted : sorted.reverse();
  }
  const days = new Map<number, number>();
  for (const row of rows) {
    const day = columns.versions[columns.versionOf[row]].publishedDay;
    const who = columns.who[row];
    if (day === null || who === 0) continue;
    const known = days.get(who);
    if (known === undefined || (order === 'first' ? day < known : day > known)) days.set(who, day);
  }
  const dayOfActor = (key: number) => days.get(key) ?? Number.POSITIVE_INFINITY * sign;
  return keys.sort((a, b) => sign * Math.sign(dayOfActor(a) - dayOfActor(b) || 0) || a - b);
}

/**
 * What there is to say of some actors, by the rows that were found.
 *
 * @param rows in order
 * @param keys of actors across articles
 * @example
 * summarise(database, columns, rows, [1])[0]?.outlets;
 */
export function summarise(
  database: Database,
  columns: SearchColumns,
  rows: Uint32Array,
  keys: readonly number[],
): ActorSummary[] {
  const slots = new Int32Array(columns.highestWho + 1).fill(-1);
  keys.forEach((key, slot) => {
    slots[key] = slot;
  });
  slots[0] = -1;
  const tallies = keys.map(() => ({
    statements: 0,
    articles: 0,
    lastVersion: -1,
    outlets: new Set<number>(),
    first: null as string | null,
    last: null as string | null,
  }));
  for (let i = 0; i < rows.length; i++) {
    const slot = slots[columns.who[rows[i]]];
    if (slot < 0) continue;
    const tally = tallies[slot];
    tally.statements++;
    // Rows of one article stand together, and one version of each is among them.
    const position = columns.versionOf[rows[i]];
    if (position === tally.lastVersion) continue;
    tally.lastVersion = position;
    tally.articles++;
    const { outlet, published } = columns.versions[position];
    if (columns.outlets[outlet] !== '') tally.outlets.add(outlet);
    if (published === null) continue;
    if (tally.first === null || published < tally.first) tally.first = published;
    if (tally.last === null || published > tally.last) tally.last = published;
  }
  return keys.map((key, slot) => {
    const { statements, articles, outlets, first, last } = tallies[slot];
    const who = database.get<Pick<ActorSummary, 'id' | 'name' | 'type'>>(
      'SELECT id, name, type FROM who WHERE key = ?',
      key,
    )!;
    return { ...who, statements, articles, outlets: outlets.size, first, last };
  });
}
