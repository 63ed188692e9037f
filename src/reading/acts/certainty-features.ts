/**
 * What is looked at to tell how certain a text makes an event sound: the words, tags, modals and negations around the word
 * that tells the event, as bucket numbers of one table of weights.
 */
import { combine, hashString, type Lexicon } from '../../language/lexicon/lexicon.ts';
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Tokens } from '../../text/document.ts';
import type { Range } from './sentence-words.ts';

const REACH_LEFT = 7;
const REACH_RIGHT = 4;
const NOTHING = hashString('outside of the clause');
const NEGATIONS = new Set(
  ['not', "n't", 'never', 'no', 'nobody', 'nothing', 'neither', 'nor', 'without', 'none', 'hardly'].map((word) =>
    hashString(word),
  ),
);
const CONDITIONS = new Set(['if', 'unless', 'whether', 'until', 'before'].map((word) => hashString(word)));
const QUESTION = hashString('?');
const MODAL = XPOS_TAGS.indexOf('MD');
const TO = XPOS_TAGS.indexOf('TO');
const VERBS = new Set(['VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ'].map((tag) => XPOS_TAGS.indexOf(tag)));
const AUXILIARIES = new Set(
  [
    'be',
    'is',
    'are',
    'was',
    'were',
    'been',
    'being',
    "'s",
    "'re",
    "'m",
    'am',
    'have',
    'has',
    'had',
    "'ve",
    'do',
    'does',
    'did',
    'having',
  ].map((word) => hashString(word)),
);

/**
 * Bucket numbers of one event, each below `buckets` (a power of two).
 *
 * @param event the token that tells the event
 * @param range the tokens that may be looked at: its sentence, or the content within it
 * @example
 * certaintyFeatures(tokens, lexicon, 4, { first: 0, last: 9 }, 16_384); // [120, 7711, …]
 */
export function certaintyFeatures(
  tokens: Tokens,
  lexicon: Lexicon,
  event: number,
  { first, last }: Range,
  buckets: number,
): number[] {
  const found: number[] = [];
  const push = (name: number, value: number): void => {
    found.push(combine(combine(name + 1, value), 77) & (buckets - 1));
  };
  const word = (t: number): number => (t >= first && t < last ? lexicon.lowerHash[tokens.lexeme[t]] : NOTHING);
  const tag = (t: number): number => (t >= first && t < last ? tokens.xpos[t] : 99);
  const own = word(event);
  const ownTag = tag(event);
  push(0, 0);
  push(1, own);
  push(2, ownTag);
  push(3, combine(own, ownTag));
  push(4, hashString(lexicon.lowers[tokens.lexeme[event]].slice(-3)));
  push(5, word(event - 1));
  push(6, combine(word(event - 1), ownTag));
  push(7, combine(word(event - 2), word(event - 1)));
  push(8, word(event + 1));
  push(9, combine(ownTag, tag(event - 1)));
  push(10, combine(combine(tag(event - 2), tag(event - 1)), ownTag));
  push(11, combine(ownTag, tag(event + 1)));
  let modal = 0;
  let isNegated = 0;
  let afterTo = 0;
  let governor = 0;
  let governorIsNegated = 0;
  let governorModal = 0;
  let condition = 0;
  for (let t = event - 1; t >= first && t >= event - 12; t--) {
    const near = event - t;
    if (near <= REACH_LEFT) {
      push(20, word(t));
      if (near <= 3) push(21, combine(word(t), ownTag));
    }
    if (CONDITIONS.has(word(t)) && condition === 0) condition = word(t);
    if (governor === 0) {
      if (tag(t) === MODAL) modal = word(t);
      else if (NEGATIONS.has(word(t)) && near <= 4) isNegated = 1;
      else if (tag(t) === TO && near <= 3) afterTo = 1;
      else if (VERBS.has(tag(t)) && !AUXILIARIES.has(word(t))) governor = t + 1;
    } else if (governor - 1 - t <= 4) {
      if (tag(t) === MODAL) governorModal = word(t);
      else if (NEGATIONS.has(word(t))) governorIsNegated = 1;
      else if (tag(t) === TO) governorModal = 1;
    }
  }
  for (let t = event + 1; t < last && t <= event + REACH_RIGHT; t++) push(22, word(t));
  const isVerb = VERBS.has(ownTag) ? 1 : 0;
  const polarity = combine(modal, isNegated * 4 + afterTo * 2 + isVerb);
  push(30, polarity);
  push(31, combine(polarity, ownTag));
  push(32, combine(polarity, condition));
  if (governor > 0) {
    const verb = word(governor - 1);
    const link = combine(afterTo, ownTag);
    push(40, verb);
    push(41, combine(verb, link));
    push(42, combine(combine(verb, link), governorIsNegated));
    push(43, combine(combine(governorModal, governorIsNegated), combine(link, isNegated)));
    push(44, combine(verb, combine(governorIsNegated, governorModal)));
  } else push(45, combine(polarity, event === first ? 1 : 0));
  if (condition > 0) push(46, combine(condition, ownTag));
  const isQuestion = word(last - 1) === QUESTION || word(last - 2) === QUESTION ? 1 : 0;
  push(47, combine(isQuestion, isVerb));
  push(48, combine(isNegated, own));
  push(49, combine(tag(first), isQuestion));
  return found;
}
