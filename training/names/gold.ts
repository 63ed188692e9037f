/**
 * Names as the sets of training data give them, over raw text, brought to the types and spans of this project: titles and
 * articles stand outside a name. Where a set does not say which of several types a name has, or does not mark some types at
 * all, the gold leaves it open, and training counts every labelling that it allows.
 */
import type { NameType } from '../../src/text/document.ts';

export interface GoldName {
  /** [start, end) in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** One, or those that it may be of. */
  readonly types: readonly NameType[];
  /** False where it may also be no name. */
  readonly sure: boolean;
}

export const NAME_SETS = ['uner', 'gum', 'crossner', 'polnear'] as const;
export type NameSet = (typeof NAME_SETS)[number];

export interface NameArticle {
  readonly id: string;
  readonly set: NameSet;
  readonly text: string;
  /** Outer names, in order; none overlaps another. */
  readonly names: readonly GoldName[];
}

/** Types that a name of no class of its own may have. */
export const OTHER_TYPES: readonly NameType[] = ['group', 'product', 'work', 'event'];

const EVENT =
  /\b(?:war|wars|olympics?|games|cup|championships?|election|elections|convention|conference|festival|summit|attacks?|revolution|championship|primary|series|awards?|oscars|holocaust|intifada|day|christmas|easter|ramadan|thanksgiving|hurricane|marathon|massacre|uprising|spring|battle|tour|super bowl|expo|caucus|debate|referendum|coup)\b/i;
const WORK =
  /\b(?:act|bill|constitution|amendment|treaty|agreement|accords?|law|code|protocol|declaration|resolution|charter|pact|deal|covenant|bible|koran|quran|qur'an|torah|gospel|convention on|times|magazine|the art|song|album|book|code|report|directive)\b/i;
/** Peoples, religions and camps whose names have no ending of their own. */
const PEOPLES =
  /^(?:anti-|pro-|non-)?(?:french|dutch|greeks?|czechs?|poles?|danes?|swedes?|finns?|turks?|swiss|welsh|serbs?|croats?|jews?|jewish|arabs?|kurds?|tamils?|sikhs?|hindus?|shias?|shi'ites?|sunnis?|thais?|zulus?|hutus?|tutsis?|uighurs?|uyghurs?|rohingyas?|catholics?|protestants?|baptists?|hispanics?|nazis?|democrats?|democratic|western|islamic|germans?|romans?|afghans?|uzbeks?|tajiks?|kazakhs?|bosniaks?|maori|roma|saudis?|iraqis?|israelis?|pakistanis?|emiratis?|omanis?|yemenis?|kuwaitis?|bengalis?|punjabis?|somalis?|latinos?|filipinos?|muslims?|moslems?|mormons?|amish|evangelicals?|arabic|slavic|nordic|germanic)$/i;
const PEOPLE_ENDING = /(?:[^m]|[aeiou]m)(?:ans?|ese|ish|ites?|ists?|crats?)$/i;

/** Titles that may stand before a person's name, lower case. */
const TITLES: ReadonlySet<string> = new Set(
  `mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir madam dame lord lady king queen prince princess president
  vice-president prime minister chancellor premier governor gov. gov mayor senator sen. sen sens. congressman congresswoman
  representative rep. rep reps. ambassador secretary deputy assistant undersecretary general gen. gen major maj. colonel col.
  lt. lieutenant captain capt. capt sergeant sgt. sgt admiral adm. commander chief commander-in-chief chairman chairwoman chair director judge
  justice attorney pope cardinal archbishop bishop father rev. reverend sheikh shaikh ayatollah imam rabbi saint st. former
  ex-president first brigadier corporal private officer detective sheriff marshal speaker leader minister spokesman
  spokeswoman spokesperson editor coach candidate ceo founder co-founder author singer actor actress emperor empress protector uncle
  aunt brother sister foreign defense defence interior finance health education senior vice the u.s. us american british
  french russian german chinese indian israeli`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * The types that a name of the class "other" or "miscellaneous" may have, by its words.
 *
 * @param tag Penn Treebank tag of its last word, where it is known
 * @example
 * otherTypes('Iraqis', 'NNPS').types; // ['group']
 * otherTypes('Affordable Care Act').types; // ['work']
 */
export function otherTypes(name: string, tag = ''): { types: readonly NameType[]; sure: boolean } {
  const words = name.split(/\s+/);
  if (!/^\p{Lu}/u.test(name)) return { types: OTHER_TYPES, sure: false };
  if (isPeople(name) || (words.length === 1 && (PEOPLE_ENDING.test(name) || tag.startsWith('JJ'))))
    return { types: ['group'], sure: true };
  if (WORK.test(name)) return { types: ['work'], sure: true };
  if (EVENT.test(name)) return { types: ['event'], sure: true };
  return { types: OTHER_TYPES, sure: false };
}

/**
 * Whether a name is that of a people, a religion or a camp by a list.
 *
 * @example
 * isPeople('Tutsis'); // true
 */
export function isPeople(name: string): boolean {
  return PEOPLES.test(name);
}

/**
 * How many UTF-16 units of titles and articles a person's name begins with; all of them where it is
 * nothing else.
 *
 * @example
 * titleLength('Prime Minister Najib Razak'); // 15
 */
export function titleLength(name: string): number {
  let length = 0;
  for (const match of name.matchAll(/(\S+)\s*/g)) {
    if (!TITLES.has(match[1].toLowerCase())) return length;
    length = match.index + match[0].length;
  }
  return length;
}

/**
 * How many units of an article a name begins with.
 *
 * @example
 * articleLength('the United Nations'); // 4
 */
export function articleLength(name: string): number {
  return /^(?:the|a|an)\s+(?=\S)/i.exec(name)?.[0].length ?? 0;
}

const REWRITES = {
  small: (text: string): string => text.toLowerCase(),
  capitals: (text: string): string => text.toUpperCase(),
};

/**
 * Articles as careless people and headline writers write them: all small, or all in capitals. Spans stay as they are; an
 * article whose length would change is left out. Ids say which way they are written.
 *
 * @param every one article in so many
 * @example
 * rewritten(articles, 10, 'small')[0].id; // 'a in small'
 */
export function rewritten(
  articles: readonly NameArticle[],
  every: number,
  style: keyof typeof REWRITES,
): NameArticle[] {
  return articles
    .filter((_, i) => i % every === 0)
    .map((article) => ({ ...article, id: `${article.id} in ${style}`, text: REWRITES[style](article.text) }))
    .filter(({ text }, i) => text.length === articles[i * every].text.length);
}

/**
 * The id of the article that `rewritten` made this one of, or the id itself.
 *
 * @example
 * originalId('a in small'); // 'a'
 */
export function originalId(id: string): string {
  return id.replace(/ in (?:small|capitals)$/, '');
}
