/**
 * A plain text file to blocks: paragraphs by blank lines, or one a line, or hard-wrapped lines joined by a space.
 *
 * A line break is a wrap where the next line's first word would not have fitted into the line (the widest line of the file
 * says how much fits), and a paragraph's end otherwise. Headline, byline, dateline and credit are told by their form and
 * their place. Linear time.
 */
import type { BlockKind } from '../../text/document.ts';
import { CanonicalText } from '../canonical-text.ts';
import { isSlug, lineKind } from '../head/line-kinds.ts';

interface Line {
  readonly start: number;
  readonly text: string;
  /** Whether a blank line stands before it. */
  readonly apart: boolean;
}

/** A file whose widest line is wider than this was not wrapped by hand or by a mailer. */
const WIDEST_WRAP = 120;
const NARROWEST_WRAP = 40;
const LONGEST_HEADLINE = 160;
const SENTENCE_END = /[.!?:;…]["'”’»)\]]*$/;

/**
 * Reads the decoded text of a plain text file.
 *
 * @returns the canonical text in the making, complete; no block where the text is white space
 * @example
 * readText('Ferry sinks\n\nThe ferry sank\non Monday.').text; // 'Ferry sinks\n\nThe ferry sank on Monday.'
 */
export function readText(source: string): CanonicalText {
  const lines = linesOf(source);
  const canonical = new CanonicalText();
  const width = wrapWidth(lines);
  let wantsHeadline = true;
  let inHead = true;
  for (let first = 0; first < lines.length; ) {
    let last = first + 1;
    while (last < lines.length && continues(lines[last - 1], lines[last], width)) last++;
    const text = last === first + 1 ? lines[first].text : '';
    const more = last < lines.length;
    const rule = /^[\s=*_~-]{3,}$/.test(text);
    if (!rule) {
      const kind: BlockKind = (text && kindOf(text, wantsHeadline, inHead, more)) || 'paragraph';
      const marks = kind === 'headline' ? (/^#{1,3}\s+/.exec(text)?.[0].length ?? 0) : 0;
      for (let at = first; at < last; at++) {
        // The space that joins two lines stands where the first line's break stood.
        if (at > first) canonical.add(' ', lines[at - 1].start + lines[at - 1].text.length);
        canonical.add(lines[at].text.slice(marks), lines[at].start + marks);
      }
      canonical.endBlock(kind);
      if (kind === 'paragraph') inHead = false;
      // The headline comes after an agency's slug, a byline or a date, but not after a paragraph.
      wantsHeadline &&= kind !== 'paragraph' && (kind !== 'headline' || isSlug(text));
    }
    first = last;
  }
  return canonical;
}

function kindOf(line: string, wantsHeadline: boolean, inHead: boolean, more: boolean): BlockKind | null {
  if (wantsHeadline && more && isHeadline(line)) return 'headline';
  const kind = lineKind(line);
  // A byline or a date stands at the head, a credit anywhere.
  return kind === 'credit' || inHead ? kind : null;
}

function isHeadline(line: string): boolean {
  if (line.length > LONGEST_HEADLINE || lineKind(line) !== null || !/\p{L}/u.test(line)) return false;
  return !/[.:;,…]["'”’»)\]]*$/.test(line) && !/^["“«][^"”»]*$/.test(line);
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n?|[\n\u0085\u2028\u2029\v\f]/g;
  let start = 0;
  let apart = false;
  const take = (end: number) => {
    const raw = source.slice(start, end);
    const text = raw.trim();
    if (text === '') apart = true;
    else {
      lines.push({ start: start + raw.length - raw.trimStart().length, text, apart });
      apart = false;
    }
  };
  for (let found = breaks.exec(source); found; found = breaks.exec(source)) {
    take(found.index);
    start = found.index + found[0].length;
    if (found[0] === '\u2029' || found[0] === '\f') apart = true;
  }
  take(source.length);
  return lines;
}

/** The width at which the file is wrapped; 0 where it is not. */
function wrapWidth(lines: readonly Line[]): number {
  let widest = 0;
  let inner = 0;
  let ended = 0;
  for (let at = 0; at < lines.length; at++) {
    widest = Math.max(widest, lines[at].text.length);
    if (at + 1 === lines.length || lines[at + 1].apart) continue;
    inner++;
    if (SENTENCE_END.test(lines[at].text)) ended++;
  }
  if (widest > WIDEST_WRAP || widest < NARROWEST_WRAP || inner === 0) return 0;
  // Where nearly every line ends a sentence, every line is a paragraph.
  return ended > 0.6 * inner && inner > 1 ? 0 : widest;
}

function continues(line: Line, next: Line, width: number): boolean {
  if (width === 0 || next.apart) return false;
  const word = /^\S+/.exec(next.text)![0].length;
  if (line.text.length + 1 + word > width - 6) return true;
  return !SENTENCE_END.test(line.text) && /^\p{Ll}/u.test(next.text);
}
