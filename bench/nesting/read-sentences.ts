/** Reads the marked sentences of bench/nesting/sentences.txt; README.md beside it defines the form. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Span } from '../../src/text/document.ts';

const FILE = fileURLToPath(new URL('sentences.txt', import.meta.url));

export interface MarkedStatement {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Its index among the sentence's statements, or null. */
  readonly parent: number | null;
  readonly depth: number;
}

export interface MarkedSentence {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly text: string;
  readonly statements: readonly MarkedStatement[];
}

/**
 * The sentences in the order of the file.
 *
 * @throws Error where the words of a role do not stand in their sentence, or a statement lacks its parent.
 * @example
 * readMarkedSentences().length; // 100
 */
export function readMarkedSentences(file = FILE): MarkedSentence[] {
  const paragraphs = readFileSync(file, 'utf8').split('\n\n');
  return paragraphs.filter((paragraph) => paragraph.startsWith('@')).map(readMarkedSentence);
}

/**
 * One sentence with its marks.
 *
 * @example
 * readMarkedSentence('@ 1 flat\nIt sank, Ames said.\n> Ames | said | It sank').statements[0].source; // [[9, 13]]
 */
export function readMarkedSentence(paragraph: string): MarkedSentence {
  const [head, text, ...lines] = paragraph.trim().split('\n');
  const [, id, ...kinds] = head.split(' ');
  const latest: number[] = [];
  const statements = lines.map((line, position): MarkedStatement => {
    const [, marks, rest] = /^(>+) (.*)$/.exec(line) ?? [];
    if (!marks) throw new Error(`Sentence ${id}: "${line}" is no statement.`);
    const roles = rest.split(' | ');
    if (roles.length !== 3) throw new Error(`Sentence ${id}: "${line}" has not three roles.`);
    const depth = marks.length - 1;
    const parent = depth === 0 ? null : latest[depth - 1];
    if (parent === undefined) throw new Error(`Sentence ${id}: "${line}" lacks its parent.`);
    latest.length = depth;
    latest[depth] = position;
    const [source, cue, content] = roles.map((role) => spansOf(role, text, id));
    return { source, cue, content, parent, depth };
  });
  return { id, kinds, text, statements };
}

function spansOf(role: string, text: string, id: string): Span[] {
  if (role === '-') return [];
  return role.split(' + ').map((piece): Span => {
    const [first, last] = piece.split(' … ');
    const [words, count = '1'] = first.split('~');
    let at = { start: 0, end: 0 };
    for (let n = 0; n < Number(count); n++) at = find(words, text, at.end, id);
    return [at.start, last === undefined ? at.end : find(last, text, at.end, id).end];
  });
}

function find(words: string, text: string, from: number, id: string): { start: number; end: number } {
  const isWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  for (let start = text.indexOf(words, from); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (!(isWord(start - 1) && isWord(start)) && !(isWord(end - 1) && isWord(end))) return { start, end };
  }
  throw new Error(`Sentence ${id}: "${words}" does not stand in it.`);
}
