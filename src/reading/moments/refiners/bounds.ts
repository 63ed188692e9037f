/** Takes in how near an amount or a time is: "nearly two years", "more than four hours", "about a decade ago", "two years or so", "1994 or later". */
import type { Expression, Mod } from '../expression.ts';
import type { Words } from '../words.ts';
import type { Refiner } from './refiner.ts';

/** Phrases before an expression, the longest first, and the TIMEX3 modifier that each makes. */
const BEFORE: readonly (readonly [phrase: readonly string[], mod: Mod])[] = (
  [
    ['no more than', 'EQUAL_OR_LESS'],
    ['not more than', 'EQUAL_OR_LESS'],
    ['no less than', 'EQUAL_OR_MORE'],
    ['no later than', 'ON_OR_BEFORE'],
    ['more than', 'MORE_THAN'],
    ['less than', 'LESS_THAN'],
    ['fewer than', 'LESS_THAN'],
    ['at least', 'EQUAL_OR_MORE'],
    ['at most', 'EQUAL_OR_LESS'],
    ['up to', 'EQUAL_OR_LESS'],
    ['just over', 'MORE_THAN'],
    ['just under', 'LESS_THAN'],
    ['nearly', 'LESS_THAN'],
    ['almost', 'LESS_THAN'],
    ['over', 'MORE_THAN'],
    ['under', 'LESS_THAN'],
    ['about', 'APPROX'],
    ['around', 'APPROX'],
    ['roughly', 'APPROX'],
    ['approximately', 'APPROX'],
    ['circa', 'APPROX'],
    ['some', 'APPROX'],
  ] as const
).map(([phrase, mod]) => [phrase.split(' '), mod]);

/**
 * The refiner of bounds.
 *
 * @example
 * bounds.refine(words, found); // "two years" becomes "nearly two years", LESS_THAN
 */
export const bounds: Refiner = {
  name: 'bound',
  refine: (words, found) =>
    found.map((expression, i) => {
      const floor = i === 0 ? words.first : found[i - 1].last;
      const ceiling = found[i + 1]?.first ?? words.last;
      return after(words, before(words, expression, floor), ceiling);
    }),
};

function before(words: Words, expression: Expression, floor: number): Expression {
  const { sense, first } = expression;
  if (expression.mod !== null || !takesBound(sense)) return expression;
  for (const [phrase, mod] of BEFORE) {
    const at = first - phrase.length;
    if (at < floor || !phrase.every((word, i) => words.lower(at + i) === word)) continue;
    if (phrase.length === 1 && !canStandAlone(words, phrase[0], expression)) continue;
    return { ...expression, first: at, mod, why: [...expression.why, 'bound'] };
  }
  return expression;
}

/** "over" and "under" are bounds before an amount and prepositions before a period; "about two weeks" may be a topic. */
function canStandAlone(words: Words, word: string, { sense, first }: Expression): boolean {
  if (word === 'over' || word === 'under') {
    // "for over a week", "well over an hour"; but "$55 billion over six years".
    if (
      !/^(?:IN|RB|TO|DT)$/.test(words.tag(first - 2)) &&
      !/^(?:last|lasts|lasted|take|takes|took|spend|spent)$/.test(words.lower(first - 2))
    )
      return false;
    return (
      sense.kind === 'duration' && sense.side === 0 && words.lower(first) !== 'the' && sense.lengths[0].count !== null
    );
  }
  return true;
}

const takesBound = (sense: Expression['sense']): boolean =>
  sense.kind === 'duration' || sense.kind === 'distance' || (sense.kind === 'calendar' && sense.clock !== undefined);

function after(words: Words, expression: Expression, ceiling: number): Expression {
  const { last, sense } = expression;
  if (words.lower(last) !== 'or' || last + 2 > ceiling || sense.kind === 'reference') return expression;
  const word = words.lower(last + 1);
  const mod: Mod | null =
    word === 'so'
      ? 'APPROX'
      : word === 'more'
        ? 'EQUAL_OR_MORE'
        : word === 'less'
          ? 'EQUAL_OR_LESS'
          : word === 'later'
            ? 'ON_OR_AFTER'
            : word === 'earlier'
              ? 'ON_OR_BEFORE'
              : null;
  if (mod === null) return expression;
  // "a week or so ago".
  if (mod === 'APPROX' && words.lower(last + 2) === 'ago' && sense.kind === 'duration' && sense.lengths.length === 1) {
    const [{ unit, count }] = sense.lengths;
    return {
      ...expression,
      last: last + 3,
      sense: { kind: 'distance', unit, count, sign: -1, from: 'published' },
      mod,
      why: [...expression.why, 'bound'],
    };
  }
  return { ...expression, last: last + 2, mod, why: [...expression.why, 'bound'] };
}
