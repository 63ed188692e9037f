/**
 * The rows of one version, made of its reading with decisions laid over: statements, actors, moments, places, claims, assertions,
 * sides and wording. Cost: linear in the reading, some 10 µs a row.
 */
import type { Role } from '../../reading/reading.ts';
import type { Laid, LaidStatement } from '../decisions/laid.ts';
import type { Database } from './database.ts';
import { ENTRIES_A_VERSION, entryKey, OF_VERSION_TABLES } from './entry-tables.ts';
import { insertSql } from './insert-sql.ts';
import { keepActors } from './keep-actors.ts';
import { keepClaims } from './keep-claims.ts';
import { keepMoments, keepPlaces } from './keep-moments-and-places.ts';
import { keepOwnVoice } from './keep-own-voice.ts';
import { keepReviews } from './keep-reviews.ts';
import { markStale } from './search/refresh-search.ts';
import { spansColumn } from './spans-column.ts';

const STATEMENT = insertSql(
  'statement',
  `key, id, kind, speech_act, stance, negated, hypothetical, source_text, source_spans, cue_text, cue_spans, content_text,
   content_spans, actor, who, resolution, sourceless, parent, relay_depth, hedges, certainty, said_edtf, said_earliest,
   said_latest, said_basis, event, place, claim, confidence`,
);

/**
 * Makes the rows of a version, and notes where each decision on its text was laid.
 *
 * @param version the key of the version, which has no rows yet
 * @example
 * keepEntries(database, 1, layOver(reading, articleId, decisions));
 */
export function keepEntries(database: Database, version: number, laid: Laid): void {
  const first = entryKey(version, 0);
  const statements = keysById(laid.statements, version);
  const actors = keysById(laid.actors, version);
  const times = keysById(laid.moments, version);
  const whos = keepActors(database, version, laid.actors);
  const contents = laid.statements.map(({ content }) => content?.spans ?? []);
  const moments = keepMoments(database, version, laid, contents);
  const places = keepPlaces(database, version, laid.places, contents);
  const claims = keepClaims(database, version, laid.claims, {
    statements,
    actors,
    assertions: keysById(laid.assertions, version),
    moments: times,
    places: keysById(laid.places, version),
  });
  laid.statements.forEach((statement, position) => {
    const { source, said, happened } = statement;
    const actor = statement.actor === null ? null : (actors.get(statement.actor) ?? null);
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
      statement.resolution,
      statement.sourceless,
      statement.parent === null ? null : (statements.get(statement.parent) ?? null),
      statement.relayDepth,
      spansColumn(statement.hedges),
      statement.certainty,
      said?.edtf ?? null,
      said?.earliest ?? null,
      said?.latest ?? null,
      said?.basis ?? null,
      happened === undefined ? eventOf(statement, moments.get(position), laid) : (times.get(happened ?? '') ?? null),
      places.get(position)?.[0] ?? null,
      claims.get(first + position) ?? null,
      statement.confidence,
    );
  });
  keepOwnVoice(database, version, laid, statements, actors);
  keepReviews(database, version, laid);
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
  database.run('DELETE FROM laid WHERE version = ?', version);
}

/** The first time that the content names and that is not when it was said. */
function eventOf(
  { saidMoment }: LaidStatement,
  named: readonly number[] | undefined,
  { moments }: Laid,
): number | null {
  return named?.find((key) => moments[key % ENTRIES_A_VERSION].id !== saidMoment) ?? null;
}

function keysById(entries: readonly { readonly id: string }[], version: number): Map<string, number> {
  return new Map(entries.map(({ id }, position) => [id, entryKey(version, position)]));
}

function roleColumns(role: Role | null): [string | null, string | null] {
  return role ? [role.text, JSON.stringify(role.spans)] : [null, null];
}
