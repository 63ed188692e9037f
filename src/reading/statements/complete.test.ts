import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestSequence } from '../../language/network/chain.ts';
import { bestPaths, chooseSet, isIncomplete, SETS, sentenceContext, setOf } from './complete.ts';
import { CONTENT, CUE, LABELS, labelOf, SOURCE } from './segments.ts';

const alone = (role: 0 | 1 | 2) => labelOf(role, true, true);
const value = fc.double({ min: -4, max: 4, noNaN: true }).map(Math.fround);
const sentence = fc.integer({ min: 1, max: 6 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    scores: fc.array(value, { minLength: length * LABELS, maxLength: length * LABELS }),
    transitions: fc.array(value, { minLength: LABELS ** 2, maxLength: LABELS ** 2 }),
  }),
);

/** The score of a sequence of labels, alone in the text. */
function scoreOf(labels: Uint8Array, scores: number[], transitions: number[]): number {
  return labels.reduce(
    (sum, label, t) => sum + scores[t * LABELS + label] + (t > 0 ? transitions[labels[t - 1] * LABELS + label] : 0),
    0,
  );
}

describe('bestPaths', () => {
  test('the best of all sets is what Viterbi finds, and each path has its set and its score', () => {
    fc.assert(
      fc.property(sentence, ({ length, scores, transitions }) => {
        const paths = bestPaths(Float32Array.from(scores), 0, length, LABELS, transitions, -1, -1);
        const free = bestSequence(Float32Array.from(scores), length, LABELS, LABELS, transitions);
        expect(Math.max(...paths.scores)).toBeCloseTo(scoreOf(free, scores, transitions), 4);
        for (let set = 0; set < SETS; set++) {
          if (paths.scores[set] === -Infinity) continue;
          const labels = paths.path(set);
          expect(setOf(labels, 0, length)).toBe(set);
          expect(scoreOf(labels, scores, transitions)).toBeCloseTo(paths.scores[set], 4);
        }
      }),
    );
  });

  test('a sentence of one word cannot hold three roles', () => {
    const paths = bestPaths(new Float32Array(LABELS), 0, 1, LABELS, new Float32Array(LABELS ** 2), -1, -1);
    expect(paths.scores[SETS - 1]).toBe(-Infinity);
  });
});

test('chooseSet weighs the labels against how often a set is right', () => {
  const scores = new Float64Array(SETS).fill(-10);
  scores[4] = 1;
  scores[7] = 0;
  const paths = { scores, path: () => new Uint8Array(0) };
  const weights = Array.from({ length: SETS }, (_, set) => (set === 7 ? 2 : 0));
  expect(chooseSet(paths, 0, { trust: 1, weights })).toBe(7);
  expect(chooseSet(paths, 0, { trust: 3, weights })).toBe(4);
});

test.each([
  ['nothing', [0, 0], 0, false],
  ['a content alone', [0, alone(CONTENT)], 4, true],
  ['all three', [alone(SOURCE), alone(CUE), alone(CONTENT)], 7, false],
])('%s', (_, labels, set, incomplete) => {
  expect(setOf(Uint8Array.from(labels), 0, labels.length)).toBe(set);
  expect(isIncomplete(set)).toBe(incomplete);
});

test('contexts tell quotations that run on from other sentences', () => {
  const contexts = [
    sentenceContext(Uint8Array.of(0, 0, 0, 0), new Uint8Array(4), 1, 4),
    sentenceContext(Uint8Array.of(2, 2, 2, 3), Uint8Array.of(alone(CONTENT), 0, 0, 0), 1, 4),
    sentenceContext(Uint8Array.of(0, 1, 2, 3, 0, 0), new Uint8Array(6), 1, 6),
  ];
  expect(contexts).toEqual([0, 5, 2]);
});
