/** Statements as JSON Lines: the columns of the CSV, one object a line, for scripts and for `jq`. */
import type { ExportFormat, ExportRequest } from './format.ts';
import { putDataPackage } from './table/data-package.ts';
import { STATEMENT_COLUMNS } from './table/statement-columns.ts';
import { LEFT_OUT_OF_TABLES, tableRows } from './table/table-rows.ts';

export const jsonl: ExportFormat = {
  name: 'jsonl',
  description: 'the same columns, one JSON object a line',
  ending: '.jsonl',
  mediaType: 'application/jsonl',
  isLossless: false,
  marksRejected: true,
  unit: 'statements',
  leavesOut: LEFT_OUT_OF_TABLES,
  kind: 'stream',
  stream: (request) => writeJsonLines(request),
  beside: (request, path) => putDataPackage(request, path, 'jsonl'),
};

/**
 * The rows, one line each.
 *
 * @example
 * await writeWhole('statements.jsonl', writeJsonLines(request));
 */
export async function* writeJsonLines(request: ExportRequest): AsyncGenerator<string> {
  for await (const values of tableRows(request)) {
    const row = Object.fromEntries(STATEMENT_COLUMNS.map(({ name }, position) => [name, values[position]]));
    yield `${JSON.stringify(row)}\n`;
  }
}
