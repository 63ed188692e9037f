/** Fits confidence: a logistic regression from what the models say of a statement to whether it is right (Platt 1999). */
import { type Calibration, evidenceOf, type Joined } from '../../src/reading/statements/confidence.ts';
import type { Segment } from '../../src/reading/statements/segments.ts';
import type { GoldSegment } from './gold.ts';

const ROUNDS = 3000;
const RATE = 0.5;
const DECAY = 1e-3;

/** The calibration that fits these statements best. */
export function calibrate(statements: readonly { readonly joined: Joined; readonly right: boolean }[]): Calibration {
  const rows = statements.map(({ joined, right }) => ({ x: [...evidenceOf(joined), 1], y: right ? 1 : 0 }));
  const width = rows[0].x.length;
  const deviation = Array.from({ length: width }, (_, i) => {
    const mean = rows.reduce((sum, { x }) => sum + x[i], 0) / rows.length;
    return Math.sqrt(rows.reduce((sum, { x }) => sum + (x[i] - mean) ** 2, 0) / rows.length) || 1;
  });
  const weights = new Float64Array(width);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(width);
    for (const { x, y } of rows) {
      const sum = x.reduce((total, value, i) => total + (value / deviation[i]) * weights[i], 0);
      const error = 1 / (1 + Math.exp(-sum)) - y;
      for (let i = 0; i < width; i++) gradient[i] += (error * x[i]) / deviation[i] / rows.length;
    }
    for (let i = 0; i < width; i++) weights[i] -= RATE * (gradient[i] + (i < width - 1 ? DECAY * weights[i] : 0));
  }
  return Array.from(weights, (weight, i) => Number((weight / deviation[i]).toFixed(4)));
}

/**
 * Whether a statement is right in the sense of the scorer's `linked`: its content shares half its tokens or more with the content of
 * a gold attribution, and its source with that one's source, or neither has one.
 */
export function isRight(joined: Joined, gold: readonly GoldSegment[]): boolean {
  const attributions = new Set(gold.flatMap(({ attributions }) => attributions));
  const tokensOf = (segments: readonly Segment[]): Set<number> =>
    new Set(segments.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i)));
  const part = (number: number, role: number): Set<number> =>
    tokensOf(gold.filter((segment) => segment.role === role && segment.attributions.includes(number)));
  const content = tokensOf(joined.contents);
  const source = tokensOf(joined.sources);
  return [...attributions].some((number) => {
    if (share(content, part(number, 2)) < 0.5) return false;
    const goldSource = part(number, 0);
    return source.size + goldSource.size === 0 || share(source, goldSource) >= 0.5;
  });
}

function share(a: Set<number>, b: Set<number>): number {
  const both = [...a].filter((t) => b.has(t)).length;
  return both / (a.size + b.size - both || 1);
}
