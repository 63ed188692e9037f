import type { Block, BlockKind } from '../../text/document.ts';

const BODY: ReadonlySet<BlockKind> = new Set(['paragraph', 'quotation', 'list']);

/**
 * Tells where an offset stands, as a reader would count: "¶5" for the fifth paragraph, else what block it is in; empty outside of all
 * blocks.
 *
 * @example
 * placesIn(reading.blocks)(0); // 'headline'
 */
export function placesIn(blocks: readonly Block[]): (offset: number) => string {
  let paragraphs = 0;
  const names = blocks.map(({ kind }) => (BODY.has(kind) ? `¶${++paragraphs}` : kind));
  return (offset) => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (blocks[middle].end <= offset) low = middle + 1;
      else high = middle;
    }
    return low < blocks.length && blocks[low].start <= offset ? names[low] : '';
  };
}
