/** "two weeks", "the past two months", "14-day", "a year and a half", "recent years", "the first nine months": lengths of time. */
import { readAmount } from '../amounts.ts';
import type { Length } from '../durations.ts';
import type { Duration } from '../expression.ts';
import {
  CARDINAL,
  DETERMINER,
  DIGITS,
  FIGURES,
  OPENER,
  ORDINAL,
  PLURAL,
  QUANTITY,
  RELATION,
  UNIT,
  YEAR,
} from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

const BESIDE =
  /^(?:more|additional|extra|further|consecutive|straight|full|whole|entire|long|short|solid|successive|calendar|fiscal|business|working|trading|turbulent|crucial|critical)$/;

/**
 * The recogniser of lengths of time.
 *
 * @example
 * duration.at(words, 0); // for "two weeks": { last: 2, sense: { kind: 'duration', lengths: [{ unit: 'week', count: 2 }], side: 0 } }
 */
export const duration: Recogniser = {
  name: 'duration',
  begins: DIGITS | FIGURES | CARDINAL | QUANTITY | DETERMINER | OPENER | RELATION | UNIT | ORDINAL,
  at(words, t) {
    const sided = withSide(words, t);
    if (sided) return sided;
    if (words.is(t, UNIT)) return bare(words, t);
    let from = t;
    if (/^(?:another|additional|extra)$/.test(words.lower(t))) {
      const amount = readAmount(words, t + 1);
      if (!amount) return words.is(t + 1, UNIT) ? lengthAt(words, t + 1, 1, 0) : null;
      from = t + 1;
    }
    if (words.lower(t) === 'the' || words.lower(t) === 'these' || words.lower(t) === 'those') from = t + 1;
    if (from > t && words.is(from, UNIT) && words.is(from, PLURAL) && words.lower(from + 1) === 'ahead') {
      return {
        last: from + 2,
        sense: { kind: 'duration', lengths: [{ unit: words.unit(from), count: null }], side: 1 },
      };
    }
    const amount = readAmount(words, from);
    if (!amount || (from > t && words.lower(t) === 'the' && amount.form === 'article')) return null;
    return lengthAt(words, amount.last, amount.count, 0, amount.form === 'article');
  },
};

/** The unit at `t`, or behind an adjective, and what is added to it: "a year and a half", "two hours and 10 minutes". */
function lengthAt(
  words: Words,
  t: number,
  count: number | null,
  side: Duration['side'],
  isArticle = false,
): Recognised | null {
  let at = t;
  const isJoined = words.isHyphen(at);
  if (isJoined) at++;
  if (BESIDE.test(words.lower(at)) && !isJoined) {
    at++;
    if (words.lower(at) === ',' && BESIDE.test(words.lower(at + 1))) at += 2;
  }
  if (!words.is(at, UNIT)) return null;
  // "the 2010 season": the number is a year.
  if (words.is(t - 1, YEAR) && !words.is(at, PLURAL)) return null;
  // "three-quarters of its food".
  if (words.unit(at) === 'quarter' && words.is(at, PLURAL) && (isJoined || words.lower(at + 1) === 'of') && side === 0)
    return null;
  if (isArticle && !canBeLength(words, at)) return null;
  const lengths: Length[] = [{ unit: words.unit(at), count }];
  let last = at + 1;
  const next = words.lower(last);
  if (next === 'and' && words.lower(last + 1) === 'a' && words.lower(last + 2) === 'half') {
    return {
      last: last + 3,
      sense: { kind: 'duration', lengths: [{ unit: lengths[0].unit, count: (count ?? 0) + 0.5 }], side },
    };
  }
  if (/^(?:and|or)$/.test(next) && count === null && words.is(last + 1, UNIT) && words.is(last + 1, PLURAL)) last += 2;
  else if (next === 'and' || next === ',' || words.is(last, DIGITS)) {
    const more = readAmount(words, words.is(last, DIGITS) ? last : last + 1);
    if (
      more &&
      more.count !== null &&
      more.form === 'number' &&
      words.is(more.last, UNIT) &&
      isFiner(words.unit(more.last), lengths[0].unit)
    ) {
      lengths.push({ unit: words.unit(more.last), count: more.count });
      last = more.last + 1;
    }
  }
  return { last, sense: { kind: 'duration', lengths, side } };
}

const SIZES = [
  'second',
  'minute',
  'hour',
  'day',
  'weekend',
  'week',
  'fortnight',
  'month',
  'quarter',
  'season',
  'year',
  'decade',
  'century',
  'millennium',
];
const isFiner = (a: string, b: string): boolean => SIZES.indexOf(a) < SIZES.indexOf(b);

/** "a year" is a length; "a second chance", "a day job", "a season ticket", "a quarter of them" are not. */
function canBeLength(words: Words, unit: number): boolean {
  const name = words.unit(unit);
  if (name === 'second' && !/^(?:VB|IN|[.,]|RB|CC)/.test(words.tag(unit + 1))) return false;
  if (name === 'second' && words.tag(unit) !== 'NN') return false;
  if (/^(?:season|weekend|quarter)$/.test(name)) return false;
  return !/^(?:NNS?|NNP)$/.test(words.tag(unit + 1)) || words.arc(unit) !== 'compound';
}

/** "the past two months", "the next few days", "recent years", "coming weeks", "the first nine months", "the last decade". */
function withSide(words: Words, t: number): Recognised | null {
  let at = /^(?:the|these|its|their|this|those)$/.test(words.lower(t)) ? t + 1 : t;
  const lower = words.lower(at);
  if (/^(?:first|final|opening|early|closing)$/.test(lower)) return firstMonths(words, at);
  const side = /^(?:past|last|previous|preceding|prior|recent|latest)$/.test(lower)
    ? -1
    : /^(?:next|coming|following|ensuing|subsequent)$/.test(lower)
      ? 1
      : 0;
  if (side === 0) return null;
  at++;
  if (words.is(at, UNIT) && words.is(at, PLURAL)) {
    if (lower === 'last' || lower === 'next' || lower === 'latest') return null;
    let last = at + 1;
    if (/^(?:and|or)$/.test(words.lower(last)) && words.is(last + 1, PLURAL) && words.is(last + 1, UNIT)) last += 2;
    return { last, sense: { kind: 'duration', lengths: [{ unit: words.unit(at), count: null }], side } };
  }
  if (words.is(at, UNIT) && (lower === 'past' || /^(?:decade|century|fortnight)$/.test(words.unit(at)))) {
    if (/^(?:previous|preceding|prior|following)$/.test(lower)) return null;
    return { last: at + 1, sense: { kind: 'duration', lengths: [{ unit: words.unit(at), count: 1 }], side } };
  }
  const amount = readAmount(words, at);
  if (!amount || amount.form === 'article') return null;
  return lengthAt(words, amount.last, amount.count, side);
}

/** "the first nine months", "the first two years", "the early years", "the first hours". */
function firstMonths(words: Words, at: number): Recognised | null {
  const amount = readAmount(words, at + 1);
  if (amount && amount.form !== 'article') return lengthAt(words, amount.last, amount.count, 0);
  const isPlural = words.is(at + 1, UNIT) !== 0 && words.is(at + 1, PLURAL) !== 0;
  return isPlural ? lengthAt(words, at + 1, null, 0) : null;
}

/** "weeks" after a word that makes a length of it: "for weeks", "within days", "in years". */
function bare(words: Words, t: number): Recognised | null {
  if (!words.is(t, PLURAL) || words.is(t - 1, DIGITS | CARDINAL | QUANTITY | RELATION)) return null;
  const before = words.lower(t - 1);
  if (
    !/^(?:for|in|within|after|over|of|the|just|only|took|take|takes|lasted|last|spent|spend|be|until|many|by|through|during)$/.test(
      before,
    )
  ) {
    if (!/^(?:before|after|later|earlier)$/.test(words.lower(t + 1))) return null;
  } else if (
    /^(?:of|the|by)$/.test(before) &&
    !/^(?:before|after|later|earlier|ahead|since|leading)$/.test(words.lower(t + 1))
  )
    return null;
  const found = lengthAt(words, t, null, 0);
  return found && words.lower(found.last) === 'ahead' ? { ...found, last: found.last + 1 } : found;
}
