/**
 * How certain a text makes an event sound, whether it happened or not: from 0, open, to 3, certain. A sum of learned weights of
 * what stands around the word that tells it. The scale is that of event factuality (Saurí & Pustejovsky 2009; Stanovsky et al.
 * 2017), −3 … 3, without its sign.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Weights } from '../../language/weights/weights.ts';
import type { Tokens } from '../../text/document.ts';
import { certaintyFeatures } from './certainty-features.ts';
import type { Range } from './sentence-words.ts';

export const MOST_CERTAIN = 3;

/** @param weights the model `certainty`: arrays.table, and meta.scale, by which its bytes are multiplied */
export class CertaintyModel {
  private readonly table: ArrayLike<number>;
  private readonly scale: number;

  constructor(weights: Weights) {
    this.table = weights.arrays.table;
    this.scale = weights.meta.scale as number;
  }

  /**
   * The sum of the weights of an event, within ±3. Weights that learned the sign give factuality, those given out do not.
   *
   * @param range the tokens that may be looked at
   * @example
   * model.value(tokens, lexicon, 4, { first: 0, last: 9 }); // 2.7
   */
  value(tokens: Tokens, lexicon: Lexicon, event: number, range: Range): number {
    let sum = 0;
    for (const feature of certaintyFeatures(tokens, lexicon, event, range, this.table.length))
      sum += this.table[feature];
    return Math.max(-MOST_CERTAIN, Math.min(MOST_CERTAIN, sum * this.scale));
  }
}
