/**
 * Descriptions that stand beside a name and mean whom it names: "Dr Okafor, an engineer who …", "Judge Lindgren", "Hydrovel, the
 * company that runs the dam". Coreference may have kept such a description as somebody of its own; here it is joined.
 */
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import type { Ground } from './ground.ts';
import { kindOfNoun } from './noun-kinds.ts';
import { isCourtesy, readDescription } from './read-description.ts';
import { type RoleFound, readRoles } from './read-roles.ts';

/** An entity that another is, and why. */
export interface Joined {
  readonly to: number;
  readonly why: string;
}

/** What the text says beside the names of a document, read once a name. */
export class NameSurroundings {
  private readonly ground: Ground;
  private readonly roles = new Map<number, readonly RoleFound[]>();

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /** The roles said beside a person's name; see `readRoles`. */
  rolesOf(name: Range): readonly RoleFound[] {
    let found = this.roles.get(name.first);
    if (!found) {
      found = readRoles(this.ground, name);
      this.roles.set(name.first, found);
    }
    return found;
  }
}

/**
 * For each unnamed entity that stands beside the name of one other, that other one.
 *
 * @example
 * joinAppositions(ground, new NameSurroundings(ground)).get(6)?.to; // 3: "an engineer" is Okafor
 */
export function joinAppositions(ground: Ground, surroundings: NameSurroundings): Map<number, Joined> {
  const joined = new Map<number, Joined>();
  const contested = new Set<number>();
  const entities = ground.document.entities ?? [];
  for (const [e, { name, mentions }] of entities.entries()) {
    if (name === null) continue;
    for (const m of mentions) {
      const mention = ground.mentions[m];
      if (mention.kind !== 'name') continue;
      for (const other of besideName(ground, surroundings, mention)) {
        if (other === e || entities[other].name !== null) continue;
        if (joined.has(other) && joined.get(other)!.to !== e) contested.add(other);
        joined.set(other, { to: e, why: 'stands beside the name' });
      }
    }
  }
  for (const other of contested) joined.delete(other);
  return joined;
}

/** The entities of the descriptions beside a name. */
function besideName(ground: Ground, surroundings: NameSurroundings, name: Range): readonly number[] {
  const words = ground.wordsAt(name.first);
  const isPerson = (ground.nameAt(name.first)?.type ?? 'person') === 'person';
  const found: number[] = [];
  const look = (head: Range, within: Range): void => {
    for (const m of ground.mentionsOver(head.last - 1)) {
      const { kind, entity, first, last, head: noun } = ground.mentions[m];
      const isSaid = noun >= head.first && noun < head.last && first >= within.first && last <= within.last;
      if (kind === 'description' && entity !== null && isSaid) found.push(entity);
    }
  };
  if (isPerson) for (const { role, said } of surroundings.rolesOf(name)) if (role) look(role, said);
  for (let t = name.first - 1; isCourtesy(words.lower(t)); t--)
    look({ first: t, last: t + 1 }, { first: t, last: t + 1 });
  const body = bodyBeside(ground, words, name);
  if (body) look(body, body);
  return found;
}

/** "Hydrovel, the state company that runs the dam": the words for a body behind its name. */
function bodyBeside(ground: Ground, words: SentenceWords, name: Range): Range | undefined {
  const comma = name.last;
  if (words.lower(comma) !== ',' || !/^(?:an?|the)$/.test(words.lower(comma + 1))) return undefined;
  const description = readDescription(ground, comma + 1, words.last);
  if (!description || description.isPlural || kindOfNoun(words.lower(description.head)) !== 'body') return undefined;
  // "It left Hydrovel, the ministry said": the ministry begins a clause of its own.
  if (/^(?:VB[DZP]|MD)$/.test(words.tag(description.last))) return undefined;
  return { first: description.first, last: description.last };
}
