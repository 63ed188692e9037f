/** Reads the value of a term as its field wants it: words, one of several choices, a range of numbers, a range of dates. */
import { FIELDS, type Field, type FieldName } from './fields.ts';
import type { Bound, DateRange, NumberRange, Value } from './query.ts';
import { QueryError } from './query-error.ts';
import type { TermPiece } from './scan-query.ts';

/** What is made of letters and digits can be looked for; other signs stand between words. As FTS5's unicode61 has it. */
const HOLDS_WORD = /[\p{L}\p{N}\p{Co}]/u;

const NUMBER = /^\d{1,9}(\.\d{1,6})?$/;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/**
 * The value that a piece spells out, for the field that it names or for all words.
 *
 * @throws QueryError (E_INPUT) where the field has no such value.
 * @example
 * readValue(query, piece, 'depth'); // '>=1' is { type: 'number', low: { value: 1, included: true }, high: null }
 */
export function readValue(query: string, piece: TermPiece, name: FieldName | null): Value {
  const field: Field | null = name === null ? null : FIELDS[name];
  if (field === null || field.value === 'words') return readWords(query, piece, field);
  const fail = (why: string): never => {
    throw new QueryError(why, query, piece.valueStart, piece.end);
  };
  if (piece.prefix || piece.whole)
    return fail(`${name}: takes no "${piece.prefix ? '*' : '='}": write ${field.example}`);
  switch (field.value) {
    case 'choice': {
      const choice = piece.text.toLowerCase();
      if (field.choices!.includes(choice)) return { type: 'choice', choice };
      return fail(`"${piece.text}" is no value for ${name}: use ${field.choices!.join(', ')}`);
    }
    case 'number':
      return (
        readNumbers(piece.text, field.range!) ??
        fail(
          `"${piece.text}" is no range for ${name}: write ${name}:<N, <=N, >N, >=N, N or N..N with numbers from ${field.range!.join(' to ')}`,
        )
      );
    case 'dates':
      return (
        readDates(piece.text) ??
        fail(
          `"${piece.text}" is no date for ${name}: write ${name}:2026, 2026-04, 2026-04-14, or a range such as 2026-04.., ..2026-04 or 2026-04-14..2026-04-20`,
        )
      );
  }
}

function readWords(
  query: string,
  { text, isQuoted, prefix, whole, start, end }: TermPiece,
  field: Field | null,
): Value {
  if (whole && !field?.whole) {
    throw new QueryError(
      'A whole value can be asked for with = of actor, outlet, place and tag only',
      query,
      start,
      end,
    );
  }
  if (!isQuoted && text.includes('*')) {
    throw new QueryError('A * stands only at the end of a word', query, start, end);
  }
  if (prefix && whole) throw new QueryError('A value is whole or goes on: leave out the = or the *', query, start, end);
  if (!HOLDS_WORD.test(text) && !(whole && text === '')) {
    throw new QueryError(`"${text}" has no letter or digit to look for: leave it out`, query, start, end);
  }
  return { type: 'words', text, prefix, whole };
}

function readNumbers(text: string, [lowest, highest]: readonly [number, number]): NumberRange | null {
  const bound = (digits: string, included: boolean): Bound | null => {
    const value = Number(digits);
    return NUMBER.test(digits) && value >= lowest && value <= highest ? { value, included } : null;
  };
  const [, sign, digits] = /^(<=?|>=?)(.*)$/.exec(text) ?? [];
  if (sign) {
    const end = bound(digits, sign.length === 2);
    if (!end) return null;
    return sign[0] === '<' ? { type: 'number', low: null, high: end } : { type: 'number', low: end, high: null };
  }
  const ends = text.split('..');
  if (ends.length > 2) return null;
  const [low, high] = [bound(ends[0], true), bound(ends.at(-1)!, true)];
  return low && high && low.value <= high.value ? { type: 'number', low, high } : null;
}

function readDates(text: string): DateRange | null {
  const ends = text.split('..');
  if (ends.length > 2) return null;
  const [from, to] = ends.length === 1 ? [text, text] : ends;
  if (from === '' && to === '') return null;
  if (![from, to].every((end) => end === '' || isDate(end))) return null;
  // As text: "2026-04" comes before every day of it, so that a month may end in a day of its own.
  if (from !== '' && to !== '' && from > to && !from.startsWith(to)) return null;
  return { type: 'dates', from: from || null, to: to || null };
}

function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const [year, month = 1, day = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
