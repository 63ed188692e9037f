/**
 * Names inside names: the country, state, capital or nationality in "Ministry of Defence of Belarus" or "Russian Foreign
 * Ministry". A list decides (kept with the weights; training/names says how it is made): inside a longer name these words
 * are rarely anything else. Persons' names are left whole: Jack London is not a place.
 */
import type { Name, NameType } from '../../text/document.ts';
import { foldWord } from './features.ts';

/** Names by type: words as `innerWord` makes them, separated by a space. */
export type InnerNames = Readonly<Partial<Record<NameType, readonly string[]>>>;

/**
 * A word as the lists hold it: in lower case without diacritics, but two letters as they are, so that US is not "us".
 *
 * @example
 * innerWord('México'); // 'mexico'
 */
export function innerWord(form: string): string {
  return form.length <= 2 ? form : foldWord(form.toLowerCase().replaceAll('’', "'"));
}

/** Tokens of the longest listed name. */
const LONGEST = 4;

/** Types of names that others are looked for in. */
const HOLDERS: ReadonlySet<NameType> = new Set(['organization', 'work', 'event', 'product']);

export class InnerNameFinder {
  private readonly types = new Map<string, NameType>();

  constructor(inner: InnerNames) {
    for (const [type, names] of Object.entries(inner)) for (const name of names) this.types.set(name, type as NameType);
  }

  /**
   * The names, and after each those that stand in it.
   *
   * @param formOf the form of a token
   * @example
   * finder.add(names, formOf); // [Ministry of Defence of Belarus, Belarus]
   */
  add(names: readonly Name[], formOf: (token: number) => string): Name[] {
    const all: Name[] = [];
    for (const name of names) {
      const parent = all.length;
      all.push(name);
      if (!HOLDERS.has(name.type)) continue;
      for (let t = name.first; t < name.last; t++) {
        if (!/^\p{Lu}/u.test(formOf(t))) continue;
        const found = this.longestAt(name, t, formOf);
        if (found === null) continue;
        all.push({ first: t, last: found.last, type: found.type, probability: name.probability, parent });
        t = found.last - 1;
      }
    }
    return all;
  }

  private longestAt(
    { first, last }: Name,
    t: number,
    formOf: (token: number) => string,
  ): { last: number; type: NameType } | null {
    let words = '';
    let found: { last: number; type: NameType } | null = null;
    for (let end = t + 1; end <= Math.min(last, t + LONGEST); end++) {
      words += `${words && ' '}${innerWord(formOf(end - 1))}`;
      const type = this.types.get(words);
      if (type !== undefined && (t > first || end < last)) found = { last: end, type };
    }
    return found;
  }
}
