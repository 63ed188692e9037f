/**
 * Which tokens stand in quotation marks: the typography of quoting, before anything is known of who speaks.
 */

import type { Document } from '../../text/document.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { XPOS_TAGS } from '../tag/tags.ts';

/** Where a token stands: outside of quotation marks, on an opening mark, inside, or on a closing mark. */
export const OUTSIDE_MARKS = 0;
export const OPENING = 1;
export const INSIDE = 2;
export const CLOSING = 3;

const POSSESSIVE = XPOS_TAGS.indexOf('POS');
const DOUBLE = /^(?:["“”„«»]|``|'')$/;
const OPENING_ONLY = /^(?:[„«]|``)$/;
const SINGLE = /^['‘’‚‹›`]$/;

/**
 * Marks the tokens of a document that has tags.
 *
 * A paragraph that ends inside a quotation closes it, since by custom the next one opens it again. Whether a single mark opens or closes
 * is told by the white space around it, since many houses use one straight mark for both. Single marks count outside of double ones, where they
 * open before a word and some later one closes, or where they open a paragraph that is quoted to its end; an apostrophe does neither.
 *
 * @returns one of the four places a token
 * @example
 * markQuotations(document, lexicon); // for: He said “no” .  ->  0 0 1 2 3 0
 */
export function markQuotations(document: Document, lexicon: Lexicon): Uint8Array {
  const tokens = document.tokens!;
  const { text } = document;
  const marks = new Uint8Array(tokens.length);
  const opens = (t: number): boolean => isEdge(text, tokens.start[t] - 1) && !isEdge(text, tokens.end[t]);
  const closes = (t: number): boolean => !isEdge(text, tokens.start[t] - 1) && tokens.xpos[t] !== POSSESSIVE;
  let open = false;
  let low = false;
  let single = -1;
  let block = 0;
  let blockFirst = 0;
  const endBlock = (last: number): void => {
    if (single === blockFirst && last > single + 1) {
      marks[single] = OPENING;
      marks.fill(INSIDE, single + 1, last);
    }
    open = false;
    single = -1;
    blockFirst = last;
  };
  for (let t = 0; t < tokens.length; t++) {
    if (block < document.blocks.length && tokens.start[t] >= document.blocks[block].end) endBlock(t);
    while (block < document.blocks.length && tokens.start[t] >= document.blocks[block].end) block++;
    const form = lexicon.forms[tokens.lexeme[t]];
    if (form.length <= 2 && DOUBLE.test(form)) {
      single = -1;
      // German closes „ with “, which opens elsewhere.
      open = form === '"' || (low && form === '“') ? !open : form === '“' || OPENING_ONLY.test(form);
      low = form === '„';
      marks[t] = open ? OPENING : CLOSING;
    } else if (open) {
      marks[t] = INSIDE;
    } else if (form.length === 1 && SINGLE.test(form)) {
      if (single < 0 && opens(t)) single = t;
      else if (single >= 0 && closes(t)) {
        marks[single] = OPENING;
        marks.fill(INSIDE, single + 1, t);
        marks[t] = CLOSING;
        single = -1;
      }
    }
  }
  endBlock(tokens.length);
  return marks;
}

/** True at white space, an opening bracket, a dash, or the end of the text. */
function isEdge(text: string, offset: number): boolean {
  return offset < 0 || offset >= text.length || /[\s([{—–]/.test(text[offset]);
}
