import type { Span } from '../../text/document.ts';
import { hashInText } from '../short-hash.ts';

/**
 * The id of a claim: a hash of the text's hash and of the spans of subject, predicate and object, so that the same spans in the same text have
 * the same id in every version of the engine.
 *
 * @example
 * claimId(textSha256('He left.'), [[0, 2]], [[3, 7]], []); // 'clm_' and 16 hexadecimal digits
 */
export function claimId(
  textSha256: string,
  subject: readonly Span[],
  predicate: readonly Span[],
  object: readonly Span[],
): string {
  const spans = [subject, predicate, object].map((slot) => slot.map(([start, end]) => `${start}-${end}`).join(','));
  return `clm_${hashInText(textSha256, spans.join(';'))}`;
}
