/** Reads amounts: "14", "2 1/2", "twenty-five", "a couple of", "several", "two to three". A constant number of tokens is looked at. */
import { CARDINAL, DIGITS, FIGURES, QUANTITY } from './word-classes.ts';
import type { Words } from './words.ts';

export interface Amount {
  /** Null where it is not counted: "several", "a few". */
  readonly count: number | null;
  /** The token after it. */
  readonly last: number;
  /** How it was said: "a" is the weakest sign of an amount. */
  readonly form: 'number' | 'article' | 'vague';
}

/** Tokens that one number may have ("two hundred and twenty - five"). */
const LONGEST_NUMBER = 9;
const FRACTIONS: Readonly<Record<string, number>> = {
  '1/2': 0.5,
  '½': 0.5,
  '1/4': 0.25,
  '¼': 0.25,
  '3/4': 0.75,
  '¾': 0.75,
};

/**
 * The amount that begins at a token, or null.
 *
 * @example
 * readAmount(words, 0); // for "two and a half years": { count: 2.5, last: 4, form: 'number' }
 */
export function readAmount(words: Words, t: number): Amount | null {
  const lower = words.lower(t);
  if (lower === 'a' || lower === 'an') return amountAfterArticle(words, t);
  if (lower === 'half' && /^an?$/.test(words.lower(t + 1))) return { count: 0.5, last: t + 2, form: 'number' };
  if (lower === 'couple' && words.lower(t + 1) === 'of') return { count: 2, last: t + 2, form: 'number' };
  if (words.is(t, QUANTITY)) return vagueAmount(words, t);
  const number = readNumber(words, t);
  if (!number) return null;
  const fraction = fractionAfter(words, number.last);
  const counted = fraction ? { count: number.count + fraction.count, last: fraction.last } : number;
  return { ...rangeAfter(words, counted), form: 'number' };
}

function amountAfterArticle(words: Words, t: number): Amount {
  const next = words.lower(t + 1);
  if (next === 'couple') return { count: 2, last: words.lower(t + 2) === 'of' ? t + 3 : t + 2, form: 'number' };
  if (next === 'few' || next === 'good' || next === 'number') {
    if (next === 'few') return { count: null, last: t + 2, form: 'vague' };
    if (next === 'number' && words.lower(t + 2) === 'of') return { count: null, last: t + 3, form: 'vague' };
    return { count: 1, last: t + 1, form: 'article' };
  }
  if (next === 'half') return { count: 0.5, last: t + 2, form: 'number' };
  if (words.is(t + 1, CARDINAL) && words.number(t + 1) >= 12) {
    const number = readNumber(words, t + 1);
    if (number) return { ...number, form: 'number' };
  }
  return { count: 1, last: t + 1, form: 'article' };
}

function vagueAmount(words: Words, t: number): Amount {
  const lower = words.lower(t);
  const hasOf = words.lower(t + 1) === 'of' && /^(?:dozens|hundreds|thousands)$/.test(lower);
  return { count: null, last: hasOf ? t + 2 : t + 1, form: 'vague' };
}

/** "two to three", "12 - 18", "five or six": the count of the first, since TIMEX3 has one value. */
function rangeAfter(words: Words, number: { count: number; last: number }): { count: number; last: number } {
  if (!/^(?:to|or)$/.test(words.lower(number.last)) && !words.isHyphen(number.last)) return number;
  const second = readNumber(words, number.last + 1);
  return second && second.count > number.count ? { count: number.count, last: second.last } : number;
}

/** "and a half", "1/2". */
function fractionAfter(words: Words, t: number): { count: number; last: number } | null {
  const share = FRACTIONS[words.lower(t)];
  if (share !== undefined) return { count: share, last: t + 1 };
  let at = t;
  const skipHyphen = (): void => {
    if (words.isHyphen(at)) at++;
  };
  skipHyphen();
  if (words.lower(at) !== 'and') return null;
  at++;
  skipHyphen();
  if (words.lower(at) !== 'a') return null;
  at++;
  skipHyphen();
  return words.lower(at) === 'half' ? { count: 0.5, last: at + 1 } : null;
}

/**
 * The cardinal number that begins at a token, in digits or in words, or null.
 *
 * @example
 * readNumber(words, 0); // for "twenty-five": { count: 25, last: 3 }
 */
export function readNumber(words: Words, t: number): { count: number; last: number } | null {
  if (words.is(t, DIGITS)) return { count: words.number(t), last: t + 1 };
  if (words.is(t, FIGURES)) {
    const lower = words.lower(t);
    if (FRACTIONS[lower] !== undefined) return { count: FRACTIONS[lower], last: t + 1 };
    return /^\d{1,4}\.\d{1,2}$/.test(lower) ? { count: Number(lower), last: t + 1 } : null;
  }
  if (!words.is(t, CARDINAL)) return null;
  let total = 0;
  let part = 0;
  let at = t;
  let before = Number.POSITIVE_INFINITY;
  while (at < t + LONGEST_NUMBER) {
    let next = at;
    if (at > t && (words.isHyphen(at) || words.lower(at) === 'and') && words.is(at + 1, CARDINAL)) next = at + 1;
    if (!words.is(next, CARDINAL)) break;
    const value = words.number(next);
    if (value >= 100) {
      if (value === 100) part = (part || 1) * 100;
      else {
        total += (part || 1) * value;
        part = 0;
      }
      before = value;
    } else {
      // "twenty five" is one number, "five six" and "nineteen ninety" are two.
      const isUnder = value < before && (before >= 100 || (before >= 20 && before % 10 === 0 && value < 10));
      if (at > t && !isUnder) break;
      part += value;
      before = value;
    }
    at = next + 1;
  }
  return { count: total + part, last: at };
}
