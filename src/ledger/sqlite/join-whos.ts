/**
 * Who is who across articles: actors that people merged are one. Follows from the merges in force and from where their targets were
 * found, so it is worked out anew after every change of either; only rows for which it came out otherwise are written.
 */
import type { Database } from './database.ts';
import { markStale } from './search/refresh-search.ts';

/**
 * Brings `who.same_as`, and the rows of actors and statements, in line with the merges in force.
 *
 * @example
 * database.write(() => joinWhos(database));
 */
export function joinWhos(database: Database): void {
  const canonical = mergedWhos(database);
  const before = database.all<{ key: number; same_as: number }>(
    'SELECT key, same_as FROM who WHERE same_as IS NOT NULL',
  );
  const changed = new Map<number, number | null>(canonical);
  const stale = new Set<number>();
  for (const { key, same_as } of before) {
    if (changed.get(key) === same_as) changed.delete(key);
    else {
      stale.add(same_as);
      if (!changed.has(key)) changed.set(key, null);
    }
  }
  if (changed.size === 0) return;
  for (const [key, same] of changed) database.run('UPDATE who SET same_as = ? WHERE key = ?', same, key);
  const shown = JSON.stringify([...changed.keys(), ...stale]);
  for (const { version } of database.all<{ version: number }>(
    'SELECT DISTINCT version FROM actor WHERE who IN (SELECT value FROM json_each(?))',
    shown,
  )) {
    markStale(database, version);
  }
  database.run(
    `UPDATE actor SET who = coalesce((SELECT same_as FROM who WHERE key = own_who), own_who)
     WHERE who IN (SELECT value FROM json_each(?))`,
    shown,
  );
  database.run(
    `UPDATE statement SET who = (SELECT who FROM actor WHERE actor.key = statement.actor)
     WHERE who IN (SELECT value FROM json_each(?))`,
    shown,
  );
}

/** For each actor across articles that is shown as another one: which one that is. The first one named gives its identity. */
function mergedWhos(database: Database): Map<number, number> {
  const named = database.all<{ decision: number; who: number }>(
    `SELECT decision, laid.who FROM laid JOIN decision ON decision.key = decision
     WHERE decision.kind = 'merge' AND state <> 'undone' AND laid.who IS NOT NULL
     ORDER BY at, decision, position, version`,
  );
  const parents = new Map<number, number>();
  const rootOf = (key: number): number => {
    let root = key;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  const first = new Map<number, number>();
  for (const { decision, who } of named) {
    const head = first.get(decision);
    if (head === undefined) first.set(decision, who);
    else if (rootOf(head) !== rootOf(who)) parents.set(rootOf(who), rootOf(head));
  }
  return new Map([...parents.keys()].map((key) => [key, rootOf(key)]));
}
