/**
 * The rows of one version, made of its reading: statements, assertions, actors, moments, places, sides and wording. Cost:
 * linear in the reading, some 10 µs a row.
 */
import type { Reading, Role, Statement } from '../../reading/reading.ts';
import type { Span } from '../../text/document.ts';
import { identifyWho } from '../identify-who.ts';
import type { Database } from './database.ts';
import { ENTRIES_A_VERSION, entryKey, OF_VERSION_TABLES } from './entry-tables.ts';
import { findInnermost } from './find-innermost.ts';

/**
 * Makes the rows of a version.
 *
 * @param version the key of the version, which has no rows yet
 * @example
 * keepEntries(database, 1, 'art_0011223344556677', reading);
 */
export function keepEntries(database: Database, version: number, articleId: string, reading: Reading): void {
  const statements = keysById(reading.statements, version);
  const actors = keysById(reading.actors, version);
  const momentsById = new Map(reading.moments.map((moment) => [moment.id, moment]));
  const whos = keepActors(database, version, articleId, reading);
  const contents = reading.statements.map(({ content }) => content?.spans ?? []);
  const moments = keepMoments(database, version, reading, contents);
  const places = keepPlaces(database, version, reading, contents);
  reading.statements.forEach((statement, position) => {
    const { source } = statement;
    const actor = source?.actor ? (actors.get(source.actor) ?? null) : null;
    const said = statement.said ? momentsById.get(statement.said.moment) : undefined;
    database.run(
      `INSERT INTO statement (key, id, kind, speech_act, stance, negated, hypothetical, source_text, source_spans,
         cue_text, cue_spans, content_text, content_spans, actor, who, resolution, sourceless, parent, relay_depth, hedges,
         certainty, said_edtf, said_earliest, said_latest, said_basis, event, place, confidence)
       VALUES (${Array(28).fill('?').join(', ')})`,
      entryKey(version, position),
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
      actor === null ? null : whos[actor - entryKey(version, 0)],
      source?.resolution ?? 'none',
      statement.sourceless,
      statement.parent === null ? null : (statements.get(statement.parent) ?? null),
      statement.relayDepth,
      spansColumn(statement.hedges),
      statement.certainty,
      statement.said?.edtf ?? null,
      said?.earliest ?? null,
      said?.latest ?? null,
      statement.said?.basis ?? null,
      eventOf(statement, moments.get(position), reading, version),
      places.get(position)?.[0] ?? null,
      statement.confidence,
    );
  });
  keepOwnVoice(database, version, reading, statements, actors);
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

/** The keys of the actors across articles, by position. */
function keepActors(database: Database, version: number, articleId: string, { actors }: Reading): number[] {
  return actors.map((actor, position) => {
    const who = whoKey(database, identifyWho(actor, articleId), actor.type, actor.name);
    database.run(
      `INSERT INTO actor (key, id, who, name, type, unnamed_type, number, conditions, role, affiliation, aliases, mentions)
       VALUES (${Array(12).fill('?').join(', ')})`,
      entryKey(version, position),
      actor.id,
      who,
      actor.name,
      actor.type,
      actor.unnamedType,
      actor.number,
      actor.conditions,
      actor.role,
      actor.affiliation,
      actor.aliases.length > 0 ? JSON.stringify(actor.aliases) : null,
      actor.mentions.length,
    );
    return who;
  });
}

function whoKey(database: Database, id: string, type: string, name: string): number {
  const known = database.get<{ key: number }>('SELECT coalesce(same_as, key) AS key FROM who WHERE id = ?', id);
  return known?.key ?? database.insert('INSERT INTO who (id, type, name) VALUES (?, ?, ?)', id, type, name);
}

/** The keys of the moments that each statement's content names, in order of the text, by the statement's position. */
type Named = Map<number, number[]>;

function keepMoments(database: Database, version: number, { moments }: Reading, contents: Contents): Named {
  const named: Named = new Map();
  const innermost = findInnermost(moments, contents);
  moments.forEach((moment, position) => {
    const key = entryKey(version, position);
    const statement = innermost[position];
    if (statement !== null) push(named, statement, key);
    database.run(
      `INSERT INTO moment (key, id, start, "end", text, edtf, earliest, latest, basis, timex_type, timex_value, statement)
       VALUES (${Array(12).fill('?').join(', ')})`,
      key,
      moment.id,
      moment.start,
      moment.end,
      moment.text,
      moment.edtf,
      moment.earliest,
      moment.latest,
      moment.basis,
      moment.timex?.type ?? null,
      moment.timex?.value ?? null,
      statement === null ? null : entryKey(version, statement),
    );
  });
  return named;
}

function keepPlaces(database: Database, version: number, { places }: Reading, contents: Contents): Named {
  const named: Named = new Map();
  const innermost = findInnermost(places, contents);
  places.forEach((place, position) => {
    const key = entryKey(version, position);
    const statement = innermost[position];
    if (statement !== null) push(named, statement, key);
    database.run(
      `INSERT INTO place (key, id, start, "end", text, name, country, geonames_id, lat, lon, precision, kind, relation, score,
         statement)
       VALUES (${Array(15).fill('?').join(', ')})`,
      key,
      place.id,
      place.start,
      place.end,
      place.text,
      place.name,
      place.country,
      place.geonamesId,
      place.lat,
      place.lon,
      place.precision,
      place.kind,
      place.relation,
      place.score,
      statement === null ? null : entryKey(version, statement),
    );
  });
  return named;
}

function keepOwnVoice(
  database: Database,
  version: number,
  { text, assertions, sides, wording }: Reading,
  statements: ReadonlyMap<string, number>,
  actors: ReadonlyMap<string, number>,
): void {
  assertions.forEach(({ id, start, end, hedges, check, sourced }, position) => {
    database.run(
      'INSERT INTO assertion (key, id, start, "end", text, hedges, check_worth, sourced) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      entryKey(version, position),
      id,
      start,
      end,
      text.slice(start, end),
      spansColumn(hedges),
      check,
      sourced === null ? null : (statements.get(sourced) ?? null),
    );
  });
  sides.forEach((side, position) => {
    database.run(
      'INSERT INTO side (key, actor, status, text, spans, cue_text, cue_spans) VALUES (?, ?, ?, ?, ?, ?, ?)',
      entryKey(version, position),
      side.actor === null ? null : (actors.get(side.actor) ?? null),
      side.status,
      side.text,
      JSON.stringify(side.spans),
      side.cue.text,
      JSON.stringify(side.cue.spans),
    );
  });
  wording.forEach((word, position) => {
    database.run(
      'INSERT INTO wording (key, start, "end", text, plainer, reason) VALUES (?, ?, ?, ?, ?, ?)',
      entryKey(version, position),
      word.start,
      word.end,
      word.text,
      word.plainer,
      word.reason,
    );
  });
}

type Contents = readonly (readonly Span[])[];

/** The first time that the content names and that is not when it was said. */
function eventOf(
  { said }: Statement,
  moments: readonly number[] = [],
  reading: Reading,
  version: number,
): number | null {
  return moments.find((key) => reading.moments[key - version * ENTRIES_A_VERSION].id !== said?.moment) ?? null;
}

function keysById(entries: readonly { readonly id: string }[], version: number): Map<string, number> {
  return new Map(entries.map(({ id }, position) => [id, entryKey(version, position)]));
}

function roleColumns(role: Role | null): [string | null, string | null] {
  return role ? [role.text, JSON.stringify(role.spans)] : [null, null];
}

/** Null where there are none: most statements have no hedges. */
function spansColumn(spans: readonly Span[]): string | null {
  return spans.length > 0 ? JSON.stringify(spans) : null;
}

function push(named: Named, position: number, key: number): void {
  const keys = named.get(position);
  if (keys) keys.push(key);
  else named.set(position, [key]);
}
