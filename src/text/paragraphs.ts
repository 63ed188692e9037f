/**
 * Paragraphs of a plain text: the pieces between blank lines, as spans over the unchanged text. One pass, linear time.
 */
import type { Block } from './document.ts';

/**
 * Cuts a text at its blank lines (lines of nothing but white space). Each block begins and ends with a character that is
 * not white space; a text of white space alone has no blocks.
 *
 * @returns Blocks of kind 'paragraph', in order, as [start, end) in UTF-16 code units.
 * @example
 * paragraphBlocks('One.\n\nTwo,\nstill two.'); // [{ kind: 'paragraph', start: 0, end: 4 }, { …, start: 6, end: 21 }]
 */
export function paragraphBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let start = -1;
  let end = -1;
  let breaks = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isLineBreak(code)) {
      // CR LF is one line break; a paragraph separator stands for a blank line of its own.
      if (code === 0x0a && text.charCodeAt(i - 1) === 0x0d) continue;
      breaks += code === 0x2029 ? 2 : 1;
    } else if (!isWhiteSpace(code)) {
      if (breaks >= 2 && start >= 0) {
        blocks.push({ kind: 'paragraph', start, end });
        start = -1;
      }
      if (start < 0) start = i;
      end = i + 1;
      breaks = 0;
    }
  }
  if (start >= 0) blocks.push({ kind: 'paragraph', start, end });
  return blocks;
}

/**
 * Whether a UTF-16 code unit is white space in the sense of `\s`.
 *
 * @example
 * isWhiteSpace(0xa0); // true: a no-break space is white space
 */
export function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0xa0;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680
  );
}

const isLineBreak = (code: number): boolean => code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
