/**
 * Who is described by which noun. "The ministry", of which coreference knows nothing before, is the only ministry that the article
 * has told of, where there is only one; "Judge" in a headline is the only judge of the article. Where there are two, nothing is joined.
 */
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Mention } from '../../text/document.ts';
import type { Joined, NameSurroundings } from './appositions.ts';
import type { Ground } from './ground.ts';
import { isPersonNoun, kindOfNoun } from './noun-kinds.ts';

/** A noun at a token, and the entity that it describes there. */
export interface Described {
  readonly token: number;
  readonly entity: number;
  readonly form: 'the' | 'bare' | 'told';
}

/** Entities of one noun beyond which nothing is told apart any more. */
const MOST = 12;
const SINGULAR = new Set(['NN', 'NNP'].map((tag) => XPOS_TAGS.indexOf(tag)));

export class SameNouns {
  private readonly ground: Ground;
  private readonly nouns: ReadonlyMap<string, readonly Described[]>;

  constructor(ground: Ground, surroundings: NameSurroundings) {
    this.ground = ground;
    this.nouns = collect(ground, surroundings);
  }

  /**
   * Adds to the entities that are joined to others those which the noun alone tells.
   *
   * @example
   * nouns.join(joined); // joined.get(10)?.to === 6: "the ministry" is "Ketria's transport ministry"
   */
  join(joined: Map<number, Joined>): void {
    const rootOf = (entity: number): number => joined.get(entity)?.to ?? entity;
    for (const [noun, list] of this.nouns) {
      const known = new Set<number>();
      const waiting = new Set<number>();
      for (const { entity, token, form } of list) {
        const root = rootOf(entity);
        if (known.has(root) || known.size >= MOST) continue;
        const isNew = this.isFirst(entity, token) && !joined.has(entity);
        if (form === 'bare' && isNew) waiting.add(entity);
        else if (form === 'the' && isNew && known.size === 1)
          joined.set(entity, { to: [...known][0], why: `the only ${noun} before it` });
        else known.add(root);
      }
      if (known.size === 1)
        for (const entity of waiting)
          if (!joined.has(entity)) joined.set(entity, { to: [...known][0], why: `the only ${noun} of the article` });
    }
  }

  /** The places before a token where its noun describes an entity, the last dozen of them. */
  before(token: number): Described[] {
    const list = this.nouns.get(this.ground.lower(token)) ?? [];
    let end = 0;
    for (let high = list.length; end < high; ) {
      const middle = (end + high) >> 1;
      if (list[middle].token < token) end = middle + 1;
      else high = middle;
    }
    return list.slice(Math.max(0, end - MOST), end).filter(({ form }) => form !== 'bare');
  }

  /** Whether an entity has no name, and no description before a token. */
  private isFirst(entity: number, token: number): boolean {
    const { ground } = this;
    const { name, mentions } = ground.document.entities![entity];
    if (name !== null) return false;
    const first = mentions.find((m) => ground.mentions[m].kind !== 'pronoun');
    return first !== undefined && ground.mentions[first].head === token;
  }
}

function collect(ground: Ground, surroundings: NameSurroundings): Map<string, Described[]> {
  const found = new Map<string, Described[]>();
  const add = (token: number, entity: number, form: Described['form']): void => {
    const noun = ground.lower(token);
    const list = found.get(noun);
    if (list) list.push({ token, entity, form });
    else found.set(noun, [{ token, entity, form }]);
  };
  const describes = (token: number): boolean =>
    SINGULAR.has(ground.tokens.xpos[token]) && kindOfNoun(ground.lower(token)) !== undefined;
  // Of "the minister and his aide" and "the minister", which have one head, the shorter is the minister.
  const shortest = new Map<number, Mention>();
  for (const mention of ground.mentions) {
    const { kind, entity, head, first, last } = mention;
    if (entity === null) continue;
    if (kind === 'name') {
      for (const { role } of surroundings.rolesOf(mention))
        if (role && describes(role.last - 1)) add(role.last - 1, entity, 'told');
    } else if (kind === 'description' && describes(head)) {
      const other = shortest.get(head);
      if (other === undefined || last - first < other.last - other.first) shortest.set(head, mention);
    }
  }
  for (const { head, entity, first, last } of shortest.values()) {
    const isShort = last === head + 1;
    const isThe = isShort && first === head - 1 && ground.lower(first) === 'the';
    const isBare = isShort && first === head && isPersonNoun(ground.lower(head));
    add(head, entity!, isThe ? 'the' : isBare ? 'bare' : 'told');
  }
  for (const list of found.values()) list.sort((a, b) => a.token - b.token);
  return found;
}
