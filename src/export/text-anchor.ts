/** Where words stand in a text and what stands around them: what every export with offsets carries, so that they are found again. */
import { AROUND } from '../ledger/decisions/make-anchor.ts';
import type { Span } from '../text/document.ts';

/** A half-open extent in UTF-16 code units; all null where there are no words. */
export interface TextAnchor {
  readonly start: number | null;
  readonly end: number | null;
  readonly exact: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
}

const NOWHERE: TextAnchor = { start: null, end: null, exact: null, prefix: null, suffix: null };

/**
 * The anchor of a role, from the beginning of its first span to the end of its last.
 *
 * @example
 * anchorOf('She said no.', { spans: [[9, 11]] }); // { start: 9, end: 11, exact: 'no', prefix: 'She said ', suffix: '.' }
 */
export function anchorOf(text: string, part: { readonly spans: readonly Span[] } | null): TextAnchor {
  if (part === null || part.spans.length === 0) return NOWHERE;
  return anchorSpan(text, [part.spans[0][0], part.spans.at(-1)![1]]);
}

/**
 * The anchor of one span.
 *
 * @example
 * anchorSpan('She said no.', [9, 11]).exact; // 'no'
 */
export function anchorSpan(
  text: string,
  [start, end]: Span,
): { [Key in keyof TextAnchor]: NonNullable<TextAnchor[Key]> } {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
  };
}
