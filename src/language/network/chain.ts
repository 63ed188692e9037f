/**
 * A linear chain over labels: Viterbi for the best sequence, forward–backward for the probability of each label at each
 * token (Lafferty, McCallum & Pereira 2001; Rabiner 1989 for the scaling). Linear in tokens, quadratic in labels.
 *
 * Scores are laid out as scores[token × stride + label]; transitions[before × labels + after].
 */

/** Labels less likely than this at a token are not followed further: nine of ten are. */
const NEGLIGIBLE = 1e-9;

/** Scores further below the best of their token count as impossible: exp of them is under NEGLIGIBLE. */
const LOWEST = -21;

export interface Marginals {
  /** probability[token × labels + label] */
  readonly probability: Float64Array;
  /** Log of the sum of exp(score) over all sequences. */
  readonly logPartition: number;
  /** Summed over tokens, the expected number of times each transition is taken; zeros where it was not asked for. */
  readonly transitions: Float64Array;
}

/**
 * The best sequence of labels.
 *
 * @example
 * bestSequence(Float32Array.of(1, 0, 0, 1), 2, 2, 2, new Float32Array(4)); // Uint8Array [0, 1]
 */
export function bestSequence(
  scores: Float32Array,
  length: number,
  labels: number,
  stride: number,
  transitions: ArrayLike<number>,
): Uint8Array {
  const best = new Uint8Array(length);
  if (length === 0) return best;
  const from = new Uint8Array(length * labels);
  let before = Float64Array.from(scores.subarray(0, labels));
  let now = new Float64Array(labels);
  for (let t = 1; t < length; t++) {
    for (let j = 0; j < labels; j++) {
      let top = -Infinity;
      let arg = 0;
      for (let i = 0; i < labels; i++) {
        const score = before[i] + transitions[i * labels + j];
        if (score > top) {
          top = score;
          arg = i;
        }
      }
      now[j] = top + scores[t * stride + j];
      from[t * labels + j] = arg;
    }
    [before, now] = [now, before];
  }
  let last = 0;
  for (let j = 1; j < labels; j++) if (before[j] > before[last]) last = j;
  for (let t = length - 1; t >= 0; t--) {
    best[t] = last;
    last = from[t * labels + last];
  }
  return best;
}

/**
 * Probabilities of labels, and the log of the partition function.
 *
 * @param countTransitions only training needs them, and they are a third of the work
 * @example
 * marginals(Float32Array.of(0, 0), 1, 2, 2, new Float32Array(4)).probability; // [0.5, 0.5]
 */
export function marginals(
  scores: Float32Array,
  length: number,
  labels: number,
  stride: number,
  transitions: ArrayLike<number>,
  countTransitions = true,
): Marginals {
  const weight = Float64Array.from(transitions, Math.exp);
  const emission = new Float64Array(length * labels);
  const forward = new Float64Array(length * labels);
  const scale = new Float64Array(length);
  const inflow = new Float64Array(labels);
  let logPartition = 0;
  for (let t = 0; t < length; t++) {
    let top = -Infinity;
    for (let j = 0; j < labels; j++) top = Math.max(top, scores[t * stride + j]);
    inflow.fill(t === 0 ? 1 : 0);
    for (let i = 0; t > 0 && i < labels; i++) {
      const before = forward[(t - 1) * labels + i];
      if (before < NEGLIGIBLE) continue;
      for (let j = 0; j < labels; j++) inflow[j] += before * weight[i * labels + j];
    }
    let sum = 0;
    for (let j = 0; j < labels; j++) {
      const below = scores[t * stride + j] - top;
      const e = below < LOWEST ? 0 : Math.exp(below);
      emission[t * labels + j] = e;
      forward[t * labels + j] = e * inflow[j];
      sum += e * inflow[j];
    }
    scale[t] = 1 / sum;
    for (let j = 0; j < labels; j++) forward[t * labels + j] *= scale[t];
    logPartition += top + Math.log(sum);
  }
  const probability = new Float64Array(length * labels);
  const expected = new Float64Array(labels * labels);
  let backward = new Float64Array(labels).fill(1);
  let next = new Float64Array(labels);
  for (let t = length - 1; t >= 0; t--) {
    for (let j = 0; j < labels; j++) probability[t * labels + j] = forward[t * labels + j] * backward[j];
    if (t === 0) break;
    next.fill(0);
    for (let j = 0; j < labels; j++) {
      // What is passed back through a label sums to its probability.
      if (probability[t * labels + j] < NEGLIGIBLE) continue;
      const flow = emission[t * labels + j] * backward[j] * scale[t];
      for (let i = 0; i < labels; i++) {
        const through = weight[i * labels + j] * flow;
        next[i] += through;
        if (countTransitions) expected[i * labels + j] += forward[(t - 1) * labels + i] * through;
      }
    }
    [backward, next] = [next, backward];
  }
  return { probability, logPartition, transitions: expected };
}
