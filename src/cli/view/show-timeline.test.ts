import { expect, test } from 'vitest';
import { makeReading, type SampleArticle } from '../../../test/samples/make-reading.ts';
import type { Moment, Reading } from '../../reading/reading.ts';
import { displayWidth } from './display-width.ts';
import { painter } from './paint.ts';
import { placesIn } from './places-in.ts';
import { showTimeline } from './show-timeline.ts';

const view = { columns: 80, paint: painter(false) };

function momentOf(text: string, words: string, edtf: string | null, type: 'DATE' | 'DURATION' = 'DATE'): Moment {
  const start = text.indexOf(words);
  return {
    id: `mom_${start}`,
    start,
    end: start + words.length,
    text: words,
    edtf,
    earliest: edtf?.slice(0, 10) ?? null,
    latest: edtf?.slice(0, 10) ?? null,
    basis: 'relative:published',
    timex: { type, value: edtf ?? 'P2W', mod: null },
    known: {},
    implied: {},
    anchor: null,
    why: [],
  };
}

function readingOf(sample: SampleArticle, moments: readonly (readonly [string, string | null])[]): Reading {
  const reading = makeReading(sample);
  const { text } = reading;
  return {
    ...reading,
    sentences: reading.blocks.map(({ start, end }) => ({ start, end })),
    moments: moments.map(([words, edtf]) => momentOf(text, words, edtf)),
  };
}

const show = (reading: Reading): string =>
  showTimeline(reading, new Map(reading.statements.map(({ id }, i) => [id, i + 1])), placesIn(reading.blocks), view);

test('three clocks in one order, and what has no date counted', () => {
  const reading = readingOf(
    {
      article: { published: '2026-11-18T08:00:00Z' },
      blocks: [
        ['dateline', 'VELMAR, Nov. 18'],
        ['paragraph', 'The gates will open on Friday after two weeks of repairs and a good deal of talk about them.'],
        ['paragraph', '“They broke in May,” she said on Tuesday.'],
      ],
      statements: [{ cue: ['said'], content: ['“They broke in May,”'], kind: 'direct' }],
    },
    [
      ['Nov. 18', '2026-11-18'],
      ['Friday', '2026-11-20'],
      ['two weeks', null],
      ['May', '2026-05'],
      ['Tuesday', '2026-11-17'],
    ],
  );
  const [statement] = reading.statements;
  const told = {
    ...statement,
    said: {
      moment: reading.moments[4].id,
      edtf: '2026-11-17',
      basis: 'relative:published' as const,
      resolution: 'known' as const,
      why: [],
    },
  };
  expect(show({ ...reading, statements: [told] })).toMatchInlineSnapshot(`
    "Timeline
      2026-05                happened   “They broke in May,” she said on …        ¶2
      2026-11-17             said       statement 1: Tuesday                      ¶2
      2026-11-18             published
      2026-11-20             to come    The gates will open on Friday after two … ¶1
      and 1 without a date (lengths, “recently”): see --json"
  `);
});

test('no more than twelve, each within the columns', () => {
  const words = Array.from({ length: 14 }, (_, i) => `day${i}`);
  const reading = readingOf(
    { blocks: [['paragraph', words.map((word) => `${word} and a great many other words`).join(' ')]] },
    words.map((word, i) => [word, `2026-10-${10 + i}/2026-11-${10 + i}~`]),
  );
  const lines = show(reading).split('\n');
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toContain('2 more');
  expect(Math.max(...lines.map((line) => displayWidth(line)))).toBeLessThanOrEqual(80);
});

test('nothing where no date is named', () => {
  const sample: SampleArticle = { article: { published: '2026-11-18' }, blocks: [['paragraph', 'It took two weeks.']] };
  expect(show(readingOf(sample, [['two weeks', null]]))).toBe('');
});
