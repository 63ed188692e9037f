/** Which entities a mention may mean at all: number, gender and kind rule the others out before any is weighed. */
import type { EntityType } from '../../text/document.ts';
import type { EntityDraft } from './entity-draft.ts';
import type { PlacedMention } from './place-mentions.ts';
import type { WordFacts } from './word-facts.ts';

/** Log odds from which a pronoun of the other gender cannot stand for somebody. */
const SURE_ODDS = 4;

/**
 * Whether a description may mean an entity of a type at all.
 *
 * @example
 * suits(mention, 'place'); // false for "the minister"
 */
export function suits({ means }: PlacedMention, type: EntityType): boolean {
  return means === 'person' ? type === 'person' : type !== 'person';
}

/**
 * Whether an entity may be meant at all, by number, gender and kind.
 *
 * @param lexeme of the tokens
 * @example
 * fits(mention, entity, facts, lexeme); // false for "she" and a man
 */
export function fits(mention: PlacedMention, entity: EntityDraft, facts: WordFacts, lexeme: Int32Array): boolean {
  const { pronoun } = mention;
  if (pronoun === null) {
    if (mention.plural !== entity.plural || !suits(mention, entity.type)) return false;
    const { gender } = facts.noun(lexeme[mention.head]);
    return gender === null || entity.gender === null || gender === entity.gender;
  }
  if (pronoun.number === 'plural') return entity.plural || (entity.type !== 'person' && entity.type !== 'work');
  if (pronoun.gender === 'neuter') return entity.type !== 'person' && !entity.plural;
  if (entity.type !== 'person' || entity.plural) return false;
  if (entity.gender !== null) return entity.gender === pronoun.gender;
  return pronoun.gender === 'female' ? entity.odds > -SURE_ODDS : entity.odds < SURE_ODDS;
}
