import { describe, expect, test } from 'vitest';
import { makeReading } from '../../test/samples/make-reading.ts';
import { calibrationOf, judgeStatements } from './calibration.ts';

describe('calibrationOf', () => {
  test('nothing judged is no error', () => {
    expect(calibrationOf([])).toEqual({ error: 0, bins: [] });
  });

  test('confidence that means what it says', () => {
    const judged = [0, 1, 2, 3].map((n) => [0.75, n < 3] as const);
    expect(calibrationOf(judged).error).toBeCloseTo(0);
  });

  test('bins are weighted by their statements, and 1 belongs to the last', () => {
    const { error, bins } = calibrationOf([
      [1, true],
      [0.95, false],
      [0.05, false],
    ]);
    expect(bins.map(({ from, statements }) => [from, statements])).toEqual([
      [0, 1],
      [0.9, 2],
    ]);
    expect(error).toBeCloseTo((0.05 + 2 * 0.475) / 3);
  });
});

describe('judgeStatements', () => {
  const text = 'Hatch said the port was closed. Rau denied that it was.';
  const span = (words: string) => [[text.indexOf(words), text.indexOf(words) + words.length] as const];
  const gold = {
    id: 'a',
    text,
    date: null,
    title: null,
    annotations: [
      {
        attributions: [
          { source: span('Hatch'), cue: span('said'), content: span('the port was closed') },
          { source: [], cue: span('denied'), content: span('that it was') },
        ],
      },
    ],
  };

  test.each([
    ['exact', { source: ['Hatch'], cue: ['said'], content: ['the port was closed'] }, true],
    ['half of the content', { source: ['Hatch'], content: ['the port'] }, true],
    ['less than half of the content', { source: ['Hatch'], content: ['the'] }, false],
    ['another source', { source: ['Rau'], content: ['the port was closed'] }, false],
    ['a source where gold has none', { source: ['Rau'], content: ['that it was'] }, false],
    ['no source where gold has none', { cue: ['denied'], content: ['that it was'] }, true],
  ])('%s', (_name, statement, isRight) => {
    const { statements } = makeReading({ blocks: [['paragraph', text]], statements: [statement] });
    expect(judgeStatements(gold, statements)).toEqual([[0.9, isRight]]);
  });

  test('one gold attribution makes one statement right; those within others and without content are not asked', () => {
    const { statements } = makeReading({
      blocks: [['paragraph', text]],
      statements: [
        { source: ['Hatch'], content: ['the port was'], confidence: 0.2 },
        { source: ['Hatch'], content: ['the port was closed'], confidence: 0.8 },
        { source: ['Hatch'], content: ['the port was closed'], parent: 1 },
        { source: ['Rau'], cue: ['denied'] },
      ],
    });
    expect(judgeStatements(gold, statements)).toEqual([
      [0.2, false],
      [0.8, true],
    ]);
  });
});
