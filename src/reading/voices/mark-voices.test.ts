import { expect, test } from 'vitest';
import { makeAttributions, type SampleRoles } from '../../../test/samples/make-attributions.ts';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import { createVoiceMarker, tokensOf } from './mark-voices.ts';

const LETTERS = ['o', 's', 'c', 'm', 'S', 'Q'];

function voicesOf(tagged: string, roles: readonly SampleRoles[] = []): string {
  const lexicon = new Lexicon();
  const document = makeTagged(lexicon, tagged);
  document.statements = makeAttributions(document.text, roles);
  createVoiceMarker(lexicon)(document);
  return Array.from(document.voices!, (voice) => LETTERS[voice]).join('');
}

test.each<[string, string, SampleRoles[]]>([
  ['It_PRP sank_VBD ._.', 'ooo', []],
  ['It_PRP sank_VBD ,_, Ames_NNP said_VBD ._.', 'SSosco', [['Ames', 'said', 'It sank']]],
  ["A_DT “_`` safe_JJ ”_'' boat_NN", 'ommmo', []],
  ["“_`` It_PRP sank_VBD ”_'' ,_, ran_VBD the_DT line_NN", 'QQQQoooo', []],
  ["“_`` a_DT b_NN c_NN d_NN e_NN f_NN g_NN h_NN ”_'' here_RB", 'QQQQQQQQQQo', []],
  [
    'Ames_NNP said_VBD Bell_NNP denied_VBD it_PRP ._.',
    'scSSSo',
    [
      ['Bell', 'denied', 'it'],
      ['Ames', 'said', 'Bell denied it'],
    ],
  ],
])('%s: %s', (tagged, voices, roles) => {
  expect(voicesOf(tagged, roles)).toBe(voices);
});

test.each<[[number, number], [number, number]]>([
  [
    [0, 2],
    [0, 1],
  ],
  [
    [3, 7],
    [1, 2],
  ],
  [
    [0, 9],
    [0, 3],
  ],
  [
    [2, 3],
    [1, 1],
  ],
])('the span %j covers the tokens %j', (span, tokens) => {
  expect(tokensOf(makeTagged(new Lexicon(), 'It_PRP sank_VBD ._.').tokens!, span)).toEqual(tokens);
});
