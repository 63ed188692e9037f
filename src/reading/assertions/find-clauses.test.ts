import { describe, expect, test } from 'vitest';
import { makeAttributions, type SampleRoles } from '../../../test/samples/make-attributions.ts';
import { makeTagged } from '../../../test/samples/make-tagged.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { BlockKind } from '../../text/document.ts';
import { createVoiceMarker } from '../voices/mark-voices.ts';
import { findClauses } from './find-clauses.ts';

function clausesIn(tagged: string, roles: readonly SampleRoles[] = [], kinds: readonly BlockKind[] = []): string[] {
  const lexicon = new Lexicon();
  const document = makeTagged(lexicon, tagged, kinds);
  document.statements = makeAttributions(document.text, roles);
  createVoiceMarker(lexicon)(document);
  const { start, end } = document.tokens!;
  return findClauses(document, lexicon).map(({ first, last }) => document.text.slice(start[first], end[last - 1]));
}

describe('asserted', () => {
  test.each<[string, string[]]>([
    ['The_DT cable_NN parted_VBD ._.', ['The cable parted .']],
    ['The_DT talks_NNS began_VBD in_IN 2019_CD ._.', ['The talks began in 2019 .']],
    ['The_DT bell_NN rang_VBD ,_, and_CC the_DT crew_NN left_VBD ._.', ['The bell rang', 'the crew left .']],
    ['The_DT bell_NN rang_VBD ;_: the_DT crew_NN left_VBD ._.', ['The bell rang', 'the crew left .']],
    ['One_CD sank_VBD today_NN ,_, while_IN the_DT other_JJ floats_VBZ ._.', ['One sank today', 'the other floats .']],
    ["The_DT “_`` safe_JJ ”_'' cable_NN parted_VBD ._.", ['The “ safe ” cable parted .']],
  ])('%s', (tagged, clauses) => {
    expect(clausesIn(tagged)).toEqual(clauses);
  });

  test.each<[string, string[]]>([
    [
      'Crews_NNS cut_VBD ,_, paint_VBP and_CC sand_VBP the_DT boats_NNS ._.',
      ['Crews cut , paint and sand the boats .'],
    ],
    ['She_PRP saw_VBD nets_NNS ,_, and_CC rope_NN ,_, and_CC oil_NN ._.', ['She saw nets , and rope , and oil .']],
  ])('not cut: %s', (tagged, clauses) => {
    expect(clausesIn(tagged)).toEqual(clauses);
  });

  test.each<[string, SampleRoles, string[]]>([
    [
      'Ames_NNP resigned_VBD in_IN May_NNP and_CC said_VBD it_PRP was_VBD late_JJ ._.',
      ['Ames', 'said', 'it was late'],
      ['Ames resigned in May'],
    ],
    [
      "“_`` No_UH ”_'' ,_, said_VBD Ames_NNP ,_, who_WP led_VBD the_DT rescue_NN ._.",
      ['Ames', 'said', '“ No ”'],
      ['Ames , who led the rescue'],
    ],
    [
      'Twelve_CD people_NNS died_VBD ,_, in_IN what_WP Ames_NNP called_VBD a_DT mishap_NN ._.',
      ['Ames', 'called', 'a mishap'],
      ['Twelve people died'],
    ],
    [
      'It_PRP sank_VBD ,_, Ames_NNP said_VBD it_PRP burned_VBD ,_, and_CC the_DT crew_NN fled_VBD ._.',
      ['Ames', 'said', 'it burned'],
      ['the crew fled'],
    ],
    [
      'It_PRP was_VBD dark_JJ ,_, but_CC Ames_NNP said_VBD she_PRP saw_VBD it_PRP ._.',
      ['Ames', 'said', 'she saw it'],
      ['It was dark'],
    ],
  ])('beside a statement: %s', (tagged, roles, clauses) => {
    expect(clausesIn(tagged, [roles])).toEqual(clauses);
  });

  test.each<[BlockKind, string]>([
    ['headline', 'Twelve_CD dead_JJ after_IN ferry_NN sinks_VBZ'],
    ['headline', 'New_JJ bridge_NN for_IN Harsel_NNP'],
    ['standfirst', 'Divers_NNS to_TO resume_VB search_NN'],
    ['caption', 'Divers_NNS at_IN the_DT landing_NN ._.'],
    ['list', 'The_DT school_NN is_VBZ closed_VBN'],
  ])('%s: %s', (kind, tagged) => {
    expect(clausesIn(tagged, [], [kind])).toEqual([tagged.replaceAll(/_\S+/g, '')]);
  });
});

describe('not asserted', () => {
  test.each([
    'Who_WP cut_VBD the_DT cable_NN ?_.',
    'They_PRP lied_VBD to_IN us_PRP !_.',
    'Read_VB more_JJR about_IN the_DT ferry_NN ._.',
    'A_DT dark_JJ and_CC rainy_JJ night_NN ._.',
    'It_PRP sank_VBD ._.',
    'The_DT cable_NN parted_VBD ,_, police_NNS said_VBD on_IN Monday_NNP ._.',
    'It_PRP took_VBD an_DT hour_NN ,_, Novak_NNP ,_, an_DT expert_NN ,_, estimates_NNS ._.',
    'The_DT cable_NN parted_VBD ,_, according_VBG to_IN police_NNS ._.',
    "“_`` The_DT cable_NN parted_VBD at_IN noon_NN ._. ”_''",
  ])('%s', (tagged) => {
    expect(clausesIn(tagged)).toEqual([]);
  });

  test.each<[string, SampleRoles]>([
    ['Ames_NNP said_VBD it_PRP was_VBD late_JJ ._.', ['Ames', 'said', 'it was late']],
    ['On_IN Monday_NNP Ames_NNP told_VBD reporters_NNS it_PRP sank_VBD ._.', ['Ames', 'told', 'it sank']],
    ['The_DT firm_NN has_VBZ repeatedly_RB denied_VBN the_DT claim_NN ._.', ['The firm', 'denied', 'the claim']],
    ['The_DT judge_NN who_WP leads_VBZ it_PRP urged_VBD calm_NN ._.', [null, 'urged', 'calm']],
    ['If_IN Bell_NNP loses_VBZ Cole_NNP wins_VBZ ,_, Ames_NNP said_VBD ._.', ['Ames', 'said', 'Cole wins']],
    ['Ames_NNP said_VBD it_PRP burned_VBD which_WDT would_MD include_VB boats_NNS ._.', ['Ames', 'said', 'it burned']],
    ['A_DT source_NN there_RB hinted_VBD that_IN it_PRP sank_VBD ._.', [null, null, 'that it sank']],
    ['Bell_NNP ,_, to_TO whom_WP I_PRP put_VBD this_DT ,_, said_VBD no_UH ._.', ['Bell', 'said', 'no']],
  ])('beside a statement: %s', (tagged, roles) => {
    expect(clausesIn(tagged, [roles])).toEqual([]);
  });

  test.each<[BlockKind, string]>([
    ['byline', 'Ana_NNP Prokic_NNP reports_VBZ from_IN Harsel_NNP'],
    ['credit', 'The_DT agency_NN contributed_VBD to_IN this_DT ._.'],
    ['quotation', 'We_PRP were_VBD not_RB warned_VBN ._.'],
    ['headline', 'How_WRB the_DT ferry_NN sank_VBD'],
    ['headline', 'FERRY-INQUIRY_NNP WRAPUP_NNP 3_CD'],
    ['caption', 'Photograph_NN by_IN Fenna_NNP Ruiz_NNP'],
    ['caption', '(_-LRB- Ana_NNP Prokic_NNP )_-RRB-'],
  ])('%s: %s', (kind, tagged) => {
    expect(clausesIn(tagged, [], [kind])).toEqual([]);
  });

  test('a heading among paragraphs', () => {
    expect(clausesIn('What_WP happened_VBD on_IN Monday_NNP || The_DT cable_NN parted_VBD ._.')).toEqual([
      'The cable parted .',
    ]);
  });
});
