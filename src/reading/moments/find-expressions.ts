/** Finds the time expressions of a document: every recogniser at every token that may begin one, then every refiner. Linear in the text. */
import type { LexemeColumns } from '../../language/lexicon/lexeme-columns.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Sentences, Tokens } from '../../text/document.ts';
import type { Expression } from './expression.ts';
import { RECOGNISERS, REFINERS } from './order.ts';
import { type Recognised, toExpression } from './recognisers/recogniser.ts';
import { Words } from './words.ts';

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
    const recognised = recognise(words);
    if (recognised.length === 0) continue;
    let found: readonly Expression[] = recognised;
    for (const refiner of REFINERS) found = refiner.refine(words, found);
    if (found.length > 0) all.push({ first: words.first, last: words.last, found });
  }
  return { words, sentences: all };
}

function recognise(words: Words): Expression[] {
  const found: Expression[] = [];
  for (let t = words.first; t < words.last; ) {
    const classes = words.is(t, BEGINS);
    let best: Recognised | null = null;
    let name = '';
    if (classes !== 0) {
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
