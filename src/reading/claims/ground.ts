/**
 * A document as the rules for claims see it: words, tags, relations and dictionary forms by token number, the tree of all sentences at
 * once, and whose words each token is. Made once a document.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Span, Tokens } from '../../text/document.ts';
import type { LemmaMemory } from '../acts/sentence-words.ts';
import { type Range, tokensIn } from '../acts/sentence-words.ts';
import type { ReadDocument } from '../reading.ts';
import { SentenceTree } from '../relays/sentence-tree.ts';
import type { FoundQuantity } from './find-quantities.ts';

/** Owner of a token that no statement and no assertion holds. */
export const NOBODYS = -1;

export class Ground {
  readonly document: ReadDocument;
  readonly tokens: Tokens;
  readonly tree: SentenceTree;
  /** Index of the innermost statement, or the number of statements and the index of the assertion, that holds each token. */
  readonly owner: Int32Array;
  /** 1 where a token is part of a cue. */
  readonly isCue: Uint8Array;
  /** 1 where a token is part of a time that is no mere length. */
  readonly isTime: Uint8Array;
  /** 1 where a token is part of a quantity, with the words that say how it is meant. */
  readonly isQuantity: Uint8Array;
  /** 1 where a token stands in a headline, whose verbs are clipped. */
  readonly isHeadline: Uint8Array;
  private readonly lexicon: Lexicon;
  private readonly memory: LemmaMemory;

  constructor(document: ReadDocument, quantities: readonly FoundQuantity[], lexicon: Lexicon, memory: LemmaMemory) {
    this.document = document;
    this.tokens = document.tokens!;
    this.lexicon = lexicon;
    this.memory = memory;
    this.tree = new SentenceTree(this.tokens, { first: 0, last: this.tokens.length });
    this.owner = new Int32Array(this.tokens.length).fill(NOBODYS);
    this.isCue = new Uint8Array(this.tokens.length);
    this.isTime = new Uint8Array(this.tokens.length);
    this.isQuantity = new Uint8Array(this.tokens.length);
    this.isHeadline = new Uint8Array(this.tokens.length);
    this.fillOwners();
    this.fillTimes();
    for (const { quantity } of quantities) this.mark(this.isQuantity, quantity.span);
    for (const { kind, start, end } of document.blocks)
      if (kind === 'headline') this.mark(this.isHeadline, [start, end]);
  }

  word(t: number): string {
    return t >= 0 && t < this.tokens.length ? this.lexicon.lowers[this.tokens.lexeme[t]] : '';
  }

  tag(t: number): string {
    return t >= 0 && t < this.tokens.length ? XPOS_TAGS[this.tokens.xpos[t]] : '';
  }

  lemma(t: number): string {
    const { lexeme, upos, xpos } = this.tokens;
    return this.memory.lemma(lexeme[t], upos[t], xpos[t]);
  }

  /** The dictionary form that a word has as a verb, whatever its tag: "closed" and, in a headline, "sinks" may be tagged otherwise. */
  verbLemma(t: number): string {
    return this.tag(t).startsWith('VB') ? this.lemma(t) : this.memory.verbLemma(this.word(t), this.tokens.lexeme[t]);
  }

  relation(t: number): string {
    return this.tree.relation(t);
  }

  head(t: number): number {
    return this.tree.head(t);
  }

  /** The first child with a relation that begins so, or −1. */
  child(of: number, relation: string): number {
    for (let t = this.tree.firstChild(of); t >= 0; t = this.tree.nextChild(t))
      if (this.relation(t).startsWith(relation)) return t;
    return -1;
  }

  spanOf({ first, last }: Range): Span {
    return [this.tokens.start[first], this.tokens.end[last - 1]];
  }

  private fillTimes(): void {
    for (const { start, end, timex, basis } of this.document.moments ?? []) {
      if (timex?.type === 'DURATION' && basis !== 'relative:event') continue;
      this.mark(this.isTime, [start, end]);
    }
  }

  private mark(marks: Uint8Array, span: Span): void {
    const { first, last } = tokensIn(this.tokens, span);
    marks.fill(1, first, last);
  }

  private fillOwners(): void {
    const { statements = [], assertions = [] } = this.document;
    for (const [a, { start, end }] of assertions.entries()) {
      const { first, last } = tokensIn(this.tokens, [start, end]);
      this.owner.fill(statements.length + a, first, last);
    }
    // The innermost statement comes last and keeps its words.
    const inwards = statements.map((_, s) => s).sort((a, b) => statements[a].relayDepth - statements[b].relayDepth);
    for (const s of inwards) {
      for (const span of statements[s].content?.spans ?? []) {
        const { first, last } = tokensIn(this.tokens, span);
        this.owner.fill(s, first, last);
      }
      for (const span of statements[s].cue?.spans ?? []) this.mark(this.isCue, span);
    }
  }
}
