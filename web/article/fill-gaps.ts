import type { Block } from '../../src/text/document.ts';

/**
 * The blocks of a text in order, with a paragraph for any words that no block holds, so that none is lost on the page.
 *
 * @example
 * fillGaps('One.\n\nTwo.', [{ kind: 'headline', start: 0, end: 4 }])[1]; // { kind: 'paragraph', start: 4, end: 10 }
 */
export function fillGaps(text: string, blocks: readonly Block[]): Block[] {
  const filled: Block[] = [];
  let at = 0;
  const fill = (end: number) => {
    if (text.slice(at, end).trim() !== '') filled.push({ kind: 'paragraph', start: at, end });
  };
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    fill(block.start);
    filled.push(block);
    at = Math.max(at, block.end);
  }
  fill(text.length);
  return filled;
}
