/**
 * Which actors of different articles are one without anybody having said so: bodies, states, outlets and persons of two or more
 * words, by type and name. A single name may be anybody's, an unnamed source is never identified, and "the interior ministry" is
 * another one in every country: these keep an identity of their own in each article. A false merge is worse than a missed one.
 */
import { TITLES } from '../language/en/titles.ts';
import { kindOfNoun } from '../reading/actors/noun-kinds.ts';
import type { Actor } from '../reading/reading.ts';
import { shortHash } from '../reading/short-hash.ts';
import { foldText } from './fold-text.ts';

/** Words that tell one body of a country from another, and no country from another. */
const FIELDS = new Set(
  `of and for the a an interior home foreign external affairs defence defense health transport finance treasury justice
   education energy environment agriculture labour labor trade economy culture border river coast national state federal local
   regional city central supreme high general public joint special armed security intelligence press war his her its their our
   my this that same other`.split(/\s+/),
);

/**
 * The id of the actor across articles; `articleId` makes it one of its own where the name does not tell it from others.
 *
 * @example
 * identifyWho({ type: 'person', name: 'Ada Lund', … }, 'art_1') === identifyWho({ type: 'person', name: 'Ada Lund', … }, 'art_2'); // true
 */
export function identifyWho(actor: Pick<Actor, 'id' | 'type' | 'name'>, articleId: string): string {
  const name = sharedName(actor);
  const named = name === null ? `${articleId}\n${actor.id}` : `${actor.type}\n${name}`;
  return `who_${shortHash(named)}`;
}

/** The name by which the actor is known everywhere, folded; null where it has none. */
function sharedName({ type, name }: Pick<Actor, 'type' | 'name'>): string | null {
  const words = foldText(name)
    .replace(/[.’']/g, '')
    .split(' ')
    .filter((word, at) => word && !(at === 0 && word === 'the'));
  switch (type) {
    case 'person': {
      const names = words.filter((word) => !TITLES.has(word));
      const areNames = name.split(/\s+/).filter((word) => /\p{Lu}/u.test(word)).length >= 2;
      return areNames && names.length >= 2 ? names.join(' ') : null;
    }
    case 'state':
    case 'outlet':
      return words.length > 0 ? words.join(' ') : null;
    case 'organization': {
      const isTold = /\p{Lu}/u.test(name) && words.some((word) => !FIELDS.has(word) && kindOfNoun(word) === undefined);
      return isTold ? words.join(' ') : null;
    }
    default:
      return null;
  }
}
