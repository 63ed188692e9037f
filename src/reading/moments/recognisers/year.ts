/** "1990", "'97", "nineteen ninety-six", "the year 2000", "fiscal 1989", "300 BC", "2024/25", "2024-25": years. */
import { CARDINAL, DETERMINER, DIGITS, FIGURES, FISCAL, LAST_YEAR, OPENER, SEASON, YEAR } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Recogniser } from './recogniser.ts';

export interface Year {
  readonly year: number;
  /** Only its last two digits are said. */
  readonly isShort: boolean;
  readonly last: number;
}

/**
 * The recogniser of years.
 *
 * @example
 * year.at(words, 0); // for "1990": { last: 1, sense: { grain: 'year', parts: { year: 1990 }, … } }
 */
export const year: Recogniser = {
  name: 'year',
  begins: YEAR | CARDINAL | DETERMINER | DIGITS | FIGURES | OPENER | FISCAL,
  at(words, t) {
    const named = afterNoun(words, t);
    if (named) return yearSense(named);
    if (words.is(t, FISCAL)) {
      const match = /^fy'?(\d{2,4})?$/.exec(words.lower(t));
      if (match?.[1] && match[1].length !== 3) {
        const value = Number(match[1]);
        return yearSense({ year: value, isShort: value < 100, last: t + 1 });
      }
      const after = match && !match[1] ? readYear(words, t + 1) : null;
      return after ? yearSense(after) : null;
    }
    const before = beforeChrist(words, t) ?? early(words, t);
    if (before) return yearSense(before);
    const split = splitYear(words.lower(t));
    if (split !== null) return yearSense({ year: split, isShort: false, last: t + 1 });
    const found = readYear(words, t);
    if (!found || (found.isShort && !isShortHere(words, t)) || !isYearHere(words, t, found.last)) return null;
    return yearSense(found);
  },
};

const yearSense = ({ year, isShort, last }: Year) => ({
  last,
  sense: {
    kind: 'calendar' as const,
    grain: 'year' as const,
    parts: isShort ? { year, isShortYear: true } : { year },
    relation: null,
  },
});

/**
 * The year that begins at a token, in digits or in words, or null.
 *
 * @example
 * readYear(words, 0); // for "nineteen ninety-six": { year: 1996, isShort: false, last: 4 }
 */
export function readYear(words: Words, t: number): Year | null {
  if (words.is(t, YEAR)) return { year: words.number(t), isShort: words.number(t) < 100, last: t + 1 };
  if (!words.is(t, CARDINAL)) return null;
  const first = words.number(t);
  if (first === 2 && words.lower(t + 1) === 'thousand') {
    const at = words.lower(t + 2) === 'and' ? t + 3 : t + 2;
    const rest = at > t + 2 || words.lower(t - 1) === 'year' ? twoDigits(words, at) : null;
    return { year: 2000 + (rest?.value ?? 0), isShort: false, last: rest?.last ?? t + 2 };
  }
  if (first < 15 || first > 20) return null;
  const rest = twoDigits(words, words.isHyphen(t + 1) ? t + 2 : t + 1);
  return rest && (rest.value >= 10 || first === 20) && rest.value > 9
    ? { year: first * 100 + rest.value, isShort: false, last: rest.last }
    : null;
}

function twoDigits(words: Words, t: number): { value: number; last: number } | null {
  if (!words.is(t, CARDINAL) || words.number(t) > 90) return null;
  const value = words.number(t);
  if (value < 20 || value % 10 !== 0) return { value, last: t + 1 };
  const at = words.isHyphen(t + 1) ? t + 2 : t + 1;
  const hasOnes = words.is(at, CARDINAL) && words.number(at) >= 1 && words.number(at) <= 9;
  return hasOnes ? { value: value + words.number(at), last: at + 1 } : { value, last: t + 1 };
}

/** "the year 2000", "fiscal 1989", "fiscal year 1989", "calendar 2024". */
function afterNoun(words: Words, t: number): Year | null {
  let at = words.lower(t) === 'the' ? t + 1 : t;
  const from = at;
  if (/^(?:fiscal|financial|academic|school|calendar|tax)$/.test(words.lower(at))) at++;
  if (words.lower(at) === 'year' && !words.isHyphen(at + 1)) at++;
  if (at === from) return null;
  const found = readYear(words, at);
  if (found) return found;
  if (words.lower(at - 1) === 'year' && words.lower(t) === 'the' && words.isDigits(at, 1, LAST_YEAR)) {
    return { year: words.number(at), isShort: false, last: at + 1 };
  }
  const split = splitYear(words.lower(at));
  return split === null ? null : { year: split, isShort: false, last: at + 1 };
}

/** "2024/25" as one token: the year in which it begins. */
function splitYear(lower: string): number | null {
  const match = /^((?:19|20)\d\d)\/(\d\d)$/.exec(lower);
  return match && (Number(match[1]) + 1) % 100 === Number(match[2]) ? Number(match[1]) : null;
}

/** "300 BC", "44 B.C.", "A.D. 79". */
function beforeChrist(words: Words, t: number): Year | null {
  if (words.isDigits(t, 1, 9999) && /^(?:bc|b\.c\.|bce|b\.c\.e\.)$/.test(words.lower(t + 1))) {
    return { year: 1 - words.number(t), isShort: false, last: t + 2 };
  }
  if (/^(?:AD|A\.D\.|CE)$/.test(words.form(t)) && words.isDigits(t + 1, 1, LAST_YEAR)) {
    return { year: words.number(t + 1), isShort: false, last: t + 2 };
  }
  if (words.isDigits(t, 1, LAST_YEAR) && /^(?:AD|A\.D\.|CE|C\.E\.)$/.test(words.form(t + 1))) {
    return { year: words.number(t), isShort: false, last: t + 2 };
  }
  return null;
}

/** "c. 347", "circa 1250": a year of the first millennium needs a word that says so. */
function early(words: Words, t: number): Year | null {
  const before = words.lower(t - 1) === '.' ? words.lower(t - 2) : words.lower(t - 1);
  const isCirca = /^(?:c\.?|ca\.?|circa)$/.test(before);
  return isCirca && words.isDigits(t, 100, LAST_YEAR) ? { year: words.number(t), isShort: false, last: t + 1 } : null;
}

const DATE_SIGNALS = /^(?:in|since|until|till|by|from|during|between|and|or|after|before|of|[-–,(])$/;
/** "in '97", "the class of '71", "summer '68"; two digits after an apostrophe alone may be anything. */
const isShortHere = (words: Words, t: number): boolean =>
  DATE_SIGNALS.test(words.lower(t - 1)) || words.is(t - 1, SEASON) !== 0;

const AMOUNTS_AFTER =
  /^(?:%|percent|people|points?|dollars?|euros?|pounds?|yen|miles?|km|kilomet(?:er|re)s|met(?:er|re)s|feet|acres|seats|votes|shares?|times|tons|tonnes|kg|mm|cm|calories|troops|soldiers|men|women|children)$/;

/** Whether a number of four digits is a year where it stands, and no amount, price, page or part of a longer number. */
function isYearHere(words: Words, t: number, last: number): boolean {
  const before = words.lower(t - 1);
  const after = words.lower(last);
  if (/^[.+]$/.test(before) && words.touches(t)) return false;
  if (
    /^(?:[$£€¥#№]|no\.|nos\.|page|pages|p\.|pp\.|flight|room|route|highway|channel|section|article|chapter|version|us\$|c\$|a\$)$/.test(
      before,
    )
  )
    return false;
  if (AMOUNTS_AFTER.test(after) && !(DATE_SIGNALS.test(before) && !/^(?:%|percent|points?)$/.test(after))) return false;
  if (
    words.touches(t) &&
    /^[-–/:]$/.test(before) &&
    !words.is(t - 2, YEAR) &&
    !/^(?:mid|post|pre|early|late)$/.test(words.lower(t - 2))
  ) {
    // "F-1990", "555-1990"; but "Jan.-1990" and "Ukraine–2014" are seldom enough to lose.
    return false;
  }
  if (
    words.touches(last) &&
    after === '-' &&
    words.touches(last + 1) &&
    words.is(last + 1, DIGITS) &&
    words.number(last + 1) > LAST_YEAR
  )
    return false;
  // A plural noun that it counts ("1990 delegates"), where the parse says so; but "the 1990 elections" has an article.
  if (
    words.tag(last) === 'NNS' &&
    words.arc(t) === 'nummod' &&
    !/^(?:the|its|his|her|their|our|in|since|of|until|'s|that|this)$/.test(before)
  )
    return false;
  return true;
}
