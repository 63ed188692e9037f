import { expect, test } from 'vitest';
import type { DatedEntry } from '../../export/timeline/timeline-csv.ts';
import { displayWidth } from './display-width.ts';
import { painter } from './paint.ts';
import { showTimelineTable } from './show-timeline-table.ts';

const TEXT = 'The ferry sank between late on Monday and early on Tuesday, off a bank that no chart of the river shows.';

function entryOf(given: Partial<DatedEntry>): DatedEntry {
  return {
    ...{ clock: 'happened', edtf: '2026-11-16', earliest: '2026-11-16', latest: '2026-11-16', basis: 'explicit' },
    ...{ resolution: null, moment: 'mom_1', time: { start: 15, end: 58, text: TEXT.slice(15, 58) } },
    sentence: { start: 0, end: TEXT.length, text: TEXT },
    voice: { statement: null, words: 'The Herald', actor: null, name: 'The Herald' },
    isToCome: false,
    isRejected: false,
    article: { id: 'a', title: 'A ferry sinks', outlet: 'The Herald', published: '2026-11-18T08:00:00Z' },
    place: '¶1',
    ...given,
  };
}

const ENTRIES = [
  entryOf({ edtf: '2026-11-16/2026-11-17', latest: '2026-11-17' }),
  entryOf({ edtf: '2026-11-17T21:52:00', earliest: '2026-11-17T21:52:00', latest: '2026-11-17T21:52:00' }),
  entryOf({ edtf: '2026-11-17?', latest: null }),
  entryOf({
    resolution: 'implied',
    voice: { statement: 'stmt_1', words: 'she', actor: 'act_1', name: 'Ada Lund' },
    isToCome: true,
  }),
  entryOf({ edtf: null, earliest: null, latest: null }),
];

test('intervals, times, open ends, whose words; what has no date last', () => {
  expect(showTimelineTable(ENTRIES, 'happened', { columns: 80, paint: painter(false) })).toMatchInlineSnapshot(`
    "2026-11-16 – 2026-11-17  The ferry sank between late on Monday and early on
                             Tuesday, off a bank that no chart of the river …
                             outlet · The Herald, 2026-11-18 ¶1
    2026-11-17 21:52         The ferry sank between late on Monday and early on
                             Tuesday, off a bank that no chart of the river …
                             outlet · The Herald, 2026-11-18 ¶1
    from 2026-11-16?         The ferry sank between late on Monday and early on
                             Tuesday, off a bank that no chart of the river …
                             outlet · The Herald, 2026-11-18 ¶1
    2026-11-16               The ferry sank between late on Monday and early on
                             Tuesday, off a bank that no chart of the river …
                             she = Ada Lund · (goes on) · to come · The Herald,
                             2026-11-18 ¶1
    Without a date (1)
      The ferry sank between late on Monday and early on Tuesday, off a bank that no
      chart of the river …
      outlet · The Herald, 2026-11-18 ¶1"
  `);
});

test('keeps within narrow columns', () => {
  const lines = showTimelineTable(ENTRIES, 'happened', { columns: 44, paint: painter(false) }).split('\n');
  expect(Math.max(...lines.map((line) => displayWidth(line)))).toBeLessThanOrEqual(44);
});

test('says so where nothing is found', () => {
  expect(showTimelineTable([], 'said', { columns: 80, paint: painter(false) })).toBe(
    'No times found on this clock (said).',
  );
});

test('what was rejected is marked, and words that are cut end in dots', () => {
  const said = entryOf({
    clock: 'said',
    time: null,
    isRejected: true,
    sentence: { start: 0, end: 180, text: `${TEXT} ${TEXT}` },
  });
  expect(
    showTimelineTable([said], 'said', { columns: 80, paint: painter(false) })
      .split('\n')
      .slice(1),
  ).toEqual([
    '                         Tuesday, off a bank that no chart of the river shows. …',
    '                         outlet · rejected · The Herald, 2026-11-18 ¶1',
  ]);
});
