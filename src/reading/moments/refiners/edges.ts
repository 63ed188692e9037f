/** Takes in what part of a period is meant: "early August", "late 2024", "mid-1996", "the end of the year", "later this week". */
import type { Expression, Mod } from '../expression.ts';
import type { Words } from '../words.ts';
import type { Refiner } from './refiner.ts';

const BEFORE: Readonly<Record<string, Mod>> = {
  early: 'START',
  late: 'END',
  mid: 'MID',
  earlier: 'START',
  later: 'END',
  sometime: 'APPROX',
};
const PARTS: Readonly<Record<string, Mod>> = {
  ...{ beginning: 'START', start: 'START', outset: 'START', middle: 'MID', end: 'END', close: 'END' },
};

/**
 * The refiner of parts of periods.
 *
 * @example
 * edges.refine(words, found); // "August" becomes "early August", START
 */
export const edges: Refiner = {
  name: 'part of a period',
  refine: (words, found) =>
    found.map((expression, i) => {
      const floor = i === 0 ? words.first : found[i - 1].last;
      return widen(words, ended(expression), floor);
    }),
};

function widen(words: Words, expression: Expression, floor: number): Expression {
  const { sense, first } = expression;
  if (expression.mod !== null || (sense.kind !== 'calendar' && sense.kind !== 'distance')) return expression;
  const own = words.lower(first).startsWith('mid-') ? 'MID' : null;
  if (own) return { ...expression, mod: own, why: [...expression.why, 'part of a period'] };
  // "early this week", "the early 1980s", "mid - 1996".
  const at = words.isHyphen(first - 1) ? first - 2 : first - 1;
  const before = words.lower(at);
  if (at >= floor && before in BEFORE && isEdgeHere(words, before, expression)) {
    const begin = takesArticle(words, at, expression) && words.lower(at - 1) === 'the' && at - 1 >= floor ? at - 1 : at;
    return { ...expression, first: begin, mod: BEFORE[before], why: [...expression.why, 'part of a period'] };
  }
  // "the end of the year".
  let of = first - 1;
  if (words.lower(of) === 'the' && words.lower(of - 1) === 'of') of--;
  const part = PARTS[words.lower(of - 1)];
  // "the start of the 2014 games" is that of the games.
  if (sense.kind === 'calendar' && sense.grain === 'year' && words.head(expression.last - 1) >= expression.last)
    return expression;
  if (words.lower(of) !== 'of' || of - 1 < floor || part === undefined || sense.kind === 'distance') return expression;
  let begin = of - 1;
  if (/^(?:very|early|late)$/.test(words.lower(begin - 1))) begin--;
  if (words.lower(begin - 1) === 'the' && begin - 1 >= floor) begin--;
  return { ...expression, first: begin, mod: part, why: [...expression.why, 'part of a period'] };
}

/** "earlier" and "later" go with a period that is pointed at, not with a date: "later this week", but "earlier Friday" is two things. */
function isEdgeHere(words: Words, word: string, { sense, first }: Expression): boolean {
  if (sense.kind === 'calendar' && sense.clock) return false;
  if (word === 'earlier' || word === 'later') {
    if (sense.kind === 'distance') return sense.unit === 'day' && words.lower(first) !== 'a';
    return sense.kind === 'calendar' && sense.relation !== null && sense.parts.weekday === undefined;
  }
  if (word === 'sometime') return sense.kind === 'calendar';
  return (
    sense.kind === 'calendar' ||
    (sense.kind === 'distance' && sense.unit === 'day' && sense.count !== null && sense.count <= 1)
  );
}

/** "the early 1980s", "the late summer"; but "the late March deal" and "the early 1990 elections" have their article from elsewhere. */
function takesArticle(words: Words, at: number, { sense, last }: Expression): boolean {
  if (sense.kind !== 'calendar') return false;
  if (words.lower(at + 1) === 'the') return false;
  return (
    (sense.grain === 'decade' ||
      sense.grain === 'century' ||
      sense.grain === 'season' ||
      sense.dayPart !== undefined) &&
    !/^NN/.test(words.tag(last))
  );
}

/** "year-end". */
const ended = (expression: Expression): Expression =>
  expression.sense.kind === 'calendar' && expression.sense.isEnd === true
    ? { ...expression, mod: 'END', why: [...expression.why, 'part of a period'] }
    : expression;
