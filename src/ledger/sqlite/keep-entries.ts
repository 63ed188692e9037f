/**
 * The rows of one version, made of its reading: statements, actors, moments, places, claims, assertions, sides and wording. Cost:
 * linear in the reading, some 10 µs a row.
 */
import type { Reading, Role, Statement } from '../../reading/reading.ts';
import type { Database } from './database.ts';
import { ENTRIES_A_VERSION, entryKey, OF_VERSION_TABLES } from './entry-tables.ts';
import { insertSql } from './insert-sql.ts';
import { keepActors } from './keep-actors.ts';
import { keepClaims } from './keep-claims.ts';
import { keepMoments, keepPlaces } from './keep-moments-and-places.ts';
import { keepOwnVoice } from './keep-own-voice.ts';
import { markStale } from './search/refresh-search.ts';
import { spansColumn } from './spans-column.ts';

const STATEMENT = insertSql(
  'statement',
  `key, id, kind, speech_act, stance, negated, hypothetical, source_text, source_spans, cue_text, cue_spans, content_text,
   content_spans, actor, who, resolution, sourceless, parent, relay_depth, hedges, certainty, said_edtf, said_earliest,
   said_latest, said_basis, event, place, claim, confidence`,
);

/**
 * Makes the rows of a version.
 *
 * @param version the key of the version, which has no rows yet
 * @example
 * keepEntries(database, 1, 'art_0011223344556677', reading);
 */
export function keepEntries(database: Database, version: number, articleId: string, reading: Reading): void {
  const first = entryKey(version, 0);
  const statements = keysById(reading.statements, version);
  const actors = keysById(reading.actors, version);
  const momentsById = new Map(reading.moments.map((moment) => [moment.id, moment]));
  const whos = keepActors(database, version, articleId, reading.actors);
  const contents = reading.statements.map(({ content }) => content?.spans ?? []);
  const moments = keepMoments(database, version, reading.moments, contents);
  const places = keepPlaces(database, version, reading.places, contents);
  const claims = keepClaims(database, version, reading.claims, {
    statements,
    actors,
    assertions: keysById(reading.assertions, version),
    moments: keysById(reading.moments, version),
    places: keysById(reading.places, version),
  });
  reading.statements.forEach((statement, position) => {
    const { source, said } = statement;
    const actor = source?.actor ? (actors.get(source.actor) ?? null) : null;
    const moment = said ? momentsById.get(said.moment) : undefined;
    database.run(
      STATEMENT,
      first + position,
      statement.id,
      statement.kind,
      statement.speechAct,
      statement.stance,
      Number(statement.negated),
      Number(statement.hypothetical),
      ...roleColumns(source),
      ...roleColumns(statement.cue),
      ...roleColumns(statement.content),
      actor,
      actor === null ? null : whos[actor - first],
      source?.resolution ?? 'none',
      statement.sourceless,
      statement.parent === null ? null : (statements.get(statement.parent) ?? null),
      statement.relayDepth,
      spansColumn(statement.hedges),
      statement.certainty,
      said?.edtf ?? null,
      moment?.earliest ?? null,
      moment?.latest ?? null,
      said?.basis ?? null,
      eventOf(statement, moments.get(position), reading),
      places.get(position)?.[0] ?? null,
      claims.get(first + position) ?? null,
      statement.confidence,
    );
  });
  keepOwnVoice(database, version, reading, statements, actors);
  markStale(database, version);
}

/**
 * Takes out the rows of a version.
 *
 * @example
 * removeEntries(database, 1);
 */
export function removeEntries(database: Database, version: number): void {
  const [first, next] = [entryKey(version, 0), entryKey(version + 1, 0)];
  for (const table of OF_VERSION_TABLES) database.run(`DELETE FROM ${table} WHERE key >= ? AND key < ?`, first, next);
}

/** The first time that the content names and that is not when it was said. */
function eventOf({ said }: Statement, named: readonly number[] | undefined, { moments }: Reading): number | null {
  return named?.find((key) => moments[key % ENTRIES_A_VERSION].id !== said?.moment) ?? null;
}

function keysById(entries: readonly { readonly id: string }[], version: number): Map<string, number> {
  return new Map(entries.map(({ id }, position) => [id, entryKey(version, position)]));
}

function roleColumns(role: Role | null): [string | null, string | null] {
  return role ? [role.text, JSON.stringify(role.spans)] : [null, null];
}
