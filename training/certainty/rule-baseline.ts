/**
 * The rule that the learned model is compared with: an event is certain; a modal, "if" or "to" before it leaves it open, and a
 * negation turns it round.
 */
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import type { Event } from './events.ts';

const OPEN: Readonly<Record<string, number>> = {
  may: 1,
  might: 1,
  could: 1,
  would: 1,
  should: 1,
  will: 2,
  can: 1.5,
  if: 0,
  unless: 0,
  to: 1,
  possibly: 1,
  perhaps: 1,
  probably: 2,
  likely: 2,
};
const NEGATIONS = new Set(['not', "n't", 'never', 'no']);
const REACH = 4;

/**
 * The rule's factuality, −3 … 3.
 *
 * @example
 * ruleFactuality(event, lexicon); // 3
 */
export function ruleFactuality({ tokens, token }: Event, lexicon: Lexicon): number {
  let value = 3;
  let sign = 1;
  for (let t = Math.max(0, token - REACH); t < token; t++) {
    const lower = lexicon.lowers[tokens.lexeme[t]];
    value = Math.min(value, OPEN[lower] ?? value);
    if (NEGATIONS.has(lower)) sign = -sign;
  }
  return sign * value;
}
