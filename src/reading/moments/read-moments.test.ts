import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeTimed, momentsIn } from '../../../test/samples/make-timed.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import { RELATIONS } from '../../language/parse/relations.ts';
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Attribution, Role } from '../reading.ts';
import { createMomentReader } from './read-moments.ts';

/** EDTF of the moments of an article of Wednesday, 18 November 2026. */
const dates = (text: string): (string | null)[] => momentsIn(text).map((moment) => moment.edtf);

describe('past or future, by the verb', () => {
  test.each([
    ['They met on Friday.', '2026-11-13'],
    ['They will meet on Friday.', '2026-11-20'],
    ['The court opens on Friday.', '2026-11-20'],
    ['It is due Friday.', '2026-11-20'],
    ['They met on Wednesday.', '2026-11-18'],
    ['They met in December.', '2025-12'],
    ['They will meet in December.', '2026-12'],
    ['They will meet in March.', '2027-03'],
    ['They will meet over the weekend.', '2026-11-21/2026-11-22'],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });
});

describe('the time that is told of', () => {
  test.each([
    ['They met on 14 March 1951. The next day they left.', '1951-03-15'],
    ['They met on 14 March 1951. Two days later they left.', '1951-03-16'],
    ['They met on 14 March 1951. The following year they left.', '1952'],
    ['They met on 14 March 1951. On July 9 they left.', '1951-07-09'],
    ['They met on 14 March 1951. That year they left.', '1951'],
    ['They met on 14 March 2025. They left at 10 p.m.', '2025-03-14T22:00:00'],
    ['They met on Monday. 4:30 p.m. was late.', '2026-11-18T16:30:00'],
    ["They left following Monday's debate.", '2026-11-16'],
    ['It rose in the third quarter of 2026. It was up from a year earlier.', '2025-35'],
  ])('%s', (text, expected) => {
    const tags = { next: 'JJ', that: 'DT' };
    expect(momentsIn(text, '2026-11-18', tags).at(-1)!.edtf).toBe(expected);
  });
});

describe('intervals', () => {
  test.each([
    ['They stayed from March to May 2025.', 'from March to May 2025', '2025-03/2025-05'],
    ['They stayed from 1990 to 1995.', 'from 1990 to 1995', '1990/1995'],
    ['They stayed between 1990 and 1995.', 'between 1990 and 1995', '1990/1995'],
    ['They stayed 1990-95.', '1990-95', '1990/1995'],
    ['They stayed since March.', 'since March', '2026-03/..'],
    ['They stayed until last week.', 'until last week', '../2026-11-15'],
    ['They will stay until 2030.', 'until 2030', '../2030'],
    ['They stayed since the third quarter.', 'since the third quarter', '2026-07-01/..'],
  ])('%s', (text, words, expected) => {
    const found = momentsIn(text).filter(({ timex }) => timex === null);
    expect(found.map((moment) => [moment.text, moment.edtf])).toEqual([[words, expected]]);
    expect(() => edtf(expected)).not.toThrow();
  });

  test('their ends are moments of their own', () => {
    expect(momentsIn('They stayed since March.').map(({ text }) => text)).toEqual(['since March', 'March']);
  });
});

describe('basis, known and implied parts', () => {
  test('a date that is said in full', () => {
    const [moment] = momentsIn('They met on 14 March 2025.');
    expect([moment.basis, moment.known, moment.implied]).toEqual(['explicit', { month: 3, day: 14, year: 2025 }, {}]);
  });

  test('one that follows from the day of publication', () => {
    const [moment] = momentsIn('They met on Tuesday.');
    expect(moment.basis).toBe('relative:published');
    expect([moment.known, moment.implied]).toEqual([{ weekday: 2 }, { year: 2026, month: 11, day: 17 }]);
    expect(moment.why).toEqual(['named time', 'the nearest; the words look back']);
  });

  test('the date of a dateline stands in for that of publication', () => {
    const lexicon = new Lexicon();
    const text = 'VELMAR, March 14, 2025\n\nThey met on Monday.';
    const document = makeTimed(lexicon, text, null, {}, [
      { kind: 'dateline', start: 0, end: 22 },
      { kind: 'paragraph', start: 24, end: text.length },
    ]);
    createMomentReader(lexicon)(document);
    expect(document.moments!.map((moment) => moment.edtf)).toEqual(['2025-03-14', '2025-03-10']);
  });

  test('ids differ by span', () => {
    const ids = momentsIn('They met on Friday. They left on Friday since March.').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^mom_[0-9a-f]{16}$/);
  });
});

const STATEMENT = { id: 'stmt_1', source: null, parent: null, relayDepth: 0, confidence: 1, why: [] };

describe('statements', () => {
  const role = (text: string, words: string): Role => {
    const start = text.indexOf(words);
    return { spans: [[start, start + words.length]], text: words };
  };
  const read = (text: string, kind: Attribution['kind'], cue: string, content: string) => {
    const lexicon = new Lexicon();
    const document = makeTimed(lexicon, text, '2026-11-18');
    document.statements = [{ ...STATEMENT, kind, cue: role(text, cue), content: role(text, content) }];
    createMomentReader(lexicon)(document);
    return document;
  };

  test('said on the day that hangs on the cue', () => {
    const document = read('“They left,” she said on Monday.', 'direct', 'said', '“They left,”');
    expect(document.said).toEqual([
      {
        moment: document.moments![0].id,
        edtf: '2026-11-16',
        basis: 'relative:published',
        resolution: 'known',
        why: ['on the cue'],
      },
    ]);
  });

  test('"yesterday" in a quotation is the day before the saying', () => {
    const document = read('“They left yesterday,” she said on Monday.', 'direct', 'said', '“They left yesterday,”');
    expect(document.moments!.map(({ edtf: date, basis }) => [date, basis])).toEqual([
      ['2026-11-15', 'relative:said'],
      ['2026-11-16', 'relative:published'],
    ]);
  });

  test('a year that hangs on another noun tells of no saying', () => {
    const lexicon = new Lexicon();
    const text = 'She said of the 2016 vote that it was fair.';
    const document = makeTimed(lexicon, text, '2026-11-18');
    const { head, relation } = document.tokens!;
    // 2016 hangs on "vote", "vote" on "said".
    head.set([1, -1, 5, 5, 5, 1]);
    relation.set(['nsubj', 'root', 'case', 'det', 'compound', 'obl'].map((name) => RELATIONS.indexOf(name)));
    document.statements = [
      { ...STATEMENT, kind: 'indirect', cue: role(text, 'said'), content: role(text, 'it was fair') },
    ];
    createMomentReader(lexicon)(document);
    expect(document.moments!.map((moment) => moment.edtf)).toEqual(['2016']);
    expect(document.said).toEqual([null]);
  });

  test('outside of quotation marks the reader’s day counts', () => {
    const document = read('They left yesterday, she said on Monday.', 'indirect', 'said', 'They left yesterday');
    expect(document.moments![0].edtf).toBe('2026-11-17');
  });

  test('where no time hangs on the cue, the day of publication is not put in its place', () => {
    const document = read('“They left yesterday,” she said.', 'direct', 'said', '“They left yesterday,”');
    expect(document.said).toEqual([null]);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...[
      'on',
      'the',
      'last',
      'May',
      'Friday',
      '14',
      '1990',
      "'97",
      'two',
      'and',
      'a',
      'half',
      'years',
      'ago',
      'of',
      'early',
      '-',
      ',',
      '.',
      'at',
      '10',
      'p.m.',
    ],
    ...[
      '10:35',
      'quarter',
      'third',
      'first',
      'next',
      'to',
      'from',
      'between',
      '99/99/9999',
      '31/12/2024',
      'this',
      'week',
      'now',
      'hundred',
      'twenty',
      'night',
    ],
    ...[
      'every',
      'other',
      'weekend',
      'BC',
      'mid',
      'year',
      'end',
      "'s",
      'thousand',
      '“',
      '”',
      '\n\n',
      '😀',
      '\u2028',
      '0',
      '-0',
      '1e9',
      '99999999999',
      'Christmas',
    ],
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 40 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  test('is read without throwing, and what is found lies in it', () => {
    const lexicon = new Lexicon();
    const read = createMomentReader(lexicon);
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(null, '2026-11-18', '2024-02-29', 'nonsense'),
        fc.infiniteStream(fc.nat()),
        (sample, published, noise) => {
          const document = makeTimed(lexicon, sample, published);
          const { tokens } = document;
          const numbers = noise[Symbol.iterator]();
          for (let t = 0; t < tokens!.length; t++) {
            tokens!.xpos[t] = numbers.next().value! % XPOS_TAGS.length;
            tokens!.head[t] = (numbers.next().value! % (tokens!.length + 1)) - 1;
            tokens!.relation[t] = numbers.next().value! % RELATIONS.length;
          }
          read(document);
          let before = 0;
          for (const { start, end, text: found, edtf: date, timex } of document.moments!) {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThanOrEqual(before);
            expect(sample.slice(start, end)).toBe(found);
            if (date !== null) expect(() => edtf(date)).not.toThrow();
            if (timex !== null) expect(timex.value).not.toMatch(/NaN|undefined|null/);
            before = start;
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test.each(['10 ', 'the ', '1990-', 'two hundred ', 'Friday, ', 'last last ', 'a half ', '14 May ', "'97 "])(
    'in linear time: %j over and over',
    (unit) => {
      const lexicon = new Lexicon();
      const read = createMomentReader(lexicon);
      const time = (count: number): number => {
        const document = makeTimed(lexicon, unit.repeat(count), '2026-11-18');
        const began = performance.now();
        read(document);
        return performance.now() - began;
      };
      time(2000);
      const [small, large] = [time(2000), time(20_000)];
      // Ten times the text: a quadratic reading would take a hundred times as long.
      expect(large).toBeLessThan(40 * small + 200);
    },
  );
});
