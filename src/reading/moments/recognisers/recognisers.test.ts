import { describe, expect, test } from 'vitest';
import { momentsIn } from '../../../../test/samples/make-timed.ts';

/** The words and TIMEX3 of what is found, in an article of Wednesday, 18 November 2026. */
const found = (text: string, tags?: Readonly<Record<string, string>>): string[] =>
  momentsIn(text, '2026-11-18', tags)
    .filter(({ timex }) => timex !== null)
    .map(({ text: words, timex }) => `${words} = ${timex!.type} ${timex!.value}${timex!.mod ? ` ${timex!.mod}` : ''}`);

describe('written dates', () => {
  test.each([
    ['They met on 14 March 2025.', '14 March 2025 = DATE 2025-03-14'],
    ['They met on March 14th, 2025.', 'March 14th, 2025 = DATE 2025-03-14'],
    ['They met on the 14th of March 2025.', 'the 14th of March 2025 = DATE 2025-03-14'],
    ['They met on Friday, Oct. 23, 1998.', 'Friday, Oct. 23, 1998 = DATE 1998-10-23'],
    ['They met in March 2025.', 'March 2025 = DATE 2025-03'],
    ['They met on March eighth.', 'March eighth = DATE 2026-03-08'],
    ['They met on Nov. 6.', 'Nov. 6 = DATE 2026-11-06'],
    ['They will meet on Nov. 6.', 'Nov. 6 = DATE 2026-11-06'],
    ['They will meet on Feb. 1.', 'Feb. 1 = DATE 2027-02-01'],
    ['The August 7 talks were long.', 'August 7 = DATE 2026-08-07'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test('further days of a month', () => {
    expect(found('They met on April 24 and 25.')).toEqual(['April 24 = DATE 2026-04-24', '25 = DATE 2026-04-25']);
    expect(found('On March 3 and 12 people left.')).toEqual(['March 3 = DATE 2026-03-03']);
  });

  test.each([
    '30 February 2025 was no day.',
    'It ends on 31 April.',
    'It ends on February 30, 2025.',
    'In all 45 March left.',
  ])('nothing: %s', (text) => {
    expect(found(text).filter((line) => !/= DATE \d{4}-03$/.test(line))).toEqual([]);
  });
});

describe('adversarial white space', () => {
  test.each(['\u00a0', '\t', '\n', '\u2003\u2003', ' \r\n \t '])('%j between the words of a date', (space) => {
    const [date] = momentsIn(`They met on 14${space}March${space}2025.`);
    expect([date.edtf, date.text]).toEqual(['2025-03-14', `14${space}March${space}2025`]);
  });

  test.each(['3-1', '3–1', '12-12'])('%s is a score', (score) => {
    expect(found(`They won ${score} on it.`)).toEqual([]);
  });

  test('is read in linear time', () => {
    const time = (count: number): number => {
      const began = performance.now();
      momentsIn(`They met on 14 March${' '.repeat(count)}2025.`);
      return performance.now() - began;
    };
    time(10_000);
    const [small, large] = [time(10_000), time(100_000)];
    expect(large).toBeLessThan(40 * small + 200);
  });
});

describe('dates in figures', () => {
  test.each([
    ['It was 2025-03-14.', '2025-03-14 = DATE 2025-03-14'],
    ['It was 2025-03-14T10:30:00Z.', '2025-03-14T10:30:00Z = TIME 2025-03-14T10:30:00Z'],
    ['It was 14/03/25.', '14/03/25 = DATE 2025-03-14'],
    ['It was 10-25-89.', '10-25-89 = DATE 1989-10-25'],
    ['It was 14.3.2025.', '14.3.2025 = DATE 2025-03-14'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test('an order that is open is said, unless another date shows it', () => {
    const [open] = momentsIn('It was 04/05/2025.');
    expect([open.edtf, open.timex!.value]).toEqual(['[2025-04-05,2025-05-04]', '2025-XX-XX']);
    const settled = momentsIn('It was 04/05/2025. It ended on 13/05/2025.').map(({ edtf }) => edtf);
    expect(settled).toEqual(['2025-05-04', '2025-05-13']);
    const [sameDay] = momentsIn('It was 04/05/2025.', '2025-05-04');
    expect(sameDay.edtf).toBe('2025-05-04');
    const [both] = momentsIn('It was 05/05/2025.');
    expect(both.edtf).toBe('2025-05-05');
  });

  test.each([
    'It was 32/01/2025.',
    'It was 13/13/2025.',
    'They got 5.0/5.',
    'It was 00/00/0000.',
    'Call 713-853-3989.',
    'Version 10.12.25 came.',
    'It was 0000-01-01.',
  ])('nothing: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('times of day', () => {
  test.each([
    ['They met at 10 p.m. on it.', '10 p.m. = TIME 2026-11-18T22:00'],
    ['They met at 10:35 a.m. EDT.', '10:35 a.m. EDT = TIME 2026-11-18T10:35'],
    ['They met at 10.30pm.', '10.30pm = TIME 2026-11-18T22:30'],
    ['They met at 0735 GMT.', '0735 GMT = TIME 2026-11-18T07:35Z'],
    ['They met at 14:30.', '14:30 = TIME 2026-11-18T14:30'],
    ["They met at four o'clock.", "four o'clock = TIME 2026-11-18T04:00"],
    ['They left at 4 in the morning.', '4 in the morning = TIME 2026-11-18T04:00'],
    ['They left at noon.', 'noon = TIME 2026-11-18T12:00'],
    ['They left at half past three.', 'half past three = TIME 2026-11-18T03:30'],
    ['They left at a quarter to nine.', 'quarter to nine = TIME 2026-11-18T08:45'],
    ['They met at 10 p.m. Monday.', '10 p.m. Monday = TIME 2026-11-16T22:00'],
    ['They met at noon Saturday.', 'noon Saturday = TIME 2026-11-14T12:00'],
    ['They met on Friday night.', 'Friday night = TIME 2026-11-13TNI'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    'They met at 25:00.',
    'They met at 13 p.m.',
    'They met at 10:75.',
    'They won 3:2.',
    'It was 3-2.',
    'It took 12:30 to read.',
  ])('nothing: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('years, decades, centuries', () => {
  test.each([
    ['They left in 1990.', '1990 = DATE 1990'],
    ["They left in '97.", "'97 = DATE 1997"],
    ['They left in nineteen ninety-six.', 'nineteen ninety-six = DATE 1996'],
    ['They left in the year 2000.', 'the year 2000 = DATE 2000'],
    ['In fiscal 1989 it fell.', 'fiscal 1989 = DATE 1989'],
    ['The 2023 attack was long.', '2023 = DATE 2023'],
    ['They came in 300 BC.', '300 BC = DATE BC0300'],
    ['They came in the 1990s.', 'the 1990s = DATE 199'],
    ['They came in the late 1970s.', 'the late 1970s = DATE 197 END'],
    ["They came in the '80s.", "the '80s = DATE 198"],
    ['They came in mid-1996.', 'mid-1996 = DATE 1996 MID'],
    ['They came in the 19th century.', 'the 19th century = DATE 18'],
    ['It was the 2024/25 season.', '2024/25 = DATE 2024'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test('a range with a short second year', () => {
    expect(found('They lived there 1990-95.')).toEqual(['1990 = DATE 1990', '95 = DATE 1995']);
  });

  test.each([
    'It cost $1990.',
    'It cost £ 2000 .',
    'See page 1990.',
    'Flight 1999 left.',
    'An F-16 fell.',
    'It was No. 1990.',
    'She was in her eighties.',
    'It rose 2000 percent.',
    'It had 1,990 votes.',
    'In year 0 it fell.',
    'Call 555-1990.',
  ])('nothing: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('periods placed by a word', () => {
  test.each([
    ['They met last week.', 'last week = DATE 2026-W46'],
    ['They will meet next year.', 'next year = DATE 2027'],
    ['They met earlier this month.', 'earlier this month = DATE 2026-11 START'],
    ['They met early this week.', 'early this week = DATE 2026-W47 START'],
    ['They met last Friday.', 'last Friday = DATE 2026-11-13'],
    ['They met last May.', 'last May = DATE 2026-05'],
    ['They will meet next May.', 'next May = DATE 2027-05'],
    ['They met last spring.', 'last spring = DATE 2026-SP'],
    ['They met this past summer.', 'this past summer = DATE 2026-SU'],
    ['They met over the weekend.', 'the weekend = DATE 2026-W46-WE'],
    ['They met yesterday.', 'yesterday = DATE 2026-11-17'],
    ['They will meet tomorrow.', 'tomorrow = DATE 2026-11-19'],
    ['They met last night.', 'last night = TIME 2026-11-17TNI'],
    ['They met this morning.', 'this morning = TIME 2026-11-18TMO'],
    ['It fell in the third quarter.', 'the third quarter = DATE 2026-Q3'],
    ['It fell in Q3 2025.', 'Q3 2025 = DATE 2025-Q3'],
    ['It fell in the first half of 2025.', 'the first half of 2025 = DATE 2025-H1'],
    ['They met in July last year.', 'July last year = DATE 2025-07'],
    ["It fell in this year's third quarter.", "this year's third quarter = DATE 2026-Q3"],
    ['It will end by the end of the year.', 'the end of the year = DATE 2026 END'],
    ['They met in early August.', 'early August = DATE 2026-08 START'],
    ['They met on Thanksgiving Day.', 'Thanksgiving Day = DATE 2026-11-26'],
    ['They met on Christmas Eve.', 'Christmas Eve = DATE 2025-12-24'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('distances, lengths and sets', () => {
  test.each([
    ['They met two days ago.', 'two days ago = DATE 2026-11-16'],
    ['They met nearly two years ago.', 'nearly two years ago = DATE 2024 LESS_THAN'],
    ['They met a week or so ago.', 'a week or so ago = DATE 2026-W46 APPROX'],
    ['They met a year and a half ago.', 'a year and a half ago = DATE 2025-05'],
    ['They met years ago.', 'years ago = DATE PAST_REF'],
    ['It lasted two weeks.', 'two weeks = DURATION P2W'],
    ['It was a 14-day wait.', '14-day = DURATION P14D'],
    ['It lasted two and a half years.', 'two and a half years = DURATION P2Y6M'],
    ['It lasted more than four hours.', 'more than four hours = DURATION PT4H MORE_THAN'],
    ['It fell in the past two months.', 'the past two months = DURATION P2M'],
    ['It fell for several years.', 'several years = DURATION PXY'],
    ['They stayed for weeks.', 'weeks = DURATION PXW'],
    ['It took two to three weeks.', 'two to three weeks = DURATION P2W'],
    ['They met every Monday.', 'every Monday = SET XXXX-WXX-1'],
    ['They met every two weeks.', 'every two weeks = SET P2W'],
    ['They met daily.', 'daily = SET P1D'],
    ['They met twice a year.', 'twice a year = SET P1Y'],
    ['They met every summer.', 'every summer = SET XXXX-SU'],
    ['They met on Mondays.', 'Mondays = SET XXXX-WXX-1'],
    ['They are now gone.', 'now = DATE PRESENT_REF'],
    ['It recently fell.', 'recently = DATE PAST_REF'],
    ['It was good for the future.', 'the future = DATE FUTURE_REF'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    'He was 52 years old.',
    'A 13-year-old left.',
    'She got a second chance.',
    'They may march in fall.',
    'Two-thirds and three-quarters of it fell.',
    'It was her second.',
    'They will go on.',
    'The minute hand fell off.',
    'She said it may fall.',
  ])('nothing: %s', (text) => {
    expect(found(text, { march: 'VB', fall: 'VB', may: 'MD', second: 'JJ', chance: 'NN' })).toEqual([]);
  });
});
