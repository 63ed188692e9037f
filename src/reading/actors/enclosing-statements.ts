/** In which statement's content the source of another one stands: there "I" is the speaker. */
import type { Attribution } from '../reading.ts';

/** How many statements before and behind one are looked at for that whose quotation it stands in. */
const ENCLOSING_REACH = 64;

/**
 * The statements of one document, in order of the text.
 *
 * @example
 * new EnclosingStatements(statements).of(4); // 3
 */
export class EnclosingStatements {
  private readonly statements: readonly Attribution[];
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(statements: readonly Attribution[]) {
    this.statements = statements;
    this.numbers = new Map(statements.map(({ id }, position) => [id, position]));
  }

  /** The position of the innermost statement in whose content a source stands. */
  of(position: number): number | undefined {
    const { parent, source } = this.statements[position];
    if (parent !== null) return this.numbers.get(parent);
    const [start, end] = source!.spans[0];
    let found: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (
      let i = Math.max(0, position - ENCLOSING_REACH);
      i < Math.min(this.statements.length, position + ENCLOSING_REACH);
      i++
    ) {
      if (i === position) continue;
      for (const [first, last] of this.statements[i].content?.spans ?? [])
        if (first <= start && end <= last && last - first < least) {
          found = i;
          least = last - first;
        }
    }
    return found;
  }
}
