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
} = {
  epochs: Number(process.env.EPOCHS ?? 10),
  rate: Number(process.env.RATE ?? 0.002),
  inputDropout: Number(process.env.IN ?? 0.3),
  layerDropout: Number(process.env.LAYER ?? 0.3),
  outputDropout: Number(process.env.OUT ?? 0.3),
  /** Of the arc and relation vectors after the rectifier. */
  arcDropout: Number(process.env.ARC ?? 0.2),
  relationDropout: Number(process.env.REL ?? 0.2),
  /** Shares of tokens whose word features, or tag features, are hidden. */
  wordDropout: Number(process.env.WORD ?? 0.1),
  tagDropout: Number(process.env.TAGD ?? 0.1),
  beta1: 0.9,
  beta2: Number(process.env.BETA2 ?? 0.99),
  decay: 0,
  clip: 5,
  /** Tokens of a training step, about: sentences that follow each other. */
  passage: Number(process.env.PASSAGE ?? 300),
};

/** The taggers of parts of the treebanks, whose tags the parser learns on. */
export const TAGGERS = { parts: 5, bits: 21, epochs: 5, margin: 5, seed: SEED };
