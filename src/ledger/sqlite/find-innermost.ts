/** Which of several nested pieces of a text holds each of some extents most closely: statements and the times they name. */
import type { Extent } from '../../reading/reading.ts';
import type { Span } from '../../text/document.ts';

/**
 * For each extent the position of the shortest piece with a span that holds it; null where none does. Pieces are given by
 * their spans. Time: linear beside the sorting, times the depth of nesting.
 *
 * @example
 * findInnermost([{ start: 5, end: 9 }], [[[0, 20]], [[4, 10]]]); // [1]
 */
export function findInnermost(extents: readonly Extent[], pieces: readonly (readonly Span[])[]): (number | null)[] {
  const spans = pieces
    .flatMap((piece, position) => piece.map(([start, end]) => ({ start, end, position, size: sizeOf(piece) })))
    .sort((a, b) => a.start - b.start);
  const order = extents.map((_, at) => at).sort((a, b) => extents[a].start - extents[b].start);
  const found: (number | null)[] = Array(extents.length).fill(null);
  let next = 0;
  let open: typeof spans = [];
  for (const at of order) {
    const { start, end } = extents[at];
    while (next < spans.length && spans[next].start <= start) open.push(spans[next++]);
    open = open.filter((span) => span.end > start);
    let smallest = Number.POSITIVE_INFINITY;
    for (const span of open) {
      if (span.end < end || span.size >= smallest) continue;
      smallest = span.size;
      found[at] = span.position;
    }
  }
  return found;
}

function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((size, [start, end]) => size + end - start, 0);
}
