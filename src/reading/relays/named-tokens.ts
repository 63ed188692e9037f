/** Which tokens stand in a name of somebody who may speak: a person, a body, or a place, whose government may be meant. */
import type { ReadDocument } from '../reading.ts';

const MAY_SPEAK = /^(?:person|organization|place)$/;

/**
 * A test of tokens. Names may stand in names, so each token is marked; linear in the text, and one look a question.
 *
 * @example
 * namedTokens(document)(3); // true in "said Ada Lund"
 */
export function namedTokens({ tokens, names = [] }: ReadDocument): (token: number) => boolean {
  const marked = new Uint8Array(tokens!.length);
  for (const { first, last, type } of names) if (MAY_SPEAK.test(type)) marked.fill(1, first, last);
  return (token) => marked[token] === 1;
}
