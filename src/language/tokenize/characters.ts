/**
 * What kind of character a UTF-16 code unit is, for the tokeniser. Looked up in a table that is filled as characters are
 * met, so that a text in one script costs one property test a distinct character.
 */
import { isWhiteSpace } from '../../text/paragraphs.ts';

export const SPACE = 1;
/** Letters, marks, and characters without a shape of their own (joiners, soft hyphens): what words are made of. */
export const LETTER = 2;
export const DIGIT = 3;
export const SYMBOL = 4;
/** Either half of a surrogate pair, or a lone one: look at the code point. */
export const SURROGATE = 5;

const kinds = new Uint8Array(65536);

/**
 * The kind of a code unit: SPACE, LETTER, DIGIT, SYMBOL or SURROGATE. NaN (past the end of a text) is SPACE.
 *
 * @example
 * kindOf('é'.charCodeAt(0)) === LETTER; // true
 */
export function kindOf(code: number): number {
  return code >= 0 ? kinds[code] || (kinds[code] = classify(code)) : SPACE;
}

function classify(code: number): number {
  if (isWhiteSpace(code)) return SPACE;
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE;
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{M}\p{Cf}]/u.test(character)) return LETTER;
  return /\p{Nd}/u.test(character) ? DIGIT : SYMBOL;
}

/**
 * Whether a code point beyond the first plane is a letter or a mark (old scripts, mathematical letters).
 *
 * @example
 * isAstralLetter(0x1d400); // true: mathematical bold A
 */
export function isAstralLetter(point: number): boolean {
  return /[\p{L}\p{M}\p{Nd}]/u.test(String.fromCodePoint(point));
}

/**
 * Whether a code unit is an upper-case letter.
 *
 * @example
 * isUpper(65); // true
 */
export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  if (kindOf(code) !== LETTER) return false;
  const character = String.fromCharCode(code);
  return character !== character.toLowerCase();
}
