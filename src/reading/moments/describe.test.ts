import edtf from 'edtf';
import { describe, expect, test } from 'vitest';
import { momentsIn } from '../../../test/samples/make-timed.ts';

const written = (
  text: string,
  published: string | null = '2026-11-18',
): [string | null, string | null, string | null] => {
  const moment = momentsIn(text, published).find(({ timex }) => timex !== null)!;
  return [moment.edtf, moment.earliest, moment.latest];
};

/** In an article of Wednesday, 18 November 2026. */
describe('EDTF', () => {
  test.each([
    ['They met on Tuesday.', '2026-11-17', '2026-11-17', '2026-11-17'],
    ['Tuesday.', '2026-11-17?', '2026-11-17', '2026-11-17'],
    ['They met last week.', '2026-11-09/2026-11-15', '2026-11-09', '2026-11-15'],
    ['They met in early November.', '2026-11-01/2026-11-10~', '2026-11-01', '2026-11-10'],
    ['They met in late February 2024.', '2024-02-21/2024-02-29~', '2024-02-21', '2024-02-29'],
    ['They met in mid-1996.', '1996-05/1996-08~', '1996-05-01', '1996-08-31'],
    ['They met in the early 1980s.', '1980/1983~', '1980-01-01', '1983-12-31'],
    ['They met earlier this week.', '2026-11-16/2026-11-18', '2026-11-16', '2026-11-18'],
    ['They will meet later this month.', '2026-11-18/2026-11-30', '2026-11-18', '2026-11-30'],
    ['They met about two years ago.', '2024~', '2024-01-01', '2024-12-31'],
    ['It fell in the third quarter of 2025.', '2025-35', '2025-07-01', '2025-09-30'],
    ['It fell in the first half of 2025.', '2025-40', '2025-01-01', '2025-06-30'],
    ['They met in summer 2025.', '2025-22', '2025-06-01', '2025-08-31'],
    ['They came in the 1990s.', '199X', '1990-01-01', '1999-12-31'],
    ['They came in the 19th century.', '18XX', '1800-01-01', '1899-12-31'],
    ['They came in 300 BC.', '-0299', '-0299-01-01', '-0299-12-31'],
    [
      'They met at 3 a.m. CET on it.',
      '2026-11-18T03:00:00+01:00',
      '2026-11-18T03:00:00+01:00',
      '2026-11-18T03:00:00+01:00',
    ],
    ['They met at midnight Friday.', '2026-11-14T00:00:00', '2026-11-14T00:00:00', '2026-11-14T00:00:00'],
    ['They met on Friday night.', '2026-11-13', '2026-11-13', '2026-11-13'],
    ['It fell in the past two months.', '2026-09-18/2026-11-18', '2026-09-18', '2026-11-18'],
    ['It will rise over the next three weeks.', '2026-11-18/2026-12-09', '2026-11-18', '2026-12-09'],
    ['It was 04/05/2025.', '[2025-04-05,2025-05-04]', '2025-04-05', '2025-05-04'],
  ])('%s', (text, expected, earliest, latest) => {
    expect(written(text)).toEqual([expected, earliest, latest]);
    expect(() => edtf(expected)).not.toThrow();
  });

  test.each(['It lasted two weeks.', 'They met daily.', 'It recently fell.', 'They met years ago.'])(
    'none: %s',
    (text) => {
      expect(written(text)).toEqual([null, null, null]);
    },
  );
});

test.each([
  ['They met on Tuesday.', 'DATE XXXX-WXX-2'],
  ['They met on Nov. 6.', 'DATE XXXX-11-06'],
  ['They met last week.', 'DATE XXXX-WXX'],
  ['They met yesterday.', 'DATE XXXX-XX-XX'],
  ['They met in spring.', 'DATE XXXX-SP'],
  ['They met at 10 p.m. Friday.', 'TIME XXXX-WXX-5T22:00'],
  ['It fell in the third quarter.', 'DATE XXXX-Q3'],
])('without a date of publication nothing is guessed: %s', (text, expected) => {
  const [moment] = momentsIn(text, null);
  expect(`${moment.timex!.type} ${moment.timex!.value}`).toBe(expected);
  expect([moment.edtf, moment.earliest, moment.latest]).toEqual([null, null, null]);
});
