/**
 * The id of a place: a hash of the text's hash and the mention's span, so that the same span in the same text has the same id in
 * every version of the engine.
 *
 * @example
 * placeId(textSha256('In Kyiv.'), 3, 7); // 'plc_' and 16 hexadecimal digits
 */
import { hashInText } from '../short-hash.ts';
export function placeId(textSha256: string, start: number, end: number): string {
  return `plc_${hashInText(textSha256, `${start}-${end}`)}`;
}
