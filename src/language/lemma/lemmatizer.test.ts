import { describe, expect, it } from 'vitest';
import { UPOS_TAGS, XPOS_TAGS } from '../tag/tags.ts';
import { applyRule, Lemmatizer, NO_ENDING, plainForm } from './lemmatizer.ts';

const weights = {
  name: 'lemma',
  meta: {
    rules: {
      'NOUN NNS': { keepsCase: false, endings: `${NO_ENDING} 1 ies 3y ^men 2an series 0` },
      'AUX VBD': { keepsCase: false, endings: '^was 3be' },
      'PROPN NNP': { keepsCase: true, endings: '' },
    },
  },
  arrays: {},
};

describe('Lemmatizer', () => {
  const lemmatizer = new Lemmatizer(weights);
  it.each([
    ['officials', 'NOUN', 'NNS', 'official'],
    ['Countries', 'NOUN', 'NNS', 'country'],
    ['men', 'NOUN', 'NNS', 'man'],
    ['omens', 'NOUN', 'NNS', 'omen'],
    ['series', 'NOUN', 'NNS', 'series'],
    ['WAS', 'AUX', 'VBD', 'be'],
    ['Reuters', 'PROPN', 'NNP', 'Reuters'],
    ['Said', 'VERB', 'VBD', 'said'],
  ])('%s as %s %s is %s', (form, upos, xpos, lemma) => {
    expect(lemmatizer.lemma(form, UPOS_TAGS.indexOf(upos), XPOS_TAGS.indexOf(xpos))).toBe(lemma);
  });

  it('looks at no more than the end of a form of any length', () => {
    expect(lemmatizer.lemma(`${'a'.repeat(1e6)}ies`, UPOS_TAGS.indexOf('NOUN'), XPOS_TAGS.indexOf('NNS'))).toMatch(
      /ay$/,
    );
  });
});

describe('applyRule', () => {
  it.each([
    ['countries', '3y', 'country'],
    ['said', '2y', 'say'],
    ['an', '9x', 'x'],
    ['run', '0', 'run'],
  ])('%s by %s', (form, rule, result) => expect(applyRule(form, rule)).toBe(result));
});

describe('plainForm', () => {
  it('straightens apostrophes, and keeps capitals where asked', () => {
    expect(plainForm('N’T', false)).toBe("n't");
    expect(plainForm('O’Neill', true)).toBe("O'Neill");
  });
});
