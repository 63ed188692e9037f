/**
 * Groups the names of a document: those that mean the same by their words alone. Longer names are taken first, and a shorter
 * one joins the only longer one that it may stand for; where there are several, it is left open for its context to decide.
 *
 * A false merge is worse than a missed one: two full names are one only where one is the other with fewer words. Names are
 * looked up by their words, so the time is linear in the names.
 */
import type { Document, EntityType, Name, NameType } from '../../text/document.ts';
import { COUNTRY_NAMES } from '../en/country-names.ts';
import { type Gender, TITLES } from '../en/titles.ts';
import { RELATIONS } from '../parse/relations.ts';
import { XPOS_TAGS } from '../tag/tags.ts';
import { nameUses } from './name-uses.ts';
import { acronymsOf, mayBeShortOf, organizationWords } from './organization-names.ts';
import { mayBeShortFor, personName } from './person-names.ts';
import type { WordFacts } from './word-facts.ts';

/** The names of one person, body or place. */
export interface NameGroup {
  readonly type: EntityType;
  /** The words of its longest name, folded. */
  readonly words: readonly string[];
  /** Those, and the words of what else it is known as. */
  readonly known: (readonly string[])[];
  /** Whether it names several: "the Mareks". */
  readonly plural: boolean;
  /** What titles tell, or the first name in log odds (positive: a woman's). */
  gender: Gender | null;
  readonly odds: number;
  /** How many names of the document are surely of it. */
  count: number;
}

/** What a name may mean: by its index among the groups, one where it is clear. */
export interface GroupedName {
  readonly groups: readonly number[];
  /** What a title before this name tells. */
  readonly gender: Gender | null;
  /** Whether it is one title and nothing else, and no surname of a longer name: "Doctor". */
  readonly isTitle: boolean;
  readonly why: string;
}

export interface GroupedNames {
  readonly groups: readonly NameGroup[];
  /** One for each name of the document. */
  readonly names: readonly GroupedName[];
}

const PLURAL = XPOS_TAGS.indexOf('NNPS');
const SUBJECT = RELATIONS.indexOf('nsubj');

const ENTITY_TYPES: Readonly<Record<NameType, EntityType>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  group: 'group',
  product: 'other',
  work: 'work',
  event: 'other',
};

/** Log odds from which a first name keeps a title's gender away. */
const SURE_ODDS = 1;

/** Namesakes beyond this many are not looked at: no article has them, and a list of names stays linear. */
const MOST = 100;

/** Log odds of a gender that a title tells, and from which a first name tells namesakes apart. */
const SURE = 6;
const CLEAR = 1;

/** How far a single word is taken for a first name. */
const SINGLE = 0.5;

interface Form {
  readonly words: readonly string[];
  readonly key: string;
  readonly type: EntityType;
  readonly gender: Gender | null;
  readonly plural: boolean;
  /** As it is written where it is one word in capitals, in lower case. */
  readonly letters: string | null;
}

/**
 * Groups the names of a document that has them.
 *
 * @example
 * groupNames(document, facts).names[1]; // { groups: [0], why: 'short name' }
 */
export function groupNames(document: Document, facts: WordFacts): GroupedNames {
  const forms = formsOf(document, facts);
  const groups: NameGroup[] = [];
  const found: (GroupedName | undefined)[] = forms.map(() => undefined);
  const order = forms.map((_, i) => i).sort((a, b) => forms[b].words.length - forms[a].words.length || a - b);
  const index = new Map<string, number[]>();
  const byKey = new Map<string, GroupedName>();
  const byForm = new Map<string, GroupedName>();
  const aliases = findAliases(document, forms, facts);
  const add = ({ type, words, gender, plural }: Form): number => {
    const odds = type === 'person' ? facts.nameOdds(words[0]) * (words.length > 1 ? 1 : SINGLE) : 0;
    const group = groups.push({ type, words, known: [], plural, gender, odds, count: 0 }) - 1;
    know(group, words);
    return group;
  };
  const know = (group: number, words: readonly string[]): void => {
    const { type, known } = groups[group];
    known.push(words);
    const last = words[words.length - 1];
    const keys = [words[0], last, words.slice(0, 2).join(' '), ...(type === 'organization' ? acronymsOf(words) : [])];
    for (const key of new Set(keys)) {
      const list = index.get(`${type} ${key}`);
      if (list) list.push(group);
      else index.set(`${type} ${key}`, [group]);
    }
  };
  for (const i of order) {
    const form = forms[i];
    const key = `${form.type} ${form.gender ?? ''} ${form.plural} ${form.key}`;
    let result = byKey.get(key);
    if (result === undefined) {
      const other = aliases
        .get(form.key)
        ?.map((alias) => byForm.get(alias))
        .find((of) => of?.groups.length === 1);
      if (other) know(other.groups[0], form.words);
      const { gender } = form;
      const isTitle = form.type === 'person' && form.words.length === 1 && TITLES.has(form.key);
      const { groups: of, why } = other ? { groups: other.groups, why: 'also known as' } : resolve(form, groups, index);
      if (of.length > 0) result = { groups: of, gender, isTitle: false, why };
      else result = { groups: [add(form)], gender, isTitle, why: form.words.length > 1 ? 'full name' : 'name' };
      byKey.set(key, {
        ...result,
        why: result.why === 'full name' || result.why === 'name' ? 'same name' : result.why,
      });
    }
    found[i] = result;
    if (!byForm.has(form.key)) byForm.set(form.key, result);
    if (result.groups.length === 1) {
      const group = groups[result.groups[0]];
      group.count++;
      group.gender ??= form.gender;
    }
  }
  return { groups, names: found as GroupedName[] };
}

/** The groups that a form may be of; none where it is a new one's. */
function resolve(
  form: Form,
  groups: readonly NameGroup[],
  index: ReadonlyMap<string, number[]>,
): Pick<GroupedName, 'groups' | 'why'> {
  const { type, words } = form;
  if (words.length === 0) return { groups: [], why: 'name' };
  const at = (key: string): readonly number[] => index.get(`${type} ${key}`)?.slice(0, MOST) ?? [];
  const last = words[words.length - 1];
  const isOf = (g: number, test: (known: readonly string[]) => boolean): boolean => groups[g].known.some(test);
  const same = at(words.slice(0, 2).join(' ')).filter(
    (g) => isOf(g, (known) => known.join(' ') === form.key) && agrees(form, groups[g]),
  );
  if (type === 'person') {
    const near = new Set([...at(last), ...at(words.slice(0, 2).join(' '))]);
    const fits = [...near].filter((g) => isOf(g, (known) => mayBeShortFor(words, known)) && agrees(form, groups[g]));
    const why = form.gender === null ? 'short name' : 'title and surname';
    if (same.length === 1 && words.length > 1) return { groups: same, why: 'same name' };
    return { groups: bestByTitle(form, fits, groups), why: same.length > 0 ? 'same name' : why };
  }
  if (same.length > 0) return { groups: same.slice(0, 1), why: 'same name' };
  if (type !== 'organization') return { groups: [], why: 'name' };
  const short = [...new Set([...at(words[0]), ...at(last)])].filter((g) =>
    isOf(g, (known) => mayBeShortOf(words, known)),
  );
  if (short.length > 0) return { groups: short, why: 'short name' };
  const { letters } = form;
  if (letters === null) return { groups: [], why: 'name' };
  return { groups: at(letters).filter((g) => groups[g].words.length > 1), why: 'acronym' };
}

/** Of several namesakes the one whose first name agrees with a title, where those of the others speak against it. */
function bestByTitle({ gender }: Form, fits: readonly number[], groups: readonly NameGroup[]): readonly number[] {
  if (gender === null || fits.length < 2) return fits;
  const odds = (g: number): number => {
    const own = groups[g].gender === null ? groups[g].odds : groups[g].gender === 'female' ? SURE : -SURE;
    return gender === 'female' ? own : -own;
  };
  const [best, second] = fits.toSorted((a, b) => odds(b) - odds(a));
  return odds(best) > CLEAR && odds(second) < 0 ? [best] : fits;
}

/** Whether a title does not speak against a person, nor number against a family. */
function agrees({ gender, plural }: Form, group: NameGroup): boolean {
  if (plural !== group.plural) return false;
  if (gender === null) return true;
  if (group.gender !== null) return group.gender === gender;
  return gender === 'female' ? group.odds > -SURE_ODDS : group.odds < SURE_ODDS;
}

function formsOf(document: Document, facts: WordFacts): Form[] {
  const { tokens, names, text } = document;
  const { lexeme, start, end, xpos } = tokens!;
  const wordsOf = (first: number, last: number): string[] =>
    Array.from({ length: last - first }, (_, i) => facts.fold(lexeme[first + i]));
  const types = unifiedTypes(names!, (name) => wordsOf(name.first, name.last), nameUses(document, facts));
  return names!.map(({ first, last }, i) => {
    const tokensOf = wordsOf(first, last);
    const type = types[i];
    if (type === 'person') {
      const plural = xpos[last - 1] === PLURAL;
      const before = [first - 1, first - 2, first - 3].filter((t) => t >= 0).map((t) => facts.fold(lexeme[t]));
      // A full stop stands as a token of its own behind "Mr" where the tokenizer cuts it.
      const { words: own, gender } = personName(tokensOf, before[0] === '.' ? before.slice(1) : before);
      // A name that is all titles and initials is known by these.
      const words = own.length > 0 ? own : tokensOf;
      return { words, key: words.join(' '), type, gender, plural, letters: null };
    }
    const words = organizationWords(tokensOf);
    const key = COUNTRY_NAMES.get(words.join(' ')) ?? words.join(' ');
    const written = text.slice(start[first], end[last - 1]).replaceAll('.', '');
    const letters =
      last - first === 1 && /^[\p{Lu}\d][\p{L}\d]*\p{Lu}s?$/u.test(written) ? written.toLowerCase() : null;
    return { words: key.split(' '), key, type, gender: null, plural: type === 'group', letters };
  });
}

/**
 * One type for all names of one wording: that of the greatest probability in sum. A single word that ends a person's full
 * name, and is a person's more often than not, is always that person's; one that the text shows to be another thing is that.
 */
function unifiedTypes(
  names: readonly Name[],
  wordsOf: (name: Name) => readonly string[],
  uses: ReadonlyMap<string, EntityType>,
): EntityType[] {
  const votes = new Map<string, Map<EntityType, number>>();
  const surnames = new Set<string>();
  const keys = names.map((name) => {
    const words = wordsOf(name);
    if (name.type === 'person' && words.length > 1) surnames.add(words[words.length - 1]);
    return words.join(' ');
  });
  names.forEach(({ type, probability, parent }, i) => {
    const of = votes.get(keys[i]) ?? new Map<EntityType, number>();
    votes.set(keys[i], of);
    const bonus = type === 'person' && surnames.has(keys[i]) ? 2 : 1;
    of.set(ENTITY_TYPES[type], (of.get(ENTITY_TYPES[type]) ?? 0) + bonus * probability * (parent === null ? 1 : 0.5));
  });
  return keys.map((key) => {
    const [type] = [...votes.get(key)!].sort((a, b) => b[1] - a[1])[0];
    return type === 'person' || type === 'organization' ? (uses.get(key) ?? type) : type;
  });
}

/**
 * Names that the text itself says are of one: initials in brackets behind the name ("the Commission (MRC)"), a name in them that
 * is told to be another ("Ali (born Clay)"), and what somebody is known as. By the words of each name, those of the others.
 */
function findAliases(
  { tokens, sentences, names, text }: Document,
  forms: readonly Form[],
  facts: WordFacts,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const { start, end, lexeme, head, relation, length } = tokens!;
  const fold = (t: number): string => facts.fold(lexeme[t]);
  /** Verbs with a subject of their own: "Marek dubbed Kovac a liar". */
  const active = new Set<number>();
  for (let t = 0; t < length; t++) if (relation[t] === SUBJECT && KNOWN.has(fold(head[t]))) active.add(head[t]);
  const isActive = (t: number): boolean => active.has(t);
  const join = (a: number, b: number): void => {
    const keys = [forms[a].key, forms[b].key];
    for (const [from, to] of [keys, keys.toReversed()]) found.set(from, [...(found.get(from) ?? []), to]);
  };
  let s = 0;
  /** Names of the sentence so far that stand in no other. */
  let earlier: number[] = [];
  names!.forEach(({ first, last, parent }, i) => {
    if (parent !== null) return;
    while (sentences!.last[s] <= first) {
      s++;
      earlier = [];
    }
    const before = earlier[earlier.length - 1];
    const form = forms[i];
    const isAbbreviated =
      before !== undefined &&
      form.words.length === 1 &&
      forms[before].words.length > 1 &&
      form.key[0] === forms[before].key[0];
    if (
      isAbbreviated &&
      form.type === forms[before].type &&
      text[end[last - 1]] === ')' &&
      text.slice(end[names![before].last - 1], start[first]).trim() === '('
    )
      join(before, i);
    else if (form.type === 'person') {
      const persons = earlier.filter((e) => forms[e].type === 'person');
      const known = knownFrom(fold, isActive, first, sentences!.first[s]);
      const outside = persons.filter(
        (e) => names![e].last <= known && !isInBrackets(fold, names![e].first, sentences!.first[s]),
      );
      if (known >= 0 && outside.length === 1) join(outside[0], i);
    }
    earlier.push(i);
  });
  return found;
}

/** Where the words begin that say that a name is another of somebody before; -1 where none do. */
function knownFrom(fold: (t: number) => string, isActive: (t: number) => boolean, first: number, from: number): number {
  // "Montalvo had known Devocht" makes no one of two.
  let isCalled = false;
  for (let t = first - 1; t >= Math.max(from, first - KNOWN_WINDOW); t--) {
    const word = fold(t);
    if (KNOWN.has(word) && !isActive(t)) return word !== 'known' || isCalled ? t : -1;
    isCalled ||= word === 'as' || word === 'by';
    if (OTHERWISE.has(word) && isInBrackets(fold, t, from)) return t;
    // Only small words may stand between.
    if (
      !/^(?:as|by|the|his|her|their|pseudonym|nickname|name|stage|pen|simply|just|saint|st|["“”'‘’.])$/.test(word) &&
      !TITLES.has(word)
    )
      return -1;
  }
  return -1;
}

function isInBrackets(fold: (t: number) => string, at: number, from: number): boolean {
  for (let t = at - 1; t >= Math.max(from, at - BRACKET_WINDOW); t--) {
    if (fold(t) === ')') return false;
    if (fold(t) === '(') return true;
  }
  return false;
}

/** "Also known as", "nicknamed"; and what says so within brackets. */
const KNOWN = new Set(['known', 'nicknamed', 'dubbed', 'alias', 'aka']);
const OTHERWISE = new Set(['born', 'née', 'nee', 'formerly', ':']);
/** Tokens in which they are looked for. */
const KNOWN_WINDOW = 6;
const BRACKET_WINDOW = 30;
