import { expect, test } from 'vitest';
import { displayWidth } from './display-width.ts';
import { painter } from './paint.ts';
import { type Column, showTable } from './show-table.ts';

type Row = readonly [string, string, number];
const TABLE: readonly Column<Row>[] = [
  { title: 'Who', share: 1, cell: ([who]) => who },
  { title: 'What', share: 3, cell: ([, what]) => what },
  { title: 'Times', share: 0, isNumber: true, cell: ([, , times]) => times },
];
const ROWS: readonly Row[] = [
  ['Élodie Brandt', 'the bridge\nwas safe', 12],
  ['港湾局長の田中さん', 'a '.repeat(60), 3],
];

test.each([40, 60, 100])('fits %i columns, numbers to the right', (columns) => {
  const lines = showTable(ROWS, TABLE, columns, painter(false)).trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  expect(lines[1]).toMatch(/the bridge was safe +12$/);
  expect(lines[2]).toMatch(/… +3$/);
});

test('is whole in a pipe, one line a row', () => {
  const [first, second] = showTable(ROWS, TABLE, null, painter(false)).split('\n');
  expect(first).toBe('Élodie Brandt\tthe bridge was safe\t12');
  expect(second.split('\t')[1]).toHaveLength(119);
});
