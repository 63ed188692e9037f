/** Anchors: words of a text with what stands around them, by which a decision finds them again (W3C TextQuoteSelector). */
import type { Span } from '../../text/document.ts';
import type { Anchor } from '../decisions.ts';

/** UTF-16 units that an anchor keeps of the text on either side. */
export const AROUND = 32;

/**
 * The anchor of some spans of a text, which has at least one.
 *
 * @example
 * makeAnchor('He left, she said.', 'cue', [[13, 17]]).exact; // ['said']
 */
export function makeAnchor(text: string, role: Anchor['role'], spans: readonly Span[]): Anchor {
  const [start, end] = spans[0];
  return {
    role,
    spans,
    exact: spans.map((span) => text.slice(...span)),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
  };
}

/**
 * Whether the words of the anchor stand in the text where it says.
 *
 * @example
 * holdsAnchor('He left, she said.', anchor); // true
 */
export function holdsAnchor(text: string, { spans, exact }: Pick<Anchor, 'spans' | 'exact'>): boolean {
  return spans.length > 0 && spans.every(([start, end], at) => start < end && text.slice(start, end) === exact[at]);
}
