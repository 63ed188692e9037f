import { expect, test } from 'vitest';
import type { EntryRow, Review } from '../../ledger/ledger.ts';
import { listStatements } from './statement-listing.ts';

const review = (status: string | null, isDisputed: boolean): Review => ({
  ...{ status, isDisputed, by: 'Ada', at: '2026-04-16T08:00:00Z', note: null, tags: [], rulings: [] },
});

// "disputed" alone is a status that somebody sets, and what is:disputed finds.
test.each([
  [null, null],
  [review('rejected', false), 'rejected'],
  [review('disputed', false), 'disputed'],
  [review('checked', true), 'checked, rulings differ'],
  [review(null, true), 'rulings differ'],
])('what people ruled: %o', (ruled, expected) => {
  const { table } = listStatements({ total: 0, first: 0, rows: [], next: null });
  const column = table.find(({ title }) => title === 'Ruled')!;
  expect(column.cell({ review: ruled } as EntryRow)).toBe(expected);
});
