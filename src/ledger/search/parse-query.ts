/**
 * Reads the query language into a tree. A hand-written descent: OR binds least, then AND, which is what a space means, then NOT or
 * "-" before something. Linear in the query. docs/search.md describes the language.
 */
import { FIELDS, fieldNamed } from './fields.ts';
import type { Query, Term } from './query.ts';
import { QueryError } from './query-error.ts';
import { readValue } from './read-value.ts';
import { type Piece, scanQuery, type TermPiece } from './scan-query.ts';

/** Beyond these a query is an accident, and would cost more than it finds. */
const MOST_LETTERS = 4000;
const MOST_TERMS = 100;
const DEEPEST = 50;

/**
 * The tree of a query. What is empty searches for nothing in particular.
 *
 * @throws QueryError (E_INPUT) with the place of the mistake.
 * @example
 * parseQuery('source:mayor (bridge OR "ferry line") -act:denied');
 */
export function parseQuery(query: string): Query {
  if (query.length > MOST_LETTERS) {
    throw new QueryError(
      `The query is longer than ${MOST_LETTERS} characters: shorten it`,
      query,
      MOST_LETTERS,
      query.length,
    );
  }
  return new Parser(query).parse();
}

class Parser {
  readonly #query: string;
  readonly #pieces: readonly Piece[];
  #at = 0;
  #terms = 0;
  #depth = 0;

  constructor(query: string) {
    this.#query = query;
    this.#pieces = scanQuery(query);
  }

  parse(): Query {
    if (this.#pieces.length === 0) return { type: 'all' };
    const tree = this.#parseOr();
    const rest = this.#pieces[this.#at];
    if (rest) return this.#fail('There is no "(" for this ")": leave it out', rest);
    return tree;
  }

  #parseOr(): Query {
    const parts = [this.#parseAnd()];
    while (this.#take('OR')) parts.push(this.#parseAnd());
    return join('or', parts);
  }

  #parseAnd(): Query {
    const parts = [this.#parseNot()];
    for (
      let next = this.#pieces[this.#at];
      next && next.type !== ')' && next.type !== 'OR';
      next = this.#pieces[this.#at]
    ) {
      this.#take('AND');
      parts.push(this.#parseNot());
    }
    return join('and', parts);
  }

  #parseNot(): Query {
    const piece = this.#pieces[this.#at];
    if (++this.#depth > DEEPEST)
      return this.#fail(`More than ${DEEPEST} parts within each other: simplify the query`, piece);
    const tree: Query = this.#take('NOT') ? { type: 'not', part: this.#parseNot() } : this.#parseOne();
    this.#depth--;
    return tree;
  }

  #parseOne(): Query {
    const piece = this.#pieces[this.#at++];
    if (!piece) return this.#failAtEnd();
    switch (piece.type) {
      case 'term':
        return this.#readTerm(piece);
      case '(': {
        if (this.#pieces[this.#at]?.type === ')')
          return this.#fail('There is nothing between these parentheses', piece);
        const tree = this.#parseOr();
        if (!this.#take(')')) return this.#fail('A "(" is not closed: add a ")"', piece);
        return tree;
      }
      case ')':
        return this.#fail('Something to look for is missing before this ")"', piece);
      default:
        return this.#fail(
          `Something to look for is missing before ${piece.type}: put the word in quotation marks if you look for it`,
          piece,
        );
    }
  }

  #readTerm(piece: TermPiece): Term {
    if (++this.#terms > MOST_TERMS) return this.#fail(`More than ${MOST_TERMS} things to look for: use fewer`, piece);
    if (piece.field === null) return { type: 'term', field: null, value: readValue(this.#query, piece, null) };
    const field = fieldNamed(piece.field);
    if (field) return { type: 'term', field, value: readValue(this.#query, piece, field) };
    throw new QueryError(
      `There is no field "${piece.field}": use ${Object.keys(FIELDS).join(', ')}, or quotation marks around it all to look for the words`,
      this.#query,
      piece.start,
      piece.valueStart,
    );
  }

  #take(type: Piece['type']): boolean {
    const isNext = this.#pieces[this.#at]?.type === type;
    if (isNext) this.#at++;
    return isNext;
  }

  #fail(message: string, { start, end }: Piece): never {
    throw new QueryError(message, this.#query, start, end);
  }

  #failAtEnd(): never {
    const last = this.#pieces.at(-1)!;
    const after = this.#query.slice(last.start, last.end);
    throw new QueryError(`Something to look for is missing after "${after}"`, this.#query, last.start, last.end);
  }
}

/** One part is itself; parts of the same kind are taken up, so that a tree has one form. */
function join(type: 'and' | 'or', parts: readonly Query[]): Query {
  if (parts.length === 1) return parts[0];
  return { type, parts: parts.flatMap((part) => (part.type === type ? part.parts : [part])) };
}
