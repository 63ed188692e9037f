import { describe, expect, it, test } from 'vitest';
import { makeReading, type SampleArticle } from '../../../test/samples/make-reading.ts';
import type { Moment, MomentBasis, Reading } from '../../reading/reading.ts';
import { byTime, type TimelineClock, timelineOf } from './timeline.ts';
import { timelineCsv } from './timeline-csv.ts';

type Type = 'DATE' | 'TIME' | 'DURATION' | 'SET';

interface Time {
  readonly words: string;
  readonly edtf: string | null;
  readonly type?: Type | 'interval';
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly basis?: MomentBasis;
}

function momentOf(text: string, { words, edtf, type = 'DATE', earliest = edtf, latest = edtf, basis }: Time): Moment {
  const start = text.indexOf(words);
  return {
    ...{ id: `mom_${start}_${words.length}`, start, end: start + words.length, text: words, edtf, earliest, latest },
    basis: basis ?? 'explicit',
    timex: type === 'interval' ? null : { type, value: edtf ?? 'PXD', mod: null },
    ...{ known: {}, implied: {}, anchor: null, why: [] },
  };
}

function readingOf(sample: SampleArticle, times: readonly Time[]): Reading {
  const reading = makeReading({ article: { published: '2026-11-18T08:00:00Z', outlet: 'The Herald' }, ...sample });
  const sentences = reading.blocks.map(({ start, end }) => ({ start, end }));
  return { ...reading, sentences, moments: times.map((time) => momentOf(reading.text, time)) };
}

const show = (reading: Reading, clock: TimelineClock): string[] =>
  timelineOf(reading)
    .filter((entry) => entry.clock === clock)
    .map(({ earliest, latest, time, voice, isToCome }) =>
      [
        earliest,
        latest,
        time?.text ?? '-',
        voice.statement === null ? 'outlet' : voice.words,
        ...(isToCome ? ['to come'] : []),
      ].join(' '),
    );

const SAID: SampleArticle = {
  blocks: [
    ['paragraph', 'The gates open on Friday.'],
    ['paragraph', '“They broke in May,” she said on Tuesday.'],
    ['paragraph', 'He said no more.'],
  ],
  statements: [
    { source: ['she'], cue: ['said'], content: ['“They broke in May,”'], kind: 'direct' },
    { source: ['He'], cue: ['said'], content: ['no more'] },
  ],
};

function saidReading(): Reading {
  const reading = readingOf(SAID, [
    { words: 'Friday', edtf: '2026-11-20' },
    { words: 'May', edtf: '2026-05', earliest: '2026-05-01', latest: '2026-05-31' },
    { words: 'Tuesday', edtf: '2026-11-17' },
  ]);
  const [first, ...others] = reading.statements;
  const said = {
    moment: reading.moments[2].id,
    edtf: '2026-11-17',
    basis: 'explicit',
    resolution: 'known',
    why: [],
  } as const;
  return { ...reading, statements: [{ ...first, said }, ...others] };
}

describe('the three clocks', () => {
  it('are kept apart, with whose words each time is in', () => {
    const reading = saidReading();
    expect(show(reading, 'happened')).toEqual([
      '2026-05-01 2026-05-31 May she',
      '2026-11-20 2026-11-20 Friday outlet to come',
    ]);
    expect(show(reading, 'published')).toEqual(['2026-11-18 2026-11-18 - outlet']);
  });

  it('keep statements of which no time is told, last', () => {
    expect(show(saidReading(), 'said')).toEqual(['2026-11-17 2026-11-17 Tuesday she', '  - He']);
  });
});

describe('what happened', () => {
  it.each<[what: string, text: string, times: readonly Time[], shown: readonly string[]]>([
    [
      'an interval stands in the place of its ends',
      'It sank between Monday and Tuesday.',
      [
        {
          words: 'between Monday and Tuesday',
          edtf: '2026-11-16/2026-11-17',
          type: 'interval',
          earliest: '2026-11-16',
          latest: '2026-11-17',
        },
        { words: 'Monday', edtf: '2026-11-16' },
        { words: 'Tuesday', edtf: '2026-11-17' },
      ],
      ['2026-11-16 2026-11-17 between Monday and Tuesday outlet'],
    ],
    [
      'a time of day holds the day behind it',
      'It sank at 9:52 p.m. on Monday.',
      [
        { words: '9:52 p.m.', edtf: '2026-11-16T21:52:00', type: 'TIME' },
        { words: 'Monday', edtf: '2026-11-16' },
      ],
      ['2026-11-16T21:52:00 2026-11-16T21:52:00 9:52 p.m. outlet'],
    ],
    [
      'lengths and customs are none, but what is counted from an event is',
      'It took two days, every Monday, and three days after the vote.',
      [
        { words: 'two days', edtf: null, type: 'DURATION', basis: 'context' },
        { words: 'every Monday', edtf: null, type: 'SET', basis: 'context' },
        { words: 'three days', edtf: null, type: 'DURATION', basis: 'relative:event' },
      ],
      ['  three days outlet'],
    ],
    [
      'a dateline tells of nothing that happened',
      'PELGARD, Nov. 17 (Corvane) — It sank on Monday.',
      [
        { words: 'Nov. 17', edtf: '2026-11-17' },
        { words: 'Monday', edtf: '2026-11-16' },
      ],
      ['2026-11-16 2026-11-16 Monday outlet'],
    ],
  ])('%s', (_, text, times, shown) => {
    expect(show(readingOf({ blocks: [['paragraph', text]] }, times), 'happened')).toEqual(shown);
  });

  it('stands in order of its first day, what is only known to end then by that, what has no date last', () => {
    const entry = (earliest: string | null, latest: string | null) => ({
      ...timelineOf(readingOf({ blocks: [['paragraph', 'It sank.']] }, []))[0],
      ...{ earliest, latest },
    });
    const sorted = [
      entry(null, null),
      entry('2026-11-18', null),
      entry(null, '2026-11-17'),
      entry('2026-11-16', '2026-11-20'),
    ].sort(byTime);
    expect(sorted.map(({ earliest, latest }) => [earliest, latest])).toEqual([
      ['2026-11-16', '2026-11-20'],
      [null, '2026-11-17'],
      ['2026-11-18', null],
      [null, null],
    ]);
  });
});

test('CSV has a row an entry, quotes what must be, and lets no cell be a formula', () => {
  const [entry] = timelineOf(
    readingOf({ blocks: [['paragraph', 'It sank on Monday.']] }, [{ words: 'Monday', edtf: '2026-11-16' }]),
  );
  const article = { id: '=cmd', title: 'A "quoted", title', outlet: null, published: null };
  const [head, row, end] = timelineCsv([{ ...entry, article, place: '¶1' }]).split('\r\n');
  expect(head.split(',')).toHaveLength(21);
  expect(row).toBe(
    'happened,2026-11-16,2026-11-16,2026-11-16,explicit,,Monday,It sank on Monday.,outlet,The Herald,The Herald,,mom_11_6,¶1,0,18,\'=cmd,"A ""quoted"", title",,,',
  );
  expect(end).toBe('');
});
