/**
 * Titles that stand before a person's name: what tells a woman from a man, and what is a rank or an office.
 *
 * A title is no part of a name ("Colonel Ruben Achterberg" and "Ruben Achterberg" are one), but one that tells the gender keeps
 * namesakes apart ("Mrs Marek", "Mr Marek"). Words in lower case, abbreviations without their full stop.
 */

export type Gender = 'female' | 'male';

const FEMALE =
  'mrs ms miss madam madame mme mlle dame lady queen princess duchess countess baroness empress sister aunt mother'.split(
    ' ',
  );

const MALE =
  'mr mister messrs sir lord king prince duke count baron emperor brother uncle father pope tsar czar kaiser sultan shah emir abbot abba'.split(
    ' ',
  );

const EITHER =
  'dr doctor prof professor president premier chancellor governor gov mayor senator sen congressman congresswoman representative rep ambassador secretary minister general gen major maj colonel col lt lieutenant captain capt sergeant sgt admiral adm commander corporal private officer detective inspector superintendent constable sheriff marshal speaker judge justice cardinal archbishop bishop rev reverend rabbi imam sheikh ayatollah saint st chief chairman chairwoman chair director deputy mp hon coach'.split(
    ' ',
  );

/** Titles and the gender that they tell, null where they tell none. */
export const TITLES: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ...EITHER.map((title) => [title, null] as const),
  ...FEMALE.map((title) => [title, 'female'] as const),
  ...MALE.map((title) => [title, 'male'] as const),
]);
