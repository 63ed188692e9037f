import type { Expression } from '../expression.ts';
import type { Words } from '../words.ts';

/** Changes what was found in one sentence: joins, widens or drops expressions, which stand in order and do not overlap. */
export interface Refiner {
  readonly name: string;
  refine(words: Words, found: readonly Expression[]): readonly Expression[];
}
