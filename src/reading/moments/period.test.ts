import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from './calendar.ts';
import { edtfOf, GRAINS, lastDay, periodAt, shiftPeriod, timexOf } from './period.ts';

const DAY = dayNumber(2026, 11, 18);

test.each([
  ['century', '20', '20XX'],
  ['decade', '202', '202X'],
  ['year', '2026', '2026'],
  ['half', '2026-H2', '2026-41'],
  ['quarter', '2026-Q4', '2026-36'],
  ['season', '2026-FA', '2026-23'],
  ['month', '2026-11', '2026-11'],
  ['week', '2026-W47', '2026-11-16/2026-11-22'],
  ['weekend', '2026-W47-WE', '2026-11-21/2026-11-22'],
  ['day', '2026-11-18', '2026-11-18'],
] as const)('the %s of 18 November 2026 is %s', (grain, timex, edtf) => {
  const period = periodAt(grain, DAY);
  expect(timexOf(period)).toBe(timex);
  expect(edtfOf(period)).toBe(edtf);
});

test('a winter is of the year in which it begins', () => {
  expect(timexOf(periodAt('season', dayNumber(2026, 1, 9)))).toBe('2025-WI');
});

test('years before Christ', () => {
  const period = periodAt('year', dayNumber(-43, 3, 15));
  expect([timexOf(period), edtfOf(period)]).toEqual(['BC0044', '-0043']);
});

test('periods of a grain lie beside each other', () => {
  fc.assert(
    fc.property(fc.constantFrom(...GRAINS), fc.integer({ min: -300_000, max: 100_000 }), (grain, day) => {
      const period = periodAt(grain, day);
      const next = shiftPeriod(period, 1);
      if (grain !== 'weekend') {
        expect(period.first).toBeLessThanOrEqual(day);
        expect(lastDay(period)).toBeGreaterThanOrEqual(day);
        expect(next.first).toBe(lastDay(period) + 1);
      }
      expect(shiftPeriod(next, -1)).toEqual(period);
    }),
  );
});
