/**
 * The id of an assertion: a hash of the text's hash and of its span, so that the same span in the same text has the same id in
 * every version of the engine.
 *
 * @example
 * assertionId(textSha256('He left.'), 0, 8); // 'asrt_' and 16 hexadecimal digits
 */
import { hashInText } from '../short-hash.ts';
export function assertionId(textSha256: string, start: number, end: number): string {
  return `asrt_${hashInText(textSha256, `${start}-${end}`)}`;
}
