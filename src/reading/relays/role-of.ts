/** Between the roles of statements, which are spans of the text, and the tokens that rules work on. */

import type { Span } from '../../text/document.ts';
import { type Range, tokensIn } from '../acts/sentence-words.ts';
import type { ReadDocument, Role, StatementKind } from '../reading.ts';

/**
 * The words of ranges of tokens, as a role; null where there are none.
 *
 * @example
 * roleOf(document, [{ first: 0, last: 2 }])?.text; // 'Velmoran police'
 */
export function roleOf({ tokens, text }: ReadDocument, ranges: readonly Range[]): Role | null {
  const spans = ranges.map(({ first, last }): Span => [tokens!.start[first], tokens!.end[last - 1]]);
  return spans.length === 0 ? null : { spans, text: spans.map(([start, end]) => text.slice(start, end)).join(' … ') };
}

/**
 * The tokens of a role, a range for each of its spans.
 *
 * @example
 * rangesOf(document, statement.source); // [{ first: 0, last: 2 }]
 */
export function rangesOf({ tokens }: ReadDocument, role: Role | null): Range[] {
  return (role?.spans ?? []).map((span) => tokensIn(tokens!, span)).filter(({ first, last }) => last > first);
}

/**
 * Direct where the content stands in quotation marks of its own, mixed where some of it does.
 *
 * @example
 * kindOfContent(document, [{ first: 3, last: 9 }]); // 'indirect'
 */
export function kindOfContent({ tokens, text }: ReadDocument, content: readonly Range[]): StatementKind {
  const isMark = (t: number): boolean => /^["'“”‘’«»„‚`]{1,2}$/.test(text.slice(tokens!.start[t], tokens!.end[t]));
  if (content.every(({ first, last }) => isMark(first) && isMark(last - 1))) return 'direct';
  return content.some(({ first, last }) => Array.from({ length: last - first }, (_, n) => first + n).some(isMark))
    ? 'mixed'
    : 'indirect';
}
