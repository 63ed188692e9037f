/**
 * A linear chain over labels: Viterbi for the best sequence, forward–backward for the probability of each label at each
 * token (Lafferty, McCallum & Pereira 2001; Rabiner 1989 for the scaling). Linear in tokens, and in the transitions that are
 * possible: of labels for runs, a third.
 *
 * Scores are laid out as scores[token × stride + label]; transitions[before × labels + after].
 */

/** The log weight of what cannot be. */
export const RULED_OUT = -1e4;

/** Labels less likely than this at a token are not followed further back: nine of ten are. */
const NEGLIGIBLE = 1e-9;

/** Scores further below the best of their token count as impossible: in training, where exp of them is under NEGLIGIBLE … */
const LOWEST = -21;

/** … and in reading, where a probability need not be known to more than 1e-5, and exp of nine of ten labels is half of the time. */
const LOWEST_READ = -11;

export interface Marginals {
  /** probability[token × labels + label] */
  readonly probability: Float64Array;
  /** Log of the sum of exp(score) over all sequences. */
  readonly logPartition: number;
  /** Summed over tokens, the expected number of times each transition is taken; zeros where it was not asked for. */
  readonly transitions: Float64Array;
}

export class Chain {
  readonly labels: number;
  /** Possible transitions by the label that they lead to: those of label j are [into[j], into[j + 1]). */
  private readonly into: Int32Array;
  private readonly before: Int32Array;
  private readonly score: Float64Array;
  private readonly weight: Float64Array;

  /**
   * @param transitions labels × labels; those of RULED_OUT or less are never taken
   * @example
   * new Chain(new Float32Array(4)).labels; // 2
   */
  constructor(transitions: ArrayLike<number>) {
    const labels = Math.sqrt(transitions.length);
    const into = new Int32Array(labels + 1);
    const before = new Int32Array(transitions.length);
    const score = new Float64Array(transitions.length);
    let count = 0;
    for (let j = 0; j < labels; j++) {
      into[j] = count;
      for (let i = 0; i < labels; i++) {
        if (transitions[i * labels + j] <= RULED_OUT) continue;
        before[count] = i;
        score[count++] = transitions[i * labels + j];
      }
    }
    into[labels] = count;
    this.labels = labels;
    this.into = into;
    this.before = before.subarray(0, count);
    this.score = score.subarray(0, count);
    this.weight = this.score.map(Math.exp);
  }

  /**
   * The best sequence of labels.
   *
   * @example
   * new Chain(new Float32Array(4)).best(Float32Array.of(1, 0, 0, 1), 2, 2); // Uint8Array [0, 1]
   */
  best(scores: Float32Array, length: number, stride: number): Uint8Array {
    const { labels, into, before, score } = this;
    const found = new Uint8Array(length);
    if (length === 0) return found;
    const from = new Uint8Array(length * labels);
    let last = Float64Array.from(scores.subarray(0, labels));
    let now = new Float64Array(labels);
    for (let t = 1; t < length; t++) {
      for (let j = 0; j < labels; j++) {
        let top = -Infinity;
        let arg = 0;
        for (let k = into[j]; k < into[j + 1]; k++) {
          const sum = last[before[k]] + score[k];
          if (sum > top) {
            top = sum;
            arg = before[k];
          }
        }
        now[j] = top + scores[t * stride + j];
        from[t * labels + j] = arg;
      }
      [last, now] = [now, last];
    }
    let end = 0;
    for (let j = 1; j < labels; j++) if (last[j] > last[end]) end = j;
    for (let t = length - 1; t >= 0; t--) {
      found[t] = end;
      end = from[t * labels + end];
    }
    return found;
  }

  /**
   * Probabilities of labels, and the log of the partition function.
   *
   * @param countTransitions only training needs them, and they are a third of the work; without them, probabilities are right to 1e-5
   * @example
   * new Chain(new Float32Array(4)).marginals(Float32Array.of(0, 0), 1, 2).probability; // [0.5, 0.5]
   */
  marginals(scores: Float32Array, length: number, stride: number, countTransitions = true): Marginals {
    const { labels, into, before, weight } = this;
    const emission = new Float64Array(length * labels);
    const forward = new Float64Array(length * labels);
    const scale = new Float64Array(length);
    const lowest = countTransitions ? LOWEST : LOWEST_READ;
    let logPartition = 0;
    for (let t = 0; t < length; t++) {
      const at = t * labels;
      let top = -Infinity;
      for (let j = 0; j < labels; j++) top = Math.max(top, scores[t * stride + j]);
      let sum = 0;
      for (let j = 0; j < labels; j++) {
        const below = scores[t * stride + j] - top;
        if (below < lowest) continue;
        let inflow = t === 0 ? 1 : 0;
        for (let k = into[j]; t > 0 && k < into[j + 1]; k++) inflow += forward[at - labels + before[k]] * weight[k];
        const e = Math.exp(below);
        emission[at + j] = e;
        forward[at + j] = e * inflow;
        sum += e * inflow;
      }
      // Where none of the likely labels may follow, the likeliest of those that may is what the others are held against.
      if (sum === 0) {
        top = -Infinity;
        for (let j = 0; j < labels; j++) {
          let inflow = 0;
          for (let k = into[j]; k < into[j + 1]; k++) inflow += forward[at - labels + before[k]] * weight[k];
          forward[at + j] = inflow;
          if (inflow > 0) top = Math.max(top, scores[t * stride + j]);
        }
        for (let j = 0; j < labels; j++) {
          emission[at + j] = forward[at + j] > 0 ? Math.exp(scores[t * stride + j] - top) : 0;
          forward[at + j] *= emission[at + j];
          sum += forward[at + j];
        }
      }
      scale[t] = 1 / sum;
      for (let j = 0; j < labels; j++) forward[at + j] *= scale[t];
      logPartition += top + Math.log(sum);
    }
    const probability = new Float64Array(length * labels);
    const expected = new Float64Array(labels * labels);
    let backward = new Float64Array(labels).fill(1);
    let next = new Float64Array(labels);
    for (let t = length - 1; t >= 0; t--) {
      const at = t * labels;
      for (let j = 0; j < labels; j++) probability[at + j] = forward[at + j] * backward[j];
      if (t === 0) break;
      next.fill(0);
      for (let j = 0; j < labels; j++) {
        // What is passed back through a label sums to its probability.
        if (probability[at + j] < NEGLIGIBLE) continue;
        const flow = emission[at + j] * backward[j] * scale[t];
        for (let k = into[j]; k < into[j + 1]; k++) {
          const through = weight[k] * flow;
          next[before[k]] += through;
          if (countTransitions) expected[before[k] * labels + j] += forward[at - labels + before[k]] * through;
        }
      }
      [backward, next] = [next, backward];
    }
    return { probability, logPartition, transitions: expected };
  }
}
