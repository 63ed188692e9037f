import { describe, expect, test } from 'vitest';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { findTokens, groundOf } from '../../../test/samples/read-sample-actors.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import { readRoles } from './read-roles.ts';

function rolesOf(tagged: string, name: string, others: readonly string[] = []): (string | null)[][] {
  const lexicon = new Lexicon();
  const document = makeTagged(lexicon, tagged);
  document.names = [name, ...others].map((words, i) => ({
    ...findTokens(document, words),
    type: i === 0 ? ('person' as const) : ('organization' as const),
    probability: 1,
    parent: null,
  }));
  const ground = groundOf(document, lexicon);
  return readRoles(ground, findTokens(document, name)).map(({ role, affiliation }) => [
    role && ground.textOf(role),
    affiliation && ground.textOf(affiliation),
  ]);
}

describe('readRoles', () => {
  test.each<[string, (string | null)[][]]>([
    ['Colonel_NNP Ames_NNP said_VBD so_RB ._.', [['Colonel', null]]],
    ['Ketrian_JJ Transport_NNP Minister_NNP Ames_NNP blamed_VBD it_PRP', [['Transport Minister', 'Ketrian']]],
    ['said_VBD foreign_JJ ministry_NN spokeswoman_NN Ames_NNP ._.', [['spokeswoman', 'foreign ministry']]],
    ['Dr._NNP Ames_NNP left_VBD ._.', []],
    ['Ames_NNP ,_, a_DT spokesman_NN for_IN the_DT force_NN ,_, said_VBD', [['spokesman', 'force']]],
    ['Ames_NNP ,_, 34_CD ,_, a_DT teacher_NN who_WP was_VBD there_RB ,_,', [['teacher', null]]],
    ['Ames_NNP ,_, the_DT director_NN of_IN the_DT port_NN ,_,', [['director', 'port']]],
    ['Ames_NNP ,_, transport_NN minister_NN', [['transport minister', null]]],
    ['Ames_NNP of_IN the_DT border_NN police_NN said_VBD', [[null, 'border police']]],
    ['Ames_NNP ,_, for_IN the_DT company_NN ,_,', [[null, 'company']]],
    ['A_DT company_NN spokesman_NN ,_, Ames_NNP ,_, denied_VBD it_PRP', [['spokesman', 'company']]],
    [
      'The_DT vicar_NN ,_, Father_NNP Ames_NNP ,_, believes_VBZ',
      [
        ['vicar', null],
        ['Father', null],
      ],
    ],
    ['Ames_NNP is_VBZ the_DT mayor_NN ._.', [['mayor', null]]],
    [
      'Colonel_NNP Ames_NNP ,_, a_DT spokesman_NN for_IN the_DT force_NN ,_,',
      [
        ['Colonel', null],
        ['spokesman', 'force'],
      ],
    ],
  ])('%s', (tagged, roles) => {
    expect(rolesOf(tagged, 'Ames')).toEqual(roles);
  });

  test('a possessor that is a name', () => {
    expect(
      rolesOf("Lagune_NNP +'s_POS managing_NN director_NN ,_, Ames_NNP ,_, denied_VBD", 'Ames', ['Lagune']),
    ).toEqual([['managing director', 'Lagune']]);
  });

  test.each([
    'Ames_NNP ,_, a_DT river_NN town_NN ,_, flooded_VBD',
    'Ames_NNP ,_, a_DT doctor_NN and_CC two_CD nurses_NNS left_VBD',
    'It_PRP sank_VBD off_IN Ames_NNP ,_, an_DT official_NN told_VBD us_PRP ._.',
    'Ames_NNP ,_, who_WP left_VBD ,_, said_VBD',
    'of_IN the_DT storm_NN Ames_NNP said_VBD little_JJ',
    'Ames_NNP is_VBZ happy_JJ ._.',
    'Ames_NNP is_VBZ a_DT hard_JJ man_NN ._.',
    '"_`` Ames_NNP is_VBZ the_DT mayor_NN ._. "_\'\'',
    'Ames_NNP of_IN all_DT people_NNS ._.',
    'After_IN the_DT vote_NN ,_, Ames_NNP left_VBD ._.',
  ])('none in: %s', (tagged) => {
    expect(rolesOf(tagged, 'Ames')).toEqual([]);
  });
});
