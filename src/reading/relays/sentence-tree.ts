/**
 * One sentence as the tree that the parser made of it: heads, children, and how far the words below a word reach. Made only for
 * sentences in which a cue stands; its cost is words × depth.
 */
import { RELATIONS } from '../../language/parse/relations.ts';
import type { Tokens } from '../../text/document.ts';
import type { Range } from '../acts/sentence-words.ts';

export class SentenceTree {
  private readonly tokens: Tokens;
  private readonly first: number;
  private readonly last: number;
  /** First and last token below each token, itself counted. */
  private readonly lefts: Int32Array;
  private readonly rights: Int32Array;

  constructor(tokens: Tokens, { first, last }: Range) {
    this.tokens = tokens;
    this.first = first;
    this.last = last;
    this.lefts = Int32Array.from({ length: last - first }, (_, i) => first + i);
    this.rights = Int32Array.from(this.lefts);
    for (let t = first; t < last; t++) {
      // Bounded by the words of the sentence, should the heads ever hold a circle.
      for (let at = this.head(t), steps = first; at >= 0 && steps < last; at = this.head(at), steps++) {
        if (t < this.lefts[at - first]) this.lefts[at - first] = t;
        if (t > this.rights[at - first]) this.rights[at - first] = t;
      }
    }
  }

  /** The token that one hangs on, or -1 for the root and for what hangs outside of the sentence. */
  head(t: number): number {
    const head = this.tokens.head[t];
    return head >= this.first && head < this.last ? head : -1;
  }

  /** The relation to the head, as UD writes it. */
  relation(t: number): string {
    return RELATIONS[this.tokens.relation[t]];
  }

  /** The tokens that hang on one, in order. */
  children(of: number): number[] {
    const found: number[] = [];
    for (let t = this.first; t < this.last; t++) if (this.tokens.head[t] === of && t !== of) found.push(t);
    return found;
  }

  /** The first child with one of the relations, or -1. */
  child(of: number, relations: ReadonlySet<string>): number {
    for (let t = this.first; t < this.last; t++)
      if (this.tokens.head[t] === of && t !== of && relations.has(this.relation(t))) return t;
    return -1;
  }

  /** The first token below one, itself counted. */
  left(t: number): number {
    return this.lefts[t - this.first];
  }

  /** The last token below one, itself counted. */
  right(t: number): number {
    return this.rights[t - this.first];
  }
}
