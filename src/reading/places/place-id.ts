import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The id of a place: a hash of the text's hash and the mention's span, so that the same span in the same text has the same id in
 * every version of the engine.
 *
 * @example
 * placeId(textSha256('In Kyiv.'), 3, 7); // 'plc_' and 16 hexadecimal digits
 */
export function placeId(textSha256: string, start: number, end: number): string {
  return `plc_${bytesToHex(sha256(utf8ToBytes(`${textSha256};${start}-${end}`))).slice(0, 16)}`;
}
