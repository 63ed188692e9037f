import { describe, expect, test } from 'vitest';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { findTokens, groundOf } from '../../../test/samples/read-sample-actors.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import { readDescription } from './read-description.ts';

function read(tagged: string, names: readonly string[] = []) {
  const lexicon = new Lexicon();
  const document = makeTagged(lexicon, tagged);
  document.names = names.map((words) => ({
    ...findTokens(document, words),
    type: 'place' as const,
    probability: 1,
    parent: null,
  }));
  const ground = groundOf(document, lexicon);
  const found = readDescription(ground, 0, document.tokens!.length);
  return (
    found && {
      head: ground.form(found.head),
      kind: found.kind,
      number: found.number && ground.textOf(found.number),
      role: ground.textOf(found.role),
      affiliation: found.affiliation && ground.textOf(found.affiliation),
      whole: found.whole && ground.textOf(found.whole),
      phrase: ground.textOf(found),
      isPlural: found.isPlural,
    }
  );
}

describe('readDescription', () => {
  test.each([
    [
      "An_DT official_NN at_IN St._NNP Barbara_NNP +'s_POS hospital_NN in_IN Mirova_NNP",
      { head: 'official', kind: 'official', number: 'An', affiliation: "St. Barbara's hospital in Mirova" },
    ],
    [
      'Two_CD Western_JJ diplomats_NNS briefed_VBN on_IN it_PRP',
      { kind: 'diplomat', number: 'Two', affiliation: 'Western', phrase: 'Two Western diplomats', isPlural: true },
    ],
    [
      'foreign_JJ ministry_NN spokeswoman_NN',
      { role: 'spokeswoman', affiliation: 'foreign ministry', kind: 'official' },
    ],
    ['Hydrovel_NNP spokesman_NN', { role: 'spokesman', affiliation: 'Hydrovel' }],
    ["Lagune_NNP +'s_POS managing_NN director_NN", { role: 'managing director', affiliation: 'Lagune' }],
    ['its_PRP$ general_JJ secretary_NN', { role: 'general secretary', affiliation: 'its', kind: 'official' }],
    [
      'the_DT deputy_NN medical_JJ director_NN of_IN the_DT hospital_NN',
      { role: 'deputy medical director', affiliation: 'hospital' },
    ],
    ['minister_NN of_IN health_NN', { role: 'minister of health', affiliation: null }],
    [
      "the_DT opposition_NN +'s_POS spokesman_NN on_IN energy_NN",
      { role: 'spokesman on energy', affiliation: 'opposition' },
    ],
    ['a_DT 19_CD -_HYPH year_NN -_HYPH old_JJ student_NN', { role: 'student', number: 'a', kind: 'other' }],
    [
      'A_DT person_NN familiar_JJ with_IN the_DT records_NNS',
      { kind: 'familiar', affiliation: null, phrase: 'A person familiar with the records' },
    ],
    ['A_DT source_NN close_JJ to_IN the_DT premier_NN', { kind: 'familiar', phrase: 'A source close to the premier' }],
    ['people_NNS with_IN knowledge_NN of_IN the_DT talks_NNS', { kind: 'familiar', isPlural: true }],
    ['a_DT diplomatic_JJ source_NN', { kind: 'diplomat' }],
    ['a_DT hospital_NN source_NN', { kind: 'other', affiliation: 'hospital' }],
    ['one_CD of_IN them_PRP', { number: 'one', whole: 'them', kind: undefined }],
    ['one_CD of_IN the_DT diplomats_NNS', { number: 'one', whole: 'the diplomats', kind: 'diplomat' }],
    ['dozens_NNS of_IN residents_NNS', { number: 'dozens of', whole: null, kind: 'resident' }],
    ['several_JJ officials_NNS', { number: 'several', kind: 'official' }],
    ['none_NN of_IN them_PRP', { kind: 'nobody' }],
    ['One_CD local_NN', { number: 'One', kind: 'resident' }],
    ['one_CD', { kind: 'other', number: null }],
    ['another_DT', { kind: 'other' }],
    ['reports_NNS', { kind: 'report' }],
    ['local_JJ media_NNS', { kind: 'report' }],
    ['media_NNS reports_NNS', { kind: 'report' }],
    ['two_CD reports_NNS', { kind: 'document' }],
    ['the_DT newspaper_NN', { kind: 'medium' }],
    ['some_DT websites_NNS', { kind: 'report' }],
    ['the_DT news_NN agency_NN', { kind: 'medium' }],
    ['the_DT group_NN', { kind: 'body', number: null }],
    ['posts_NNS on_IN an_DT account_NN', { kind: 'account', head: 'posts' }],
  ] as const)('%s', (tagged, expected) => {
    expect(read(tagged)).toMatchObject(expected);
  });

  test('a name may hold a conjunction', () => {
    expect(read('a_DT clerk_NN at_IN Health_NNP and_CC Welfare_NNP', ['Health and Welfare'])).toMatchObject({
      affiliation: 'Health and Welfare',
    });
  });

  test.each(['said_VBD the_DT', 'the_DT', 'and_CC', '"_`` No_UH'])('no noun phrase begins with %s', (tagged) => {
    expect(read(tagged)).toBeUndefined();
  });
});
