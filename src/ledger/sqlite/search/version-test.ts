/** Terms that are about the article as a whole: its outlet, language, headline and date. */
import { holdsWords } from '../../search/holds-words.ts';
import type { Term } from '../../search/query.ts';
import type { Database } from '../database.ts';
import { dayOf, OPEN_END, OPEN_START } from './entry-record.ts';
import { findWords } from './find-words.ts';
import type { SearchColumns, SearchVersion } from './search-columns.ts';

/**
 * Which versions fit the term; null where it is about something else.
 *
 * @example
 * testVersions(database, columns, termOfFacet('outlet', 'The Post'))?.(columns.versions[0]);
 */
export function testVersions(
  database: Database,
  { outlets, languages }: SearchColumns,
  { field, value }: Term,
): ((version: SearchVersion) => boolean) | null {
  if (value.type === 'dates') {
    if (field !== 'published') return null;
    const from = dayOf(value.from, 'first') ?? OPEN_START;
    const to = dayOf(value.to, 'last') ?? OPEN_END;
    return ({ publishedDay }) => publishedDay !== null && publishedDay >= from && publishedDay <= to;
  }
  if (value.type !== 'words') return null;
  switch (field) {
    case 'outlet': {
      const fits = outlets.map(holdsWords(value));
      return ({ outlet }) => fits[outlet];
    }
    case 'lang': {
      const wanted = value.text.toLowerCase();
      const fits = languages.map((tag) => tag.toLowerCase() === wanted || tag.toLowerCase().startsWith(`${wanted}-`));
      return ({ language }) => fits[language];
    }
    case 'article': {
      if (value.text.startsWith('art_')) {
        const key = database.get<{ key: number }>('SELECT key FROM article WHERE id = ?', value.text)?.key;
        return ({ article }) => article === key;
      }
      return keysAmong(findWords(database, 'head_text', 'headline', value));
    }
    default:
      return null;
  }
}

/**
 * Whether the key of a version is in one of the lists.
 *
 * @example
 * keysAmong(findWords(database, 'head_text', null, words))(version);
 */
export function keysAmong(lists: readonly ArrayLike<number>[]): (version: SearchVersion) => boolean {
  const keys = new Set<number>();
  for (const list of lists) for (let i = 0; i < list.length; i++) keys.add(list[i]);
  return ({ key }) => keys.has(key);
}
