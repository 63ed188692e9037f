/**
 * Which sides of a dispute an article hears. A side is who was approached and gave no answer (src/reading/acts/find-sides.ts) or is accused
 * (find-accused.ts).
 *
 * - heard: a side that is the source of a statement of its own, or for which somebody speaks whom the article says to belong to it.
 * - absent: somebody accused who is not heard and was not approached.
 *
 * Nobody is called absent in doubt: not where an open source may be it, nor where a source has its name, or a word made of it, in its words, name,
 * role or affiliation (*Velmoran border police* speaks for Velmora here). What was declined, negated or only supposed is not heard.
 */
import { foldWord } from '../../language/names/features.ts';
import type { Act, Actor, Attribution, Identity, Role, Side } from '../reading.ts';
import type { Accused } from './find-accused.ts';

/** What sides are told by: the columns of a document, statement by statement, and the actors. */
export interface Heard {
  readonly statements: readonly Attribution[];
  readonly acts: readonly Act[];
  readonly sources: readonly (Identity | null)[];
  readonly actors: readonly Actor[];
}

/** An accused whose actor is known. */
export interface AccusedActor extends Pick<Accused, 'statement'> {
  readonly actor: Actor;
  /** The words that name it where it is accused. */
  readonly words: Role;
}

/** Letters that a word and the name it is made of have in common at least. */
const STEM = 5;

/**
 * The sides with those that are heard and absent behind them, each once.
 *
 * @param approached the sides that were approached
 * @example
 * tellSides(approached, accused, heard).at(-1)?.status; // 'absent'
 */
export function tellSides(approached: readonly Side[], accused: readonly AccusedActor[], heard: Heard): Side[] {
  const { statements, acts, sources, actors } = heard;
  const spoken = new Map<string, number>();
  const open = new Set<string>();
  sources.forEach((source, position) => {
    if (source === null) return;
    const { negated, hypothetical, speechAct } = acts[position];
    if (source.actor === null) for (const { actor } of source.candidates) open.add(actor);
    else if (!negated && !hypothetical && speechAct !== 'declined' && statements[position].cue !== null)
      for (const actor of [source.actor, ...source.candidates.map((candidate) => candidate.actor)])
        if (!spoken.has(actor)) spoken.set(actor, position);
  });
  const told = new Map<string, Side>();
  const hear = (actor: Actor, why: string): boolean => {
    const own = spoken.get(actor.id);
    const speaker = own === undefined ? speakerFor(actor, heard, spoken) : null;
    const position = own ?? (speaker === null ? undefined : spoken.get(speaker.id));
    if (position === undefined) return false;
    const { source, cue } = statements[position];
    const who = speaker === null ? 'has a statement of its own' : `is spoken for by ${speaker.name}`;
    told.set(actor.id, { ...source!, actor: actor.id, status: 'heard', cue: cue!, why: [why, who] });
    return true;
  };
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  for (const { actor } of approached) {
    const known = actor === null ? undefined : byId.get(actor);
    if (known !== undefined && !told.has(known.id)) hear(known, 'approached');
  }
  const asked = new Set(approached.map(({ actor }) => actor));
  for (const { actor, words, statement } of accused) {
    if (told.has(actor.id) || hear(actor, 'accused') || asked.has(actor.id) || open.has(actor.id)) continue;
    const { cue } = statements[statement];
    const why = ['accused', 'no statement of its own, and not said to have been approached'];
    told.set(actor.id, { ...words, actor: actor.id, status: 'absent', cue: cue!, why });
  }
  return [...approached, ...told.values()];
}

/** Somebody who speaks and belongs to an actor by name, role, affiliation or the words of the source; null where nobody does. */
function speakerFor(actor: Actor, { actors, statements }: Heard, spoken: ReadonlyMap<string, number>): Actor | null {
  const stems = wordsOf(actor.name).map((word) => word.slice(0, Math.max(STEM, word.length - 1)));
  const belongs = ({ id, name, role, affiliation, aliases }: Actor): boolean =>
    [name, role ?? '', affiliation ?? '', ...aliases, statements[spoken.get(id)!].source!.text]
      .flatMap(wordsOf)
      .some((word) => stems.some((stem) => word.startsWith(stem)));
  return actors.find((other) => other.id !== actor.id && spoken.has(other.id) && belongs(other)) ?? null;
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).map(foldWord).filter((word) => word.length >= STEM);
