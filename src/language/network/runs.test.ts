import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelsOf, runLabel, runsOf } from './runs.ts';

const KINDS = 3;

test('labels are distinct and leave 0 for none', () => {
  const labels = [0, 1, 2].flatMap((kind) =>
    [true, false].flatMap((begins) => [true, false].map((ends) => runLabel(kind, begins, ends))),
  );
  expect(labels.sort((a, b) => a - b)).toEqual(Array.from({ length: labelsOf(KINDS) - 1 }, (_, i) => i + 1));
});

describe('runsOf', () => {
  test('finds again the runs that labels were made of', () => {
    const piece = fc.record({ kind: fc.integer({ min: -1, max: KINDS - 1 }), length: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const labels: number[] = [];
        const runs: number[][] = [];
        for (const { kind, length } of pieces) {
          if (kind >= 0) runs.push([kind, labels.length, labels.length + length]);
          for (let i = 0; i < length; i++) labels.push(kind < 0 ? 0 : runLabel(kind, i === 0, i === length - 1));
        }
        const found = runsOf(Uint8Array.from(labels), new Float64Array(labels.length));
        expect(found.map(({ kind, first, last }) => [kind, first, last])).toEqual(runs);
      }),
    );
  });

  test('runs lie within the tokens, in order, whatever the labels', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: labelsOf(KINDS) - 1 })), (labels) => {
        let end = 0;
        for (const { kind, first, last } of runsOf(Uint8Array.from(labels), new Float64Array(labels.length))) {
          expect(kind).toBeLessThan(KINDS);
          expect(first).toBeGreaterThanOrEqual(end);
          expect(last).toBeGreaterThan(first);
          end = last;
        }
        expect(end).toBeLessThanOrEqual(labels.length);
      }),
    );
  });
});
