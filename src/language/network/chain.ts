/**
 * A linear chain over labels: Viterbi for the best sequence, forward–backward for the probability of each label at each
 * token (Lafferty, McCallum & Pereira 2001; Rabiner 1989 for the scaling). Linear in tokens; the best sequence costs the
 * transitions that are possible (of labels for runs, a third), probabilities those between labels that are likely, which are few.
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
  /** Summed over tokens, the expected number of times each transition is taken; empty where it was not asked for. */
  readonly transitions: Float64Array;
}

export class Chain {
  readonly labels: number;
  /** Possible transitions by the label that they lead to: those of label j are [into[j], into[j + 1]). */
  private readonly into: Int32Array;
  private readonly before: Int32Array;
  private readonly score: Float64Array;
  /** exp of each transition, 0 where it is not possible: weight[before × labels + after]. */
  private readonly weight: Float64Array;

  /** What `marginals` finds on its way, at token × labels + label; only what stands under a possible label is read. */
  private emission = new Float64Array(0);
  private forward = new Float64Array(0);
  /** Labels that are possible at each token, from token × labels up to `end` of the token. */
  private possible = new Uint8Array(0);
  private end = new Int32Array(0);
  private scale = new Float64Array(0);

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
    const weight = new Float64Array(transitions.length);
    let count = 0;
    for (let j = 0; j < labels; j++) {
      into[j] = count;
      for (let i = 0; i < labels; i++) {
        if (transitions[i * labels + j] <= RULED_OUT) continue;
        before[count] = i;
        score[count++] = transitions[i * labels + j];
        weight[i * labels + j] = Math.exp(transitions[i * labels + j]);
      }
    }
    into[labels] = count;
    this.labels = labels;
    this.into = into;
    this.before = before.subarray(0, count);
    this.score = score.subarray(0, count);
    this.weight = weight;
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
    const { labels, weight } = this;
    if (this.end.length < length) this.reserve(length);
    const { emission, forward, scale, possible, end } = this;
    const lowest = countTransitions ? LOWEST : LOWEST_READ;
    let logPartition = 0;
    for (let t = 0; t < length; t++) {
      const at = t * labels;
      const before = at - labels;
      const endBefore = t === 0 ? before : end[t - 1];
      let top = -Infinity;
      for (let j = 0; j < labels; j++) top = Math.max(top, scores[t * stride + j]);
      let sum = 0;
      let n = at;
      for (let j = 0; j < labels; j++) {
        const below = scores[t * stride + j] - top;
        if (below < lowest) continue;
        let inflow = t === 0 ? 1 : 0;
        for (let k = before; k < endBefore; k++)
          inflow += forward[before + possible[k]] * weight[possible[k] * labels + j];
        const e = Math.exp(below);
        emission[at + j] = e;
        forward[at + j] = e * inflow;
        sum += e * inflow;
        possible[n++] = j;
      }
      // Where none of the likely labels may follow, the likeliest of those that may is what the others are held against.
      if (sum === 0) {
        top = -Infinity;
        n = at;
        for (let j = 0; j < labels; j++) {
          let inflow = 0;
          for (let k = before; k < endBefore; k++)
            inflow += forward[before + possible[k]] * weight[possible[k] * labels + j];
          if (inflow === 0) continue;
          forward[at + j] = inflow;
          top = Math.max(top, scores[t * stride + j]);
          possible[n++] = j;
        }
        for (let k = at; k < n; k++) {
          const j = possible[k];
          emission[at + j] = Math.exp(scores[t * stride + j] - top);
          forward[at + j] *= emission[at + j];
          sum += forward[at + j];
        }
      }
      end[t] = n;
      scale[t] = 1 / sum;
      for (let k = at; k < n; k++) forward[at + possible[k]] *= scale[t];
      logPartition += top + Math.log(sum);
    }
    const probability = new Float64Array(length * labels);
    const expected = new Float64Array(countTransitions ? labels * labels : 0);
    let backward = new Float64Array(labels).fill(1);
    let next = new Float64Array(labels);
    for (let t = length - 1; t >= 0; t--) {
      const at = t * labels;
      for (let k = at; k < end[t]; k++)
        probability[at + possible[k]] = forward[at + possible[k]] * backward[possible[k]];
      if (t === 0) break;
      next.fill(0);
      for (let k = at; k < end[t]; k++) {
        const j = possible[k];
        // What is passed back through a label sums to its probability.
        if (probability[at + j] < NEGLIGIBLE) continue;
        const flow = emission[at + j] * backward[j] * scale[t];
        for (let b = at - labels; b < end[t - 1]; b++) {
          const i = possible[b];
          const through = weight[i * labels + j] * flow;
          next[i] += through;
          if (countTransitions) expected[i * labels + j] += forward[at - labels + i] * through;
        }
      }
      [backward, next] = [next, backward];
    }
    return { probability, logPartition, transitions: expected };
  }

  /** Makes room for `marginals` of so many tokens. */
  private reserve(length: number): void {
    const size = Math.max(length, 2 * this.end.length);
    this.end = new Int32Array(size);
    this.scale = new Float64Array(size);
    this.possible = new Uint8Array(size * this.labels);
    this.emission = new Float64Array(size * this.labels);
    this.forward = new Float64Array(size * this.labels);
  }
}
