/** "the latest quarter", "the year-earlier period", "the 1988 period", "the year-ago third quarter": the period that a report compares. */
import type { Calendar, Relation } from '../expression.ts';
import { DETERMINER, UNIT, YEAR } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Recogniser } from './recogniser.ts';

/**
 * The recogniser of periods that a report compares.
 *
 * @example
 * reportingPeriod.at(words, 0); // for "the year-earlier period": { last: 5, sense: { grain: 'quarter', steps: -1, … } }
 */
export const reportingPeriod: Recogniser = {
  name: 'reporting period',
  begins: DETERMINER | UNIT | YEAR,
  at(words, t) {
    let at = words.lower(t) === 'the' ? t + 1 : t;
    let relation: Relation | null = null;
    let steps = 0;
    let year: number | undefined;
    if (/^(?:comparable|corresponding|same|equivalent)$/.test(words.lower(at))) {
      relation = 'same';
      at++;
    }
    const fromYear = at;
    if (words.is(at, YEAR) && words.number(at) > 99) {
      year = words.number(at);
      at++;
    } else if (isYearAgo(words, at)) {
      steps = -1;
      at += 3;
    } else if (words.lower(at) === 'latest' || words.lower(at) === 'current') {
      relation = 'latest';
      at++;
    }
    if (at === t || (at === fromYear && relation === null)) return null;
    const ordinal = /^(?:first|second|third|fourth)$/.test(words.lower(at)) ? words.number(at) : 0;
    if (ordinal > 0) at++;
    if (words.lower(at) === 'fiscal') at++;
    const noun = words.lower(at);
    if (noun !== 'period' && noun !== 'quarter' && noun !== 'year') {
      // "year-earlier results": the adjective alone.
      return steps === -1 && at === fromYear + 3 && relation === null
        ? { last: at, sense: period({}, 'same', -1) }
        : null;
    }
    if (noun === 'year' && (ordinal > 0 || year !== undefined || relation === 'same' || steps === 0)) return null;
    if (noun === 'period' && words.lower(t) !== 'the' && year === undefined && steps === 0) return null;
    const parts = { ...(ordinal > 0 && { quarter: ordinal }), ...(year !== undefined && { year }) };
    return { last: at + 1, sense: period(parts, relation ?? 'same', steps) };
  },
};

/** A period of the grain that is being told of: `steps` counts years. */
const period = (parts: Calendar['parts'], relation: Relation, steps: number): Calendar => ({
  kind: 'calendar',
  grain: 'quarter',
  parts,
  relation,
  steps,
});

const isYearAgo = (words: Words, t: number): boolean =>
  words.lower(t) === 'year' && words.isHyphen(t + 1) && /^(?:ago|earlier)$/.test(words.lower(t + 2));
