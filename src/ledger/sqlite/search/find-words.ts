/** Which rows of an index of words hold some words. What was typed reaches FTS5 only within quotation marks, or not at all. */
import type { Words } from '../../search/query.ts';
import type { Database } from '../database.ts';
import { readDoclists } from './read-doclists.ts';
import { TEXT_INDEXES, type TextIndex } from './search-tables.ts';

/** Words that FTS5's unicode61 leaves as they are, but for their case. */
const ONE_WORD = /^[a-z0-9]+$/i;

/**
 * The keys of the rows that hold the words next to each other, in one column or in any; in several lists, which may have a key in
 * common and are overwritten by the next call.
 *
 * @example
 * findWords(database, 'statement_text', 'content_text', words).length;
 */
export function findWords(
  database: Database,
  index: TextIndex,
  column: string | null,
  words: Words,
): readonly ArrayLike<number>[] {
  const columns: readonly string[] = TEXT_INDEXES[index].columns;
  if (ONE_WORD.test(words.text)) {
    const wanted = column === null ? null : [columns.indexOf(column)];
    return readDoclists(database, index, words.text.toLowerCase(), words.prefix, wanted);
  }
  // All in one row: the driver takes longer over a row than over a number in a list.
  const { keys } = database.get<{ keys: string }>(
    `SELECT json_group_array(rowid) AS keys FROM ${index} WHERE ${index} MATCH ?`,
    matchOf(words, column),
  )!;
  return [JSON.parse(keys) as number[]];
}

/**
 * The words as FTS5 is asked for them.
 *
 * @example
 * matchOf({ type: 'words', text: 'the "bridge', prefix: true, whole: false }, 'content_text'); // content_text : "the ""bridge"*
 */
export function matchOf({ text, prefix }: Words, column: string | null = null): string {
  const phrase = `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"${prefix ? '*' : ''}`;
  return column === null ? phrase : `${column} : ${phrase}`;
}
