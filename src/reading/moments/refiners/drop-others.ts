/** Drops what only looks like a time: ages, names of papers and works, amounts of other things, and what a recogniser marked as nothing. */
import type { Expression } from '../expression.ts';
import { UNIT } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Refiner } from './refiner.ts';

/**
 * The refiner that drops what is no time.
 *
 * @example
 * dropOthers.refine(words, found); // "52 years" of "52 years old" goes
 */
export const dropOthers: Refiner = {
  name: 'other things',
  refine: (words, found) =>
    found.filter(
      (expression) =>
        expression.sense.kind !== 'nothing' &&
        !isAge(words, expression) &&
        !isName(words, expression) &&
        !isTitle(words, expression),
    ),
};

/** "52 years old", "a 13-year-old", "years of age". */
function isAge(words: Words, { sense, last }: Expression): boolean {
  if (sense.kind !== 'duration') return false;
  const at = words.isHyphen(last) ? last + 1 : last;
  return /^(?:old|olds)$/.test(words.lower(at)) || (words.lower(at) === 'of' && words.lower(at + 1) === 'age');
}

/** "on “60 Minutes”", "ABC's “This Week”": a unit with a capital behind a quotation mark. */
function isTitle(words: Words, { first, last }: Expression): boolean {
  const unit = words.form(last - 1);
  return (
    /^(?:["“‘]|``|''|')$/.test(words.form(first - 1)) && /^[A-Z][a-z]/.test(unit) && words.is(last - 1, UNIT) !== 0
  );
}

/** "the Sunday Times", "Black Friday", "Friday Night Lights": a name goes on with capitals. */
function isName(words: Words, { sense, first, last }: Expression): boolean {
  if (sense.kind !== 'calendar' || sense.parts.weekday === undefined || last - first !== 1) return false;
  const next = words.form(last);
  return (
    /^(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Mass|School|Independent|Star|People|Sun)$/.test(next) &&
    /^NNP/.test(words.tag(first))
  );
}
