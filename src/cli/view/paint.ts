/** Colours for a terminal, or none: the marks beside them say the same without colour. */

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  cyan: [36, 39],
  yellow: [33, 39],
  green: [32, 39],
  red: [31, 39],
} as const;

export type Colour = keyof typeof CODES;

/** Wraps text in the codes of one or more colours. */
export type Paint = (text: string, ...colours: Colour[]) => string;

/**
 * A painter that colours, or one that leaves text alone.
 *
 * @example
 * painter(true)('said', 'yellow'); // '\u001b[33msaid\u001b[39m'
 */
export function painter(isColoured: boolean): Paint {
  if (!isColoured) return (text) => text;
  return (text, ...colours) =>
    // White space has no colour to show.
    (text.trim() === '' ? [] : colours).reduce(
      (painted, colour) => `\u001b[${CODES[colour][0]}m${painted}\u001b[${CODES[colour][1]}m`,
      text,
    );
}
