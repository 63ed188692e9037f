/** Puts a period into the larger one that is named beside it: "the third quarter of 1990", "June last year", "this year's first quarter". */
import type { Calendar, Distance, Expression } from '../expression.ts';
import { GRAINS } from '../period.ts';
import type { Words } from '../words.ts';
import type { Refiner } from './refiner.ts';

/**
 * The refiner of periods within periods.
 *
 * @example
 * nest.refine(words, found); // "June" and "last year" become one
 */
export const nest: Refiner = {
  name: 'within',
  refine(words, found) {
    const nested: Expression[] = [];
    for (const expression of found) {
      const before = nested.at(-1);
      const pair = before ? nestPair(words, before, expression) : null;
      if (pair) nested[nested.length - 1] = pair;
      else nested.push(expression);
    }
    return nested;
  },
};

function nestPair(words: Words, a: Expression, b: Expression): Expression | null {
  const gap = b.first - a.last;
  if (gap > 2) return null;
  const link = words.lower(a.last);
  const isAdjacent = gap === 0;
  const isOf = (gap === 1 && link === 'of') || (gap === 2 && link === 'of' && words.lower(a.last + 1) === 'the');
  if (isAdjacent || isOf) {
    const inner = a.sense;
    const outer = b.sense;
    if (isInner(inner) && isOuter(outer) && fits(inner, outer) && (isOf || needsNoLink(inner, outer))) {
      return { ...a, last: b.last, sense: { ...inner, within: outer }, why: [...a.why, ...b.why, 'within'] };
    }
  }
  if (gap === 1 && words.tag(a.last) === 'POS' && isOuter(a.sense) && isInner(b.sense) && fits(b.sense, a.sense)) {
    return { ...a, last: b.last, sense: { ...b.sense, within: a.sense }, why: [...a.why, ...b.why, 'within'] };
  }
  return null;
}

const isOuter = (sense: Expression['sense']): sense is Calendar | Distance =>
  (sense.kind === 'calendar' && !sense.clock && sense.dayPart === undefined && sense.grain !== 'day') ||
  (sense.kind === 'distance' && /^(?:year|month|week|decade)$/.test(sense.unit));

const isInner = (sense: Expression['sense']): sense is Calendar =>
  sense.kind === 'calendar' && sense.within === undefined && sense.parts.year === undefined;

function fits(inner: Calendar, outer: Calendar | Distance): boolean {
  const outerGrain = outer.kind === 'calendar' ? outer.grain : (outer.unit as Calendar['grain']);
  return GRAINS.indexOf(inner.grain) > GRAINS.indexOf(outerGrain) && inner.grain !== 'week';
}

/** "June last year", "third quarter last year": what stands beside it must point, or a list of dates would be one date. */
function needsNoLink(inner: Calendar, outer: Calendar | Distance): boolean {
  const isPointing = outer.kind === 'distance' || outer.relation !== null || outer.parts.year !== undefined;
  return (
    isPointing &&
    inner.clock === undefined &&
    (inner.relation === null || inner.relation === 'latest' || inner.relation === 'that')
  );
}
