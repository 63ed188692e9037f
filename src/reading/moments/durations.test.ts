import { expect, test } from 'vitest';
import { durationValue } from './durations.ts';

test.each([
  ['P2W', [['week', 2]]],
  ['P10Y', [['decade', 1]]],
  ['P2W', [['fortnight', 1]]],
  ['PT90M', [['minute', 90]]],
  ['P2Y6M', [['year', 2.5]]],
  ['PT1M30S', [['minute', 1.5]]],
  ['PXD', [['day', null]]],
  ['PXC', [['century', null]]],
  ['P1DT12H', [['day', 1.5]]],
  [
    'PT2H10M',
    [
      ['hour', 2],
      ['minute', 10],
    ],
  ],
  ['PT30M', [['hour', 0.5]]],
  ['P0Y', [['year', 0]]],
  ['P3Q', [['quarter', 3]]],
] as const)('%s', (value, lengths) => {
  expect(durationValue(lengths.map(([unit, count]) => ({ unit, count })))).toBe(value);
});
