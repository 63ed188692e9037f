/** Every number that was tuned, in one place. */
import type { EncoderShape } from '../../src/language/network/encoder.ts';
import type { TrainingOptions } from '../network/trainable-encoder.ts';

export const SEED = 20260322;

/** The tagger that ships. */
export const SHAPE: EncoderShape = {
  buckets: 32_768,
  features: 64,
  vector: 64,
  context: 128,
  hidden: 48,
  layers: 1,
  outputs: 16,
};

export const EPOCHS = 6;

/** How much of what the tagger learns is what the teachers expect; the rest is the gold. */
export const TAUGHT = 0.5;

/**
 * Of so many opinions of one teacher, its best and then drawn ones, the joining step learns on the segments of that of this number: what was
 * drawn errs where the tagger will, and is worth a point of linked more than what is best.
 */
export const JOINED = { of: 4, number: 2 };

export const TAGGER: TrainingOptions & {
  readonly rate: number;
  readonly wordDropout: number;
  readonly longest: number;
} = {
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
