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
  return bytesToHex(sha256(utf8ToBytes(words))).slice(0, DIGITS);
}
