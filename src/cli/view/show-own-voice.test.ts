import { describe, expect, test } from 'vitest';
import { makeReading } from '../../../test/samples/make-reading.ts';
import { painter } from './paint.ts';
import { placesIn } from './places-in.ts';
import { showAssertions, showWording } from './show-own-voice.ts';

const view = { columns: 60, paint: painter(false) };

describe('showAssertions', () => {
  test('the most worth checking first, and no more than six', () => {
    const words = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh'];
    const reading = makeReading({
      blocks: [['paragraph', words.join(' ')]],
      assertions: words.map((word, i) => [word, i / 10] as const),
    });
    const lines = showAssertions(reading, new Map(), placesIn(reading.blocks), view).split('\n');
    expect(lines.map((line) => line.trim().split(/\s+/).slice(0, 2).join(' '))).toEqual([
      'In the',
      ...['0.70 hh', '0.60 gg', '0.50 ff', '0.40 ee', '0.30 dd', '0.20 cc'],
      'and 2',
    ]);
  });

  test('hedges, and a statement on the same', () => {
    const reading = makeReading({ blocks: [['paragraph', 'It may sink.']], assertions: [['It may sink', 0.5]] });
    const [assertion] = reading.assertions;
    const hedged = { ...reading, assertions: [{ ...assertion, hedges: [[3, 6] as const], sourced: 'stmt_1' }] };
    expect(showAssertions(hedged, new Map([['stmt_1', 4]]), placesIn(reading.blocks), view)).toContain(
      'hedged: may · also in statement 4',
    );
    expect(showAssertions(hedged, new Map(), placesIn(reading.blocks), view)).not.toContain('statement');
  });

  test('nothing where there are none', () => {
    const reading = makeReading({ blocks: [['paragraph', 'No.']] });
    expect(showAssertions(reading, new Map(), placesIn(reading.blocks), view)).toBe('');
    expect(showWording(reading, placesIn(reading.blocks), view)).toBe('');
  });
});

test('a loaded word that comes again is shown once, with every place', () => {
  const reading = makeReading({
    blocks: [
      ['headline', 'Regime falls'],
      ['paragraph', 'The regime fell.'],
    ],
    wording: [
      ['Regime', 'government'],
      ['regime', 'government'],
    ],
  });
  expect(showWording(reading, placesIn(reading.blocks), view).split('\n').slice(1)).toEqual([
    '  Regime → government: is a sample (headline, ¶1)',
  ]);
});
