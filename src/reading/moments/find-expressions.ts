/** Finds the time expressions of a document: every recogniser at every token that may begin one, then every refiner. Linear in the text. */
import type { LexemeColumns } from '../../language/lexicon/lexeme-columns.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { UPOS_TAGS } from '../../language/tag/tags.ts';
import type { Sentences, Tokens } from '../../text/document.ts';
import type { Expression } from './expression.ts';
import { RECOGNISERS, REFINERS } from './order.ts';
import { type Recognised, toExpression } from './recognisers/recogniser.ts';
import { DETERMINER } from './word-classes.ts';
import { Words } from './words.ts';

const PUNCT = UPOS_TAGS.indexOf('PUNCT');
/** "Sept." and "p.m."; longer words with a full stop of their own are no words of time. */
const LONGEST_ABBREVIATION = 5;

/** Classes of words at which any recogniser begins. */
const BEGINS = RECOGNISERS.reduce((all, { begins }) => all | begins, 0);

/** The expressions of one sentence, in order. */
export interface SentenceExpressions {
  readonly first: number;
  readonly last: number;
  readonly found: readonly Expression[];
}

/**
 * The expressions of each sentence that has any.
 *
 * @param classes `wordClasses` of the same lexicon
 * @example
 * findExpressions(text, tokens, sentences, lexicon, classes).sentences[0].found[0].why; // ['named time']
 */
export function findExpressions(
  text: string,
  tokens: Tokens,
  sentences: Sentences,
  lexicon: Lexicon,
  classes: LexemeColumns,
): { words: Words; sentences: SentenceExpressions[] } {
  const words = new Words(text, tokens, lexicon, classes);
  const all: SentenceExpressions[] = [];
  for (let s = 0; s < sentences.length; s++) {
    words.first = sentences.first[s];
    words.last = sentences.last[s];
    // An abbreviation such as "p.m." or "Oct." often passes for the end of a sentence.
    while (s + 1 < sentences.length && goesOn(text, tokens, words.last)) words.last = sentences.last[++s];
    const recognised = recognise(words);
    if (recognised.length === 0) continue;
    let found: readonly Expression[] = recognised;
    for (const refiner of REFINERS) found = refiner.refine(words, found);
    if (found.length > 0) all.push({ first: words.first, last: words.last, found });
  }
  return { words, sentences: all };
}

/** Letters of which white space between two sentences may consist, where they are one. */
const LONGEST_GAP = 2;

/** Whether the sentence that ends before token `t` ends in a dotted abbreviation or in no mark at all, so that the next may belong to it. */
function goesOn(text: string, { start, end, upos }: Tokens, t: number): boolean {
  const gap = start[t] - end[t - 1];
  if (gap > LONGEST_GAP || (gap > 1 && text.slice(end[t - 1], start[t]).includes('\n\n'))) return false;
  return upos[t - 1] !== PUNCT && (text[end[t - 1] - 1] !== '.' || end[t - 1] - start[t - 1] <= LONGEST_ABBREVIATION);
}

function recognise(words: Words): Expression[] {
  const found: Expression[] = [];
  for (let t = words.first; t < words.last; ) {
    const classes = words.is(t, BEGINS);
    let best: Recognised | null = null;
    let name = '';
    // An article begins an expression only where the next word belongs to one too; most do not.
    if (classes !== 0 && ((classes & ~DETERMINER) !== 0 || words.is(t + 1) !== 0)) {
      for (const recogniser of RECOGNISERS) {
        if ((recogniser.begins & classes) === 0) continue;
        const candidate = recogniser.at(words, t);
        if (candidate && candidate.last <= words.last && (best === null || candidate.last > best.last)) {
          best = candidate;
          name = recogniser.name;
        }
      }
    }
    if (best) found.push(toExpression(name, t, best));
    t = best ? best.last : t + 1;
  }
  return found;
}
