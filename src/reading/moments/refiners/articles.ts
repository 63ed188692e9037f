/**
 * Gives an expression its article where it has one of its own: "the third quarter", "the 1990s"; and takes away one that belongs
 * to a noun behind it: "the 14-day wait", "a third-quarter loss".
 */
import type { Expression } from '../expression.ts';
import { PLURAL, UNIT } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Refiner } from './refiner.ts';

const PERIOD_NOUN = /^(?:period|term|span|stretch|interval)$/;

/**
 * The refiner of articles.
 *
 * @example
 * articles.refine(words, found); // "third quarter" becomes "the third quarter"
 */
export const articles: Refiner = {
  name: 'article',
  refine: (words, found) =>
    found.map((plain, i) => {
      const expression = withNoun(words, plain, found[i + 1]?.first ?? words.last);
      const { first, last, sense } = expression;
      const isBeforeNoun = modifiesNoun(words, first, last) || isAdjective(words, expression);
      if (isBeforeNoun && /^(?:the|an?)$/.test(words.lower(first)) && dropsArticle(expression))
        return { ...expression, first: first + 1 };
      const floor = i === 0 ? words.first : found[i - 1].last;
      if (isBeforeNoun || first - 1 < floor || sense.kind !== 'calendar' || !/^the$/.test(words.lower(first - 1)))
        return expression;
      const takes =
        sense.grain === 'quarter' ||
        sense.grain === 'half' ||
        ((sense.grain === 'decade' || sense.grain === 'century') && sense.relation === null);
      return takes && sense.parts.year === undefined ? { ...expression, first: first - 1 } : expression;
    }),
};

/** Whether the expression stands before a noun that it describes: by the parse, or by the tag of the next word where there is none. */
function modifiesNoun(words: Words, first: number, last: number): boolean {
  const head = words.head(last - 1);
  if (
    head >= last &&
    /^(?:compound|amod|nummod|nmod|nmod:unmarked|nmod:desc|obl:unmarked)$/.test(words.arc(last - 1))
  ) {
    return /^(?:NNS?|NNPS?|JJ|CD)$/.test(words.tag(last)) || words.isHyphen(last);
  }
  return words.head(last - 1) === last - 1 && first < last && /^NNS?$/.test(words.tag(last));
}

/** "year-ago results", "14-day wait", "a two day rally": in a form that only stands before a noun. */
function isAdjective(words: Words, { sense, last }: Expression): boolean {
  if (/^(?:ago|earlier)$/.test(words.lower(last - 1)) && words.isHyphen(last - 2)) return true;
  if (sense.kind !== 'duration' || sense.side !== 0 || !words.is(last - 1, UNIT) || words.is(last - 1, PLURAL))
    return false;
  return (
    (words.isHyphen(last - 2) || (sense.lengths[0].count ?? 1) > 1) &&
    words.has(last) &&
    /^(?:NN|JJ|VBG|VBN|HYPH)/.test(words.tag(last))
  );
}

function dropsArticle({ first, last, sense }: Expression): boolean {
  if (sense.kind === 'duration') {
    // "the past two months" keeps it; "the two-week rally", "a four-month ordeal" do not.
    return sense.side === 0;
  }
  return sense.kind === 'calendar' && last - first > 1 && (sense.relation === null || sense.steps === -1);
}

/** "a three-year period", "its one-year term". */
function withNoun(words: Words, expression: Expression, ceiling: number): Expression {
  const { sense, last } = expression;
  const isHyphenated = sense.kind === 'duration' && words.isHyphen(last - 2);
  if (!isHyphenated || last >= ceiling || !PERIOD_NOUN.test(words.lower(last))) return expression;
  const first = /^(?:an?|the)$/.test(words.lower(expression.first - 1)) ? expression.first - 1 : expression.first;
  return { ...expression, first, last: last + 1 };
}
