import { expect, test } from 'vitest';
import { showEdtf } from './show-edtf.ts';

test.each([
  ['2026-11-17', '17 Nov 2026'],
  ['2026-11-17~', 'about 17 Nov 2026'],
  ['2026-11-17?', '17 Nov 2026 (uncertain)'],
  ['2026-11-17%', 'about 17 Nov 2026 (uncertain)'],
  ['2026-03/..', 'since Mar 2026'],
  ['../2026-11-12', 'until 12 Nov 2026'],
  ['2026-11-01/2026-11-10~', '1 Nov 2026 to about 10 Nov 2026'],
  ['2026-11-17T03:00:00+02:00', '17 Nov 2026, 03:00'],
  ['2026', '2026'],
  ['2026-23', 'autumn 2026'],
  ['2026-34', '2nd quarter 2026'],
  ['198X', '198X'],
])('%s: %s', (edtf, expected) => {
  expect(showEdtf(edtf)).toBe(expected);
});
