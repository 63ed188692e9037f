/**
 * Does `confidence` mean what it says? Of the statements given with confidence 0.8, eight in ten should be right.
 *
 * A statement is right where it is linked, in the sense of the attribution scorer: one gold attribution, matched one to one,
 * has a content that shares at least half of the tokens of both (intersection over union of tokens >= 0.5) and a source that
 * does, or neither has a source. Tokens are runs of letters and digits, and single other signs. As in the scorer,
 * statements within others and statements without content are left out, and only the first annotator is asked.
 *
 * Expected calibration error (Naeini, Cooper & Hauskrecht 2015): statements are put into ten bins of equal width by their
 * confidence; the error is the mean over bins, weighted by their statements, of |share that is right - mean confidence|.
 */
import type { Statement } from '../../src/reading/reading.ts';
import type { Span } from '../../src/text/document.ts';
import type { GoldArticle } from './gold.ts';

const BINS = 10;
const LEAST_OVERLAP = 0.5;
const TOKEN = /[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu;

export interface CalibrationBin {
  /** Confidences from this one up to, but for the last bin not including, `to`. */
  readonly from: number;
  readonly to: number;
  readonly statements: number;
  readonly confidence: number;
  readonly right: number;
}

export interface Calibration {
  readonly error: number;
  readonly bins: readonly CalibrationBin[];
}

/** A statement's confidence, and whether it was right. */
export type Judged = readonly [confidence: number, isRight: boolean];

/**
 * The expected calibration error over ten bins, and the bins; bins without statements are left out.
 *
 * @example
 * calibrationOf([[0.95, true], [0.95, false]]).error; // 0.45
 */
export function calibrationOf(judged: readonly Judged[]): Calibration {
  const bins = Array.from({ length: BINS }, (_, bin) => {
    const inside = judged.filter(([confidence]) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      statements: inside.length,
      confidence: mean(inside.map(([confidence]) => confidence)),
      right: mean(inside.map(([, isRight]) => Number(isRight))),
    };
  }).filter(({ statements }) => statements > 0);
  const weighted = bins.map(({ statements, confidence, right }) => statements * Math.abs(confidence - right));
  return { error: sum(weighted) / Math.max(1, judged.length), bins };
}

/**
 * Which of the statements of an article are right; see the header for what that means.
 *
 * @example
 * judgeStatements(gold, reading.statements); // [[0.93, true], [0.41, false]]
 */
export function judgeStatements(gold: GoldArticle, statements: readonly Statement[]): Judged[] {
  const tokens = [...gold.text.matchAll(TOKEN)].map(({ index, 0: form }) => [index, index + form.length] as const);
  const roles = (source: readonly Span[] | undefined, content: readonly Span[] | undefined) =>
    [tokensIn(source ?? [], tokens), tokensIn(content ?? [], tokens)] as const;
  const wanted = (gold.annotations[0]?.attributions ?? []).map(({ source, content }) => roles(source, content));
  const scored = statements.filter(({ parent, content }) => parent === null && content !== null);
  const given = scored.map(({ source, content }) => roles(source?.spans, content?.spans));

  const pairs: (readonly [overlap: number, wantedIndex: number, givenIndex: number])[] = [];
  for (const [w, [wantedSource, wantedContent]] of wanted.entries()) {
    for (const [g, [givenSource, givenContent]] of given.entries()) {
      const content = overlap(wantedContent, givenContent);
      const haveNoSource = wantedSource.size === 0 && givenSource.size === 0;
      const isSourceRight = haveNoSource || overlap(wantedSource, givenSource) >= LEAST_OVERLAP;
      if (content >= LEAST_OVERLAP && isSourceRight) pairs.push([content, w, g]);
    }
  }
  pairs.sort(([a], [b]) => b - a);
  const [usedWanted, right] = [new Set<number>(), new Set<number>()];
  for (const [, w, g] of pairs) {
    if (usedWanted.has(w) || right.has(g)) continue;
    usedWanted.add(w);
    right.add(g);
  }
  return scored.map(({ confidence }, position) => [confidence, right.has(position)]);
}

function tokensIn(spans: readonly Span[], tokens: readonly Span[]): Set<number> {
  const covered = new Set<number>();
  for (const [start, end] of spans) {
    for (const [t, [from, to]] of tokens.entries()) if (to > start && from < end) covered.add(t);
  }
  return covered;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter((token) => b.has(token)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
