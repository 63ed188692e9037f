import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, csvLine } from './csv-line.ts';

test.each<[Cell[], string]>([
  [['plain', 'two words'], 'plain,two words'],
  [['a,b', 'say "no"', 'two\nlines', 'cr\rlf'], '"a,b","say ""no""","two\nlines","cr\rlf"'],
  [[null, undefined, '', 0, false, -33.5], ',,,0,false,-33.5'],
  [['=1+1', '+49', '-x', '@SUM', '\tx'], "'=1+1,'+49,'-x,'@SUM,'\tx"],
  [['=HYPERLINK("http://x","y")'], `"'=HYPERLINK(""http://x"",""y"")"`],
  [['\r\n=1'], '"\'\r\n=1"'],
  [['a=b', "'quoted"], "a=b,'quoted"],
])('%j', (cells, expected) => {
  expect(csvLine(cells)).toBe(`${expected}\r\n`);
});

test('whatever the cells hold, a reader gets them back, formulas marked', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 })), (rows) => {
      const marked = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)));
      expect(parse(rows.map(csvLine).join(''), { record_delimiter: '\r\n' })).toEqual(marked);
    }),
  );
});
