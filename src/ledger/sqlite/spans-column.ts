import type { Span } from '../../text/document.ts';

/**
 * Spans as a column has them: JSON, or null where there are none, since most statements have no hedges.
 *
 * @example
 * spansColumn([[3, 9]]); // '[[3,9]]'
 */
export function spansColumn(spans: readonly Span[]): string | null {
  return spans.length > 0 ? JSON.stringify(spans) : null;
}
