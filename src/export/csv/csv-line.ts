/**
 * The one CSV writer: RFC 4180 with CRLF, quoted only where it must be. A cell of text that a spreadsheet would run as a formula
 * (CWE-1236: it begins with = + - @, a tab or a line end) gets an apostrophe before it; numbers never do.
 */

export type Cell = string | number | boolean | null | undefined;

/** A byte order mark, for spreadsheets that otherwise take UTF-8 for something else. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** As what CSV is served and opened. */
export const CSV_MEDIA_TYPE = 'text/csv;charset=utf-8;header=present';

/**
 * One line with its line end. What is absent is an empty cell.
 *
 * @example
 * csvLine(['said "no"', 12, null, '=1+1']); // '"said ""no""",12,,\'=1+1\r\n'
 */
export function csvLine(cells: readonly Cell[]): string {
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    if (i > 0) line += ',';
    line += csvCell(cells[i]);
  }
  return `${line}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
