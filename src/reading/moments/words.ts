/**
 * The words of a document as the recognisers see them: their classes and numbers, tags, and the parse. A place outside of the
 * sentence that is being read is an empty word, so that no expression crosses from one sentence into the next.
 */
import type { LexemeColumns } from '../../language/lexicon/lexeme-columns.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { RELATIONS as ARCS } from '../../language/parse/relations.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Tokens } from '../../text/document.ts';
import { CLASS, DIGITS, NAME, NUMBER, UNIT_NAMES, UNIT_OF } from './word-classes.ts';

const PER_FORM = 4;

export class Words {
  readonly text: string;
  readonly tokens: Tokens;
  /** The sentence that is being read: its tokens [first, last). */
  first = 0;
  last: number;
  private readonly lexicon: Lexicon;
  private readonly rows: Int32Array;

  constructor(text: string, tokens: Tokens, lexicon: Lexicon, classes: LexemeColumns) {
    this.text = text;
    this.tokens = tokens;
    this.last = tokens.length;
    this.lexicon = lexicon;
    this.rows = classes.all();
  }

  has(t: number): boolean {
    return t >= this.first && t < this.last;
  }

  /** The classes of a word, or those among `wanted`; 0 outside of the sentence. */
  is(t: number, wanted = -1): number {
    return this.has(t) ? this.rows[this.tokens.lexeme[t] * PER_FORM + CLASS] & wanted : 0;
  }

  number(t: number): number {
    return this.rows[this.tokens.lexeme[t] * PER_FORM + NUMBER];
  }

  name(t: number): number {
    return this.rows[this.tokens.lexeme[t] * PER_FORM + NAME];
  }

  unit(t: number): string {
    return UNIT_NAMES[this.rows[this.tokens.lexeme[t] * PER_FORM + UNIT_OF]];
  }

  form(t: number): string {
    return this.has(t) ? this.lexicon.forms[this.tokens.lexeme[t]] : '';
  }

  lower(t: number): string {
    return this.has(t) ? this.lexicon.lowers[this.tokens.lexeme[t]] : '';
  }

  tag(t: number): string {
    return this.has(t) ? XPOS_TAGS[this.tokens.xpos[t]] : '';
  }

  upos(t: number): string {
    return this.has(t) ? UPOS_TAGS[this.tokens.upos[t]] : '';
  }

  /** The token that a token hangs on; itself for a sentence's root, and where no parse was made. */
  head(t: number): number {
    const head = this.tokens.head[t];
    return this.has(head) ? head : t;
  }

  arc(t: number): string {
    return this.has(t) ? ARCS[this.tokens.relation[t]] : '';
  }

  /** Whether no white space stands between a token and the one before it. */
  touches(t: number): boolean {
    return this.has(t - 1) && this.has(t) && this.tokens.end[t - 1] === this.tokens.start[t];
  }

  isHyphen(t: number): boolean {
    return this.has(t) && /^[-–‐‑]$/.test(this.lower(t));
  }

  isDigits(t: number, least: number, most: number): boolean {
    return this.is(t, DIGITS) !== 0 && this.number(t) >= least && this.number(t) <= most;
  }
}
