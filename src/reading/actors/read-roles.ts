/**
 * Reads what a text says of a named person's post or trade, and to whom they belong, from the words beside the name: "Transport
 * Minister Danilo Farkas", "Milo Hatch, the director of the port", "Hydrovel's spokesman, Piet Karras", "Ames of the port police".
 * Roles and affiliations are words of the text: a role is without article and without the affiliation.
 */
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import { NO_ROLES } from './description-nouns.ts';
import type { Ground } from './ground.ts';
import { isPersonNoun, kindOfNoun } from './noun-kinds.ts';
import { type Description, isCourtesy, isTitle, readDescription } from './read-description.ts';

/** What one place of the text says of a person. */
export interface RoleFound {
  readonly role: Range | null;
  readonly affiliation: Range | null;
  /** The noun phrase that says it, for the reasons; and for decisions to point at. */
  readonly said: Range;
}

/** How many words before a name are looked at for a title, and how many for a phrase that it stands in apposition to. */
const TITLE_REACH = 8;
const PHRASE_REACH = 20;
/** What may begin a description behind a name. */
const BEHIND = /^(?:,|of|is|was)$/;
const TITLE_TAGS = /^(?:JJ|NN|NNS|NNP|NNPS|POS|HYPH|VBG|VBN)$/;
const CLOSING = /^(?:[,.;:)]|''|-RRB-|VB[DZPN]|MD|WP|WDT|CC|RB)$/;

/**
 * All that the words beside a person's name say of the person, in order of the text.
 *
 * @param name the tokens of the name, without titles
 * @example
 * readRoles(ground, { first: 2, last: 4 })[0].role; // that of "Minister" for "Transport Minister Danilo Farkas"
 */
export function readRoles(ground: Ground, name: Range): RoleFound[] {
  const words = ground.wordsAt(name.first);
  const before = words.lower(name.first - 1);
  // Most names have nothing beside them.
  if (before !== ',' && !BEHIND.test(words.lower(name.last)) && !isTitle(before) && !isCourtesy(before)) return [];
  return [
    beforeComma(ground, words, name),
    titleBefore(ground, words, name),
    behind(ground, words, name),
    copula(ground, words, name),
  ].filter((found) => found !== undefined);
}

/** "Colonel", "Ketrian Transport Minister", "foreign ministry spokeswoman" right before the name. */
function titleBefore(ground: Ground, words: SentenceWords, name: Range): RoleFound | undefined {
  let last = name.first;
  while (isCourtesy(words.lower(last - 1))) last--;
  if (!isTitle(words.lower(last - 1)) || !TITLE_TAGS.test(words.tag(last - 1))) return undefined;
  let first = last - 1;
  while (first > words.first && last - first < TITLE_REACH && TITLE_TAGS.test(words.tag(first - 1))) first--;
  const phrase = readDescription(ground, first, last);
  if (!phrase || phrase.head !== last - 1)
    return { role: { first: last - 1, last }, affiliation: null, said: { first: last - 1, last } };
  return { role: { first: phrase.role.first, last }, affiliation: phrase.affiliation, said: { first, last } };
}

/** "the mayor of Harsel, Anna Marek": the name stands in apposition to the phrase. */
function beforeComma(ground: Ground, words: SentenceWords, name: Range): RoleFound | undefined {
  let comma = name.first - 1;
  // "The vicar, Father Ansgar Pinto": titles stand between.
  while (isTitle(words.lower(comma)) || isCourtesy(words.lower(comma))) comma--;
  if (words.lower(comma) !== ',' || !CLOSING.test(words.tag(name.last))) return undefined;
  for (let first = comma - 1; first >= words.first && comma - first < PHRASE_REACH; first--) {
    const tag = words.tag(first);
    if (/^(?:[,;:]|VB[DZP]|MD|WP|WDT|CC)$/.test(tag)) return undefined;
    const isStart =
      /^(?:DT|PRP\$)$/.test(tag) ||
      (first > words.first ? /^(?:[,:]|VB[DZP]|IN|``)$/.test(words.tag(first - 1)) : true);
    if (!isStart || /^(?:IN|TO|POS)$/.test(tag)) continue;
    const phrase = readDescription(ground, first, comma);
    if (
      phrase?.last === comma &&
      describesOne(words, phrase) &&
      (phrase.isDefinite || phrase.number || phrase.affiliation)
    )
      return { role: phrase.role, affiliation: phrase.affiliation, said: { first, last: comma } };
  }
  return undefined;
}

/** "X, a spokesman for the force", "X, 34, a teacher", "X, of the Civic List", "X of the border police". */
function behind(ground: Ground, words: SentenceWords, name: Range): RoleFound | undefined {
  let t = name.last;
  if (words.lower(t) === 'of') {
    const body = bodyAt(ground, words, t + 1);
    return body && { role: null, affiliation: body, said: { first: t, last: body.last } };
  }
  if (words.lower(t) !== ',') return undefined;
  t++;
  if (words.tag(t) === 'CD' && words.lower(t + 1) === ',') t += 2;
  if (/^(?:of|for|from|with)$/.test(words.lower(t))) {
    const body = bodyAt(ground, words, t + 1);
    return body && { role: null, affiliation: body, said: { first: t, last: body.last } };
  }
  const phrase = readDescription(ground, t, words.last);
  if (!phrase || !describesOne(words, phrase) || ground.nameAt(phrase.head)?.type === 'person') return undefined;
  // "Ames, president of the club" needs a noun of the lists; "a keeper of bees" says by its article that it describes.
  if (!isPersonNoun(words.lower(phrase.head)) && !isSaidOfOne(words, phrase, t)) return undefined;
  if (!isClosed(words, phrase)) return undefined;
  return { role: phrase.role, affiliation: phrase.affiliation, said: { first: t, last: phrase.last } };
}

/** "Anna Marek is the mayor". */
function copula(ground: Ground, words: SentenceWords, name: Range): RoleFound | undefined {
  if (!/^(?:is|was)$/.test(words.lower(name.last))) return undefined;
  const phrase = readDescription(ground, name.last + 1, words.last);
  if (!phrase || phrase.first !== name.last + 1 || !/^(?:DT|PRP\$)$/.test(words.tag(phrase.first))) return undefined;
  if (!describesOne(words, phrase) || !isPersonNoun(words.lower(phrase.head))) return undefined;
  // Within a quotation it is what somebody says of the person.
  if (ground.isQuoted(name.first)) return undefined;
  return { role: phrase.role, affiliation: phrase.affiliation, said: { first: phrase.first, last: phrase.last } };
}

function describesOne(words: SentenceWords, { head, isPlural, whole }: Description): boolean {
  const noun = words.lower(head);
  return !isPlural && whole === null && isTitle(noun) && !NO_ROLES.has(noun);
}

const isSaidOfOne = (words: SentenceWords, { head }: Description, t: number): boolean =>
  /^(?:an?|the)$/.test(words.lower(t)) && words.tag(head) === 'NN';

/** "Farkas, a doctor and two nurses" is a list; "it sank off Harsel, an official said" goes on with another's clause. */
function isClosed(words: SentenceWords, { last }: Description): boolean {
  if (!words.has(last)) return true;
  if (words.tag(last) === 'CC') return !/^(?:DT|CD|NNP|PRP\$)$/.test(words.tag(last + 1));
  return !/^(?:VB[DZP]|MD)$/.test(words.tag(last));
}

/** The body, place or other name that a phrase begins with: "the Velmoran border police". */
function bodyAt(ground: Ground, words: SentenceWords, t: number): Range | undefined {
  const phrase = readDescription(ground, t, words.last);
  if (!phrase) return undefined;
  const isBody = kindOfNoun(words.lower(phrase.head)) === 'body' || ground.nameAt(phrase.head) !== undefined;
  if (!isBody) return undefined;
  const first = words.tag(phrase.first) === 'DT' ? phrase.first + 1 : phrase.first;
  const last = Math.max(phrase.head + 1, phrase.last);
  // "of St Barbara's": the possessive is what is said.
  return { first, last: words.tag(last) === 'POS' ? last + 1 : last };
}
