/** Fits how sets of roles compete in a sentence: a softmax over sets of the labels' scores and a weight a context. */
import { CONTEXTS, type Completion, SETS } from '../../src/reading/statements/complete.ts';

/** A sentence whose labels were incomplete: the scores of the best labels for each set of roles, and the set that gold has. */
export interface IncompleteSentence {
  readonly context: number;
  readonly scores: Float64Array;
  readonly right: number;
}

const ROUNDS = 400;
const RATE = 0.5;
const DECAY = 1e-4;

/** Maximum likelihood by gradient ascent; convex, so the order does not matter. */
export function fitCompletion(sentences: readonly IncompleteSentence[]): Completion {
  const weights = new Float64Array(CONTEXTS * SETS);
  let trust = 0.5;
  const counts = new Float64Array(CONTEXTS);
  for (const { context } of sentences) counts[context]++;
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(weights.length);
    let dTrust = 0;
    for (const { context, scores, right } of sentences) {
      const top = Math.max(...scores);
      const sums = Array.from(scores, (score, set) => trust * (score - top) + weights[context * SETS + set]);
      const most = Math.max(...sums);
      const powers = sums.map((sum) => Math.exp(sum - most));
      const total = powers.reduce((a, b) => a + b, 0);
      for (let set = 0; set < SETS; set++) {
        if (scores[set] === -Infinity) continue;
        const error = (set === right ? 1 : 0) - powers[set] / total;
        gradient[context * SETS + set] += error;
        dTrust += error * (scores[set] - top);
      }
    }
    for (let i = 0; i < weights.length; i++)
      weights[i] += (RATE * gradient[i]) / (counts[Math.floor(i / SETS)] + 1) - DECAY * weights[i];
    trust += (0.02 * dTrust) / sentences.length;
  }
  console.log(`completion: ${sentences.length} sentences, trust ${trust.toFixed(3)}`);
  return { trust, weights: Array.from(weights, (weight) => Number(weight.toFixed(4))) };
}
