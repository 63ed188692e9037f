/** Statements as CSV, one row each: for spreadsheets, R and Python. A Frictionless data package stands beside the file. */
import type { ExportFormat } from '../format.ts';
import { putDataPackage } from '../table/data-package.ts';
import { STATEMENT_COLUMNS, type Value } from '../table/statement-columns.ts';
import { LEFT_OUT_OF_TABLES, tableRows } from '../table/table-rows.ts';
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv-line.ts';

export const csv: ExportFormat = {
  name: 'csv',
  description: 'statements as a table for spreadsheets, R and Python',
  ending: '.csv',
  mediaType: 'text/csv',
  isLossless: false,
  marksRejected: true,
  unit: 'statements',
  leavesOut: LEFT_OUT_OF_TABLES,
  kind: 'stream',
  async *stream(request) {
    if (request.bom) yield BYTE_ORDER_MARK;
    yield csvLine(STATEMENT_COLUMNS.map(({ name }) => name));
    for await (const values of tableRows(request)) yield csvLine(values.map(cellOf));
  },
  beside: (request, path) => putDataPackage(request, path, 'csv'),
};

function cellOf(value: Value): Cell {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Cell);
}
