/** What the named drafts of a document are, told once each and asked for where a pronoun must fit. */
import type { EntityType } from '../../text/document.ts';
import type { Draft } from './actor-book.ts';
import type { Ground } from './ground.ts';
import { type IsPlace, type NamedType, typeOfName } from './name-type.ts';

/** Names of one draft that are looked at: what the first of them do not tell, the others hardly do. */
const MOST_NAMES = 12;

interface Told {
  readonly names: number;
  readonly type: NamedType;
}

export class DraftTypes {
  private readonly ground: Ground;
  private readonly isPlaceName: IsPlace;
  /** Those of drafts that are sources, and of those that are none; told anew where a draft was given another name. */
  private readonly told = [new Map<Draft, Told>(), new Map<Draft, Told>()] as const;

  constructor(ground: Ground, isPlaceName: IsPlace) {
    this.ground = ground;
    this.isPlaceName = isPlaceName;
  }

  /** The type of a draft that has a name. */
  of(draft: Draft): NamedType {
    const told = this.told[draft.isSource ? 1 : 0];
    const known = told.get(draft);
    if (known?.names === draft.names.length) return known.type;
    const names = draft.names.slice(0, MOST_NAMES);
    const type = typeOfName(this.ground, this.isPlaceName, names, this.ofEntities(draft), draft.isSource);
    told.set(draft, { names: draft.names.length, type });
    return type;
  }

  /** What coreference takes a draft for; null where it has no entity, or several with names that do not agree. */
  ofEntities({ entities }: Draft): EntityType | null {
    const all = entities.map((e) => this.ground.document.entities![e]);
    const named = all.filter(({ name }) => name !== null || all.length === 1);
    return named.length > 0 && named.every(({ type }) => type === named[0].type) ? named[0].type : null;
  }

  /** Whether "he" or "she" may mean it: not a place or a body, whatever coreference took it for. */
  mayBeOnePerson(draft: Draft): boolean {
    if (draft.names.length === 0) return true;
    const { type } = this.of(draft);
    return type === 'person' || type === 'group';
  }
}
