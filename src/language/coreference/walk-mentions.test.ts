import { describe, expect, test } from 'vitest';
import { makeFacts, makeParsed } from '../../../test/samples/make-parsed.ts';
import type { BlockKind, NameType } from '../../text/document.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { WalkGround } from './walk-ground.ts';
import { type Chooser, type Thresholds, walkMentions } from './walk-mentions.ts';

const THRESHOLDS: Thresholds = { pronoun: 0.5, description: 0.5, name: 0.7, none: 1, unnamed: 1 };
const NOUNS = {
  mayor: 'person',
  minister: 'person',
  aide: 'person',
  brother: 'person',
  landlord: 'person',
  doctor: 'person',
  court: 'body',
  ministry: 'body',
} as const;
const GENDERS = { anna: 'female', josef: 'male', hanna: 'female', petr: 'male' } as const;

/** Takes the candidate that was mentioned last, with a probability, and gives the rest to none. */
const latest =
  (probability: number): Chooser =>
  ({ candidates }) =>
    Float64Array.from([...candidates, null], (_, c) => {
      if (c === 0) return probability;
      return c === candidates.length ? 1 - probability : 0;
    });

/** What each mention means, with why: "her = Anna Marek (pronoun model)"; an entity without a name by its first mention. */
function meanings(
  parsed: string,
  names: Readonly<Record<string, NameType>>,
  choose = latest(0.9),
  kinds: readonly BlockKind[] = [],
): string[] {
  const lexicon = new Lexicon();
  const document = makeParsed(lexicon, parsed, names, kinds);
  const ground = new WalkGround(document, lexicon, makeFacts(lexicon, NOUNS, GENDERS));
  const { mentions, decisions } = walkMentions(ground, choose, THRESHOLDS);
  const { start, end } = document.tokens!;
  const wordsOf = (i: number): string => document.text.slice(start[mentions[i].first], end[mentions[i].last - 1]);
  return mentions.map((_, i) => {
    const { entity, candidates, why } = decisions[i];
    const named = entity?.mentions.findLast(
      (m) => mentions[m].kind === 'name' && mentions[m].last - mentions[m].first > 1,
    );
    const meant = entity === null ? `${candidates.length} open` : wordsOf(named ?? entity.mentions[0]);
    return `${wordsOf(i)} = ${meant} (${why})`;
  });
}

const ANNA = 'Anna_NNP_nsubj_3 Marek_NNP_flat_1 spoke_VBD_root_0';
const JOSEF = 'Josef_NNP_nsubj_3 Marek_NNP_flat_1 spoke_VBD_root_0';
const MAREKS = { 'Anna Marek': 'person', 'Josef Marek': 'person', Marek: 'person' } as const;
const SURNAME = 'Marek_NNP_nsubj_2 left_VBD_root_0';

describe('pronouns', () => {
  test('a woman is no he', () => {
    expect(meanings(`${ANNA} | ${JOSEF} | She_PRP_nsubj_2 left_VBD_root_0`, MAREKS).at(-1)).toBe(
      'She = Anna Marek (pronoun model)',
    );
    expect(meanings(`${JOSEF} | ${ANNA} | He_PRP_nsubj_2 left_VBD_root_0`, MAREKS).at(-1)).toBe(
      'He = Josef Marek (pronoun model)',
    );
  });

  test('open where nobody is likely enough, or nobody fits', () => {
    expect(meanings(`${ANNA} | She_PRP_nsubj_2 left_VBD_root_0`, MAREKS, latest(0.45)).at(-1)).toContain('open');
    expect(meanings('She_PRP_nsubj_2 left_VBD_root_0', {})).toEqual(['She = 0 open (pronoun model, none fits)']);
  });

  test('who wrote the article is not meant', () => {
    const text = `By_IN_case_2 Anna_NNP_root_0 Marek_NNP_flat_2 || She_PRP_nsubj_2 left_VBD_root_0`;
    expect(meanings(text, MAREKS).at(-1)).toBe('She = Anna Marek (pronoun model)');
    expect(meanings(text, MAREKS, latest(0.9), ['byline']).at(-1)).toContain('none fits');
  });

  test('"I" is who speaks, and nobody that was told of', () => {
    expect(meanings(`${ANNA} | I_PRP_nsubj_2 left_VBD_root_0`, MAREKS).at(-1)).toContain('(speaker or hearer)');
  });
});

describe('a surname alone', () => {
  test('is the only bearer so far', () => {
    expect(meanings(`${ANNA} | ${SURNAME} | ${JOSEF}`, MAREKS)[1]).toBe(
      'Marek = Anna Marek (short name, the only one so far)',
    );
  });

  test('is open among two that are mentioned as often, however likely one is', () => {
    expect(meanings(`${ANNA} | ${JOSEF} | ${SURNAME}`, MAREKS, latest(0.99)).at(-1)).toContain('open');
  });

  test('is open before both', () => {
    expect(meanings(`${SURNAME} | ${ANNA} | ${JOSEF}`, MAREKS, latest(0.99))[0]).toContain('open');
  });

  test('is who is mentioned twice as often, where the model is sure too', () => {
    const text = `${JOSEF} | ${ANNA} | ${ANNA} | ${SURNAME}`;
    expect(meanings(text, MAREKS, latest(0.75)).at(-1)).toBe('Marek = Anna Marek (short name of several)');
    expect(meanings(text, MAREKS, latest(0.65)).at(-1)).toContain('open');
  });

  test('leaves the pronoun behind it as open as it is itself', () => {
    const text = `${ANNA} | ${JOSEF} | ${SURNAME} | He_PRP_nsubj_2 sat_VBD_root_0`;
    expect(meanings(text, MAREKS).at(-1)).toContain('open');
  });

  test('takes nothing from a role that only one of them has', () => {
    const mayor = 'Anna_NNP_nsubj_5 Marek_NNP_flat_1 is_VBZ_cop_5 the_DT_det_5 mayor_NN_root_0';
    const text = `${JOSEF} | ${mayor} | ${SURNAME} | The_DT_det_2 mayor_NN_nsubj_3 sat_VBD_root_0`;
    expect(meanings(text, MAREKS).at(-1)).toBe('The mayor = Anna Marek (same role)');
  });
});

describe('descriptions', () => {
  test('a predicate is its subject; a denied one is nobody', () => {
    const is = (words: string): string => `Hydrovel_NNP_nsubj_4 is_VBZ_cop_4 ${words}`;
    const names = { Hydrovel: 'organization' } as const;
    expect(meanings(is('a_DT_det_4 court_NN_root_0'), names).at(-1)).toBe('a court = Hydrovel (predicate)');
    const denied = 'Hydrovel_NNP_nsubj_5 is_VBZ_cop_5 not_RB_advmod_5 a_DT_det_5 court_NN_root_0';
    expect(meanings(denied, names).at(-1)).toBe('a court = 0 open (denied of its subject)');
  });

  test('somebody who is not the mayor is not meant by "the mayor"', () => {
    const denied = 'Josef_NNP_nsubj_6 Marek_NNP_flat_1 is_VBZ_cop_6 not_RB_advmod_6 the_DT_det_6 mayor_NN_root_0';
    expect(meanings(denied, MAREKS).at(-1)).toBe('the mayor = the mayor (first mention)');
  });

  test('"the aide" goes on with "a senior aide"; "his brother" is a brother of his own', () => {
    const aide =
      'A_DT_det_3 senior_JJ_amod_3 aide_NN_nsubj_4 left_VBD_root_0 | The_DT_det_2 aide_NN_nsubj_3 sat_VBD_root_0';
    expect(meanings(aide, {}).at(-1)).toBe('The aide = A senior aide (same role)');
    const brothers = `A_DT_det_2 brother_NN_nsubj_3 left_VBD_root_0 | ${JOSEF} | His_PRP$_nmod:poss_2 brother_NN_nsubj_3 sat_VBD_root_0`;
    expect(meanings(brothers, MAREKS, latest(0))).toContain('His brother = His brother (first mention)');
  });

  test('a body is known by the noun of its name, and by no other word of it', () => {
    const named = 'The_DT_det_4 Morrin_NNP_compound_4 River_NNP_compound_4 Commission_NNP_nsubj_5 met_VBD_root_0';
    const names = { 'Morrin River Commission': 'organization' } as const;
    const later = (noun: string): string => `${named} | The_DT_det_2 ${noun}_NN_nsubj_3 rose_VBD_root_0`;
    expect(meanings(later('commission'), names).at(-1)).toBe('The commission = Morrin River Commission (same role)');
    expect(meanings(later('river'), names)).toHaveLength(1);
    expect(meanings(later('commission').replace(named, 'It_PRP_nsubj_2 rained_VBD_root_0'), {})).toHaveLength(1);
  });

  test('a noun of a headline is nobody in particular', () => {
    expect(meanings('Doctor_NN_nsubj_2 says_VBZ_root_0', {})).toEqual(['Doctor = 0 open (noun without an article)']);
  });

  test('the role before a name, and behind it', () => {
    const before = 'The_DT_det_2 mayor_NN_nsubj_6 ,_,_punct_4 Anna_NNP_appos_2 Marek_NNP_flat_4 spoke_VBD_root_0';
    expect(meanings(before, MAREKS)[0]).toContain('= Anna Marek (role of an apposition)');
    const behind =
      'Anna_NNP_nsubj_7 Marek_NNP_flat_1 ,_,_punct_5 the_DT_det_5 mayor_NN_appos_1 ,_,_punct_1 spoke_VBD_root_0';
    expect(meanings(behind, MAREKS)[1]).toBe('the mayor = Anna Marek (role of an apposition)');
  });

  test('two that are joined are several, and the same two again', () => {
    const both =
      'Anna_NNP_nsubj_6 Marek_NNP_flat_1 and_CC_cc_4 Josef_NNP_conj_1 Marek_NNP_flat_4 spoke_VBD_root_0 | They_PRP_nsubj_2 left_VBD_root_0';
    const found = meanings(both, MAREKS);
    expect(found[0]).toBe('Anna Marek and Josef Marek = Anna Marek and Josef Marek (joint mention)');
    expect(found.at(-1)).toBe('They = Anna Marek and Josef Marek (pronoun model)');
  });
});
