import { describe, expect, test } from 'vitest';
import { makeAttributions, type SampleRoles } from '../../../test/samples/make-attributions.ts';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { LOADED_WORDS, type LoadedWord } from '../../language/en/loaded-words.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { BlockKind } from '../../text/document.ts';
import { createVoiceMarker } from '../voices/mark-voices.ts';
import { createWordingFinder, layOver } from './find-wording.ts';

function wordingIn(
  tagged: string,
  { roles = [], kinds = [], own = [] }: { roles?: SampleRoles[]; kinds?: BlockKind[]; own?: LoadedWord[] } = {},
): string[] {
  const lexicon = new Lexicon();
  const document = makeTagged(lexicon, tagged, kinds);
  document.statements = makeAttributions(document.text, roles);
  createVoiceMarker(lexicon)(document);
  createWordingFinder(lexicon, own)(document);
  return document.wording!.map(({ text, plainer }) => `${text} > ${plainer}`);
}

describe('found', () => {
  test.each([
    ['Farkas_NNP slammed_VBD the_DT report_NN ._.', 'slammed > criticised'],
    ['Critics_NNS slam_VBP it_PRP ._.', 'slam > criticise'],
    ['She_PRP lashes_VBZ out_RP at_IN them_PRP ._.', 'lashes out at > criticises'],
    ['The_DT regimes_NNS fell_VBD ._.', 'regimes > governments'],
    ['He_PRP dodged_VBD questions_NNS ._.', 'dodged > did not answer'],
    ['A_DT brutal_JJ attack_NN', 'brutal > violent'],
    ['a_DT hard_JJ -_HYPH line_NN party_NN', 'hard - line > strict'],
    ['They_PRP claimed_VBD that_IN it_PRP sank_VBD ._.', 'claimed > said'],
  ])('%s', (tagged, wording) => {
    expect(wordingIn(tagged)).toEqual([wording]);
  });

  test('a cue, which is the outlet’s own word', () => {
    const roles: SampleRoles[] = [['They', 'claimed', 'it was a massacre']];
    expect(wordingIn('They_PRP claimed_VBD it_PRP was_VBD a_DT massacre_NN ._.', { roles })).toEqual([
      'claimed > said',
    ]);
  });

  test('with its place and reason', () => {
    const lexicon = new Lexicon();
    const document = makeTagged(lexicon, 'The_DT regime_NN fell_VBD ._.');
    createVoiceMarker(lexicon)(document);
    createWordingFinder(lexicon, [])(document);
    expect(document.wording).toEqual([
      { start: 4, end: 10, text: 'regime', plainer: 'government', reason: 'denies a government its legitimacy' },
    ]);
  });
});

describe('not found', () => {
  test.each([
    'The_DT door_NN slammed_VBD shut_JJ ._.',
    'A_DT grand_JJ slam_NN',
    'A_DT strict_JJ training_NN regime_NN',
    'They_PRP claimed_VBD responsibility_NN ._.',
    'The_DT storm_NN claimed_VBD 12_CD lives_NNS ._.',
    'She_PRP was_VBD admitted_VBN to_IN hospital_NN ._.',
    "A_DT “_`` regime_NN ”_'' fell_VBD ._.",
    'The_DT Regime_NNP Museum_NNP',
    'at_IN the_DT Regime_NNP',
    'They_PRP hit_VBD the_DT wall_NN ._.',
    'a_DT brutalist_JJ church_NN',
  ])('%s', (tagged) => {
    expect(wordingIn(tagged)).toEqual([]);
  });

  test('in the words of others', () => {
    const roles: SampleRoles[] = [['Ames', 'said', 'the regime fell']];
    expect(wordingIn('Ames_NNP said_VBD the_DT regime_NN fell_VBD ._.', { roles })).toEqual([]);
  });

  test.each<BlockKind>(['quotation', 'byline', 'credit'])('in a block of the kind %s', (kind) => {
    expect(wordingIn('The_DT regime_NN fell_VBD ._.', { kinds: [kind] })).toEqual([]);
  });
});

const entry = (word: string, plainer: string): LoadedWord => ({
  word,
  part: 'noun',
  plainer,
  reason: 'ours',
  except: [],
});

describe("a reader's own list", () => {
  test('adds, replaces and takes out', () => {
    const tagged = 'The_DT regime_NN ,_, the_DT junta_NN and_CC the_DT blob_NN met_VBD ._.';
    const own = [entry('regime', ''), entry('junta', 'army council'), entry('blob', 'civil service')];
    expect(wordingIn(tagged, { own })).toEqual(['junta > army council', 'blob > civil service']);
  });

  test('leaves another part of speech as it is', () => {
    const verbs = layOver(LOADED_WORDS, [entry('claim', '')]).filter(({ word }) => word === 'claim');
    expect(verbs.map(({ part }) => part)).toEqual(['verb']);
  });
});

describe('the list that comes with Hearsay', () => {
  test('has words, plainer words and reasons, no entry twice', () => {
    expect(LOADED_WORDS.length).toBeGreaterThanOrEqual(120);
    for (const { word, plainer, reason } of LOADED_WORDS) {
      expect(word).toMatch(/^[a-z][a-z -]+$/);
      expect(plainer).not.toBe('');
      expect(plainer).not.toBe(word);
      expect(reason.split(' ').length).toBeGreaterThanOrEqual(2);
    }
    const keys = LOADED_WORDS.map(({ word, part }) => `${word} ${part}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
