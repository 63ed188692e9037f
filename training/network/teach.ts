/** What several taggers expect of a text, put together: lessons for another one. */
import { certain, type Expectations } from './train-chain-tagger.ts';

/**
 * The mean of several expectations of one passage, each with a weight; the weights add up to 1.
 *
 * @example
 * blend([[certain(labels, 13), 0.5], [taught, 0.5]]);
 */
export function blend(parts: readonly (readonly [Expectations, number])[]): Expectations {
  const mean = (of: (part: Expectations) => ArrayLike<number>): Float32Array => {
    const sum = new Float32Array(of(parts[0][0]).length);
    for (const [part, weight] of parts) {
      const values = of(part);
      for (let i = 0; i < sum.length; i++) sum[i] += weight * values[i];
    }
    return sum;
  };
  return { probability: mean((part) => part.probability), transitions: mean((part) => part.transitions) };
}

/**
 * The mean of what several say of one passage, each by one sequence of labels.
 *
 * @param count of labels
 * @example
 * meanOf([Uint8Array.of(1, 0), Uint8Array.of(0, 0)], 2).probability; // [0.5, 0.5, 1, 0]
 */
export function meanOf(sequences: readonly Uint8Array[], count: number): Expectations {
  return blend(sequences.map((labels) => [certain(labels, count), 1 / sequences.length] as const));
}
