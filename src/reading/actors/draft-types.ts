/** What the named drafts of a document are, told once each and asked for where a pronoun must fit. */
import type { EntityType } from '../../text/document.ts';
import type { Draft } from './actor-book.ts';
import type { Ground } from './ground.ts';
import { type IsPlace, type NamedType, typeOfName } from './name-type.ts';

export class DraftTypes {
  private readonly ground: Ground;
  private readonly isPlaceName: IsPlace;

  constructor(ground: Ground, isPlaceName: IsPlace) {
    this.ground = ground;
    this.isPlaceName = isPlaceName;
  }

  /** The type of a draft that has a name. */
  of(draft: Draft): NamedType {
    return typeOfName(this.ground, this.isPlaceName, draft.names, this.ofEntities(draft), draft.isSource);
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
