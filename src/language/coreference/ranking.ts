/**
 * The ranking of candidates: a log-linear model over pair-features.ts. The probability of each candidate, and of none, is the
 * softmax of its sum of weights (Denis & Baldridge 2008).
 */
import type { PairFeatures } from './pair-features.ts';
import type { Chooser } from './walk-mentions.ts';

/**
 * Makes the chooser of a walk.
 *
 * @param weights one a bucket
 * @param scale a stored weight times this is the weight
 * @example
 * rankBy(weights, 0.01, features)(open, state); // [0.9, 0.06, 0.04]: two candidates, and none of them
 */
export function rankBy(weights: Int8Array | Float32Array, scale: number, features: PairFeatures): Chooser {
  return (open, state) => {
    const odds = new Float64Array(open.candidates.length + 1);
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < odds.length; c++) {
      const count = features.of(open, c, state);
      let sum = 0;
      for (let f = 0; f < count; f++) sum += weights[features.rows[f]];
      odds[c] = sum * scale;
      most = Math.max(most, odds[c]);
    }
    let total = 0;
    for (let c = 0; c < odds.length; c++) total += odds[c] = Math.exp(odds[c] - most);
    for (let c = 0; c < odds.length; c++) odds[c] /= total;
    return odds;
  };
}
