/** Dictionary forms without a model, for tests of stages that ask for them. */
import { Lemmatizer } from '../../src/language/lemma/lemmatizer.ts';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { LemmaMemory } from '../../src/reading/acts/sentence-words.ts';

const RULES = {
  'VERB VBD': {
    keepsCase: false,
    endings: 'ed 2 ^died 1 ^damaged 1 ^carried 3y ^was 3be ^were 4be ^sank 3ink ^closed 1 ^collided 1 ∅ 0',
  },
  'VERB VBN': { keepsCase: false, endings: 'ed 2 ^injured 1 ^closed 1 ^held 4hold ∅ 0' },
  'VERB VBZ': { keepsCase: false, endings: 's 1 ^is 2be' },
  'NOUN NNS': { keepsCase: false, endings: 's 1 ^people 6person' },
};

/**
 * Dictionary forms of regular words, and of the irregular ones of the tests.
 *
 * @example
 * sampleLemmas(lexicon).lemma(lexicon.intern('people'), NOUN, NNS); // 'person'
 */
export function sampleLemmas(lexicon: Lexicon): LemmaMemory {
  return new LemmaMemory(lexicon, new Lemmatizer({ name: 'lemma', meta: { rules: RULES }, arrays: {} }));
}
