import { describe, expect, it, test } from 'vitest';
import { makeAttribution } from '../../../test/samples/make-attribution.ts';
import { makeParsed } from '../../../test/samples/make-parsed.ts';
import { sampleLemmas } from '../../../test/samples/sample-lemmas.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Act, Identity, ReadDocument } from '../reading.ts';
import { createAnchorReader } from './read-anchors.ts';
import { createMomentReader } from './read-moments.ts';

const PUBLISHED = '2026-11-18';
const PLAIN: Act = {
  speechAct: 'said',
  stance: 'neutral',
  negated: false,
  hypothetical: false,
  hedges: [],
  certainty: 1,
};

interface Told {
  /** "source | cue | content". */
  readonly roles: string;
  readonly actor?: string;
  readonly act?: Partial<Act>;
}

function read(parsed: string, told: readonly Told[] = []): ReadDocument {
  const lexicon = new Lexicon();
  const document: ReadDocument = { ...makeParsed(lexicon, parsed), published: PUBLISHED };
  document.statements = told.map(({ roles }, n) => makeAttribution(document, `stmt_${n + 1}`, roles));
  document.acts = told.map(({ act }) => ({ ...PLAIN, ...act }));
  document.sources = told.map(({ actor }): Identity | null =>
    actor === undefined ? null : { actor, resolution: 'known', candidates: [], why: [] },
  );
  createMomentReader(lexicon)(document);
  createAnchorReader(sampleLemmas(lexicon))(document);
  return document;
}

const saidIn = (parsed: string, told: readonly Told[]): (string | null)[] =>
  read(parsed, told).said!.map((said) => said && `${said.edtf} ${said.resolution}`);

const MONDAY = '2026-11-16';

describe('when something was said', () => {
  it.each<[what: string, parsed: string, told: readonly Told[], said: readonly (string | null)[]]>([
    [
      'on the occasion',
      'In_IN_case_3 a_DT_det_3 statement_NN_obl_8 on_IN_case_5 Monday_NNP_nmod_3 ,_,_punct_3 Ames_NNP_nsubj_8 said_VBD_root_0 it_PRP_nsubj_10 sank_VBD_ccomp_8 ._._punct_8',
      [{ roles: 'Ames | said | it sank' }],
      [`${MONDAY} known`],
    ],
    [
      'on the cue before it, whose speaker it shares',
      'Ames_NNP_nsubj_2 said_VBD_root_0 on_IN_case_4 Monday_NNP_obl_2 it_PRP_nsubj_6 sank_VBD_ccomp_2 and_CC_cc_8 warned_VBD_conj_2 of_IN_case_10 more_JJR_obl_8 ._._punct_2',
      [{ roles: 'Ames | said | it sank' }, { roles: 'Ames | warned | of more' }],
      [`${MONDAY} known`, `${MONDAY} known`],
    ],
    [
      'not by a time of what is criticised',
      'Ames_NNP_nsubj_2 criticised_VBD_root_0 Monday_NNP_nmod:poss_5 +’s_POS_case_3 speech_NN_obj_2 ._._punct_2',
      [{ roles: 'Ames | criticised | Monday’s speech' }],
      [null],
    ],
    [
      'not ahead of a meeting',
      'Before_IN_case_4 Monday_NNP_nmod:poss_4 +’s_POS_case_2 meeting_NN_obl_7 ,_,_punct_4 Ames_NNP_nsubj_7 said_VBD_root_0 it_PRP_nsubj_9 sank_VBD_ccomp_7 ._._punct_7',
      [{ roles: 'Ames | said | it sank' }],
      [null],
    ],
    [
      'not by a time within what is said',
      'Ames_NNP_nsubj_2 said_VBD_root_0 it_PRP_nsubj_4 sank_VBD_ccomp_2 on_IN_case_6 Monday_NNP_obl_2 ._._punct_2',
      [{ roles: 'Ames | said | it sank on Monday' }],
      [null],
    ],
    [
      'by a document that came out then',
      'A_DT_det_2 report_NN_nsubj_6 published_VBN_acl_2 on_IN_case_5 Monday_NNP_obl_3 says_VBZ_root_0 it_PRP_nsubj_8 sank_VBD_ccomp_6 ._._punct_6',
      [{ roles: 'A report published on Monday | says | it sank' }],
      [`${MONDAY} known`],
    ],
  ])('%s', (_, parsed, told, said) => expect(saidIn(parsed, told)).toEqual(said));

  const first =
    'Ames_NNP_nsubj_2 said_VBD_root_0 on_IN_case_4 Monday_NNP_obl_2 it_PRP_nsubj_6 sank_VBD_ccomp_2 ._._punct_2';
  const more = 'She_PRP_nsubj_2 added_VBD_root_0 they_PRP_nsubj_4 left_VBD_ccomp_2 ._._punct_2';
  const ames: Told = { roles: 'Ames | said | it sank', actor: 'act_1' };
  const she: Told = { roles: 'She | added | they left', actor: 'act_1' };

  test.each<[what: string, join: string, told: readonly Told[], said: string | null]>([
    ['goes on in the same paragraph', ' | ', [ames, she], `${MONDAY} implied`],
    ['goes on in the next paragraph with "added"', ' || ', [ames, she], `${MONDAY} implied`],
    ['ends with another source', ' | ', [ames, { ...she, actor: 'act_2' }], null],
    ['ends where the source is open', ' | ', [ames, { roles: she.roles }], null],
    ['is no belief', ' | ', [ames, { ...she, act: { speechAct: 'thought' } }], null],
    ['is nothing that was not said', ' | ', [ames, { ...she, act: { negated: true } }], null],
    ['begins with nothing that is yet to be said', ' | ', [{ ...ames, act: { hypothetical: true } }, she], null],
  ])('%s', (_, join, told, said) => expect(saidIn(`${first}${join}${more}`, told)[1]).toBe(said));

  test('does not go on over a paragraph of others', () => {
    const other = 'It_PRP_nsubj_2 rained_VBD_root_0 ._._punct_2';
    expect(saidIn(`${first} || ${other} || ${more}`, [ames, she])[1]).toBeNull();
  });
});

describe('what a moment hangs on', () => {
  it('is an act of saying, or the word that tells what happened', () => {
    const { moments, text } = read(
      'Ames_NNP_nsubj_2 said_VBD_root_0 on_IN_case_4 Monday_NNP_obl_2 it_PRP_nsubj_6 sank_VBD_ccomp_2 on_IN_case_8 Sunday_NNP_obl_6 ._._punct_2',
      [{ roles: 'Ames | said | it sank on Sunday' }],
    );
    const anchors = moments!.map(
      ({ anchor }) => anchor && [anchor.kind, text.slice(...anchor.spans[0]), anchor.statement],
    );
    expect(anchors).toEqual([
      ['saying', 'said', 'stmt_1'],
      ['event', 'sank', null],
    ]);
  });

  const dated = 'The_DT_det_2 boats_NNS_nsubj_3 collided_VBD_root_0 on_IN_case_5 Monday_NNP_obl_3 ._._punct_3';
  const held =
    'The_DT_det_2 collision_NN_nsubj:pass_4 was_VBD_aux:pass_4 held_VBN_root_0 on_IN_case_6 Monday_NNP_obl_4 ._._punct_4';
  const again = 'The_DT_det_2 boats_NNS_nsubj_3 collided_VBD_root_0 on_IN_case_5 Tuesday_NNP_obl_3 ._._punct_3';
  const leaving = (length: string, side = 'after'): string =>
    `He_PRP_nsubj_2 left_VBD_root_0 ${length} ${side}_IN_case_7 the_DT_det_7 collision_NN_obl_2 ._._punct_2`;
  const days = 'two_CD_nummod_4 days_NNS_obl:unmarked_2';
  const hours = 'two_CD_nummod_4 hours_NNS_obl:unmarked_2';

  it.each([
    ['days after what a verb dates', `${dated} | ${leaving(days)}`, '2026-11-18', 'relative:event'],
    ['days after what its taking place dates', `${held} | ${leaving(days)}`, '2026-11-18', 'relative:event'],
    ['days before', `${dated} | ${leaving(days, 'before')}`, '2026-11-14', 'relative:event'],
    ['hours, which may run over midnight', `${dated} | ${leaving(hours)}`, '[2026-11-16,2026-11-17]', 'relative:event'],
    ['an event without a date', leaving(days), null, 'relative:event'],
    [
      'an event with two dates, of which none is guessed',
      `${dated} | ${again} | ${leaving(days)}`,
      null,
      'relative:event',
    ],
    [
      'a length beside no event',
      `${dated} | He_PRP_nsubj_2 stayed_VBD_root_0 two_CD_nummod_4 days_NNS_obl:unmarked_2 ._._punct_2`,
      null,
      'context',
    ],
  ])('%s', (_, parsed, edtf, basis) => {
    const moment = read(parsed).moments!.findLast(({ timex }) => timex?.type === 'DURATION')!;
    expect([moment.edtf, moment.basis]).toEqual([edtf, basis]);
  });
});
