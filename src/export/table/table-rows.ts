/** The rows of the table of statements, one by one: what CSV, JSON Lines and Parquet write. */
import type { ExportRequest } from '../format.ts';
import { STATEMENT_COLUMNS, type TableRow, type Value } from './statement-columns.ts';

/**
 * The values of each row in the order of the columns; counts them, and notes what a row has no column for.
 *
 * @example
 * for await (const values of tableRows(request)) values.length === STATEMENT_COLUMNS.length; // true
 */
export async function* tableRows({ selection, tally }: ExportRequest): AsyncGenerator<readonly Value[]> {
  for await (const version of selection.versions()) {
    const byId = new Map(version.statements.map((statement) => [statement.id, statement]));
    for (const statement of version.statements) {
      const row: TableRow = { statement, version, byId };
      tally.count++;
      if ((statement.content?.spans.length ?? 0) > 1) tally.lose('the gaps of split contents');
      if (statement.resolution === 'uncertain') tally.lose('the candidates of sources that are open');
      if (statement.review && statement.review.tags.length > 0) tally.lose('tags');
      yield STATEMENT_COLUMNS.map(({ of }) => of(row));
    }
  }
}

/** What a table of statements has no rows for. */
export const LEFT_OUT_OF_TABLES = [
  'what the outlets assert themselves',
  'mentions of actors, times and places beyond the first',
  'the texts',
] as const;
