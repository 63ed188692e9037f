/** Prints a tree in the query language, so that reading what was printed gives the same tree. */
import type { Bound, NumberRange, Query, Value, Words } from './query.ts';

/** Words that need no quotation marks: letters and digits, with marks within that mean nothing to the language. */
const PLAIN = /^[\p{L}\p{N}]([\p{L}\p{N}\p{M}'’._-]*[\p{L}\p{N}\p{M}])?$/u;
const OPERATORS = new Set(['AND', 'OR', 'NOT']);

/**
 * The query of a tree, in the one form that it has.
 *
 * @example
 * printQuery(parseQuery('source:"mayor" AND (a OR b)')); // 'source:mayor (a OR b)'
 */
export function printQuery(query: Query): string {
  switch (query.type) {
    case 'all':
      return '';
    case 'and':
      return query.parts.map((part) => (part.type === 'or' ? `(${printQuery(part)})` : printQuery(part))).join(' ');
    case 'or':
      return query.parts.map((part) => printQuery(part)).join(' OR ');
    case 'not':
      return query.part.type === 'term' ? `-${printQuery(query.part)}` : `-(${printQuery(query.part)})`;
    case 'term':
      return `${query.field === null ? '' : `${query.field}:`}${printValue(query.value)}`;
  }
}

function printValue(value: Value): string {
  switch (value.type) {
    case 'words':
      return printWords(value);
    case 'choice':
      return value.choice;
    case 'number':
      return printNumbers(value);
    case 'dates':
      return value.from === value.to ? value.from! : `${value.from ?? ''}..${value.to ?? ''}`;
  }
}

function printWords({ text, prefix, whole }: Words): string {
  const isPlain = PLAIN.test(text) && !OPERATORS.has(text);
  const words = isPlain ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
  return `${whole ? '=' : ''}${words}${prefix ? '*' : ''}`;
}

function printNumbers({ low, high }: NumberRange): string {
  if (low && high) return low.value === high.value ? `${low.value}` : `${low.value}..${high.value}`;
  return low ? printBound('>', low) : printBound('<', high!);
}

function printBound(sign: string, { value, included }: Bound): string {
  return `${sign}${included ? '=' : ''}${value}`;
}
