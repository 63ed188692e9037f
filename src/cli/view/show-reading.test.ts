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
  actors: [
    { words: 'Milo Hatch', type: 'person', role: 'director; former captain', affiliation: 'port', aliases: ['Hatch'] },
    { words: 'The Coast Guard', name: 'Coast Guard', type: 'organization' },
    {
      words: 'The agency',
      type: 'unnamed',
      unnamedType: 'report',
      number: 'two',
      conditions: 'who asked not to be named because of the inquiry into the fire',
    },
    { words: 'Velmar', type: 'state', why: ['place speaks: stands for its government'] },
  ],
  statements: [
    {
      source: ['port'],
      cue: ['says'],
      content: ['Nine dead in Velmar harbour fire'],
      who: { resolution: 'uncertain', actors: [0, 1], why: ['2 it could mean'] },
    },
    {
      kind: 'direct',
      source: ['Milo Hatch, the director of the port and a former captain of the harbour fire brigade'],
      cue: ['said'],
      content: ['“Nobody was told to leave the pier. We had eleven minutes,”'],
      who: { resolution: 'known', actors: [0], why: ['named: Milo Hatch'] },
      why: ['cue tagged at 98 %', 'source joined to cue at 97 %'],
    },
    {
      kind: 'mixed',
      source: ['The Coast Guard'],
      cue: ['denied'],
      content: ['that “any order” had been given'],
      act: { speechAct: 'denied' },
      who: { resolution: 'known', actors: [1] },
    },
    {
      cue: ['reportedly'],
      content: ['It was', 'dark'],
      confidence: 0.31,
      sourceless: 'adverb',
      act: { certainty: 0.42, hedges: [[261, 271]] },
    },
    {
      source: ['The agency'],
      cue: ['quoted'],
      content: ['Hatch as saying the Coast Guard knew'],
      who: { resolution: 'known', actors: [2, 3] },
    },
    {
      source: ['Hatch'],
      cue: ['saying'],
      content: ['the Coast Guard knew'],
      parent: 4,
      who: { resolution: 'implied', actors: [0] },
    },
    { source: ['It'], cue: ['was'], content: ['dark'] },
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

         1  source     port: Milo Hatch or Coast Guard?               headline
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

        ?4  source     (none: left out by an adverb)                        ¶2
            cue        reportedly
            indirect ┊ It was … dark
            act        said · hedged: reportedly · certainty 0.4
            check      low confidence, 0.31

         5  source     The agency                                           ¶3
            cue        quoted
            indirect ┊ Hatch as saying the Coast Guard knew

         6  source     Hatch = Milo Hatch                                   ¶1
            cue        saying
            indirect ┊ the Coast Guard knew
            within     statement 5

         7  source     It: not known who                                    ¶1
            cue        was
            indirect ┊ dark

      Sources (4), with their statements
         2  Milo Hatch
            person · director; former captain · port · also Hatch
         1  Coast Guard
            organization
         1  The agency
            reports, unnamed · two
            who asked not to be named because of the inquiry into the fire
         1  Velmar
            state · place speaks: stands for its government

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

      7 statements: 1 direct, 5 indirect, 1 mixed · 4 sources, 1 unnamed · 2
      with an open source · 1 without a source · 1 to check · 2 blocks left
      out
      "
    `);
  });

  test('with reasons', () => {
    const lines = showReading(reading, { columns: 90, paint: painter(false), why: true }).split('\n');
    expect(lines.filter((line) => /^ +why/.test(line)).map((line) => line.trim())).toEqual([
      'why who    2 it could mean · Milo Hatch at 50 %, Coast Guard at 50 %',
      'why        cue tagged at 98 % · source joined to cue at 97 %',
      'why who    named: Milo Hatch',
    ]);
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

test('summarise counts kinds, sources, and what to check', () => {
  expect(summarise(reading)).toBe(
    '7 statements: 1 direct, 5 indirect, 1 mixed · 4 sources, 1 unnamed · 2 with an open source · 1 without a source · 1 to check · 2 blocks left out',
  );
});
