/** What PolNeAR says of a document, in the terms of the models: a label for every token, and segments that know their statements. */
import { labelOf, ROLES, type RoleIndex, type Segment } from '../../src/reading/statements/segments.ts';
import type { Document, Span } from '../../src/text/document.ts';
import type { GoldArticle } from '../polnear.ts';

/** A gold segment, and the numbers of the attributions that it is part of. */
export interface GoldSegment extends Segment {
  readonly attributions: readonly number[];
}

/**
 * The gold segments of an article on the document's tokens, in order. A token belongs to a span that holds its middle, since
 * some spans are off by a letter. Where two roles claim a token, the shorter one has it: it is the more exact.
 */
export function goldSegments(article: GoldArticle, document: Document): GoldSegment[] {
  const found = new Map<string, { role: RoleIndex; first: number; last: number; attributions: number[] }>();
  article.attributions.forEach((attribution, number) => {
    ROLES.forEach((name, role) => {
      for (const span of attribution[name]) {
        const [first, last] = tokensOf(document, span);
        if (first === last) continue;
        const key = `${role} ${first} ${last}`;
        const known = found.get(key);
        if (known) known.attributions.push(number);
        else found.set(key, { role: role as RoleIndex, first, last, attributions: [number] });
      }
    });
  });
  return [...found.values()]
    .map((segment) => ({ ...segment, probability: 1 }))
    .sort((a, b) => a.first - b.first || b.last - a.last);
}

/** Labels of all tokens. */
export function goldLabels(segments: readonly GoldSegment[], length: number): Uint8Array {
  const labels = new Uint8Array(length);
  const longestFirst = [...segments].sort((a, b) => b.last - b.first - (a.last - a.first));
  const owner = new Int32Array(length).fill(-1);
  longestFirst.forEach(({ first, last }, i) => {
    owner.fill(i, first, last);
  });
  for (let t = 0; t < length; t++) {
    if (owner[t] < 0) continue;
    labels[t] = labelOf(longestFirst[owner[t]].role, owner[t - 1] !== owner[t], owner[t + 1] !== owner[t]);
  }
  return labels;
}

/** The tokens [first, last) whose middles lie in a span. */
function tokensOf(document: Document, [start, end]: Span): [number, number] {
  const tokens = document.tokens!;
  const middle = (t: number): number => (tokens.start[t] + tokens.end[t]) / 2;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (middle(mid) < start) low = mid + 1;
    else high = mid;
  }
  let last = low;
  while (last < tokens.length && middle(last) < end) last++;
  return [low, last];
}
