/** The rows of a version's actors, and of who they are across articles. */
import type { LaidActor } from '../decisions/laid.ts';
import type { Database } from './database.ts';
import { entryKey } from './entry-tables.ts';
import { insertSql } from './insert-sql.ts';

const ACTOR = insertSql(
  'actor',
  'key, id, own_who, who, name, type, unnamed_type, number, conditions, role, affiliation, aliases, mentions',
);
const WHO = insertSql('who', 'id, type, name');

/**
 * Makes the rows; gives the keys of the actors across articles, by position.
 *
 * @example
 * const whos = keepActors(database, 1, laid.actors);
 */
export function keepActors(database: Database, version: number, actors: readonly LaidActor[]): number[] {
  return actors.map((actor, position) => {
    const { own, who } = whoKeys(database, actor);
    database.run(
      ACTOR,
      entryKey(version, position),
      actor.id,
      own,
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

/** The keys of who it is by itself, and with what people merged. */
function whoKeys(database: Database, actor: LaidActor): { readonly own: number; readonly who: number } {
  const known = database.get<{ own: number; who: number }>(
    'SELECT key AS own, coalesce(same_as, key) AS who FROM who WHERE id = ?',
    actor.who,
  );
  if (known) return known;
  const own = database.insert(WHO, actor.who, actor.type, actor.name);
  return { own, who: own };
}
