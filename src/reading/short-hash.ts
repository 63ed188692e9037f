/**
 * The part of an id that tells one thing from another: 64 bits of SHA-256, a collision in five billion entries. What is hashed is
 * decided by each kind of id; that the same words give the same id on every machine is decided here.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const DIGITS = 16;

/**
 * 16 hexadecimal digits that stand for the words.
 *
 * @example
 * `art_${shortHash('https://courier.example/fire')}`; // 'art_' and 16 hexadecimal digits
 */
export function shortHash(words: string): string {
  return digitsOf(sha256(utf8ToBytes(words)));
}

/**
 * `shortHash` of words that belong to a text. Ids of one text are asked for one after the other: what they begin with is hashed once.
 *
 * @example
 * hashInText(textSha256, '0-12') === shortHash(`${textSha256};0-12`); // true
 */
export function hashInText(textSha256: string, words: string): string {
  if (begun.textSha256 !== textSha256)
    begun = { textSha256, state: sha256.create().update(utf8ToBytes(`${textSha256};`)) };
  return digitsOf(begun.state.clone().update(utf8ToBytes(words)).digest());
}

/** The text whose id was last asked for, and the state of SHA-256 after it. */
let begun = { textSha256: '', state: sha256.create() };

function digitsOf(hash: Uint8Array): string {
  return bytesToHex(hash.subarray(0, DIGITS / 2));
}
