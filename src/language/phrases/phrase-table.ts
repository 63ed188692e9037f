/**
 * A table of words and phrases, and the longest of them that begins at a token.
 *
 * Word lists are looked up at every token of every article, so the question "does any phrase begin with this form?" is
 * answered from a column beside the lexicon: one array read a token, and a comparison of strings only where the answer is yes.
 */
import type { Tokens } from '../../text/document.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';

/** A phrase found: its number in the list that the table was made from, and the token after its last one. */
export interface PhraseFound {
  readonly phrase: number;
  readonly last: number;
}

export class PhraseTable {
  private readonly lexicon: Lexicon;
  /** The phrases that begin with a word: 0 for none, else one more than the position in `begun`. */
  private readonly groups = new Map<string, number>();
  private readonly begun: { phrase: number; words: readonly string[] }[][] = [];
  private column = new Int32Array(1024);
  private filled = 0;
  private generation = -1;

  /**
   * @param phrases words in lower case with one space between tokens, as the tokeniser cuts them ("do n't"); apostrophes straight
   */
  constructor(lexicon: Lexicon, phrases: readonly string[]) {
    this.lexicon = lexicon;
    for (const [phrase, text] of phrases.entries()) {
      const words = text.split(' ');
      const group = this.groups.get(words[0]);
      if (group === undefined) this.groups.set(words[0], this.begun.push([{ phrase, words }]));
      else this.begun[group - 1].push({ phrase, words });
    }
    for (const group of this.begun) group.sort((a, b) => b.words.length - a.words.length || a.phrase - b.phrase);
  }

  /**
   * Tries the phrases that begin at token `t` and end before `end`, the longest first, and gives the first that `accepts` lets pass.
   *
   * @example
   * new PhraseTable(lexicon, ['up to']).at(tokens, 3, 9, () => true); // { phrase: 0, last: 5 } or null
   */
  at(tokens: Tokens, t: number, end: number, accepts: (phrase: number, last: number) => boolean): PhraseFound | null {
    const group = this.groupOf(tokens.lexeme[t]);
    if (group === 0) return null;
    for (const { phrase, words } of this.begun[group - 1]) {
      const last = t + words.length;
      if (last <= end && this.matches(tokens, t, words) && accepts(phrase, last)) return { phrase, last };
    }
    return null;
  }

  private matches(tokens: Tokens, t: number, words: readonly string[]): boolean {
    for (let i = 1; i < words.length; i++) if (this.lexicon.lowers[tokens.lexeme[t + i]] !== words[i]) return false;
    return true;
  }

  private groupOf(lexeme: number): number {
    if (this.generation !== this.lexicon.generation) {
      this.generation = this.lexicon.generation;
      this.filled = 0;
    }
    if (lexeme >= this.filled) this.fill();
    return this.column[lexeme];
  }

  private fill(): void {
    const { size, lowers } = this.lexicon;
    if (size > this.column.length) {
      const larger = new Int32Array(this.lexicon.lowerHash.length);
      larger.set(this.column);
      this.column = larger;
    }
    for (; this.filled < size; this.filled++) this.column[this.filled] = this.groups.get(lowers[this.filled]) ?? 0;
  }
}
