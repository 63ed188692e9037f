/** Every number that was tuned, in one place. */
import type { EncoderShape } from '../../src/language/network/encoder.ts';
import type { ArcShape } from '../../src/language/parse/arcs.ts';
import type { TrainingOptions } from '../network/trainable-encoder.ts';

export const SEED = 20260411;

export const ARCS: ArcShape = { arc: 64, relation: 64 };

export const SHAPE: EncoderShape = {
  buckets: 32_768,
  features: 64,
  vector: 64,
  context: 0,
  hidden: 64,
  layers: 2,
  outputs: 2 * ARCS.arc + 2 * ARCS.relation,
};

export const PARSER: TrainingOptions & {
  readonly epochs: number;
  readonly rate: number;
  readonly arcDropout: number;
  readonly relationDropout: number;
  readonly wordDropout: number;
  readonly tagDropout: number;
  readonly passage: number;
  readonly silverEvery: number;
  readonly statementShare: number;
} = {
  epochs: 16,
  rate: 0.002,
  inputDropout: 0.1,
  layerDropout: 0.15,
  outputDropout: 0.15,
  /** Of the arc and relation vectors after the rectifier. */
  arcDropout: 0.1,
  relationDropout: 0.1,
  /** Shares of tokens whose word features, or tag features, are hidden. */
  wordDropout: 0.1,
  tagDropout: 0.1,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0,
  clip: 5,
  /** Tokens of a training step, about: sentences that follow each other. Fewer taught more than 120 did, and those more than 300. */
  passage: 60,
  /** One passage of news in so many is met in an epoch: there are three times as many as of the treebanks. */
  silverEvery: 4,
  /** How much the labels of statements weigh beside the trees. */
  statementShare: 1,
};

/** The taggers of parts of the treebanks, whose tags the parser learns on. */
export const TAGGERS = { parts: 5, bits: 21, epochs: 5, margin: 5, dropped: 50, seed: SEED };
