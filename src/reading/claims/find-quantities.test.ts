import { describe, expect, it } from 'vitest';
import { makeParsed } from '../../../test/samples/make-parsed.ts';
import { sampleLemmas } from '../../../test/samples/sample-lemmas.ts';
import { Lexicon } from '../../language/lexicon/lexicon.ts';
import { createMomentReader } from '../moments/read-moments.ts';
import { QuantityFinder } from './find-quantities.ts';

/** Quantities as lines: "atLeast 12 person". Each word hangs on the next one, which is enough for what a number counts. */
function quantitiesIn(tagged: string): string[] {
  const lexicon = new Lexicon();
  const words = tagged.split(' ');
  const parsed = words.map(
    (word, n) => `${word}_${word.endsWith('_CD') ? 'nummod' : 'dep'}_${n + 1 === words.length ? 0 : n + 2}`,
  );
  const document = makeParsed(lexicon, parsed.join(' '));
  createMomentReader(lexicon)(document);
  const finder = new QuantityFinder(lexicon, sampleLemmas(lexicon));
  return finder.find(document).map(({ quantity: { comparison, value, least, most, unit, counted } }) => {
    const amount = value ?? `${least ?? ''}..${most ?? ''}`;
    return [comparison, amount, ...(unit === null ? [] : [unit]), ...(counted === null ? [] : [counted.lemma])].join(
      ' ',
    );
  });
}

describe('quantities', () => {
  it.each([
    ['twelve_CD people_NNS died_VBD', 'exactly 12 person'],
    ['twenty_CD -_HYPH three_CD people_NNS died_VBD', 'exactly 23 person'],
    ['two_CD hundred_CD and_CC six_CD boats_NNS sank_VBD', 'exactly 206 boat'],
    ['at_IN least_JJS 12_CD people_NNS died_VBD', 'atLeast 12 person'],
    ['no_DT fewer_JJR than_IN 12_CD people_NNS died_VBD', 'atLeast 12 person'],
    ['12_CD or_CC more_JJR died_VBD', 'atLeast 12'],
    ['up_RB to_IN 5,500_CD km_NN away_RB', 'atMost 5500 kilometre'],
    ['as_RB many_JJ as_IN sixty_CD people_NNS came_VBD', 'atMost 60 person'],
    ['more_JJR than_IN 40_CD people_NNS died_VBD', 'moreThan 40 person'],
    ['fewer_JJR than_IN 50_CD beds_NNS are_VBP free_JJ', 'lessThan 50 bed'],
    ['nearly_RB 900_CD workers_NNS left_VBD', 'about 900 worker'],
    ['10_CD to_IN 15_CD boats_NNS left_VBD', 'between 10..15 boat'],
    ['between_IN 10_CD and_CC 15_CD boats_NNS left_VBD', 'between 10..15 boat'],
    ['between_IN 12_CD and_CC 14_CD million_CD crowns_NNS', 'between 12000000..14000000 crown'],
    ['dozens_NNS of_IN boats_NNS left_VBD', 'about 24.. boat'],
    ['hundreds_NNS of_IN boats_NNS left_VBD', 'about 200.. boat'],
    ['a_DT dozen_NN boats_NNS left_VBD', 'about 12 boat'],
    ['half_NN of_IN the_DT boats_NNS left_VBD', 'exactly 50 percent boat'],
    ['two_CD thirds_NNS of_IN boats_NNS left_VBD', 'exactly 66.67 percent boat'],
    ['38_CD per_IN cent_NN voted_VBD', 'exactly 38 percent'],
    ['$_$ 4.5_CD million_CD went_VBD', 'exactly 4500000 dollar'],
    ['€_$ 3_CD bn_NN went_VBD', 'exactly 3000000000 euro'],
    ['840_CD cubic_JJ meters_NNS of_IN water_NN', 'exactly 840 cubic metre'],
    ['1.5_CD km_NN off_IN', 'exactly 1.5 kilometre'],
    ['no_DT boats_NNS left_VBD', 'exactly 0 boat'],
    ['no_DT one_NN left_VBD', 'exactly 0'],
    ['nobody_NN left_VBD', 'exactly 0'],
    ['for_IN 47_CD minutes_NNS', 'exactly 47 minute'],
    ['four_CD of_IN the_DT nine_CD boats_NNS sank_VBD', 'exactly 4 boat'],
    ['one_CD of_IN the_DT boats_NNS sank_VBD', 'exactly 1 boat'],
  ])('%s', (tagged, line) => expect(quantitiesIn(tagged)).toEqual([line]));

  it.each([
    ['an age', 'Hatch_NNP ,_, 34_CD ,_, left_VBD'],
    ['an age', 'a_DT 17_CD -_HYPH year_NN -_HYPH old_JJ student_NN'],
    ['a date', 'on_IN 12_CD May_NNP 2026_CD he_PRP left_VBD'],
    ['a time', 'at_IN 9:52_CD p.m._RB he_PRP left_VBD'],
    ['a year', 'in_IN 1978_CD he_PRP left_VBD'],
    ['a score', 'they_PRP won_VBD 3_CD -_HYPH 1_CD'],
    ['a model', 'the_DT F_NNP -_HYPH 16_CD crossed_VBD it_PRP'],
    ['a number that is none', 'rated_VBD 5.0/5_CD by_IN readers_NNS'],
    ['how far one number is from another', 'three_CD more_JJR than_IN allowed_VBN'],
    ['a rank', 'the_DT third_JJ of_IN them_PRP'],
    ['words of objects in code', 'constructor_NN toString_NN __proto___NN'],
    ['"no" as an answer', 'no_UH ,_, he_PRP said_VBD'],
    ['"no longer"', 'no_RB longer_RBR open_JJ'],
    ['a deadline', 'within_IN two_CD years_NNS'],
  ])('finds none in %s: %s', (_, tagged) => expect(quantitiesIn(tagged)).toEqual([]));

  it('is linear in numbers without an end', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `${n % 90}_CD`).join(' ');
    expect(() => quantitiesIn(many)).not.toThrow();
  });
});
