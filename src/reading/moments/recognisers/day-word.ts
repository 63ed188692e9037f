/** "today", "yesterday", "tonight", "this morning", "last night", "overnight", "the next morning": days by where the reader stands, and parts of them. */
import type { Calendar, Relation } from '../expression.ts';
import { DAY_WORDS, RELATIONS } from '../time-words.ts';
import { DAY_PART, DAY_PART_SIGNS, DAY_WORD, DETERMINER, OPENER, PLURAL, RELATION } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

/**
 * The recogniser of days by where the reader stands.
 *
 * @example
 * dayWord.at(words, 0); // for "yesterday": { last: 1, sense: { kind: 'distance', unit: 'day', count: 1, sign: -1, … } }
 */
export const dayWord: Recogniser = {
  name: 'day by where one stands',
  begins: DAY_WORD | RELATION | DETERMINER | OPENER | DAY_PART,
  at(words, t) {
    if (words.is(t, DAY_WORD)) return stated(words, t);
    if (words.lower(t) === 'overnight') {
      return {
        last: t + 1,
        sense: { kind: 'distance', unit: 'day', count: 0, sign: -1, from: 'published', dayPart: 'NI' },
      };
    }
    let at = t;
    let relation: Relation | null = null;
    if (/^(?:the|that|this)$/.test(words.lower(at))) {
      relation = words.lower(at) === 'the' ? null : (words.lower(at) as Relation);
      at++;
    }
    if (words.is(at, RELATION)) {
      const name = RELATIONS[words.lower(at)] as Relation;
      if (!/^(?:last|next|previous|following|same|this)$/.test(name)) return null;
      relation = name === 'next' && at > t ? 'following' : name;
      at++;
    }
    if (!words.is(at, DAY_PART) || words.is(at, PLURAL)) return null;
    const dayPart = DAY_PART_SIGNS[words.name(at)];
    if (/^(?:dawn|dusk|sunset|sunrise|daybreak)$/.test(words.lower(at)) && relation === null) return null;
    if (words.is(at + 1, DAY_PART) || (at === t && !isPartHere(words, t))) return null;
    if (relation === null && words.lower(t) === 'the' && !isPartAfterThe(words, t)) return null;
    const place: Calendar = { kind: 'calendar', grain: 'day', parts: {}, relation: relation ?? 'that', dayPart };
    // "last night" is the one before today, whatever the hour.
    return {
      last: at + 1,
      sense:
        relation === 'last' ? { kind: 'distance', unit: 'day', count: 1, sign: -1, from: 'published', dayPart } : place,
    };
  },
};

/** "mid-afternoon" alone; other parts of the day need an article or a day beside them. */
const isPartHere = (words: Words, t: number): boolean =>
  words.lower(t).startsWith('mid') && words.lower(t) !== 'midday';

/** "in the morning", "during the night"; not "the evening gown", and not "the night of terror". */
function isPartAfterThe(words: Words, t: number): boolean {
  return (
    /^(?:in|during|by|through|throughout|of|for)$/.test(words.lower(t - 1)) &&
    !/^NN/.test(words.tag(t + 2)) &&
    words.lower(t + 2) !== 'of' &&
    !words.isHyphen(t + 2)
  );
}

function stated(words: Words, t: number): Recognised | null {
  const lower = words.lower(t);
  // "USA Today", "Tomorrow Never Dies".
  if (words.form(t) !== lower && t > words.first && /^NNP/.test(words.tag(t - 1))) return null;
  const offset = DAY_WORDS[lower];
  let last = t + 1;
  let dayPart = lower === 'tonight' ? 'NI' : undefined;
  if (words.is(last, DAY_PART) && !words.is(last, PLURAL)) {
    dayPart = DAY_PART_SIGNS[words.name(last)];
    last++;
  }
  return {
    last,
    sense: {
      kind: 'distance',
      unit: 'day',
      count: Math.abs(offset),
      sign: offset < 0 ? -1 : 1,
      from: 'published',
      ...(dayPart && { dayPart }),
    },
  };
}
