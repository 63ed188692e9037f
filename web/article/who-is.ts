import type { Actor, Reading, Source, Statement } from '../../src/reading/reading.ts';

/** A source's actor with the number of statements that it makes. */
export interface Speaker {
  readonly actor: Actor;
  readonly statements: readonly Statement[];
}

/**
 * Who a source is, where its words do not say so themselves; null where they do.
 *
 * @example
 * whoIs(statement.source, reading.actors); // { sure: true, names: 'Ruben Achterberg' } for "he"
 */
export function whoIs(
  { text, actor, resolution, candidates }: Source,
  actors: readonly Actor[],
): { readonly isSure: boolean; readonly names: string } | null {
  if (resolution === 'known') return null;
  if (resolution === 'none') return { isSure: false, names: 'not known who' };
  const several = candidates.map(({ name }) => name);
  if (resolution === 'uncertain') return { isSure: false, names: `${several.join(' or ')}?` };
  const name = several.length > 1 ? several.join(' and ') : actors.find(({ id }) => id === actor)?.name;
  return name === undefined || plain(name) === plain(text) ? null : { isSure: true, names: name };
}

/**
 * The actors who are sources, those with the most statements first.
 *
 * @example
 * speakersOf(reading)[0].actor.name; // 'Ruben Achterberg'
 */
export function speakersOf({ actors, statements }: Pick<Reading, 'actors' | 'statements'>): Speaker[] {
  const speaks = (id: string, { source }: Statement): boolean =>
    source !== null && source.actor !== null && [source.actor, ...source.candidates.map((c) => c.actor)].includes(id);
  return actors
    .map((actor) => ({ actor, statements: statements.filter((statement) => speaks(actor.id, statement)) }))
    .filter((speaker) => speaker.statements.length > 0)
    .sort((a, b) => b.statements.length - a.statements.length);
}

/** "The ministry" is "ministry". */
function plain(words: string): string {
  return words.toLowerCase().replace(/^the /, '').replace(/,$/, '');
}
