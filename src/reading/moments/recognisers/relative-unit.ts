/** "last week", "this year", "the following day", "that quarter", "the weekend", "the year", "year-end": a unit placed by a word. */
import type { Calendar, Relation } from '../expression.ts';
import type { Grain } from '../period.ts';
import { RELATIONS } from '../time-words.ts';
import { DETERMINER, OPENER, PLURAL, RELATION, UNIT } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

const GRAIN_OF: Readonly<Record<string, Grain>> = {
  ...{ day: 'day', week: 'week', weekend: 'weekend', month: 'month', quarter: 'quarter', year: 'year' },
  ...{ decade: 'decade', century: 'century' },
};

/**
 * The recogniser of units placed by a word.
 *
 * @example
 * relativeUnit.at(words, 0); // for "last week": { last: 2, sense: { grain: 'week', parts: {}, relation: 'last', … } }
 */
export const relativeUnit: Recogniser = {
  name: 'relative unit',
  begins: RELATION | DETERMINER | UNIT | OPENER,
  at(words, t) {
    if (words.is(t, UNIT) || words.lower(t) === 'year') return yearEnd(words, t);
    let at = t;
    let relation: Relation | null = null;
    if (/^(?:the|that|this|a|its|these)$/.test(words.lower(at))) {
      // "said that last week": no pointing word, but a conjunction.
      if (
        words.lower(at) === 'that' &&
        (words.tag(at) === 'IN' || /^(?:last|next|past|recent)$/.test(words.lower(at + 1)))
      )
        return null;
      if (words.lower(at) === 'that') relation = 'that';
      else if (words.lower(at) === 'this') relation = 'this';
      at++;
      if (words.is(at, UNIT) && words.lower(t) === 'the') {
        const end = yearEnd(words, at);
        if (end) return end;
      }
    }
    const from = at;
    while (words.is(at, RELATION) && at < from + 2) {
      const name = RELATIONS[words.lower(at)] as Relation;
      relation =
        relation === null || relation === 'that' || relation === 'this'
          ? relation !== null && name === 'past'
            ? 'last'
            : name
          : relation;
      at++;
    }
    if (words.isHyphen(at)) at++;
    while (
      /^(?:full|fiscal|calendar|financial|school|academic|whole|entire|trading|business|very|election)$/.test(
        words.lower(at),
      ) &&
      at < from + 4
    )
      at++;
    if (!words.is(at, UNIT) || words.is(at, PLURAL)) return null;
    const grain = GRAIN_OF[words.unit(at)];
    if (grain === undefined) return null;
    // "the week following last month's vote": a preposition.
    if (words.lower(from) === 'following' && (from === t || from !== at - 1)) return null;
    if (relation === null) return unplaced(words, t, at, grain);
    if (relation === 'past') return null;
    if (relation === 'recent') return null;
    // "the next day" goes on from what is told, "next week" from the reader.
    if (relation === 'next' && grain === 'day' && words.lower(t) === 'the')
      return placed(words, t, at, grain, 'following');
    return placed(words, t, at, grain, relation);
  },
};

const calendar = (grain: Grain, relation: Relation): Calendar => ({ kind: 'calendar', grain, parts: {}, relation });

function placed(words: Words, t: number, at: number, grain: Grain, relation: Relation): Recognised | null {
  // "last week's", "this day and age"; "the same day" needs a day that is told of.
  if (words.lower(t) === 'a' && relation !== 'previous') return null;
  // "this time last year" is one expression to the eye and two to TIMEX3.
  if (words.isHyphen(at + 1) && words.touches(at + 1) && !/^(?:end|ago|earlier)$/.test(words.lower(at + 2)))
    return null;
  return { last: at + 1, sense: calendar(grain, relation) };
}

/** "the year", "the quarter", "the weekend": the one that the reader is in, or that is being told of. */
function unplaced(words: Words, t: number, at: number, grain: Grain): Recognised | null {
  if (words.lower(t) !== 'the' || words.isHyphen(at + 1)) return null;
  const next = words.lower(at + 1);
  switch (grain) {
    case 'weekend':
      return words.tag(at + 1) === 'NN' ? null : { last: at + 1, sense: calendar(grain, 'that') };
    case 'day':
      return isDayTold(words, t) ? { last: at + 1, sense: calendar(grain, 'that') } : null;
    case 'year':
    case 'quarter':
    case 'month':
    case 'week': {
      // "the week after the vote", "the year that": which one it is stands behind it.
      if (/^(?:after|before|when|that|of)$/.test(next)) return null;
      if ((grain === 'month' || grain === 'week') && words.tag(at + 1) === 'NN') return null;
      // "the year ended March 31" is a length of which the end is told.
      if (grain === 'year' && /^(?:ended|ending|to)$/.test(next)) {
        return { last: at + 1, sense: { kind: 'duration', lengths: [{ unit: 'year', count: 1 }], side: 0 } };
      }
      return { last: at + 1, sense: calendar(grain, 'latest') };
    }
    default:
      return null;
  }
}

/** "later in the day", "during the day", "for the rest of the day": not "the day he left", "the day of the vote". */
function isDayTold(words: Words, t: number): boolean {
  const before = words.lower(t - 1);
  if (before === 'during' || before === 'throughout') return true;
  return (
    /^(?:in|of)$/.test(before) && /^(?:later|earlier|early|late|rest|end|most|part|much)$/.test(words.lower(t - 2))
  );
}

/** "year-end", "year's end", "the year-end": the last days of the year. */
function yearEnd(words: Words, at: number): Recognised | null {
  if (words.lower(at) !== 'year') return null;
  let end = at + 1;
  if (words.isHyphen(end) || words.tag(end) === 'POS' || words.lower(end) === "'s") end++;
  return words.lower(end) === 'end' ? { last: end + 1, sense: { ...calendar('year', 'this'), isEnd: true } } : null;
}
