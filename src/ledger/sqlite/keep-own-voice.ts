/** The rows of what the outlet does itself in a version: what it asserts, whom it approached, its loaded words. */
import type { Laid } from '../decisions/laid.ts';
import type { Database } from './database.ts';
import { entryKey } from './entry-tables.ts';
import { insertSql } from './insert-sql.ts';
import { spansColumn } from './spans-column.ts';

const ASSERTION = insertSql('assertion', 'key, id, start, "end", text, hedges, check_worth, sourced');
const SIDE = insertSql('side', 'key, actor, status, text, spans, cue_text, cue_spans');
const WORDING = insertSql('wording', 'key, start, "end", text, plainer, reason');

/**
 * Makes the rows.
 *
 * @param statements keys of the version's statements by id; so for its actors
 * @example
 * keepOwnVoice(database, 1, laid, statements, actors);
 */
export function keepOwnVoice(
  database: Database,
  version: number,
  { assertions, reading: { text, sides, wording } }: Laid,
  statements: ReadonlyMap<string, number>,
  actors: ReadonlyMap<string, number>,
): void {
  assertions.forEach(({ id, start, end, hedges, check, sourced }, position) => {
    const key = entryKey(version, position);
    const statement = sourced === null ? null : (statements.get(sourced) ?? null);
    database.run(ASSERTION, key, id, start, end, text.slice(start, end), spansColumn(hedges), check, statement);
  });
  sides.forEach(({ actor, status, text: words, spans, cue }, position) => {
    const key = entryKey(version, position);
    const who = actor === null ? null : (actors.get(actor) ?? null);
    database.run(SIDE, key, who, status, words, JSON.stringify(spans), cue.text, JSON.stringify(cue.spans));
  });
  wording.forEach(({ start, end, text: words, plainer, reason }, position) => {
    database.run(WORDING, entryKey(version, position), start, end, words, plainer, reason);
  });
}
