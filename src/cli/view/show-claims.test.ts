import { expect, test } from 'vitest';
import { makeReading } from '../../../test/samples/make-reading.ts';
import type { Claim, Slot } from '../../reading/claims/claim.ts';
import type { Reading } from '../../reading/reading.ts';
import { displayWidth } from './display-width.ts';
import { painter } from './paint.ts';
import { placesIn } from './places-in.ts';
import { showClaims } from './show-claims.ts';

const TEXT = 'At least 12 people were killed by the flood on Monday. The dam was not opened, the firm said.';

function slot(words: string): Slot {
  const start = TEXT.indexOf(words);
  return { spans: [[start, start + words.length]], text: words, actor: null };
}

const NONE: Omit<Claim, 'id' | 'in' | 'predicate'> = {
  ...{ subject: null, object: null, arguments: [], when: null, where: null, quantities: [], polarity: 'affirmed' },
  ...{ denied: false, modality: 'happened' },
};

function readingOf(copies = 1): Reading {
  const reading = makeReading({
    blocks: [['paragraph', TEXT]],
    statements: [{ source: ['the firm'], cue: ['said'], content: ['The dam was not opened'] }],
  });
  const [start, end] = [0, 'At least 12'.length];
  const killed: Claim = {
    ...NONE,
    id: 'clm_1',
    in: 'asrt_1',
    subject: slot('the flood'),
    predicate: { ...slot('killed'), lemma: 'kill', voice: 'passive' },
    object: slot('At least 12 people'),
    when: 'mom_1',
    quantities: [
      {
        ...{
          span: [start, end],
          text: 'At least 12',
          value: 12,
          least: 12,
          most: null,
          comparison: 'atLeast',
          unit: null,
        },
        counted: { spans: [[12, 18]], text: 'people', lemma: 'person' },
      },
    ],
  };
  const opened: Claim = {
    ...NONE,
    id: 'clm_2',
    in: reading.statements[0].id,
    predicate: { ...slot('opened'), lemma: 'open', voice: 'passive' },
    object: slot('The dam'),
    polarity: 'denied',
    denied: true,
    modality: 'possible',
  };
  const monday = { id: 'mom_1', ...slot('Monday') } as unknown as Reading['moments'][number];
  return { ...reading, moments: [monday], claims: [...Array.from({ length: copies }, () => killed), opened] };
}

const show = (reading: Reading, claims = false, columns = 80): string =>
  showClaims(reading, new Map(reading.statements.map(({ id }, i) => [id, i + 1])), placesIn(reading.blocks), {
    columns,
    paint: painter(false),
    claims,
  });

test('those with figures, and all where that is asked for', () => {
  expect(show(readingOf())).toMatchInlineSnapshot(`
    "Claims with figures (1 of 2 claims; see --claims)
      outlet        At least 12 people were killed by the flood · when: Monday    ¶1"
  `);
  expect(show(readingOf(), true)).toMatchInlineSnapshot(`
    "Claims (2)
      outlet        At least 12 people were killed by the flood · when: Monday    ¶1
      statement 1   The dam was not opened · not so · denied by the source ·      ¶1
                    possible"
  `);
});

test('no more than ten, each within the columns', () => {
  const lines = show(readingOf(14), false, 48).split('\n');
  expect(lines.filter((line) => line.includes('outlet'))).toHaveLength(10);
  expect(Math.max(...lines.map((line) => displayWidth(line)))).toBeLessThanOrEqual(48);
});

test('nothing where nothing is claimed', () => {
  expect(show({ ...readingOf(), claims: [] }, true)).toBe('');
});
