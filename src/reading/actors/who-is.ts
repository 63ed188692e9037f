/**
 * Who the sources of a reading are, for those who show it: beside a source whom it means where its words do not say so, and the actors with
 * the statements that they make. The command line and the page both ask here, so that both say the same.
 */
import type { Actor, Reading, Source, Statement } from '../reading.ts';

/** A source's actor with the statements that it makes. */
export interface Speaker {
  readonly actor: Actor;
  readonly statements: readonly Statement[];
}

/**
 * Who a source is, where its words do not say so themselves; null where they do.
 *
 * @param names of the actors by id
 * @example
 * whoIs(statement.source, namesOf(reading)); // { isSure: true, names: 'Ruben Achterberg' } for "he"
 */
export function whoIs(
  { text, actor, resolution, candidates }: Source,
  names: ReadonlyMap<string, string>,
): { readonly isSure: boolean; readonly names: string } | null {
  if (resolution === 'known') return null;
  if (resolution === 'none') return { isSure: false, names: 'not known who' };
  const several = candidates.map(({ name }) => name);
  if (resolution === 'uncertain') return { isSure: false, names: `${several.join(' or ')}?` };
  const name = several.length > 1 ? several.join(' and ') : actor === null ? undefined : names.get(actor);
  return name === undefined || plain(name) === plain(text) ? null : { isSure: true, names: name };
}

/**
 * Names of the actors by id.
 *
 * @example
 * namesOf(reading).get(statement.source.actor); // 'Ruben Achterberg'
 */
export function namesOf({ actors }: Pick<Reading, 'actors'>): ReadonlyMap<string, string> {
  return new Map(actors.map(({ id, name }) => [id, name]));
}

/**
 * The ids of the actors who are a statement's source: none where that is open, several where it is joint.
 *
 * @example
 * actorsOf(statement); // ['act_…']
 */
export function actorsOf({ source }: Pick<Statement, 'source'>): string[] {
  if (source === null || source.actor === null) return [];
  return [...new Set([source.actor, ...source.candidates.map(({ actor }) => actor)])];
}

/**
 * The actors who are sources, those with the most statements first.
 *
 * @example
 * speakersOf(reading)[0].actor.name; // 'Ruben Achterberg'
 */
export function speakersOf({ actors, statements }: Pick<Reading, 'actors' | 'statements'>): Speaker[] {
  const by = new Map<string, Statement[]>(actors.map(({ id }) => [id, []]));
  for (const statement of statements) for (const id of actorsOf(statement)) by.get(id)?.push(statement);
  return actors
    .map((actor) => ({ actor, statements: by.get(actor.id)! }))
    .filter((speaker) => speaker.statements.length > 0)
    .sort((a, b) => b.statements.length - a.statements.length);
}

/** "The ministry" is "ministry". */
function plain(words: string): string {
  return words.toLowerCase().replace(/^the /, '').replace(/,$/, '');
}
