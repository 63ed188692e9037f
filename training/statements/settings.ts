/** Every number that was tuned, in one place. */
import type { EncoderShape } from '../../src/language/network/encoder.ts';
import type { TrainingOptions } from '../network/trainable-encoder.ts';

export const SEED = 20260322;

export const SHAPE: EncoderShape = {
  buckets: 32_768,
  features: 64,
  vector: 64,
  context: 0,
  hidden: 40,
  layers: 2,
  outputs: 16,
};

export const TAGGER: TrainingOptions & {
  readonly epochs: number;
  readonly rate: number;
  readonly wordDropout: number;
  readonly longest: number;
} = {
  epochs: 5,
  rate: 0.002,
  inputDropout: 0.3,
  layerDropout: 0.4,
  outputDropout: 0.4,
  /** Share of tokens whose word features are hidden, so that rare words are met in training too. */
  wordDropout: 0.15,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0,
  clip: 5,
  /** Tokens of a training step at most; longer articles are cut between sentences. */
  longest: 250,
};

export const JOINTS = { buckets: 1 << 17, epochs: 4, rate: 0.1, decay: 1e-6 };

/** Rounds of the taggers of half the articles, whose findings the joining step learns from. */
export const HALF_EPOCHS = 3;
