import { describe, expect, test } from 'vitest';
import { readText } from './read-text.ts';

function read(source: string): string[] {
  const { text, blocks } = readText(source);
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

const LONG =
  'The harbour ferry sank off Port Marlo on Monday night with forty-one people aboard, the coast guard said in a statement that it sent out on Tuesday.';

describe('readText', () => {
  test.each([
    [
      'the head of a wire report',
      `Ferry sinks off Port Marlo\nBy Ines Korv\n17 November 2026\n\n${LONG}\n\n(Reporting by Ines Korv; Editing by Tor Wael)\n`,
      [
        'headline: Ferry sinks off Port Marlo',
        'byline: By Ines Korv',
        'dateline: 17 November 2026',
        `paragraph: ${LONG}`,
        'credit: (Reporting by Ines Korv; Editing by Tor Wael)',
      ],
    ],
    ['one paragraph a line', `${LONG}\n${LONG}\n`, [`paragraph: ${LONG}`, `paragraph: ${LONG}`]],
    [
      'short lines that each end a sentence',
      'One came home.\nTwo were found.\nThree are lost at sea, it seems now.\nSo it was.',
      [
        'paragraph: One came home.',
        'paragraph: Two were found.',
        'paragraph: Three are lost at sea, it seems now.',
        'paragraph: So it was.',
      ],
    ],
    [
      'hard-wrapped lines',
      'The harbour ferry sank off Port Marlo on Monday\nnight with forty-one people aboard, the coast\nguard said.\n\nNobody was hurt.',
      [
        'paragraph: The harbour ferry sank off Port Marlo on Monday night with forty-one people aboard, the coast guard said.',
        'paragraph: Nobody was hurt.',
      ],
    ],
    [
      'a short last line ends a wrapped paragraph',
      'The harbour ferry sank off Port Marlo on Monday\nnight, they said.\nDivers from the island of Osk searched the wreck\nuntil dawn.',
      [
        'paragraph: The harbour ferry sank off Port Marlo on Monday night, they said.',
        'paragraph: Divers from the island of Osk searched the wreck until dawn.',
      ],
    ],
    [
      'a dateline at the start of a paragraph is part of it',
      `PORT MARLO, Osk (Northwire) - ${LONG}`,
      [`paragraph: PORT MARLO, Osk (Northwire) - ${LONG}`],
    ],
    [
      'a dateline that stands alone',
      `PORT MARLO (Northwire) -\n\n${LONG}`,
      ['dateline: PORT MARLO (Northwire) -', `paragraph: ${LONG}`],
    ],
    ['a first sentence is no headline', `${LONG}\n\nMore.`, [`paragraph: ${LONG}`, 'paragraph: More.']],
    ['an underlined headline', `Ferry sinks\n===========\n\n${LONG}`, ['headline: Ferry sinks', `paragraph: ${LONG}`]],
    [
      'Windows and old Mac line breaks',
      'One.\r\n\r\nTwo.\r\rThree.',
      ['paragraph: One.', 'paragraph: Two.', 'paragraph: Three.'],
    ],
    ['one line', 'He left', ['paragraph: He left']],
    ['white space', ' \n\t\n ', []],
  ])('%s', (_, source, expected) => {
    expect(read(source)).toEqual(expected);
  });
});
