import { expect, test } from 'vitest';
import { makeAttributions, type SampleRoles } from '../../../test/samples/make-attributions.ts';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import { createSourceFinder, stemOf } from './find-sourced.ts';

/** Whether the first sentence is sourced by the content of the second, which Ames says. */
function sourced(assertion: string, content: string, source: string | null = 'Ames'): string | null {
  const lexicon = new Lexicon();
  const document = makeTagged(lexicon, `${assertion} | Ames_NNP said_VBD ${content}`);
  const roles: SampleRoles = [source, 'said', content.replaceAll(/_\S+/g, '')];
  document.statements = makeAttributions(document.text, [roles]);
  const clause = { first: 0, last: document.sentences!.last[0] };
  return createSourceFinder(lexicon)(document, [clause])[0];
}

test.each([
  ['Twelve_CD people_NNS died_VBD ._.', '12_CD died_VBD there_RB'],
  ['The_DT toll_NN is_VBZ 12_CD ._.', 'a_DT toll_NN of_IN twelve_CD'],
  ['Hydrovel_NNP opened_VBD the_DT gates_NNS ._.', 'that_IN Hydrovel_NNP opens_VBZ gates_NNS'],
])('sourced: %s by: %s', (assertion, content) => {
  expect(sourced(assertion, content)).toBe('stmt_0');
});

test.each([
  ['Twelve_CD people_NNS died_VBD ._.', '17_CD died_VBD there_RB'],
  ['Two_CD died_VBD ._.', 'two_CD left_VBD'],
  ['Hydrovel_NNP opened_VBD the_DT gates_NNS ._.', 'that_IN Hydrovel_NNP is_VBZ rich_JJ'],
  ['Hydrovel_NNP closed_VBD an_DT old_JJ dam_NN in_IN Velmora_NNP ._.', 'Hydrovel_NNP in_IN Velmora_NNP'],
  ['People_NNS said_VBD this_DT year_NN ._.', 'people_NNS said_VBD this_DT year_NN'],
])('not sourced: %s by: %s', (assertion, content) => {
  expect(sourced(assertion, content)).toBeNull();
});

test('a statement without a source sources nothing', () => {
  expect(sourced('Twelve_CD people_NNS died_VBD ._.', '12_CD died_VBD there_RB', null)).toBeNull();
});

test.each([
  ['died', 'dies'],
  ['killings', 'killed'],
  ['countries', 'country'],
  ['stopped', 'stops'],
  ['opening', 'opened'],
])('%s and %s have one stem', (a, b) => {
  expect(stemOf(a)).toBe(stemOf(b));
});

test.each([
  ['gate', 'gates', true],
  ['gate', 'gale', false],
  ['ship', 'shop', false],
])('%s and %s: one stem is %s', (a, b, same) => {
  expect(stemOf(a) === stemOf(b)).toBe(same);
});
