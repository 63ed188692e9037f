/**
 * Cuts a query into its pieces: parentheses, operators, minus signs, and terms with the field they name. Linear in the query; knows
 * nothing of which fields there are.
 */
import { QueryError } from './query-error.ts';

export type Piece = Mark | TermPiece;

export interface Mark {
  readonly type: '(' | ')' | 'AND' | 'OR' | 'NOT';
  readonly start: number;
  readonly end: number;
}

/** A term as typed: the field before the colon, or null, and its value without quotation marks. */
export interface TermPiece {
  readonly type: 'term';
  readonly field: string | null;
  readonly text: string;
  readonly isQuoted: boolean;
  /** A star stands behind it. */
  readonly prefix: boolean;
  /** An equals sign stands before it. */
  readonly whole: boolean;
  readonly start: number;
  readonly end: number;
  /** Where the value begins: behind the field. */
  readonly valueStart: number;
}

const FIELD = /([A-Za-z]+):/y;
/** Up to a space, a parenthesis or a quotation mark. */
const BARE = /[^\s()"“”]+/y;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”' };

/**
 * The pieces of a query, in order. A minus sign before something gives the piece NOT.
 *
 * @throws QueryError (E_INPUT) where a quotation mark is not closed, or a field has no value.
 * @example
 * scanQuery('source:mayor -"no comment"').map(({ type }) => type); // ['term', 'NOT', 'term']
 */
export function scanQuery(query: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < query.length) {
    const letter = query[at];
    if (/\s/.test(letter)) {
      at++;
    } else if (letter === '(' || letter === ')') {
      pieces.push({ type: letter, start: at, end: ++at });
    } else if (letter === '-' && /[^\s)]/.test(query[at + 1] ?? ' ')) {
      pieces.push({ type: 'NOT', start: at, end: ++at });
    } else {
      const piece = scanTerm(query, at);
      pieces.push(piece);
      at = piece.end;
    }
  }
  return pieces;
}

function scanTerm(query: string, start: number): Piece {
  const field = match(FIELD, query, start)?.[1] ?? null;
  const valueStart = field === null ? start : start + field.length + 1;
  const whole = field !== null && query[valueStart] === '=';
  const at = whole ? valueStart + 1 : valueStart;
  const closing = CLOSING[query[at]];
  if (closing !== undefined) {
    const { text, end } = scanQuoted(query, at, closing);
    const prefix = query[end] === '*';
    return { type: 'term', field, text, isQuoted: true, prefix, whole, start, end: prefix ? end + 1 : end, valueStart };
  }
  const bare = match(BARE, query, at)?.[0] ?? '';
  if (bare === '' && field === null) {
    throw new QueryError('This quotation mark closes nothing: leave it out', query, at, at + 1);
  }
  if (bare === '') {
    throw new QueryError(`Put a value right after "${query.slice(start, at)}"`, query, start, Math.max(at, start + 1));
  }
  if (field === null && (bare === 'AND' || bare === 'OR' || bare === 'NOT')) {
    return { type: bare, start, end: start + bare.length };
  }
  const prefix = bare.length > 1 && bare.endsWith('*');
  const text = prefix ? bare.slice(0, -1) : bare;
  return { type: 'term', field, text, isQuoted: false, prefix, whole, start, end: at + bare.length, valueStart };
}

/** Within quotation marks, a backslash takes the meaning from a quotation mark and from another backslash. */
function scanQuoted(query: string, open: number, closing: string): { text: string; end: number } {
  let text = '';
  for (let at = open + 1; at < query.length; at++) {
    const letter = query[at];
    if (letter === closing) return { text, end: at + 1 };
    if (letter === '\\' && (query[at + 1] === closing || query[at + 1] === '\\')) text += query[++at];
    else text += letter;
  }
  throw new QueryError('A quotation mark is not closed: add one at the end of the phrase', query, open, query.length);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
