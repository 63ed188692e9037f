/** Names that stand with a description: in apposition to it, or as proper nouns that were not found as a name. */
import type { Range } from '../acts/sentence-words.ts';
import type { Ground } from './ground.ts';
import { kindOfNoun } from './noun-kinds.ts';
import { type Description, readDescription } from './read-description.ts';

/**
 * "A Hydrovel spokesman, Piet Karras": the name that stands in apposition to a description, inside the source.
 *
 * @example
 * findApposedName(ground, description, range); // { first: 4, last: 6 }
 */
export function findApposedName(ground: Ground, description: Description, range: Range): Range | undefined {
  if (ground.nameAt(description.head)) return undefined;
  const words = ground.wordsAt(range.first);
  if (words.lower(description.last) !== ',' || description.last + 1 >= range.last) return undefined;
  const next = readDescription(ground, description.last + 1, range.last);
  const name = next && ground.nameAt(next.head);
  if (!next || !name || next.isPlural || name.first < description.last) return undefined;
  const isPerson = kindOfNoun(words.lower(description.head)) !== 'body';
  return isPerson === (name.type === 'person') || !isPerson ? name : undefined;
}

/**
 * A name that was not found as one: "Hydrovel", "the news site Undertow": proper nouns alone, or behind a noun for what it is.
 *
 * @example
 * findUnfoundName(ground, description); // { first: 3, last: 4 }
 */
export function findUnfoundName(ground: Ground, { head, first, kind }: Description): Range | undefined {
  const words = ground.wordsAt(head);
  if (kind !== undefined || words.tag(head) !== 'NNP') return undefined;
  let begin = head;
  while (begin > first && words.tag(begin - 1) === 'NNP' && kindOfNoun(words.lower(begin - 1)) === undefined) begin--;
  const isAlone = begin === first || (begin === first + 1 && words.lower(first) === 'the');
  return isAlone || kindOfNoun(words.lower(begin - 1)) !== undefined ? { first: begin, last: head + 1 } : undefined;
}
