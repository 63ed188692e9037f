import { expect, test } from 'vitest';
import { fromColumns, toColumns } from './record-columns.ts';

const A = { id: 'a', at: 1 };
const B = { id: 'b', at: 2 };

test.each<[string, unknown, unknown]>([
  ['records with the same fields', [A, B], { '[]': 2, id: ['a', 'b'], at: [1, 2] }],
  ['nulls among them', [null, A, null, B], { '[]': '0101', id: ['a', 'b'], at: [1, 2] }],
  ['records in records', [{ in: A }, { in: B }], { '[]': 2, in: { '[]': 2, id: ['a', 'b'], at: [1, 2] } }],
  ['a field of lists', [{ of: [A, B] }, { of: [] }], { '[]': 2, of: [{ '[]': 2, id: ['a', 'b'], at: [1, 2] }, []] }],
  ['fields in another order', [A, { at: 2, id: 'b' }], [A, { at: 2, id: 'b' }]],
  ['other fields', [A, { id: 'b' }], [A, { id: 'b' }]],
  ['one record', [A], [A]],
  ['records without fields', [{}, {}], [{}, {}]],
  ['numbers, words and nothing', { n: [1, 2], w: ['x'], e: [], z: null }, { n: [1, 2], w: ['x'], e: [], z: null }],
  ['a record among words', [A, 'x'], [A, 'x']],
])('%s', (_name, value, columns) => {
  expect(toColumns(value)).toEqual(columns);
  expect(JSON.stringify(fromColumns(JSON.parse(JSON.stringify(columns))))).toBe(JSON.stringify(value));
});
