import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Span } from '../../text/document.ts';

/**
 * The id of an actor: a hash of the text's hash and of its first mention's span.
 *
 * @example
 * actorId(textSha256('He left.'), [0, 2]); // 'act_' and 16 hexadecimal digits
 */
export function actorId(textSha256: string, [start, end]: Span): string {
  return `act_${bytesToHex(sha256(utf8ToBytes(`${textSha256};${start}-${end}`))).slice(0, 16)}`;
}
