/**
 * How likely a statement is to be right in source and content, from what the tagger and the joining step said of its parts:
 * a logistic function of their log-odds, fitted on articles that the models had not seen (Platt 1999).
 */
import { CONTENT, CUE, type Segment, SOURCE } from './segments.ts';

/** Weights of the logistic function, in the order of `evidenceOf`, then its bias. */
export type Calibration = readonly number[];

/**
 * Statements less likely to be right than this are not given out. On the dev articles, leaving them out costs 2 % of the right ones
 * and takes a quarter of the wrong ones away.
 */
export const LEAST_CONFIDENCE = 0.1;

/** The parts of a statement, with the probabilities of its joints. */
export interface Joined {
  readonly cue: Segment | null;
  readonly sources: readonly Segment[];
  readonly contents: readonly Segment[];
  /** Probability that the source belongs to the cue (or that there is none), and the least one of its contents. */
  readonly sourceJoint: number;
  readonly contentJoint: number;
}

/**
 * The numbers that confidence is made of.
 *
 * @example
 * evidenceOf(joined).length; // 7
 */
export function evidenceOf({ cue, sources, contents, sourceJoint, contentJoint }: Joined): number[] {
  const least = (segments: readonly Segment[], role: number): number =>
    segments.reduce((low, s) => (s.role === role ? Math.min(low, s.probability) : low), 1);
  const tokens = contents.reduce((sum, s) => sum + s.last - s.first, 0);
  return [
    logOdds(least(contents, CONTENT)),
    logOdds(least(sources, SOURCE)),
    logOdds(cue === null ? 0.5 : least([cue], CUE)),
    logOdds(sourceJoint),
    logOdds(contentJoint),
    sources.length === 0 ? 1 : 0,
    Math.log(1 + tokens),
  ];
}

/**
 * Probability (0 … 1, two decimals) that source and content are right.
 *
 * @example
 * confidenceOf(joined, [0, 0, 0, 0, 0, 0, 0, 0]); // 0.5
 */
export function confidenceOf(joined: Joined, calibration: Calibration): number {
  const evidence = evidenceOf(joined);
  const sum = evidence.reduce((total, x, i) => total + x * calibration[i], calibration[evidence.length]);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}

function logOdds(probability: number): number {
  const p = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
  return Math.log(p / (1 - p));
}
