/**
 * Finds hedges among tokens that have tags: the words of src/language/en/hedges.ts, where they are used as hedges. "May" the month, "could
 * not see", "about the inquiry" and "some of them" are not.
 *
 * Cost: one array read a token; more only where a phrase begins.
 */
import { HEDGES, type HedgeNeed } from '../../language/en/hedges.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { PhraseTable } from '../../language/phrases/phrase-table.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Span, Tokens } from '../../text/document.ts';

const MODAL = XPOS_TAGS.indexOf('MD');
const NUMBER = UPOS_TAGS.indexOf('NUM');
const CURRENCY = XPOS_TAGS.indexOf('$');
const DETERMINER = UPOS_TAGS.indexOf('DET');
const NOUNS = new Set(['NOUN', 'PROPN', 'ADJ'].map((tag) => UPOS_TAGS.indexOf(tag)));
const DESCRIBING = new Set(['JJ', 'VBN', 'VBD'].map((tag) => XPOS_TAGS.indexOf(tag)));
const NOT = new Set(['not', "n't", 'never', 'hardly', 'only', 'barely', 'no']);
/** After "could": the past of "can see", which is no doubt. */
const SENSES = new Set(['see', 'hear', 'smell', 'feel', 'taste', 'be']);
const PERCEIVED = new Set(['seen', 'heard', 'smelt', 'felt']);
const QUANTITIES = new Set([
  'dozens',
  'scores',
  'hundreds',
  'thousands',
  'millions',
  'billions',
  'half',
  'midnight',
  'noon',
]);
const COUNTED = new Set([
  'dozen',
  'hundred',
  'thousand',
  'million',
  'billion',
  'third',
  'quarter',
  'half',
  'century',
  'decade',
]);
const WHOLE = new Set(['all', 'every', 'everyone', 'everything', 'nothing', 'none', 'always', 'never']);
const SMALL = new Set([
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]);

/**
 * The hedges among tokens [first, last), as spans of the text in order; none overlap.
 *
 * @example
 * const findHedges = createHedgeFinder(lexicon);
 * findHedges(document.tokens, 0, 6); // [[5, 8]] for "They may have left ."
 */
export type HedgeFinder = (tokens: Tokens, first: number, last: number) => Span[];

/**
 * Makes the finder; one serves all documents that the lexicon reads.
 *
 * @example
 * createHedgeFinder(new Lexicon());
 */
export function createHedgeFinder(lexicon: Lexicon): HedgeFinder {
  const needs: HedgeNeed[] = [];
  const phrases = HEDGES.flatMap(({ needs: need, phrases: list }) =>
    list.split('|').map((phrase) => {
      needs.push(need);
      return phrase;
    }),
  );
  const table = new PhraseTable(lexicon, phrases);
  const lower = (tokens: Tokens, t: number): string => (t < tokens.length ? lexicon.lowers[tokens.lexeme[t]] : '');

  return (tokens, first, last) => {
    const spans: Span[] = [];
    let at = first;
    const accepts = (phrase: number, next: number): boolean => isHedge(needs[phrase], at, next);
    const isHedge = (need: HedgeNeed, t: number, next: number): boolean => {
      switch (need) {
        case null:
          return true;
        case 'modal':
          // "You may enter" gives leave.
          return tokens.xpos[t] === MODAL && !(t > 0 && lower(tokens, t - 1) === 'you');
        case 'claim': {
          if (tokens.xpos[t] !== MODAL) return false;
          const after = lower(tokens, next);
          if (NOT.has(after)) return false;
          return !SENSES.has(after) || (after === 'be' && !PERCEIVED.has(lower(tokens, next + 1)));
        }
        case 'number':
          return isNumber(next) || WHOLE.has(lower(tokens, next));
        case 'figure':
          return isNumber(next) && tokens.xpos[next] !== CURRENCY && !SMALL.has(lower(tokens, next));
        case 'adjective':
          return DESCRIBING.has(tokens.xpos[t]) && next < last && NOUNS.has(tokens.upos[next]);
      }
    };
    const isNumber = (t: number): boolean => {
      if (t >= last) return false;
      if (tokens.upos[t] === NUMBER || tokens.xpos[t] === CURRENCY) return true;
      const form = lower(tokens, t);
      if (QUANTITIES.has(form) || /^[£€$¥]/.test(form)) return true;
      return tokens.upos[t] === DETERMINER && COUNTED.has(lower(tokens, t + 1));
    };
    while (at < last) {
      const found = table.at(tokens, at, last, accepts);
      if (found) spans.push([tokens.start[at], tokens.end[found.last - 1]]);
      at = found?.last ?? at + 1;
    }
    return spans;
  };
}
