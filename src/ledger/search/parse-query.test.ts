import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HearsayError } from '../../text/errors.ts';
import { FIELDS } from './fields.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { QueryError } from './query-error.ts';

describe('reads', () => {
  test.each([
    // typed, as it is printed again
    ['', ''],
    [' \n\t', ''],
    ['bridge', 'bridge'],
    ['bridge ferry', 'bridge ferry'],
    ['bridge AND ferry', 'bridge ferry'],
    ['a OR b c OR d', 'a OR b c OR d'],
    ['(a OR b) c', '(a OR b) c'],
    ['((a)) (b (c d))', 'a b c d'],
    ['a OR (b OR c)', 'a OR b OR c'],
    ['-a', '-a'],
    ['NOT a b', '-a b'],
    ['-(a b)', '-(a b)'],
    ['a-b', 'a-b'],
    ['NOT NOT a', '-(-a)'],
    ['and or not', 'and or not'],
    ['"AND"', '"AND"'],
    ['"exact phrase"', '"exact phrase"'],
    ['“exact phrase”', '"exact phrase"'],
    ['"one"', 'one'],
    ['"a \\"b\\" \\\\c"', '"a \\"b\\" \\\\c"'],
    ['"a\\b"', '"a\\\\b"'],
    ['minis*', 'minis*'],
    ['"prime minis"*', '"prime minis"*'],
    ['"a"b', 'a b'],
    ['12:30', '"12:30"'],
    ['don’t U.S.', 'don’t "U.S."'],
    ['Source:Mayor', 'source:Mayor'],
    ['source:"port authority"', 'source:"port authority"'],
    ['outlet:="The Post"', 'outlet:="The Post"'],
    ['outlet:=""', 'outlet:=""'],
    ['source:AND', 'source:"AND"'],
    ['act:DENIED kind:direct', 'act:denied kind:direct'],
    ['is:unnamed -has:said', 'is:unnamed -has:said'],
    ['said:2025-08..', 'said:2025-08..'],
    ['said:..2025', 'said:..2025'],
    ['published:2026-04-14..2026-04-20', 'published:2026-04-14..2026-04-20'],
    ['published:2024-02-29', 'published:2024-02-29'],
    ['published:2026-04..2026-04', 'published:2026-04'],
    ['certainty:<0.5 confidence:>=0.80 depth:1..3', 'certainty:<0.5 confidence:>=0.8 depth:1..3'],
    ['depth:2', 'depth:2'],
  ])('%s', (typed, printed) => {
    expect(printQuery(parseQuery(typed))).toBe(printed);
    expect(parseQuery(printed)).toEqual(parseQuery(typed));
  });

  test('the example of every field', () => {
    for (const [name, { example }] of Object.entries(FIELDS)) {
      expect(parseQuery(example)).toMatchObject({ type: 'term', field: name });
    }
  });
});

describe('refuses, and points at the place', () => {
  test.each<[string, string, RegExp]>([
    ['a "b c', '"b c', /mark is not closed/],
    ['a ”', '”', /closes nothing/],
    ['(a OR b', '(', /"\(" is not closed/],
    ['a)', ')', /no "\(" for this/],
    ['a ()', '(', /nothing between/],
    ['(OR a)', 'OR', /missing before OR/],
    ['a OR', 'OR', /missing after "OR"/],
    ['a AND', 'AND', /missing after "AND"/],
    ['NOT', 'NOT', /missing after "NOT"/],
    ['(a OR)', ')', /missing before this "\)"/],
    ['a & b', '&', /no letter or digit/],
    ['a - b', '-', /no letter or digit/],
    ['mini*ter', 'mini*ter', /only at the end/],
    ['*', '*', /only at the end/],
    ['outlet:="a"*', 'outlet:="a"*', /leave out/],
    ['x sorce:a', 'sorce:', /no field "sorce": use source, cue, .*depth/],
    ['https://a.example', 'https:', /quotation marks around it all/],
    ['source: a', 'source:', /right after "source:"/],
    ['act:shouted', 'shouted', /no value for act: use said, asked/],
    ['kind:di*', 'di*', /takes no "\*"/],
    ['is:=unnamed', '=unnamed', /takes no "="/],
    ['said:August', 'August', /no date for said/],
    ['said:2025-13', '2025-13', /no date/],
    ['said:2025-02-29', '2025-02-29', /no date/],
    ['said:..', '..', /no date/],
    ['said:2026..2025', '2026..2025', /no date/],
    ['certainty:<2', '<2', /numbers from 0 to 1/],
    ['certainty:high', 'high', /no range/],
    ['depth:3..1', '3..1', /no range/],
    [`${'('.repeat(60)}a`, '(', /within each other/],
    ['a '.repeat(101), 'a', /More than 100 things/],
    ['a'.repeat(4001), 'a', /longer than 4000/],
  ])('%s', (typed, mistake, message) => {
    const error = errorOf(typed);
    expect(error.code).toBe('E_INPUT');
    expect(typed.slice(error.start, error.end)).toBe(mistake);
    expect(error.message).toMatch(message);
    expect(error.message).toContain(`character ${error.start + 1} `);
  });
});

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'AND',
      'OR',
      'NOT',
      '-',
      '(',
      ')',
      '"',
      '“',
      '”',
      '*',
      '=',
      ' ',
      ':',
      '..',
      '\\',
      '2026-04',
      '<',
      '0.5',
      'é',
    ],
    ...Object.keys(FIELDS).map((name) => `${name}:`),
    ...Object.values(FIELDS).map(({ example }) => ` ${example} `),
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  );

  test('is read, or refused with the place of the mistake', () => {
    fc.assert(
      fc.property(typed, (query) => {
        try {
          parseQuery(query);
        } catch (error) {
          if (!(error instanceof QueryError)) throw error;
          expect(error.start).toBeLessThan(error.end);
          expect(error.end).toBeLessThanOrEqual(query.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('has one form when it is printed', () => {
    fc.assert(
      fc.property(typed, (query) => {
        let tree: ReturnType<typeof parseQuery>;
        try {
          tree = parseQuery(query);
        } catch (error) {
          return error instanceof HearsayError;
        }
        expect(parseQuery(printQuery(tree))).toEqual(tree);
        return true;
      }),
      { numRuns: 2000 },
    );
  });
});

function errorOf(query: string): QueryError {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof QueryError) return error;
  }
  throw new Error(`${query} was read.`);
}
