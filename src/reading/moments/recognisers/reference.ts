/** "now", "recently", "currently", "the past", "in the near future", "so far", "these days": points into past, present or future, and no further. */
import { REFERENCES } from '../time-words.ts';
import { DETERMINER, OPENER, REFERENCE, RELATION } from '../word-classes.ts';
import type { Words } from '../words.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

type Value = 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF';

/** Phrases, the longest first of those that begin alike. */
const PHRASES: readonly (readonly [phrase: string, value: Value])[] = [
  ['as soon as possible', 'FUTURE_REF'],
  ['in the near future', 'FUTURE_REF'],
  ['the not-too-distant future', 'FUTURE_REF'],
  ['the foreseeable future', 'FUTURE_REF'],
  ['the near future', 'FUTURE_REF'],
  ['the distant future', 'FUTURE_REF'],
  ['the recent past', 'PAST_REF'],
  ['the distant past', 'PAST_REF'],
  ['the near term', 'FUTURE_REF'],
  ['the short term', 'FUTURE_REF'],
  ['the long term', 'FUTURE_REF'],
  ['the present time', 'PRESENT_REF'],
  ['at this time', 'PRESENT_REF'],
  ['this time', 'PRESENT_REF'],
  ['the time being', 'PRESENT_REF'],
  ['the future', 'FUTURE_REF'],
  ['the past', 'PAST_REF'],
  ['the moment', 'PRESENT_REF'],
  ['this moment', 'PRESENT_REF'],
  ['the present', 'PRESENT_REF'],
  ['that time', 'PAST_REF'],
  ['the time', 'PAST_REF'],
  ['these days', 'PRESENT_REF'],
  ['right now', 'PRESENT_REF'],
  ['long ago', 'PAST_REF'],
];
const byFirstWord = new Map<string, (readonly [words: readonly string[], value: Value])[]>();
for (const [phrase, value] of PHRASES) {
  const words = phrase.split(' ');
  const list = byFirstWord.get(words[0]);
  if (list) list.push([words, value]);
  else byFirstWord.set(words[0], [[words, value]]);
}

/**
 * The recogniser of words that point into time and no further.
 *
 * @example
 * reference.at(words, 0); // for "recently": { last: 1, sense: { kind: 'reference', value: 'PAST_REF' } }
 */
export const reference: Recogniser = {
  name: 'reference',
  begins: REFERENCE | DETERMINER | OPENER | RELATION,
  at(words, t) {
    for (const [phrase, value] of byFirstWord.get(words.lower(t)) ?? []) {
      if (phrase.every((word, i) => words.lower(t + i) === word) && isPhraseHere(words, t, phrase))
        return found(t + phrase.length, value);
    }
    if (words.lower(t) === 'right' && words.lower(t + 1) === 'now') return found(t + 2, 'PRESENT_REF');
    if (!words.is(t, REFERENCE) || !isReferenceHere(words, t)) return null;
    return found(t + 1, REFERENCES[words.lower(t)]);
  },
};

const found = (last: number, value: Value): Recognised => ({ last, sense: { kind: 'reference', value } });

function isPhraseHere(words: Words, t: number, phrase: readonly string[]): boolean {
  const next = t + phrase.length;
  const head = phrase.at(-1)!;
  // "the past two years" has been taken by a longer match; "the future king" and "the time bomb" are none.
  if (/^(?:NNS?|NNP|CD|JJ)$/.test(words.tag(next)) && !/^(?:days|now|ago|possible)$/.test(head)) return false;
  const before = words.lower(t - 1);
  if (head === 'time')
    return /^(?:at|by|since|until|before)$/.test(before) && (words.lower(t) !== 'the' || words.lower(next) !== 'of');
  if (head === 'moment') return /^(?:at|for)$/.test(before) && words.lower(next) !== 'of';
  if (head === 'term') return /^(?:in|over|for|of)$/.test(before);
  return true;
}

function isReferenceHere(words: Words, t: number): boolean {
  const lower = words.lower(t);
  const tag = words.tag(t);
  const next = words.lower(t + 1);
  switch (lower) {
    case 'now':
      // "now that" gives a reason; "Now" as a name has a capital within the sentence.
      return (
        /^RB/.test(tag) &&
        next !== 'that' &&
        !words.isHyphen(t + 1) &&
        (words.form(t) === 'now' || t === words.first || words.tag(t - 1) !== 'NNP')
      );
    case 'current':
    case 'recent':
      return (
        tag === 'JJ' &&
        !words.isHyphen(t + 1) &&
        words.form(t) === lower &&
        next !== 'account' &&
        words.lower(t - 1) !== 'more'
      );
    case 'once':
    case 'future':
    case 'previously':
    case 'formerly':
      // "future losses", "previously announced": what they point at is a kind of thing, seldom a time.
      return false;
    case 'past':
      return tag === 'JJ' && /^NNS?$/.test(words.tag(t + 1));
    case 'present':
      return false;
    case 'shortly':
      return tag === 'RB' && !/^(?:after|before)$/.test(next);
    case 'soon':
      return (
        tag === 'RB' && !/^(?:as|after|before)$/.test(next) && !/^(?:as|so|too|how|very)$/.test(words.lower(t - 1))
      );
    default:
      return /^RB/.test(tag) || lower === 'presently';
  }
}
