/** The rows of a version's claims: the words of each slot, and who, when and where these are. */
import type { Quantity } from '../../reading/claims/claim.ts';
import type { Laid } from '../decisions/laid.ts';
import type { Database } from './database.ts';
import { entryKey } from './entry-tables.ts';
import { insertSql } from './insert-sql.ts';

const CLAIM = insertSql(
  'claim',
  `key, id, statement, assertion, subject, subject_actor, predicate, lemma, object, object_actor, quantities, moment, place,
   affirmed, denied, modality`,
);

/** Keys of a version's entries by id, one map for each kind. */
export type KeysOf = Readonly<
  Record<'statements' | 'assertions' | 'actors' | 'moments' | 'places', ReadonlyMap<string, number>>
>;

/**
 * Makes the rows; gives the key of the first claim of each statement, by the statement's key.
 *
 * @example
 * keepClaims(database, 1, laid.claims, keys).get(1048576);
 */
export function keepClaims(
  database: Database,
  version: number,
  claims: Laid['claims'],
  keys: KeysOf,
): ReadonlyMap<number, number> {
  const firsts = new Map<number, number>();
  claims.forEach((claim, position) => {
    const key = entryKey(version, position);
    const statement = keys.statements.get(claim.in) ?? null;
    if (statement !== null && !firsts.has(statement)) firsts.set(statement, key);
    database.run(
      CLAIM,
      key,
      claim.id,
      statement,
      keys.assertions.get(claim.in) ?? null,
      claim.subject?.text ?? null,
      keyOf(keys.actors, claim.subject?.actor),
      claim.predicate.text,
      claim.predicate.lemma,
      claim.object?.text ?? null,
      keyOf(keys.actors, claim.object?.actor),
      claim.quantities.length > 0 ? claim.quantities.map(wordsOf).join('; ') : null,
      keyOf(keys.moments, claim.when),
      keyOf(keys.places, claim.where),
      Number(claim.polarity === 'affirmed'),
      Number(claim.denied),
      claim.modality,
    );
  });
  return firsts;
}

function keyOf(keys: ReadonlyMap<string, number>, id: string | null | undefined): number | null {
  return id ? (keys.get(id) ?? null) : null;
}

/** The number and what is counted, as they stand: "at least 12 people"; bounds and units are in the reading. */
function wordsOf({ text, counted }: Quantity): string {
  return counted ? `${text} ${counted.text}` : text;
}
