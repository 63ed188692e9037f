/** Articles by the words of their text and headline, each with the piece of its text that holds them. */
import type { Span } from '../../../text/document.ts';
import { HearsayError } from '../../../text/errors.ts';
import type { ArticleQuery, FoundArticle, Page, Snippet } from '../../found.ts';
import { FIELDS, type Field } from '../../search/fields.ts';
import { parseQuery } from '../../search/parse-query.ts';
import type { Query, Words } from '../../search/query.ts';
import type { Database } from '../database.ts';
import { limitOf, lostCursor, readCursor, writeCursor } from './cursor.ts';
import { findWords, matchOf } from './find-words.ts';
import type { SearchColumns, SearchVersion } from './search-columns.ts';
import type { SearchIndex } from './search-index.ts';
import { keysAmong, testVersions } from './version-test.ts';

const LIST = 'articles';
/** Words of a snippet. */
const SNIPPET_WORDS = 24;
/** Stand around the words in a snippet; an article that has them itself loses them there. */
const [OPEN, CLOSE] = ['\u0001', '\u0002'];

/**
 * See LedgerReader.searchArticles.
 *
 * @throws HearsayError E_INPUT where the search has a mistake or a field that articles do not have.
 * @example
 * searchArticles(index, { search: '"brake failure" outlet:post' }).rows[0]?.snippet;
 */
export function searchArticles({ database, state }: SearchIndex, query: ArticleQuery): Page<FoundArticle> {
  const tree = parseQuery(query.search);
  checkFields(tree);
  const { columns } = state();
  const fits = findVersions(database, columns, tree);
  const found = columns.versions
    .map((version, position) => ({ version, position }))
    .filter(({ position }) => fits[position])
    .sort((a, b) => compare(a.version, b.version) || a.position - b.position);
  const first = query.after === undefined ? 0 : placeAfter(database, found, readCursor(LIST, query.after));
  const shown = found.slice(first, first + limitOf(query.limit));
  const words = wordsOf(tree);
  const rows = shown.map(({ version }) => readArticle(database, version, words));
  const last = rows.at(-1);
  const hasMore = last !== undefined && first + rows.length < found.length;
  return { total: found.length, first, rows, next: hasMore ? writeCursor(LIST, last.versionId) : null };
}

function checkFields(tree: Query): void {
  if (tree.type === 'and' || tree.type === 'or') tree.parts.forEach(checkFields);
  if (tree.type === 'not') checkFields(tree.part);
  if (tree.type !== 'term' || tree.field === null) return;
  const field: Field = FIELDS[tree.field];
  if (field.ofArticles) return;
  const names = Object.entries<Field>(FIELDS).filter(([, { ofArticles }]) => ofArticles);
  throw new HearsayError(
    'E_INPUT',
    `Articles have no ${tree.field}: use ${names.map(([name]) => name).join(', ')}, or search statements.`,
  );
}

/** One byte for each version: whether it fits. */
function findVersions(database: Database, columns: SearchColumns, tree: Query): Uint8Array {
  const { versions } = columns;
  const of = (part: Query) => findVersions(database, columns, part);
  switch (tree.type) {
    case 'all':
      return new Uint8Array(versions.length).fill(1);
    case 'and':
      return tree.parts.map(of).reduce((a, b) => a.map((fits, at) => fits & b[at]));
    case 'or':
      return tree.parts.map(of).reduce((a, b) => a.map((fits, at) => fits | b[at]));
    case 'not':
      return of(tree.part).map((fits) => 1 - fits);
    case 'term': {
      const fits =
        testVersions(database, columns, tree) ??
        keysAmong(findWords(database, 'version_text', null, tree.value as Words));
      return Uint8Array.from(versions, (version) => Number(fits(version)));
    }
  }
}

/** The words that an article is found by, not those that it must not have. */
function wordsOf(tree: Query): Words[] {
  switch (tree.type) {
    case 'and':
    case 'or':
      return tree.parts.flatMap(wordsOf);
    case 'term':
      return tree.field === null ? [tree.value as Words] : [];
    default:
      return [];
  }
}

function placeAfter(database: Database, found: readonly { version: SearchVersion }[], versionId: string): number {
  const key = database.get<{ key: number }>('SELECT key FROM version WHERE id = ?', versionId)?.key;
  const place = found.findIndex(({ version }) => version.key === key);
  if (place < 0) throw lostCursor();
  return place + 1;
}

function readArticle(database: Database, { key }: SearchVersion, words: readonly Words[]): FoundArticle {
  const article = database.get<Omit<FoundArticle, 'snippet'>>(
    `SELECT article.id AS articleId, version.id AS versionId, headline, outlet, published
     FROM version JOIN article ON article.key = version.article WHERE version.key = ?`,
    key,
  )!;
  return { ...article, snippet: words.length === 0 ? null : snippetOf(database, key, words) };
}

function snippetOf(database: Database, version: number, words: readonly Words[]): Snippet | null {
  // Without the cast the driver hands over a fraction, which FTS5 takes for no condition at all.
  const row = database.get<{ marked: string; text: string }>(
    `SELECT snippet(version_text, 1, ?, ?, '', ${SNIPPET_WORDS}) AS marked, text FROM version_text
     WHERE rowid = CAST(? AS INTEGER) AND version_text MATCH ?`,
    OPEN,
    CLOSE,
    version,
    `text : (${words.map((wanted) => matchOf(wanted)).join(' OR ')})`,
  );
  if (!row) return null;
  const pieces = row.marked.split(/[\u0001\u0002]/);
  const text = pieces.join('');
  const start = row.text.indexOf(text);
  // An article that has the signs itself.
  if (start < 0) return null;
  const marks: Span[] = [];
  let at = start;
  pieces.forEach((piece, number) => {
    if (number % 2 === 1) marks.push([at, at + piece.length]);
    at += piece.length;
  });
  return { text, start, end: start + text.length, marks };
}

function compare(a: SearchVersion, b: SearchVersion): number {
  if (a.published === b.published) return 0;
  if (a.published === null || b.published === null) return a.published === null ? 1 : -1;
  return a.published < b.published ? 1 : -1;
}
