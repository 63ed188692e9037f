/** "the 1990s", "mid-1990s", "the '80s", "the nineties", "the 20th century", "the eleventh century BC": decades and centuries. */
import { DECADE, ORDINAL } from '../word-classes.ts';
import type { Recogniser } from './recogniser.ts';

/**
 * The recogniser of decades and centuries.
 *
 * @example
 * decade.at(words, 0); // for "1990s": { last: 1, sense: { grain: 'decade', parts: { decade: 1990 }, … } }
 */
export const decade: Recogniser = {
  name: 'decade or century',
  begins: DECADE | ORDINAL,
  at(words, t) {
    if (words.is(t, DECADE)) {
      const first = words.number(t);
      // "2030's goals" is a year with a possessive ending; a decade so written has an article.
      if (/^\d{4}'s$/.test(words.lower(t)) && !/^(?:the|mid|early|late|of|in)$/.test(words.lower(t - 1))) return null;
      // "in her nineties" and "temperatures in the 80s" are no decades.
      if (/^(?:his|her|their|my|your|our|its|low|mid|upper|high)$/.test(words.lower(t - 1)) && first % 100 === first)
        return null;
      if (
        /^(?:his|her|their|my|your|our)$/.test(words.lower(t - 1)) ||
        /^(?:his|her|their|my|our)$/.test(words.lower(t - 2))
      )
        return null;
      return { last: t + 1, sense: { kind: 'calendar', grain: 'decade', parts: { decade: first }, relation: null } };
    }
    const at = words.isHyphen(t + 1) ? t + 2 : t + 1;
    const number = words.number(t);
    if (words.lower(at) !== 'century' || number < 1 || number > 30) return null;
    const isBefore = /^(?:bc|b\.c\.|bce)$/.test(words.lower(at + 1));
    if (isBefore)
      return {
        last: at + 2,
        sense: { kind: 'calendar', grain: 'century', parts: { century: -number }, relation: null },
      };
    return {
      last: at + 1,
      sense: { kind: 'calendar', grain: 'century', parts: { century: number - 1 }, relation: null },
    };
  },
};
