/** Every number that was tuned, in one place. */
import type { EncoderShape } from '../../src/language/network/encoder.ts';
import type { TrainingOptions } from '../network/trainable-encoder.ts';
import type { NameSet } from './gold.ts';

export const SEED = 20260518;

export const SHAPE: EncoderShape = {
  buckets: 65_536,
  features: 32,
  vector: 64,
  context: 128,
  hidden: 64,
  layers: 1,
  outputs: 32,
};

/** Taggers that have not seen what they tag (unseen-taggers.ts): parts of the treebanks, and how each is learned. */
export const TAGGERS = { parts: 3, bits: 21, epochs: 4, margin: 5, dropped: 50, seed: SEED };

export const TAGGER: TrainingOptions & { readonly rate: number } = {
  rate: 0.002,
  inputDropout: 0.4,
  layerDropout: 0.5,
  outputDropout: 0.5,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0,
  clip: 5,
};

export const EPOCHS = 6;

/** How much of what is learned of texts with gold names is what teachers expect; the rest is the gold. */
export const TAUGHT = 0.5;

/** One silver passage in so many is met in an epoch: there are twice as many as gold ones, and they are worse. */
export const SILVER_EVERY = 2;

/** Tokens of a training step at most; longer documents are cut between sentences. */
export const LONGEST = 50;

/**
 * Shares of what training hides: of words, of the words of names, of their vectors, of known places, of the words beside a token,
 * of tags.
 */
export const HIDDEN = {
  word: 0.2,
  name: 0.5,
  vector: 0.4,
  place: 0.2,
  /** Of whole passages. */
  convention: 0.2,
  neighbour: 0.2,
  tag: 0.25,
};

/** Share of the words of names that are replaced by others of the same label. */
export const SWAPPED = 0.2;

/** One gold article in so many is met in small letters too, or in capitals. */
export const SMALL_EVERY = 4;
export const CAPITALS_EVERY = 20;

/** Names of a lower probability are left out: F1 is best about here on each development set. */
export const LEAST = 0.45;

/** The set whose conventions the engine follows. */
export const CONVENTION: NameSet = 'uner';
