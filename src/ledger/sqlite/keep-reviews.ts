/** What people ruled, on the rows of a version, and where each of their decisions was laid. Most versions have nothing of it. */

import type { Laid } from '../decisions/laid.ts';
import type { EntryKind } from '../decisions.ts';
import type { Review } from '../entries.ts';
import type { Database } from './database.ts';
import { entryKey } from './entry-tables.ts';

/**
 * Writes reviews to the rows of a version, and its rows of the table `laid`.
 *
 * @example
 * keepReviews(database, 1, laid);
 */
export function keepReviews(database: Database, version: number, laid: Laid): void {
  if (laid.links.length === 0) return;
  const { statements, assertions, actors, moments, places, claims } = laid;
  const entries: Readonly<Record<EntryKind, readonly { readonly id: string; readonly review: Review | null }[]>> = {
    statement: statements,
    assertion: assertions,
    actor: actors,
    moment: moments,
    place: places,
    claim: claims,
  };
  for (const [table, reviewed] of Object.entries(entries)) {
    reviewed.forEach(({ review }, position) => {
      if (review) keepReview(database, table, entryKey(version, position), review);
    });
  }
  for (const { decision, position, entry, hasMoved, isOverruled, who } of laid.links) {
    const at = entry ? entries[entry.kind].findIndex(({ id }) => id === entry.id) : -1;
    database.run(
      `INSERT INTO laid (decision, position, version, kind, entry, moved, overruled, who)
       SELECT key, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT key FROM who WHERE id = ?8) FROM decision WHERE id = ?1`,
      decision,
      position,
      version,
      entry?.kind ?? null,
      at < 0 ? null : entryKey(version, at),
      Number(hasMoved),
      Number(isOverruled),
      who,
    );
  }
}

function keepReview(database: Database, table: string, key: number, review: Review): void {
  database.run(`UPDATE ${table} SET review = ? WHERE key = ?`, JSON.stringify(review), key);
}
