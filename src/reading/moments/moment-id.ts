/**
 * The id of a moment: a hash of the text's hash and of its span, so that the same span in the same text has the same id in every
 * version of the engine.
 *
 * @example
 * momentId(textSha256('He left on Friday.'), 11, 17); // 'mom_' and 16 hexadecimal digits
 */
import { hashInText } from '../short-hash.ts';
export function momentId(textSha256: string, start: number, end: number): string {
  return `mom_${hashInText(textSha256, `${start}-${end}`)}`;
}
