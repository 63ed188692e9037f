/**
 * The words of markup: white space collapsed, entities decoded, soft hyphens and zero-width spaces dropped.
 */
import { decodeHTML } from 'entities';
import type { MarkupNode } from './markup.ts';

// One alternative each: invisible characters; white space other than a single space; an entity.
const CHANGES = /[\u00ad\u200b\ufeff\u2060\0]+|\s{2,}|[^\S ]|&(?:#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{1,31});?/gi;
const INVISIBLE = /^[\u00ad\u200b-\u200d\ufeff\u2060\0]+$/;
const SPACE = /^\s+$/;

/**
 * Gives the words of a piece of markup text to `add`, piece by piece, each with its offset in the markup.
 *
 * @param spaced whether a space has just been given, or none is wanted
 * @returns the same for the next piece
 * @example
 * addWords('a &amp;\n b', 0, 9, true, (piece, at) => {}); // pieces 'a', ' ', '&', ' ', 'b'
 */
export function addWords(
  source: string,
  start: number,
  end: number,
  spaced: boolean,
  add: (piece: string, at: number) => void,
): boolean {
  const text = source.slice(start, end);
  let from = 0;
  let space = spaced;
  const plain = (to: number) => {
    if (space && to > from && text.charCodeAt(from) === 32) from++;
    if (to <= from) return;
    add(text.slice(from, to), start + from);
    space = text.charCodeAt(to - 1) === 32;
  };
  CHANGES.lastIndex = 0;
  for (let found = CHANGES.exec(text); found; found = CHANGES.exec(text)) {
    const entity = found[0].charCodeAt(0) === 38;
    const change = entity ? decodeHTML(found[0]) : found[0];
    if (entity && change === found[0]) continue;
    plain(found.index);
    from = found.index + found[0].length;
    if (INVISIBLE.test(change)) continue;
    if (!SPACE.test(change)) {
      add(change, start + found.index);
      space = false;
    } else if (!space) {
      add(' ', start + found.index);
      space = true;
    }
  }
  plain(text.length);
  return space;
}

/**
 * The words of a node and of all that it holds, trimmed; at most `limit` UTF-16 units of them.
 *
 * @example
 * textOf(source, parseMarkup('<p>Two <b>words</b></p>').root); // 'Two words'
 */
export function textOf(source: string, node: MarkupNode, limit = 100_000): string {
  let text = '';
  let spaced = true;
  const visit = (at: MarkupNode) => {
    if (text.length > limit) return;
    if (at.tag === '#text') {
      spaced = addWords(source, at.start, at.end, spaced, (piece) => {
        text += piece;
      });
      return;
    }
    if (at.tag === 'script' || at.tag === 'style') return;
    if (at.tag === 'br' && !spaced) {
      text += ' ';
      spaced = true;
    }
    for (const child of at.children) visit(child);
  };
  visit(node);
  return text.trim().slice(0, limit);
}

/**
 * An attribute's value with its entities decoded and its white space collapsed; '' where it is missing.
 *
 * @example
 * attributeOf(node, 'content'); // 'Fish & chips'
 */
export function attributeOf(node: MarkupNode, name: string): string {
  const value = node.attributes[name];
  if (value === undefined) return '';
  const decoded = value.includes('&') ? decodeHTML(value) : value;
  return decoded.replace(/\s+/g, ' ').trim();
}

/**
 * Gives the words of a block's text nodes and line breaks to `add`, without white space at either end.
 *
 * @example
 * addPieces(source, block.pieces, (piece, at) => canonical.add(piece, at));
 */
export function addPieces(
  source: string,
  pieces: readonly MarkupNode[],
  add: (piece: string, at: number) => void,
): void {
  let spaced = true;
  // The last space is held back until a word follows it.
  let heldAt = -1;
  const give = (piece: string, at: number) => {
    if (heldAt !== -1) add(' ', heldAt);
    heldAt = -1;
    if (piece.charCodeAt(piece.length - 1) !== 32) return add(piece, at);
    heldAt = at + piece.length - 1;
    if (piece.length > 1) add(piece.slice(0, -1), at);
  };
  for (const node of pieces) {
    if (node.tag === '#text') spaced = addWords(source, node.start, node.end, spaced, give);
    else if (!spaced) {
      give(' ', node.start);
      spaced = true;
    }
  }
}
