/**
 * The phrases of a parse: the extent of what hangs on each token, and the longest phrase that begins or ends at it. A source is
 * mostly the whole phrase of a subject, a content that of a clause, so their edges are edges of phrases.
 */
import type { Document } from '../../text/document.ts';

export interface Phrases {
  /** First and last token (inclusive) of all that hangs on a token, directly or not, and the token itself. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The head of the longest phrase that begins with this token, or that ends with it; -1 where none does. */
  readonly opens: Int32Array;
  readonly closes: Int32Array;
}

/**
 * Finds the phrases of a parsed document. A step for each token and each of its ancestors.
 *
 * @example
 * findPhrases(document).opens[0]; // for "The mayor said …": 1, since "The mayor" is the phrase of its second word
 */
export function findPhrases({ tokens }: Document): Phrases {
  const { length, head } = tokens!;
  const first = new Int32Array(length);
  for (let t = 0; t < length; t++) first[t] = t;
  const last = first.slice();
  const opens = new Int32Array(length).fill(-1);
  const closes = new Int32Array(length).fill(-1);
  for (let t = 0; t < length; t++) {
    for (let up = head[t]; up >= 0; up = head[up]) {
      if (first[up] > t) first[up] = t;
      else if (last[up] < t) last[up] = t;
      else break;
    }
  }
  for (let t = 0; t < length; t++) {
    const opened = opens[first[t]];
    if (opened < 0 || last[t] > last[opened]) opens[first[t]] = t;
    const closed = closes[last[t]];
    if (closed < 0 || first[t] < first[closed]) closes[last[t]] = t;
  }
  return { first, last, opens, closes };
}
