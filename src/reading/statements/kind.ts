import { INSIDE, OUTSIDE_MARKS } from '../../language/quotations/mark-quotations.ts';
import type { StatementKind } from '../reading.ts';
import type { Segment } from './segments.ts';

/**
 * Direct where all of the content stands in quotation marks, mixed where some of it does, indirect where none does.
 * Quoted single words (scare quotes, titles) do not make a long paraphrase mixed: a quoted run counts from two words on,
 * or where it is all there is.
 *
 * @param quotation marks of `markQuotations`, one a token
 */
export function kindOf(contents: readonly Segment[], quotation: Uint8Array): StatementKind {
  let inside = 0;
  let outside = 0;
  let run = 0;
  let longest = 0;
  for (const { first, last } of contents) {
    for (let t = first; t < last; t++) {
      if (quotation[t] === INSIDE) {
        inside++;
        longest = Math.max(longest, ++run);
      } else {
        run = 0;
        if (quotation[t] === OUTSIDE_MARKS) outside++;
      }
    }
  }
  if (inside > 0 && outside <= 1) return 'direct';
  return longest >= 2 ? 'mixed' : 'indirect';
}
