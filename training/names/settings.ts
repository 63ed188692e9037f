/** Every number that was tuned, in one place. */
import type { EncoderShape } from '../../src/language/network/encoder.ts';
import type { TrainingOptions } from '../network/trainable-encoder.ts';
import type { NameSet } from './gold.ts';

export const SEED = 20260518;

export const SHAPE: EncoderShape = {
  buckets: Number(process.env.BUCKETS ?? 65_536),
  features: Number(process.env.FEATS ?? 32),
  vector: 64,
  context: 0,
  hidden: Number(process.env.HIDDEN ?? 64),
  layers: Number(process.env.LAYERS ?? 1),
  outputs: 32,
};

export const TAGGER: TrainingOptions & { readonly rate: number } = {
  rate: Number(process.env.RATE ?? 0.002),
  inputDropout: Number(process.env.IN ?? 0.4),
  layerDropout: Number(process.env.OUT ?? 0.5),
  outputDropout: Number(process.env.OUT ?? 0.5),
  beta1: 0.9,
  beta2: 0.99,
  decay: 0,
  clip: 5,
};

export const EPOCHS = Number(process.env.EPOCHS ?? 8);

/** How many taggers teach the one that ships, and how long each learns. */
export const TEACHERS = Number(process.env.TEACHERS ?? 3);
export const TEACHER_EPOCHS = Number(process.env.TEACHER_EPOCHS ?? 4);

/** One silver passage in so many is met in an epoch: there are twice as many as gold ones, and they are worse. */
export const SILVER_EVERY = Number(process.env.SILVER ?? 4);

/** Tokens of a training step at most; longer documents are cut between sentences. */
export const LONGEST = 250;

/**
 * Shares of what training hides: of words, of the words of names, of their vectors, of known places, of the words beside a token,
 * of tags.
 */
export const HIDDEN = {
  word: Number(process.env.WORD ?? 0.2),
  name: Number(process.env.NAME ?? 0.5),
  vector: 0.4,
  place: 0.2,
  /** Of whole passages. */
  convention: 0.2,
  neighbour: Number(process.env.NEIGH ?? 0.2),
  tag: Number(process.env.TAG ?? 0.25),
};

/** Share of the words of names that are replaced by others of the same label. */
export const SWAPPED = Number(process.env.SWAP ?? 0.2);

/** One gold article in so many is met in small letters too, or in capitals. */
export const SMALL_EVERY = Number(process.env.SMALL ?? 4);
export const CAPITALS_EVERY = 20;

/** The set whose conventions the engine follows. */
export const CONVENTION: NameSet = (process.env.CONV as NameSet) ?? 'uner';
