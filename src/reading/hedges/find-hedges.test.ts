import { expect, test } from 'vitest';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import { createHedgeFinder } from './find-hedges.ts';

function hedgesIn(tagged: string): string[] {
  const lexicon = new Lexicon();
  const document = makeTagged(lexicon, tagged);
  const spans = createHedgeFinder(lexicon)(document.tokens!, 0, document.tokens!.length);
  return spans.map(([start, end]) => document.text.slice(start, end));
}

test.each<[string, string[]]>([
  ['They_PRP may_MD have_VB left_VBN ._.', ['may']],
  ['It_PRP could_MD have_VB failed_VBN ._.', ['could']],
  ['The_DT cable_NN could_MD be_VB rusty_JJ ._.', ['could']],
  ['About_RB 400_CD people_NNS fled_VBD ._.', ['About']],
  ['around_RB $_$ 4_CD million_CD', ['around']],
  ['nearly_RB half_PDT of_IN them_PRP', ['nearly']],
  ['almost_RB a_DT dozen_NN boats_NNS', ['almost']],
  ['nearly_RB all_DT of_IN them_PRP', ['nearly']],
  ['some_DT 400_CD metres_NNS', ['some']],
  ['up_IN to_IN 30_CD boats_NNS', ['up to']],
  ['as_RB many_JJ as_IN twelve_CD', ['as many as']],
  ['It_PRP appeared_VBD to_TO tilt_VB ._.', ['appeared to']],
  ['The_DT alleged_VBN thief_NN ran_VBD ._.', ['alleged']],
  ['She_PRP reportedly_RB apparently_RB left_VBD ._.', ['reportedly', 'apparently']],
  ['He_PRP is_VBZ believed_VBN to_TO be_VB abroad_RB ._.', ['is believed']],
  ['The_DT reports_NNS remain_VBP unconfirmed_JJ ._.', ['unconfirmed']],
  ['Possible_JJ causes_NNS', ['Possible']],
])('hedges: %s', (tagged, hedges) => {
  expect(hedgesIn(tagged)).toEqual(hedges);
});

test.each([
  'They_PRP met_VBD in_IN May_NNP ._.',
  'May_NNP resigned_VBD ._.',
  'You_PRP may_MD republish_VB it_PRP ._.',
  'She_PRP could_MD not_RB say_VB ._.',
  "No_DT one_NN could_MD +n't_RB ._.",
  'The_DT pier_NN could_MD be_VB seen_VBN ._.',
  'We_PRP could_MD hear_VB it_PRP ._.',
  'Questions_NNS about_IN the_DT inquiry_NN',
  'They_PRP stood_VBD around_IN him_PRP ._.',
  'They_PRP almost_RB left_VBD ._.',
  'some_DT of_IN the_DT boats_NNS',
  'some_DT two_CD boats_NNS',
  'He_PRP appeared_VBD in_IN court_NN ._.',
  'She_PRP looked_VBD up_RB to_IN him_PRP ._.',
  'where_WRB possible_JJ ._.',
  'the_DT suspected_VBD',
  'The_DT mighty_JJ river_NN',
])('none: %s', (tagged) => {
  expect(hedgesIn(tagged)).toEqual([]);
});
