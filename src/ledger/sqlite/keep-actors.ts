/** The rows of a version's actors, and of who they are across articles. */
import type { Actor } from '../../reading/reading.ts';
import { identifyWho } from '../identify-who.ts';
import type { Database } from './database.ts';
import { entryKey } from './entry-tables.ts';
import { insertSql } from './insert-sql.ts';

const ACTOR = insertSql(
  'actor',
  'key, id, who, name, type, unnamed_type, number, conditions, role, affiliation, aliases, mentions',
);
const WHO = insertSql('who', 'id, type, name');

/**
 * Makes the rows; gives the keys of the actors across articles, by position.
 *
 * @example
 * const whos = keepActors(database, 1, 'art_0011223344556677', reading.actors);
 */
export function keepActors(database: Database, version: number, articleId: string, actors: readonly Actor[]): number[] {
  return actors.map((actor, position) => {
    const who = whoKey(database, identifyWho(actor, articleId), actor.type, actor.name);
    database.run(
      ACTOR,
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
  return known?.key ?? database.insert(WHO, id, type, name);
}
