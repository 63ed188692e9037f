/** Every number that was tuned, in one place. */
import type { EncoderShape } from '../../src/language/network/encoder.ts';
import type { TrainingOptions } from '../network/trainable-encoder.ts';

export const SEED = 20260518;

export const SHAPE: EncoderShape = {
  buckets: 32_768,
  features: 64,
  vector: 64,
  hidden: Number(process.env.HIDDEN ?? 56),
  layers: 1,
  outputs: 32,
};

export const TAGGER: TrainingOptions & { readonly rate: number } = {
  rate: 0.002,
  inputDropout: Number(process.env.IN ?? 0.3),
  layerDropout: 0,
  outputDropout: Number(process.env.OUT ?? 0.35),
  beta1: 0.9,
  beta2: 0.99,
  decay: 0,
  clip: 5,
};

export const EPOCHS = Number(process.env.EPOCHS ?? 8);

/** The first epochs meet the silver names too; the last only the gold. */
export const SILVER_EPOCHS = Number(process.env.SILVER ?? 3);

/** Tokens of a training step at most; longer documents are cut between sentences. */
export const LONGEST = 250;

/** Shares of what training hides: of words, of the words of names, of their vectors, of the words beside a token, of tags. */
export const HIDDEN = {
  word: Number(process.env.WORD ?? 0.1),
  name: Number(process.env.NAME ?? 0.3),
  vector: 0.4,
  neighbour: 0.1,
  tag: Number(process.env.TAG ?? 0.1),
};

/** Share of the words of names that are replaced by others of the same label. */
export const SWAPPED = Number(process.env.SWAP ?? 0.2);
