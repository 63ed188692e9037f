import type { Span } from '../../text/document.ts';
import { hashInText } from '../short-hash.ts';

/**
 * The id of an actor: a hash of the text's hash and of its first mention's span.
 *
 * @example
 * actorId(textSha256('He left.'), [0, 2]); // 'act_' and 16 hexadecimal digits
 */
export function actorId(textSha256: string, [start, end]: Span): string {
  return `act_${hashInText(textSha256, `${start}-${end}`)}`;
}
