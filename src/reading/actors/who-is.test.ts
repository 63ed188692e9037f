import { describe, expect, test } from 'vitest';
import type { Actor, Source } from '../reading.ts';
import { namesOf, speakersOf, whoIs } from './who-is.ts';

const actor = (id: string, name: string): Actor => ({
  id,
  name,
  type: 'person',
  unnamedType: null,
  number: null,
  conditions: null,
  role: null,
  affiliation: null,
  aliases: [],
  mentions: [[0, 1]],
  why: [],
});
const actors = [actor('act_1', 'Reva Marsh'), actor('act_2', 'ministry')];
const source = (of: Partial<Source>): Source => ({
  spans: [[0, 3]],
  text: 'she',
  actor: null,
  resolution: 'known',
  candidates: [],
  why: [],
  ...of,
});
const candidates = [
  { actor: 'act_1', name: 'Reva Marsh', probability: 0.6 },
  { actor: 'act_2', name: 'ministry', probability: 0.4 },
];

describe('who a source is', () => {
  test.each<[string, Partial<Source>, ReturnType<typeof whoIs>]>([
    ['named in its own words', { text: 'Reva Marsh', actor: 'act_1' }, null],
    ['a pronoun', { actor: 'act_1', resolution: 'implied' }, { isSure: true, names: 'Reva Marsh' }],
    ['the same words with an article', { text: 'The ministry', actor: 'act_2', resolution: 'implied' }, null],
    [
      'joint',
      { actor: 'act_1', resolution: 'implied', candidates },
      { isSure: true, names: 'Reva Marsh and ministry' },
    ],
    ['open', { resolution: 'uncertain', candidates }, { isSure: false, names: 'Reva Marsh or ministry?' }],
    ['unknown', { resolution: 'none' }, { isSure: false, names: 'not known who' }],
  ])('%s', (_, of, expected) => {
    expect(whoIs(source(of), namesOf({ actors }))).toEqual(expected);
  });
});

test('sources come with their statements, the busiest first; open ones count for nobody', () => {
  const by = (of: Partial<Source>) => ({ source: source(of) }) as never;
  const speakers = speakersOf({
    actors,
    statements: [
      by({ actor: 'act_2' }),
      by({ actor: 'act_1' }),
      by({ actor: 'act_1' }),
      by({ resolution: 'uncertain', candidates }),
    ],
  });
  expect(speakers.map(({ actor: { name }, statements }) => [name, statements.length])).toEqual([
    ['Reva Marsh', 2],
    ['ministry', 1],
  ]);
});
