/** An entity in the making: what is known of it up to a place in the text. */
import type { EntityCandidate, EntityType } from '../../text/document.ts';
import type { Gender } from '../en/titles.ts';

export interface EntityDraft {
  readonly id: number;
  readonly type: EntityType;
  readonly plural: boolean;
  /** Its number among the groups of names, or null where it is not named. */
  readonly group: number | null;
  /** How often the whole document names it. */
  readonly names: number;
  /** What titles and nouns tell. */
  gender: Gender | null;
  /** What the first name and pronouns tell, in log odds: positive for a woman. */
  odds: number;
  /** Nouns that it was described by, alone and with each word before them ("minister", "interior minister"), and a body's words; folded. */
  readonly nouns: Set<string>;
  /** What it may mean instead, where its last name was left open among namesakes; null where it is clear. */
  doubt: readonly EntityCandidate[] | null;
  /** Indexes of its mentions so far, in order of the text. */
  readonly mentions: number[];
  /** How often it was called by a name of so many words with such a head, and how many words its names have had. */
  readonly calls: Map<string, number>;
  readonly lengths: Set<number>;
  /** Indexes of the last mention, and of the last by name; -1 before the first. */
  last: number;
  lastName: number;
}
