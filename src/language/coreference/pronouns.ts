/** The pronouns that stand for somebody or something: their person, number and gender, and their place in the clause. */
import type { Gender } from '../en/titles.ts';

/** Where in a clause a form stands: as subject, as object, before what is owned ("her boat", "hers"), or bound to a subject. */
export type PronounForm = 'subject' | 'object' | 'possessive' | 'reflexive';

export interface Pronoun {
  /** 3 for what stands for somebody else than speaker and hearer. */
  readonly person: 1 | 2 | 3;
  readonly number: 'singular' | 'plural';
  /** Neuter is "it"; null where the form does not tell. */
  readonly gender: Gender | 'neuter' | null;
  readonly form: PronounForm;
}

const ROWS: readonly (readonly [
  person: 1 | 2 | 3,
  number: Pronoun['number'],
  gender: Pronoun['gender'],
  subject: string,
  object: string,
  possessive: string,
  reflexive: string,
])[] = [
  [3, 'singular', 'male', 'he', 'him', 'his', 'himself'],
  [3, 'singular', 'female', 'she', 'her', 'her hers', 'herself'],
  [3, 'singular', 'neuter', 'it', '', 'its', 'itself'],
  [3, 'plural', null, 'they', 'them', 'their theirs', 'themselves themself'],
  [1, 'singular', null, 'i', 'me', 'my mine', 'myself'],
  [1, 'plural', null, 'we', 'us', 'our ours', 'ourselves'],
  [2, 'singular', null, 'you', '', 'your yours', 'yourself yourselves'],
];

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map(
  ROWS.flatMap(([person, number, gender, ...forms]) =>
    (['subject', 'object', 'possessive', 'reflexive'] as const).flatMap((form, i) =>
      forms[i]
        .split(' ')
        .filter(Boolean)
        .map((word) => [`${word}${form === 'possessive' ? ' of' : ''}`, { person, number, gender, form }] as const),
    ),
  ),
);

/**
 * What a pronoun tells, or null for a word that is none. "Her" needs its tag: "her boat" owns, "saw her" does not.
 *
 * @param lower the word in lower case
 * @param isPossessive whether it is tagged as a possessive (PRP$)
 * @example
 * pronounOf('her', true)?.form; // 'possessive'
 */
export function pronounOf(lower: string, isPossessive: boolean): Pronoun | null {
  const owning = PRONOUNS.get(`${lower} of`);
  const other = PRONOUNS.get(lower);
  return (isPossessive ? (owning ?? other) : (other ?? owning)) ?? null;
}
