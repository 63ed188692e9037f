import { describe, expect, test } from 'vitest';
import { makeReading } from '../../../test/samples/make-reading.ts';
import { displayWidth } from './display-width.ts';
import { painter } from './paint.ts';
import { showReading, summarise } from './show-reading.ts';

const reading = makeReading({
  article: {
    title: 'Nine dead in Velmar harbour fire, port says',
    outlet: 'The Velmar Courier',
    byline: 'Ana Prokic',
    published: '2026-03-02',
    modified: '2026-03-03',
    url: 'https://courier.example/harbour',
  },
  blocks: [
    ['headline', 'Nine dead in Velmar harbour fire, port says'],
    [
      'paragraph',
      '“Nobody was told to leave the pier. We had eleven minutes,” said Milo Hatch, the director of the port and a former captain of the harbour fire brigade.',
    ],
    ['paragraph', 'The Coast Guard denied that “any order” had been given. It was reportedly dark.'],
    ['paragraph', 'The agency quoted Hatch as saying the Coast Guard knew.'],
  ],
  statements: [
    { source: ['port'], cue: ['says'], content: ['Nine dead in Velmar harbour fire'] },
    {
      kind: 'direct',
      source: ['Milo Hatch, the director of the port and a former captain of the harbour fire brigade'],
      cue: ['said'],
      content: ['“Nobody was told to leave the pier. We had eleven minutes,”'],
    },
    {
      kind: 'mixed',
      source: ['The Coast Guard'],
      cue: ['denied'],
      content: ['that “any order” had been given'],
      act: { speechAct: 'denied' },
    },
    {
      cue: ['reportedly'],
      content: ['It was', 'dark'],
      confidence: 0.31,
      act: { certainty: 0.42, hedges: [[261, 271]] },
    },
    { source: ['The agency'], cue: ['quoted'], content: ['Hatch as saying the Coast Guard knew'] },
    { source: ['Hatch'], cue: ['saying'], content: ['the Coast Guard knew'], parent: 4 },
  ],
  sides: [['Coast Guard', 'denied that “any order” had been given']],
  assertions: [
    ['The agency quoted Hatch', 0.2],
    ['Nine dead in Velmar harbour fire', 0.81, 0],
  ],
  wording: [['denied', 'did not confirm']],
  leftOut: [
    { reason: 'advertisement', text: 'Subscribe now' },
    {
      reason: 'link list',
      text: 'Read also: Port budget cut for the third year in a row as the council votes on the new pier',
    },
  ],
  warnings: [{ code: 'W_SHORT', message: 'The text is short for an article.' }],
});

describe('showReading', () => {
  test('plain, 72 columns', () => {
    expect(`\n${showReading(reading, { columns: 72, paint: painter(false) })}\n`).toMatchInlineSnapshot(`
      "
      Nine dead in Velmar harbour fire, port says
      The Velmar Courier · Ana Prokic · published 2026-03-02 · modified
      2026-03-03 · 60 words
      https://courier.example/harbour

         1  source     port                                           headline
            cue        says
            indirect ┊ Nine dead in Velmar harbour fire

         2  source     Milo Hatch, the director of the port and a former    ¶1
                       captain of the harbour fire brigade
            cue        said
            direct   ┃ “Nobody was told to leave the pier. We had eleven
                     ┃ minutes,”

         3  source     The Coast Guard                                      ¶2
            cue        denied
            mixed    ╏ that “any order” had been given
            act        denied

        ?4  source     (none)                                               ¶2
            cue        reportedly
            indirect ┊ It was … dark
            act        said · hedged: reportedly · certainty 0.4
            check      low confidence, 0.31

         5  source     The agency                                           ¶3
            cue        quoted
            indirect ┊ Hatch as saying the Coast Guard knew

         6  source     Hatch                                                ¶1
            cue        saying
            indirect ┊ the Coast Guard knew
            within     statement 5

      Approached, no answer
        Coast Guard: denied that “any order” had been given

      In the outlet’s own voice (2), most worth checking first
        0.81  Nine dead in Velmar harbour fire                        headline
              also in statement 1
        0.20  The agency quoted Hatch                                       ¶3

      Loaded words, and a plainer one
        denied → did not confirm: is a sample (¶2)

      Left out
        advertisement (1)
          Subscribe now
        link list (1)
          Read also: Port budget cut for the third year in a row as the …

      Warnings
        The text is short for an article. (W_SHORT)

      6 statements: 1 direct, 4 indirect, 1 mixed · 5 sources as worded · 1
      without a source · 1 to check · 2 blocks left out
      "
    `);
  });

  test('colour adds codes and nothing else', () => {
    const plain = showReading(reading, { columns: 60, paint: painter(false) });
    const coloured = showReading(reading, { columns: 60, paint: painter(true) });
    expect(coloured).not.toBe(plain);
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  test.each([40, 57, 80, 100])('no line is wider than %i columns', (columns) => {
    for (const line of showReading(reading, { columns, paint: painter(false) }).split('\n')) {
      expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  test('an article without statements, title or blocks says so', () => {
    const empty = makeReading({ blocks: [['paragraph', 'Nothing.']] });
    expect(showReading(empty, { columns: 80, paint: painter(false) })).toBe(
      'sample\n1 word\n\nNo statements found · 0 blocks left out',
    );
  });

  test('an article cannot steer the terminal', () => {
    const hostile = makeReading({
      article: { title: 'A\u001b]0;owned\u0007' },
      blocks: [['paragraph', 'It\u001b[2J said no.']],
      statements: [{ source: ['It\u001b[2J'], cue: ['said'], content: ['no'] }],
    });
    expect(showReading(hostile, { columns: 80, paint: painter(false) })).not.toMatch(/[\u001b\u0007]/);
  });
});

test('summarise counts kinds, sources as worded, and what to check', () => {
  expect(summarise(reading)).toBe(
    '6 statements: 1 direct, 4 indirect, 1 mixed · 5 sources as worded · 1 without a source · 1 to check · 2 blocks left out',
  );
});
