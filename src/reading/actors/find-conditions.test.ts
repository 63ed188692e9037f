import { describe, expect, test } from 'vitest';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { groundOf } from '../../../test/samples/read-sample-actors.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import { ConditionFinder } from './find-conditions.ts';

function conditionsIn(tagged: string): [words: string, owner: string][] {
  const lexicon = new Lexicon();
  const ground = groundOf(makeTagged(lexicon, tagged), lexicon);
  return new ConditionFinder(lexicon)
    .find(ground)
    .map(({ words, owner }) => [ground.textOf(words), ground.textOf(owner)]);
}

describe('ConditionFinder', () => {
  test.each([
    [
      'An_DT official_NN ,_, who_WP was_VBD not_RB authorised_VBN to_TO speak_VB publicly_RB ,_, said_VBD so_RB ._.',
      'who was not authorised to speak publicly',
      'An official',
    ],
    [
      'The_DT official_NN spoke_VBD on_IN condition_NN of_IN anonymity_NN because_IN staff_NN were_VBD told_VBN not_RB to_TO ._.',
      'spoke on condition of anonymity because staff were told not to',
      'The official',
    ],
    [
      'said_VBD the_DT aide_NN ,_, who_WP spoke_VBD on_IN condition_NN of_IN anonymity_NN ._.',
      'who spoke on condition of anonymity',
      'the aide',
    ],
    ['The_DT official_NN asked_VBD not_RB to_TO be_VB named_VBN ._.', 'asked not to be named', 'The official'],
    [
      'A_DT man_NN who_WP declined_VBD to_TO be_VB identified_VBN said_VBD no_UH ._.',
      'who declined to be identified',
      'A man',
    ],
    [
      'A_DT villager_NN in_IN Harsel_NNP ,_, who_WP gave_VBD only_RB his_PRP$ first_JJ name_NN ,_, said_VBD so_RB ._.',
      'who gave only his first name',
      'A villager in Harsel',
    ],
    [
      'The_DT aide_NN said_VBD it_PRP ,_, speaking_VBG on_IN condition_NN of_IN anonymity_NN ._.',
      'speaking on condition of anonymity',
      'The aide',
    ],
    [
      'Two_CD officials_NNS said_VBD on_IN condition_NN of_IN anonymity_NN ._.',
      'on condition of anonymity',
      'Two officials',
    ],
    [
      'The_DT engineer_NN ,_, whom_WP we_PRP are_VBP not_RB naming_VBG ,_, agreed_VBD ._.',
      'whom we are not naming',
      'The engineer',
    ],
  ])('%s', (tagged, words, owner) => {
    expect(conditionsIn(tagged)).toEqual([[words, owner]]);
  });

  test.each([
    'The_DT victims_NNS were_VBD not_RB named_VBN ._.',
    'The_DT ferry_NN was_VBD named_VBN after_IN her_PRP ._.',
    'He_PRP was_VBD not_RB allowed_VBN to_TO leave_VB ._.',
    'He_PRP gave_VBD his_PRP$ name_NN ._.',
    'The_DT minister_NN was_VBD authorised_VBN to_TO speak_VB ._.',
    'In_IN the_DT name_NN of_IN peace_NN ._.',
    'Anonymity_NN ._.',
    'name_NN',
  ])('none in: %s', (tagged) => {
    expect(conditionsIn(tagged)).toEqual([]);
  });
});
