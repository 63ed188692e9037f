/** What a noun tells of who speaks, in the singular or the plural: the lists of `description-nouns.ts`, looked up in one step. */
import { inflect } from '../../language/inflection/inflect.ts';
import { DESCRIPTION_NOUNS, type DescriptionKind } from './description-nouns.ts';

const KINDS: ReadonlyMap<string, DescriptionKind> = kindsOf();

/** Kinds of people, whom a role describes. */
const PEOPLE: ReadonlySet<DescriptionKind> = new Set([
  ...([
    'official',
    'aide',
    'diplomat',
    'military',
    'police',
    'expert',
    'witness',
    'resident',
    'familiar',
    'other',
  ] as const),
]);

/**
 * The kind of a noun in lower case; undefined where the lists do not have it.
 *
 * @example
 * kindOfNoun('ministries'); // 'body'
 */
export function kindOfNoun(lower: string): DescriptionKind | undefined {
  return KINDS.get(lower) ?? (lower.includes('-') ? KINDS.get(lower.slice(lower.lastIndexOf('-') + 1)) : undefined);
}

/**
 * Whether a noun says what a person is or does: "spokeswoman", "colonel", not "ministry".
 *
 * @example
 * isPersonNoun('residents'); // true
 */
export function isPersonNoun(lower: string): boolean {
  const kind = kindOfNoun(lower);
  return kind !== undefined && PEOPLE.has(kind);
}

function kindsOf(): Map<string, DescriptionKind> {
  const kinds = new Map<string, DescriptionKind>();
  for (const [kind, list] of Object.entries(DESCRIPTION_NOUNS) as [DescriptionKind, string][])
    for (const noun of list.split(/\s+/))
      for (const form of inflect(noun, 'noun')) if (!kinds.has(form)) kinds.set(form, kind);
  return kinds;
}
