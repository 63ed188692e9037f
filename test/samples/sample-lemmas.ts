/** Dictionary forms without a model, for tests of stages that ask for them. */
import type { Weights } from '../../src/language/weights/weights.ts';

/** Weights of a lemmatiser that knows regular endings and the irregular words of the tests. */
export const SAMPLE_LEMMAS: Readonly<Record<string, Weights>> = {
  lemma: {
    name: 'lemma',
    meta: {
      rules: {
        'VERB VBD': {
          keepsCase: false,
          endings: 'ed 2 ^died 1 ^damaged 1 ^carried 3y ^was 3be ^were 4be ^sank 3ink ^closed 1 ^collided 1 ∅ 0',
        },
        'VERB VBN': { keepsCase: false, endings: 'ed 2 ^injured 1 ^closed 1 ^held 4hold ∅ 0' },
        'VERB VBZ': { keepsCase: false, endings: 's 1 ^is 2be' },
        'NOUN NNS': { keepsCase: false, endings: 's 1 ^people 6person' },
      },
    },
    arrays: {},
  },
};
