/** "Friday", "last December", "next summer", "this past spring", "Thanksgiving Day": what the calendar has a name for, placed by a word or by none. */
import type { Calendar, Parts, Relation } from '../expression.ts';
import type { Grain } from '../period.ts';
import { HOLIDAYS, RELATIONS } from '../time-words.ts';
import { DETERMINER, HOLIDAY, MONTH, PLURAL, RELATION, SEASON, WEEKDAY } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Recogniser } from './recogniser.ts';

const HOLIDAY_PHRASES = Object.keys(HOLIDAYS)
  .map((name) => ({ name, words: name.split(' ') }))
  .sort((a, b) => b.words.length - a.words.length);

/**
 * The recogniser of names of the calendar.
 *
 * @example
 * namedTime.at(words, 0); // for "last Friday": { last: 2, sense: { parts: { weekday: 5 }, relation: 'last', … } }
 */
export const namedTime: Recogniser = {
  name: 'named time',
  begins: MONTH | WEEKDAY | SEASON | HOLIDAY | RELATION | DETERMINER,
  at(words, t) {
    let at = t;
    let relation: Relation | null = null;
    if (/^(?:the|that|this)$/.test(words.lower(at)) && words.tag(at) !== 'IN') {
      if (words.lower(at) === 'that' || words.lower(at) === 'this') relation = words.lower(at) as Relation;
      at++;
    }
    for (let i = 0; i < 2 && words.is(at, RELATION); i++, at++) {
      const name = RELATIONS[words.lower(at)] as Relation;
      relation = name === 'past' ? 'last' : name;
    }
    if (at > t && relation === null && !words.is(at, SEASON)) return null;
    // "following Monday's debate": a preposition.
    if (relation === 'recent' || (relation === 'following' && words.lower(t) === 'following')) return null;
    if (words.is(at, PLURAL)) return null;
    const named = nameAt(words, at, relation !== null);
    if (!named) return null;
    const { last, grain, parts } = named;
    return { last, sense: { kind: 'calendar', grain, parts, relation } satisfies Calendar };
  },
};

function nameAt(words: Words, t: number, isPlaced: boolean): { last: number; grain: Grain; parts: Parts } | null {
  const holiday = words.is(t, HOLIDAY) ? holidayAt(words, t) : null;
  if (holiday) return holiday;
  if (words.is(t, WEEKDAY)) {
    // "Sat" and "Sun" without a date are other words, or a newspaper.
    if (/^(?:Sun|Sat|Mon|Wed|Fri)$/.test(words.form(t))) return null;
    return { last: t + 1, grain: 'day', parts: { weekday: words.name(t) } };
  }
  if (words.is(t, MONTH)) {
    if (isPlaced ? words.isDigits(t + 1, 1, 31) : !isMonthHere(words, t)) return null;
    return { last: t + 1, grain: 'month', parts: { month: words.name(t) } };
  }
  if (words.is(t, SEASON)) {
    if (!isPlaced && !isSeasonHere(words, t)) return null;
    return { last: t + 1, grain: 'season', parts: { season: words.name(t) } };
  }
  return null;
}

function holidayAt(words: Words, t: number): { last: number; grain: Grain; parts: Parts } | null {
  for (const { name, words: phrase } of HOLIDAY_PHRASES) {
    if (!phrase.every((word, i) => words.lower(t + i) === word)) continue;
    // "Christmas Island", "the Christmas tree": only the day itself, or "Christmas" by itself.
    if (phrase.length === 1 && /^NN/.test(words.tag(t + 1))) return null;
    return { last: t + phrase.length, grain: 'day', parts: { holiday: name } };
  }
  return null;
}

/** Whether "May" or "March" is the month: a preposition or an adverb of time before it, or a tag of a name that is no person's. */
function isMonthHere(words: Words, t: number): boolean {
  const lower = words.lower(t);
  if (!/^(?:may|march|april|june|august|jan|mar|dec)$/.test(lower)) return true;
  if (lower === 'may' || lower === 'march') {
    if (!/^NNP/.test(words.tag(t))) return false;
  }
  const before = words.lower(t - 1);
  if (
    lower === 'march' &&
    /^(?:for|on|through|of|to)$/.test(words.lower(t + 1)) &&
    !/^(?:in|from|since|until|by|last|next|early|late|of)$/.test(before)
  )
    return false;
  if (
    /^(?:in|since|until|till|by|from|of|last|next|this|early|late|mid|during|through|between|before|after|for|to|and|or|each|every|,|-)$/.test(
      before,
    )
  ) {
    // "Theresa May and April Jones": a name goes on.
    return !/^NNP/.test(words.tag(t + 1)) || /'s$/.test(words.lower(t + 1));
  }
  if (
    /^(?:may|april|june|august|jan)$/.test(lower) &&
    (/^NNP/.test(words.tag(t - 1)) || /^(?:mr|mrs|ms|miss|dr|president|minister)\.?$/.test(before))
  )
    return false;
  return /^(?:flat|nsubj)$/.test(words.arc(t)) ? !/^(?:may|april|june|august|jan)$/.test(lower) : true;
}

/** Whether a season's word means the season: "in spring", "the summer"; not "spring water", "the fall of Kabul", "a fall". */
function isSeasonHere(words: Words, t: number): boolean {
  const lower = words.lower(t);
  const tag = words.tag(t);
  if (!/^NN/.test(tag)) return false;
  const before = words.lower(t - 1);
  const isAfterThe = before === 'the' || /^(?:early|late|mid)$/.test(before);
  if (lower === 'fall' || lower === 'spring') {
    if (!/^(?:in|by|since|until|last|next|this|during|through|of|early|late|the)$/.test(before)) return false;
    if (before === 'the' && !/^(?:in|by|during|through|over|since|until|of|for)$/.test(words.lower(t - 2)))
      return false;
    if (words.lower(t + 1) === 'of' && !/\d/.test(words.lower(t + 2)) && words.lower(t + 2) !== 'nineteen')
      return false;
    return before !== 'of' || words.lower(t - 2) !== 'fear';
  }
  if (/^(?:of|in)$/.test(words.lower(t + 1)) && /\d/.test(words.lower(t + 2))) return true;
  return (
    isAfterThe ||
    /^(?:in|by|since|until|during|through|over|of|for|every|each|,|and|or|to|from|winter|summer|spring|fall|autumn)$/.test(
      before,
    )
  );
}
