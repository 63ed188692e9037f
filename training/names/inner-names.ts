/**
 * Makes the list of names that are looked for inside others: countries and peoples of Unicode CLDR, other wordings of them in
 * news, and the places and groups that the gold names so often that they can be trusted.
 */
import { type InnerNames, innerWord } from '../../src/language/names/inner-names.ts';
import type { NameArticle } from './gold.ts';

/** Other wordings of countries and bodies of countries, as news writes them. */
const WORDINGS: readonly string[] = [
  ...['U.S.', 'US', 'U.S.A.', 'USA', 'United States of America', 'U.K.', 'UK', 'Britain', 'Great Britain', 'England'],
  ...[
    'Scotland',
    'Wales',
    'Northern Ireland',
    'Russia',
    'South Korea',
    'North Korea',
    'Korea',
    'Iran',
    'Syria',
    'Palestine',
  ],
  ...[
    'Ivory Coast',
    'Hong Kong',
    'Taiwan',
    'Macau',
    'Burma',
    'Turkey',
    'Czech Republic',
    'Holland',
    'East Timor',
    'Congo',
  ],
  ...[
    'Swaziland',
    'Macedonia',
    'Kosovo',
    'Tibet',
    'Crimea',
    'Chechnya',
    'Kurdistan',
    'Gaza',
    'Europe',
    'Asia',
    'Africa',
  ],
  ...['America', 'Latin America', 'South America', 'North America', 'Middle East'],
];

/** Times that the gold must name a place or group for it to be listed, and may write it small. */
const OFTEN = 4;
const SMALL = 2;

/** Codes of Intl.DisplayNames that are no countries. */
const NO_COUNTRY = /^(?:X[^K]|ZZ|QO|UN)$/;

/**
 * The lists, sorted.
 *
 * @example
 * innerNames(articles).place.includes('belarus'); // true
 */
export function innerNames(articles: readonly NameArticle[]): InnerNames {
  const place = new Set<string>();
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const group = new Set<string>();
  for (const code of codes()) {
    const region = regions.of(code);
    if (region && !NO_COUNTRY.test(code)) place.add(plain(region));
    const language = languages.of(code.toLowerCase());
    if (language && /^[A-Z][a-z]+$/.test(language)) group.add(plain(language));
  }
  for (const wording of WORDINGS) place.add(plain(wording));
  const counts = new Map<string, number>();
  const small = new Map<string, number>();
  for (const { text, names } of articles) {
    for (const [word] of text.matchAll(/(?<=\s)\p{Ll}[\p{L}.]*/gu)) small.set(word, (small.get(word) ?? 0) + 1);
    for (const { start, end, types, sure } of names) {
      if (!sure || types.length > 1 || (types[0] !== 'place' && types[0] !== 'group')) continue;
      const key = `${types[0]} ${plain(text.slice(start, end))}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  for (const [key, count] of counts) {
    const [type, ...words] = key.split(' ');
    if (words.join('').length < 3) continue;
    if (count >= OFTEN && words.length <= 3 && (small.get(words.join(' ')) ?? 0) <= SMALL)
      (type === 'place' ? place : group).add(words.join(' '));
  }
  for (const name of place) group.delete(name);
  return { place: [...place].sort(), group: [...group].sort() };
}

function* codes(): Generator<string> {
  for (let a = 65; a <= 90; a++) for (let b = 65; b <= 90; b++) yield String.fromCharCode(a, b);
}

const plain = (name: string): string => name.replaceAll('-', ' - ').split(/\s+/).map(innerWord).join(' ');
