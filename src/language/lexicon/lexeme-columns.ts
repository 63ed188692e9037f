/**
 * What a stage needs to know of a form, computed when the form is first met and kept beside the lexicon: a row of numbers a
 * lexeme.
 */
import type { Lexicon } from './lexicon.ts';

/** Writes the row of a lexeme into `rows` from `at` on. */
export type Describe = (lexeme: number, rows: Int32Array, at: number) => void;

export class LexemeColumns {
  readonly columns: number;
  private readonly lexicon: Lexicon;
  private readonly describe: Describe;
  private rows: Int32Array;
  private filled = 0;
  private generation = -1;

  constructor(lexicon: Lexicon, columns: number, describe: Describe) {
    this.lexicon = lexicon;
    this.columns = columns;
    this.describe = describe;
    this.rows = new Int32Array(1024 * columns);
  }

  /**
   * The rows of all forms met so far; valid until the lexicon meets another one.
   *
   * @example
   * const lengths = new LexemeColumns(lexicon, 1, (id, rows, at) => { rows[at] = lexicon.forms[id].length; });
   * lengths.all()[lexicon.intern('said')]; // 4, where `intern` came before
   */
  all(): Int32Array {
    const { lexicon, columns } = this;
    if (this.generation !== lexicon.generation) {
      this.generation = lexicon.generation;
      this.filled = 0;
    }
    if (lexicon.size * columns > this.rows.length) {
      const larger = new Int32Array(lexicon.formHash.length * columns);
      larger.set(this.rows);
      this.rows = larger;
    }
    for (; this.filled < lexicon.size; this.filled++) this.describe(this.filled, this.rows, this.filled * columns);
    return this.rows;
  }
}
