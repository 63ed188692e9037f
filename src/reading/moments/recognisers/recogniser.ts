import type { Expression, Sense } from '../expression.ts';
import type { Words } from '../words.ts';

/** A run of tokens that a recogniser has understood. */
export interface Recognised {
  readonly last: number;
  readonly sense: Sense;
}

/** Finds one kind of expression at a token. */
export interface Recogniser {
  readonly name: string;
  /** Classes of the words that may begin it; at other words it is not asked. */
  readonly begins: number;
  /** The expression that begins at token `t`, or null; looks at a bounded number of tokens. */
  at(words: Words, t: number): Recognised | null;
}

/**
 * The expression of what a recogniser found.
 *
 * @example
 * toExpression('weekday', 3, { last: 4, sense });
 */
export function toExpression(name: string, first: number, { last, sense }: Recognised): Expression {
  return { first, last, sense, mod: null, why: [name] };
}

/** What is in the form of a time and cannot be one: taken out of the way. */
export const NOTHING: Sense = { kind: 'nothing' };
