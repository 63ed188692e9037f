import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeReading } from '../../test/samples/make-reading.ts';
import { cutSegments, listMarks, type Mark } from './cut-segments.ts';

const TEXT = 'Ada said that Bo denied that it rained.';
const { statements } = makeReading({
  blocks: [['paragraph', TEXT]],
  statements: [
    { source: ['Ada'], cue: ['said'], content: ['that Bo denied that it rained'] },
    { source: ['Bo'], cue: ['denied'], content: ['that it rained'], parent: 0 },
  ],
});

test('statements that stand in one another are cut where they begin and end', () => {
  const [outer, inner] = statements.map(({ id }) => id);
  const shown = cutSegments(0, TEXT.length, listMarks(statements)).map(({ start, end, marks }) => [
    TEXT.slice(start, end),
    ...marks.map(({ statement, role }) => `${statement === outer ? 'outer' : 'inner'} ${role}`),
  ]);
  expect(inner).not.toBe(outer);
  expect(shown).toEqual([
    ['Ada', 'outer source'],
    [' '],
    ['said', 'outer cue'],
    [' '],
    ['that ', 'outer content'],
    ['Bo', 'inner source', 'outer content'],
    [' ', 'outer content'],
    ['denied', 'inner cue', 'outer content'],
    [' ', 'outer content'],
    ['that it rained', 'inner content', 'outer content'],
    ['.'],
  ]);
});

test('segments tile the stretch, and each holds the marks that cover it', () => {
  const mark = fc
    .record({ start: fc.nat(60), length: fc.nat(60) })
    .map(
      ({ start, length }): Mark => ({ statement: 's', role: 'content', start, end: start + length, extent: length }),
    );
  fc.assert(
    fc.property(fc.array(mark), fc.nat(30), fc.integer({ min: 1, max: 30 }), (marks, start, length) => {
      const end = start + length;
      const sorted = marks.toSorted((a, b) => a.start - b.start);
      const segments = cutSegments(start, end, sorted);
      expect(segments[0].start).toBe(start);
      expect(segments.at(-1)!.end).toBe(end);
      segments.forEach((segment, i) => {
        if (i > 0) expect(segment.start).toBe(segments[i - 1].end);
        const covering = sorted.filter((one) => one.start <= segment.start && one.end >= segment.end);
        expect(new Set(segment.marks)).toEqual(new Set(covering));
      });
    }),
  );
});
