/** The part of an id that tells one thing from another: 64 bits of SHA-256, a collision in five billion articles. */
import { hash } from 'node:crypto';

const DIGITS = 16;

/**
 * 16 hexadecimal digits that stand for the words.
 *
 * @example
 * `art_${shortHash('https://courier.example/fire')}`; // 'art_' and 16 hexadecimal digits
 */
export function shortHash(words: string): string {
  return hash('sha256', words).slice(0, DIGITS);
}
