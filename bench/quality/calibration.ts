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
import type { GoldArticle } from './gold.ts';
import { isSame, overlapOf, type Told, tokenSpans, tokensOf, toldOf } from './told.ts';

const BINS = 10;

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
  const tokens = tokenSpans(gold.text);
  const wanted = (gold.annotations[0]?.attributions ?? []).map(
    ({ source, content }): Told => ({
      source: tokensOf(source, tokens),
      content: tokensOf(content, tokens),
      parent: null,
      depth: 0,
    }),
  );
  const scored = statements.filter(({ parent, content }) => parent === null && content !== null);
  const given = toldOf(scored, tokens);

  const pairs: (readonly [overlap: number, wantedIndex: number, givenIndex: number])[] = [];
  for (const [w, wantedOne] of wanted.entries()) {
    for (const [g, givenOne] of given.entries()) {
      if (isSame(wantedOne, givenOne)) pairs.push([overlapOf(wantedOne.content, givenOne.content), w, g]);
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

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
