import { expect, test } from 'vitest';
import { showDate, showMoment } from './show-date.ts';

test.each([
  ['2026-11-18', '18 Nov 2026', '18 Nov 2026'],
  ['2026-11-18T23:30:00+02:00', '18 Nov 2026', '18 Nov 2026, 23:30 (UTC+02:00)'],
  ['2026-01-02T03:04:05.678Z', '2 Jan 2026', '2 Jan 2026, 03:04 (UTC)'],
  ['2026-01-02T03:04', '2 Jan 2026', '2 Jan 2026, 03:04'],
  ['2026-11', 'Nov 2026', 'Nov 2026'],
  ['2026-99-01', '2026-99-01', '2026-99-01'],
  ['last Tuesday', 'last Tuesday', 'last Tuesday'],
])('%s', (date, day, moment) => {
  expect(showDate(date)).toBe(day);
  expect(showMoment(date)).toBe(moment);
});
