/**
 * Breaks text into lines of a given number of columns, at white space, and inside a word only where the word alone is wider
 * than a line (a web address, or a script written without spaces). One pass over the text.
 */
import { displayWidth, letterWidth } from './display-width.ts';

// A page must not be able to move the cursor, recolour the terminal or turn the direction of what follows.
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The text on one line, with every run of white space as one space and what could steer the terminal shown as "\ufffd".
 *
 * @example
 * plainLine('He said:\n\t\u001b[31mno'); // 'He said: \ufffd[31mno'
 */
export function plainLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().replace(UNSAFE, '\ufffd');
}

/**
 * The lines of a text, none wider than `columns`; at least one line.
 *
 * @example
 * wrapText('the quick brown fox', 10); // ['the quick', 'brown fox']
 */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of plainLine(text).split(' ')) {
    for (const piece of breakWord(word, columns)) {
      const pieceWidth = displayWidth(piece);
      if (line !== '' && width + 1 + pieceWidth > columns) {
        lines.push(line);
        line = '';
        width = 0;
      }
      width += pieceWidth + (line === '' ? 0 : 1);
      line = line === '' ? piece : `${line} ${piece}`;
    }
  }
  lines.push(line);
  return lines;
}

/**
 * The lines of a text that hangs on a few words: these before its first line, as many spaces before the others.
 *
 * @example
 * hangText('the quick brown fox', 'was: ', 14); // ['was: the quick', '     brown fox']
 */
export function hangText(text: string, head: string, columns: number): string[] {
  const width = displayWidth(head);
  const lines = wrapText(text, Math.max(1, columns - width));
  return lines.map((line, at) => `${at === 0 ? head : ' '.repeat(width)}${line}`);
}

/** The word whole where it fits on a line, else cut before the letter that would not fit, never before a mark on a letter. */
function breakWord(word: string, columns: number): string[] {
  if (displayWidth(word) <= columns) return [word];
  const pieces: string[] = [];
  let piece = '';
  let width = 0;
  for (const letter of word) {
    const letterColumns = letterWidth(letter);
    if (width + letterColumns > columns && piece !== '') {
      pieces.push(piece);
      piece = '';
      width = 0;
    }
    piece += letter;
    width += letterColumns;
  }
  pieces.push(piece);
  return pieces;
}
