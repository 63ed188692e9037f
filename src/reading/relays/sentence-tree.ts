/**
 * One sentence as the tree that the parser made of it: heads, children, and how far the words below a word reach. Relays make it only
 * for sentences in which a cue stands, claims of a whole document at once; its cost is words × depth.
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
  /** The first child of each token, and the next one with the same head; -1 is none. */
  private readonly firstChildren: Int32Array;
  private readonly siblings: Int32Array;

  constructor(tokens: Tokens, { first, last }: Range) {
    this.tokens = tokens;
    this.first = first;
    this.last = last;
    this.lefts = new Int32Array(last - first);
    for (let i = 0; i < last - first; i++) this.lefts[i] = first + i;
    this.rights = this.lefts.slice();
    this.firstChildren = new Int32Array(last - first).fill(-1);
    this.siblings = new Int32Array(last - first).fill(-1);
    for (let t = last - 1; t >= first; t--) {
      const head = this.head(t);
      if (head < 0 || head === t) continue;
      this.siblings[t - first] = this.firstChildren[head - first];
      this.firstChildren[head - first] = t;
    }
    for (let t = first; t < last; t++) {
      // Bounded by the words of the sentence, should the heads ever hold a circle.
      for (let at = this.head(t), steps = first; at >= 0 && steps < last; at = this.head(at), steps++) {
        if (t < this.lefts[at - first]) this.lefts[at - first] = t;
        else if (t > this.rights[at - first]) this.rights[at - first] = t;
        // What reaches so far has told those above it, or will.
        else break;
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

  /** The first token that hangs on one, or -1. */
  firstChild(of: number): number {
    return this.firstChildren[of - this.first];
  }

  /** The next token that hangs on the same one, or -1: for loops that must not make lists. */
  nextChild(child: number): number {
    return this.siblings[child - this.first];
  }

  /** The tokens that hang on one, in order. */
  children(of: number): number[] {
    const found: number[] = [];
    if (of < this.first || of >= this.last) return found;
    for (let t = this.firstChildren[of - this.first]; t >= 0; t = this.siblings[t - this.first]) found.push(t);
    return found;
  }

  /** The first child with one of the relations, or -1. */
  child(of: number, relations: ReadonlySet<string>): number {
    if (of < this.first || of >= this.last) return -1;
    for (let t = this.firstChildren[of - this.first]; t >= 0; t = this.siblings[t - this.first])
      if (relations.has(this.relation(t))) return t;
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
