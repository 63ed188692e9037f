import { describe, expect, test } from 'vitest';
import { makeFacts, makeParsed } from '../../../test/samples/make-parsed.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { nameUses } from './name-uses.ts';

/** What "Gradna", taken for a person's name, is by the words of a text. */
function useOf(parsed: string): string | undefined {
  const lexicon = new Lexicon();
  const document = makeParsed(lexicon, parsed, { Gradna: 'person', 'Petr Gradna': 'person', Velmoran: 'group' });
  return nameUses(document, makeFacts(lexicon, { agency: 'body', company: 'body' })).get('gradna');
}

const PERSON = 'Gradna_NNP_nsubj_2 spoke_VBD_root_0';

describe('nameUses', () => {
  test.each([
    ['a dam', 'The_DT_det_3 Gradna_NNP_compound_3 dam_NN_root_0', 'place'],
    ['a ministry', "Gradna_NNP_nmod:poss_4 +'s_POS_case_1 energy_NN_compound_4 ministry_NN_root_0", 'place'],
    ['a dateline', 'GRADNA_NNP_nsubj_4 ,_,_punct_1 Velmora_NNP_appos_1 —_:_root_0', 'place'],
    ['in it', 'It_PRP_nsubj_2 rained_VBD_root_0 in_IN_case_4 Gradna_NNP_obl_2', 'place'],
    ['a hospital', "St._NNP_root_0 Gradna_NNP_flat_1 +'s_POS_case_2 hospital_NN_dep_1", 'place'],
    ['a people', 'Gradnan_JJ_amod_2 police_NNS_root_0', 'place'],
    ['an agency', 'the_DT_det_2 agency_NN_root_0 Gradna_NNP_appos_2', 'organization'],
    [
      'a company behind it',
      'Gradna_NNP_root_0 ,_,_punct_5 a_DT_det_5 state_NN_compound_5 company_NN_appos_1',
      'organization',
    ],
    ['an agency of a dateline', '(_-LRB-_punct_2 Gradna_NNP_root_0 )_-RRB-_punct_2 -_:_punct_2', 'organization'],
    ['a ferry', 'the_DT_det_2 ferry_NN_root_0 Gradna_NNP_appos_2', 'other'],
    ['nothing', PERSON, undefined],
    ['a house in his', "in_IN_case_4 Gradna_NNP_nmod:poss_4 +'s_POS_case_2 house_NN_root_0", undefined],
  ])('of %s', (_, text, use) => {
    expect(useOf(`${PERSON} | ${text}`)).toBe(use);
  });

  test('a place that was taken for a body; a body stays one', () => {
    const lexicon = new Lexicon();
    const read = (words: string): string | undefined =>
      nameUses(makeParsed(lexicon, words, { Gradna: 'organization' }), makeFacts(lexicon, {})).get('gradna');
    expect(read('The_DT_det_3 Gradna_NNP_compound_3 dam_NN_root_0 | Gradna_NNP_root_0')).toBe('place');
    expect(read('It_PRP_nsubj_2 rained_VBD_root_0 in_IN_case_4 Gradna_NNP_obl_2')).toBeUndefined();
  });

  test('a hospital by its saint, in one name', () => {
    const lexicon = new Lexicon();
    const text = "St_NNP_nmod:poss_4 Barbara_NNP_flat_1 +'s_POS_case_1 hospital_NN_root_0";
    const document = makeParsed(lexicon, text, { 'St Barbara': 'person' });
    expect(nameUses(document, makeFacts(lexicon, {})).get('st barbara')).toBe('place');
  });

  test('a person by the full name or a title is left alone', () => {
    const dam = 'The_DT_det_3 Gradna_NNP_compound_3 dam_NN_root_0';
    expect(useOf(`${dam} | ${PERSON}`)).toBe('place');
    expect(useOf(`${dam} | ${PERSON} | Petr_NNP_nsubj_3 Gradna_NNP_flat_1 left_VBD_root_0`)).toBeUndefined();
    expect(useOf(`${dam} | ${PERSON} | Mr_NNP_nsubj_3 Gradna_NNP_flat_1 left_VBD_root_0`)).toBeUndefined();
  });
});
