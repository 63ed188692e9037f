/**
 * Addresses of the page. All of it is in the part after "#", so that a link opens the same thing wherever the page is
 * served: a filtered table, an article, one statement in an article.
 */

export interface StatementsAddress {
  readonly view: 'statements';
  /** Search, order and page as the API names them. */
  readonly query: Readonly<Record<string, string>>;
}

export interface ArticlesAddress {
  readonly view: 'articles';
}

export interface ArticleAddress {
  readonly view: 'article';
  readonly article: string;
  /** The latest version where null. */
  readonly version: string | null;
  /** The statement to open the article at. */
  readonly statement: string | null;
}

export interface UnknownAddress {
  readonly view: 'unknown';
}

export type Address = StatementsAddress | ArticlesAddress | ArticleAddress | UnknownAddress;

/**
 * Reads an address.
 *
 * @example
 * readAddress('#/articles/art_1/statement/stmt_2');
 * // { view: 'article', article: 'art_1', version: null, statement: 'stmt_2' }
 */
export function readAddress(hash: string): Address {
  const [path, search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [view, article, ...rest] = path.split('/').map(decode);
  if (view === '' || (view === 'statements' && article === undefined)) {
    return { view: 'statements', query: Object.fromEntries(new URLSearchParams(search)) };
  }
  if (view !== 'articles') return { view: 'unknown' };
  if (!article) return { view: 'articles' };
  const parts: Record<string, string> = {};
  for (let i = 0; i < rest.length; i += 2) parts[rest[i]] = rest[i + 1];
  const { version = null, statement = null, ...others } = parts;
  return Object.keys(others).length > 0 ? { view: 'unknown' } : { view: 'article', article, version, statement };
}

/**
 * Writes the address of a table; what is empty is left out.
 *
 * @example
 * statementsAddress({ search: 'act:denied', order: '' }); // '#/statements?search=act%3Adenied'
 */
export function statementsAddress(query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return search.size > 0 ? `#/statements?${search}` : '#/statements';
}

/**
 * Writes the address of an article, or of one statement in it.
 *
 * @example
 * articleAddress('art_1', { statement: 'stmt_2' }); // '#/articles/art_1/statement/stmt_2'
 */
export function articleAddress(
  article: string,
  at: { readonly version?: string | null; readonly statement?: string | null } = {},
): string {
  const version = at.version ? `/version/${encodeURIComponent(at.version)}` : '';
  const statement = at.statement ? `/statement/${encodeURIComponent(at.statement)}` : '';
  return `#/articles/${encodeURIComponent(article)}${version}${statement}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
