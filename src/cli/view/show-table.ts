/**
 * A table: in a terminal one line a row, fitted to its width, words that do not fit cut with "…"; in a pipe tabs between whole cells, for
 * cut and awk. A column's share says how much of the room that is left it gets, 0 that it takes what its widest cell needs.
 */
import { displayWidth } from './display-width.ts';
import type { Paint } from './paint.ts';
import { plainLine } from './wrap-text.ts';

export interface Column<Row> {
  readonly title: string;
  readonly share: number;
  readonly isNumber?: true;
  /** A terminal is spared the column where no row has anything in it. */
  readonly isOptional?: true;
  cell(row: Row): string | number | null;
}

const GAP = 2;
const NARROWEST = 6;

/**
 * The lines of a table, each with a newline.
 *
 * @param columns of the terminal, or null for a pipe
 * @example
 * showTable(rows, [{ title: 'Name', share: 1, cell: ({ name }) => name }], 80, painter(false));
 */
export function showTable<Row>(
  rows: readonly Row[],
  wanted: readonly Column<Row>[],
  columns: number | null,
  paint: Paint,
): string {
  const isShown = ({ isOptional, cell }: Column<Row>) => columns === null || !isOptional || rows.some(cell);
  const table = wanted.filter(isShown);
  const cells = rows.map((row) => table.map((column) => plainLine(`${column.cell(row) ?? ''}`)));
  if (columns === null) return cells.map((line) => `${line.join('\t')}\n`).join('');
  const widths = widthsOf(table, cells, columns);
  const showLine = (line: readonly string[]) =>
    table
      .map(({ isNumber }, at) => setCell(line[at], widths[at], isNumber === true))
      .join(' '.repeat(GAP))
      .trimEnd();
  const head = paint(showLine(table.map(({ title }) => title)), 'bold');
  return [head, ...cells.map(showLine)].map((line) => `${line}\n`).join('');
}

function widthsOf<Row>(table: readonly Column<Row>[], cells: readonly string[][], columns: number): number[] {
  const widest = table.map(({ title }, at) =>
    cells.reduce((most, line) => Math.max(most, displayWidth(line[at])), displayWidth(title)),
  );
  const fixed = table.reduce((sum, { share }, at) => sum + (share === 0 ? widest[at] : 0), 0);
  const shares = table.reduce((sum, { share }) => sum + share, 0);
  const room = columns - fixed - GAP * (table.length - 1);
  return table.map(({ share }, at) =>
    share === 0 ? widest[at] : Math.max(NARROWEST, Math.floor((room * share) / shares)),
  );
}

function setCell(text: string, width: number, isNumber: boolean): string {
  const shown = cut(text, width);
  const padding = ' '.repeat(Math.max(0, width - displayWidth(shown)));
  return isNumber ? padding + shown : shown + padding;
}

/**
 * A text that is no wider than so many columns: where it was, with "…" for the rest.
 *
 * @example
 * cut('the pier shut', 8); // 'the pie…'
 */
export function cut(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let shorter = '';
  for (const letter of text) {
    if (displayWidth(shorter + letter) > columns - 1) break;
    shorter += letter;
  }
  return `${shorter}…`;
}
