import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDay, dayNumber, daysInMonth, easterSunday, isDay, isoWeek, weekdayOf } from './calendar.ts';

test('days and their numbers go round, and agree with Date', () => {
  fc.assert(
    fc.property(fc.integer({ min: -800_000, max: 800_000 }), (day) => {
      const { year, month, day: dayOfMonth } = civilDay(day);
      expect(dayNumber(year, month, dayOfMonth)).toBe(day);
      const date = new Date(day * 86_400_000);
      expect([year, month, dayOfMonth]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
    }),
  );
});

test.each([
  [2024, 2, 29],
  [2025, 2, 28],
  [1900, 2, 28],
  [2000, 2, 29],
  [2025, 12, 31],
])('%i-%i has %i days', (year, month, days) => {
  expect(daysInMonth(year, month)).toBe(days);
});

test.each([
  [2025, 2, 30],
  [2025, 13, 1],
  [2025, 4, 31],
  [0, 1, 1],
  [2025, 1, 0],
])('there is no %i-%i-%i', (year, month, day) => {
  expect(isDay(year, month, day)).toBe(false);
});

describe('weeks of ISO 8601', () => {
  test.each([
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['1998-03-01', 1998, 9],
    ['2024-12-30', 2025, 1],
  ])('%s', (date, year, week) => {
    expect(isoWeek(dayNumber(...(date.split('-').map(Number) as [number, number, number])))).toEqual({ year, week });
  });
});

test.each([
  [2000, '4-23'],
  [2024, '3-31'],
  [2025, '4-20'],
  [2026, '4-5'],
])('Easter %i', (year, expected) => {
  const { month, day } = civilDay(easterSunday(year));
  expect(`${month}-${day}`).toBe(expected);
});
