import { expect, it } from 'vitest';
import { makeAttribution } from '../../../test/samples/make-attribution.ts';
import { makeParsed } from '../../../test/samples/make-parsed.ts';
import { makePlace } from '../../../test/samples/make-place.ts';
import { sampleLemmas } from '../../../test/samples/sample-lemmas.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { BlockKind } from '../../text/document.ts';
import { createAnchorReader } from '../moments/read-anchors.ts';
import { createMomentReader } from '../moments/read-moments.ts';
import type { Act, ReadDocument } from '../reading.ts';
import { createClaimReader } from './read-claims.ts';

interface Said {
  /** "source | cue | content". */
  readonly roles: string;
  readonly act: Partial<Act>;
}

const PLAIN: Act = {
  speechAct: 'said',
  stance: 'neutral',
  negated: false,
  hypothetical: false,
  hedges: [],
  certainty: 1,
};

/** The document with its claims; what no statement holds is asserted. */
function read(parsed: string, said?: Said, kind: BlockKind = 'paragraph'): ReadDocument {
  const lexicon = new Lexicon();
  const document = makeParsed(lexicon, parsed, {}, [kind]);
  const { text } = document;
  document.statements = said ? [makeAttribution(document, 'stmt_1', said.roles)] : [];
  document.acts = said ? [{ ...PLAIN, ...said.act }] : [];
  document.sources = said ? [null] : [];
  document.assertions = said ? [] : [{ id: 'asrt_1', start: 0, end: text.length, hedges: [], check: 0, sourced: null }];
  const at = text.indexOf('Velden');
  document.places = at < 0 ? [] : [makePlace({ id: 'plc_1', start: at, end: at + 6, text: 'Velden' })];
  createMomentReader(lexicon)(document);
  createAnchorReader(sampleLemmas(lexicon))(document);
  createClaimReader(lexicon, sampleLemmas(lexicon))(document);
  return document;
}

/** Claims as lines: "[not] [denied] modality: subject | predicate | object; …". */
function claimsIn(parsed: string, said?: Said, kind?: BlockKind): string[] {
  const { claims, moments } = read(parsed, said, kind);
  return claims!.map((claim) => {
    const marks = [
      claim.modality,
      ...(claim.polarity === 'denied' ? ['not'] : []),
      ...(claim.denied ? ['denied'] : []),
    ];
    const rest = [
      ...claim.arguments.map(({ relation, text }) => `${relation} ${text}`),
      ...(claim.when === null ? [] : [`when ${moments!.find(({ id }) => id === claim.when)!.text}`]),
      ...(claim.where === null ? [] : ['where Velden']),
      ...claim.quantities.map(({ value }) => `count ${value}`),
    ];
    const slots = [claim.subject?.text ?? '-', claim.predicate.lemma, claim.object?.text ?? '-'].join(' | ');
    return [`${marks.join(' ')}: ${slots}`, ...rest].join('; ');
  });
}

it.each<[what: string, parsed: string, claims: readonly string[]]>([
  [
    'coordinated clauses with quantities of their own',
    'Twelve_CD_nummod_2 people_NNS_nsubj_3 died_VBD_root_0 and_CC_cc_7 30_CD_nsubj:pass_7 were_VBD_aux:pass_7 injured_VBN_conj_3 ._._punct_3',
    ['happened: Twelve people | die | -; count 12', 'happened: - | injure | 30; count 30'],
  ],
  [
    'a passive, turned',
    'The_DT_det_2 mill_NN_nsubj:pass_4 was_VBD_aux:pass_4 closed_VBN_root_0 by_IN_case_7 the_DT_det_7 owner_NN_obl:agent_4 ._._punct_4',
    ['happened: the owner | close | The mill'],
  ],
  [
    'a copula, negated',
    'The_DT_det_2 search_NN_nsubj_5 is_VBZ_cop_5 not_RB_advmod_5 over_JJ_root_0 ._._punct_5',
    ['happened not: The search | be | over'],
  ],
  [
    'a verb that governs another',
    'The_DT_det_2 firm_NN_nsubj_3 plans_VBZ_root_0 to_TO_mark_5 open_VB_xcomp_3 two_CD_nummod_7 gates_NNS_obj_5 ._._punct_3',
    ['planned: The firm | open | two gates; count 2'],
  ],
  [
    'one of failing',
    'The_DT_det_2 crew_NN_nsubj_3 failed_VBD_root_0 to_TO_mark_5 close_VB_xcomp_3 it_PRP_obj_5 ._._punct_3',
    ['happened not: The crew | close | it'],
  ],
  [
    'what must be and what may be',
    'They_PRP_nsubj_3 must_MD_aux_3 leave_VB_root_0 and_CC_cc_7 it_PRP_nsubj_7 may_MD_aux_7 sink_VB_conj_3 ._._punct_3',
    ['obliged: They | leave | -', 'possible: it | sink | -'],
  ],
  [
    'a condition, which claims nothing, and makes the rest possible',
    'If_IN_mark_3 gates_NNS_nsubj_3 fail_VBP_advcl_6 it_PRP_nsubj_6 will_MD_aux_6 sink_VB_root_0 ._._punct_6',
    ['possible: it | sink | -'],
  ],
  [
    'nobody',
    'No_DT_det_2 one_NN_nsubj:pass_4 was_VBD_aux:pass_4 hurt_VBN_root_0 ._._punct_4',
    ['happened not: - | hurt | No one; count 0'],
  ],
  [
    'a relative clause by its noun',
    'The_DT_det_2 barge_NN_nsubj_8 ,_,_punct_5 which_WDT_nsubj_5 carried_VBD_acl:relcl_2 sand_NN_obj_5 ,_,_punct_2 sank_VBD_root_0 ._._punct_8',
    ['happened: The barge | carry | sand', 'happened: The barge | sink | -'],
  ],
  [
    'two objects',
    'She_PRP_nsubj_2 gave_VBD_root_0 the_DT_det_4 board_NN_obj_2 three_CD_nummod_6 letters_NNS_obj_2 ._._punct_2',
    ['happened: She | give | three letters; recipient the board; count 3'],
  ],
  [
    'time and place',
    'It_PRP_nsubj_2 sank_VBD_root_0 near_IN_case_4 Velden_NNP_obl_2 on_IN_case_6 Monday_NNP_obl_2 ._._punct_2',
    ['happened: It | sink | -; when Monday; where Velden'],
  ],
  [
    'a time that stands before two verbs',
    'On_IN_case_2 Monday_NNP_obl_4 they_PRP_nsubj_4 left_VBD_root_0 and_CC_cc_6 closed_VBD_conj_4 it_PRP_obj_6 ._._punct_4',
    ['happened: they | left | -; when Monday', 'happened: they | close | it; when Monday'],
  ],
  [
    'a range that the parse took for a way',
    'It_PRP_nsubj_2 damaged_VBD_root_0 30_CD_nummod_5 to_IN_case_5 40_CD_nummod_6 houses_NNS_obj_2 ._._punct_2',
    ['happened: It | damage | 30 to 40 houses; count null'],
  ],
])('reads %s', (_, parsed, claims) => expect(claimsIn(parsed)).toEqual(claims));

it('reads the verbs of a headline', () => {
  expect(claimsIn('12_CD_root_0 killed_VBN_acl_1 in_IN_case_4 Velden_NNP_obl_2', undefined, 'headline')).toEqual([
    'happened: - | kill | 12; where Velden; count 12',
  ]);
  expect(claimsIn('Court_NN_root_0 to_TO_mark_3 hear_VB_acl_1 case_NN_obj_3', undefined, 'headline')).toEqual([
    'planned: Court | hear | case',
  ]);
});

it('marks what the source of a denial denies, and keeps the polarity of the words', () => {
  const denied = 'Ames_NNP_nsubj_2 denied_VBD_root_0 that_IN_mark_5 it_PRP_nsubj_5 sank_VBD_ccomp_2 ._._punct_2';
  const roles = 'Ames | denied | that it sank';
  expect(claimsIn(denied, { roles, act: { speechAct: 'denied' } })).toEqual(['happened denied: it | sink | -']);
  // "said that it was false" is a denial too, but denies nothing of what it says.
  const said = denied.replace('denied', 'said');
  expect(claimsIn(said, { roles: 'Ames | said | that it sank', act: { speechAct: 'denied' } })).toEqual([
    'happened: it | sink | -',
  ]);
});

it('takes the modality of what is asked, promised and demanded from the act', () => {
  const asked = 'Ames_NNP_nsubj_2 asked_VBD_root_0 whether_IN_mark_5 it_PRP_nsubj_5 sank_VBD_ccomp_2 ._._punct_2';
  const roles = 'Ames | asked | whether it sank';
  expect(claimsIn(asked, { roles, act: { speechAct: 'asked' } })).toEqual(['possible: it | sink | -']);
  const promised = 'Ames_NNP_nsubj_2 promised_VBD_root_0 to_TO_mark_4 close_VB_xcomp_2 it_PRP_obj_4 ._._punct_2';
  expect(claimsIn(promised, { roles: 'Ames | promised | to close it', act: { speechAct: 'promised' } })).toEqual([
    'planned: Ames | close | it',
  ]);
});

it('reads a content that is told in a noun', () => {
  const parsed =
    'Ames_NNP_nsubj_2 denied_VBD_root_0 the_DT_det_4 killing_NN_obj_2 of_IN_case_7 12_CD_nummod_7 men_NNS_nmod_4 ._._punct_2';
  const roles = 'Ames | denied | the killing of 12 men';
  expect(claimsIn(parsed, { roles, act: { speechAct: 'denied' } })).toEqual([
    'happened denied: - | kill | -; of 12 men; count 12',
  ]);
});

it.each<[what: string, word: (n: number) => string]>([
  ['verbs that hang on one', (n) => (n === 0 ? 'sank_VBD_root_0' : 'sank_VBD_conj_1')],
  ['numbers that hang on one', (n) => (n === 0 ? 'sank_VBD_root_0' : '12_CD_obl_1')],
  ['a chain of names', (n) => (n === 0 ? 'sank_VBD_root_0' : `it_PRP_nmod_${Math.max(1, n % 100 === 1 ? 1 : n)}`)],
])('reads %s in linear time', (_, word) => {
  const time = (count: number): number => {
    const began = performance.now();
    read(Array.from({ length: count }, (_, n) => word(n)).join(' '));
    return performance.now() - began;
  };
  time(500);
  const [small, large] = [time(500), time(5000)];
  // Ten times the text: a quadratic reading would take a hundred times as long.
  expect(large).toBeLessThan(40 * small + 300);
});

it('never takes the time of the saying for that of what is said', () => {
  const parsed =
    'Ames_NNP_nsubj_2 said_VBD_root_0 on_IN_case_4 Monday_NNP_obl_2 it_PRP_nsubj_6 sank_VBD_ccomp_2 ._._punct_2';
  expect(claimsIn(parsed, { roles: 'Ames | said | it sank', act: {} })).toEqual(['happened: it | sink | -']);
});

it('gives each claim an id of its own, and points every slot at the text', () => {
  const { claims, text } = read(
    'Twelve_CD_nummod_2 people_NNS_nsubj_3 died_VBD_root_0 and_CC_cc_6 they_PRP_nsubj_6 sank_VBD_conj_3 it_PRP_obj_6 ._._punct_3',
  );
  expect(new Set(claims!.map(({ id }) => id)).size).toBe(2);
  expect(claims!.every(({ in: owner }) => owner === 'asrt_1')).toBe(true);
  for (const { subject, predicate, object } of claims!) {
    for (const slot of [subject, predicate, object]) {
      if (slot !== null) expect(slot.spans.map((span) => text.slice(...span)).join(' … ')).toBe(slot.text);
    }
  }
});
