/**
 * How many columns a text takes on a terminal: nothing for marks that sit on the letter before, two for the wide letters of
 * East Asia and for emoji, one for the rest. A table of ranges after Unicode's East Asian Width, not the full property:
 * a rare letter may be off by one column, which shifts a line and loses nothing.
 */

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** First and last code point of each run of wide letters. */
const WIDE_RANGES: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

/**
 * Columns of one code point, given as a string.
 *
 * @example
 * ['a', '港', '\u0301'].map(letterWidth); // [1, 2, 0]
 */
export function letterWidth(letter: string): 0 | 1 | 2 {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x300) return code === 0xad ? 0 : 1;
  if (ZERO_WIDTH.test(letter)) return 0;
  return WIDE_RANGES.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/**
 * Columns that a text without control characters takes.
 *
 * @example
 * displayWidth('Čapek'); // 5
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}
