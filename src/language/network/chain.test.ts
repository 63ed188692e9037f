import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Chain, RULED_OUT } from './chain.ts';

const LABELS = 3;

/** Every sequence of `length` labels, with its score. */
function allSequences(
  scores: Float32Array,
  length: number,
  transitions: Float32Array,
): { labels: number[]; score: number }[] {
  return Array.from({ length: LABELS ** length }, (_, code) => {
    const labels = Array.from({ length }, (_, t) => Math.floor(code / LABELS ** t) % LABELS);
    const score = labels.reduce(
      (sum, label, t) => sum + scores[t * LABELS + label] + (t > 0 ? transitions[labels[t - 1] * LABELS + label] : 0),
      0,
    );
    return { labels, score };
  });
}

const value = fc.double({ min: -3, max: 3, noNaN: true }).map(Math.fround);
const chain = fc.integer({ min: 1, max: 5 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    scores: fc
      .array(value, { minLength: length * LABELS, maxLength: length * LABELS })
      .map((v) => Float32Array.from(v)),
    transitions: fc.array(value, { minLength: LABELS ** 2, maxLength: LABELS ** 2 }).map((v) => Float32Array.from(v)),
  }),
);

describe('a chain, against all of its sequences', () => {
  test('bestSequence scores as high as the best of them', () => {
    fc.assert(
      fc.property(chain, ({ length, scores, transitions }) => {
        const all = allSequences(scores, length, transitions);
        const top = Math.max(...all.map(({ score }) => score));
        const best = [...new Chain(transitions).best(scores, length, LABELS)].join();
        expect(all.find(({ labels }) => labels.join() === best)!.score).toBeCloseTo(top, 4);
      }),
    );
  });

  test('marginals are sums over them', () => {
    fc.assert(
      fc.property(chain, ({ length, scores, transitions }) => {
        const all = allSequences(scores, length, transitions);
        const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0);
        const found = new Chain(transitions).marginals(scores, length, LABELS);
        expect(found.logPartition).toBeCloseTo(Math.log(total), 4);
        for (let t = 0; t < length; t++) {
          for (let label = 0; label < LABELS; label++) {
            const share = all.reduce((sum, s) => (s.labels[t] === label ? sum + Math.exp(s.score) : sum), 0) / total;
            expect(found.probability[t * LABELS + label]).toBeCloseTo(share, 4);
          }
        }
      }),
    );
  });

  test('what is ruled out is never taken', () => {
    const transitions = new Float32Array(9);
    transitions[0 * LABELS + 1] = RULED_OUT;
    const scores = Float32Array.of(1, 0, 0, 0, 5, 0);
    expect([...new Chain(transitions).best(scores, 2, LABELS)]).toEqual([1, 1]);
    const found = new Chain(transitions).marginals(scores, 2, LABELS);
    expect(found.transitions[0 * LABELS + 1]).toBe(0);
    expect(found.probability[0 * LABELS + 0]).toBeLessThan(0.1);
  });

  test('where only unlikely labels may follow a sure one, probabilities are of those', () => {
    const transitions = new Float32Array(9);
    transitions[0 * LABELS + 1] = RULED_OUT;
    const scores = Float32Array.of(60, 0, 0, 0, 40, 0);
    const { probability } = new Chain(transitions).marginals(scores, 2, LABELS);
    [1, 0, 0, 1 / 2, 0, 1 / 2].forEach((p, i) => {
      expect(probability[i]).toBeCloseTo(p);
    });
  });

  test('an empty chain has no labels', () => {
    expect(new Chain(new Float32Array(9)).best(new Float32Array(0), 0, LABELS)).toHaveLength(0);
  });
});
