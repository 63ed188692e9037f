/**
 * What the rules for actors look up in a document: the words of a token's sentence, the name and the mentions over a token.
 * Made once a document, in one pass over its names; every look-up reads a few neighbours.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { markQuotations, OUTSIDE_MARKS } from '../../language/quotations/mark-quotations.ts';
import type { Mention, Name, Span, Tokens } from '../../text/document.ts';
import { type LemmaMemory, type Range, SentenceWords, sentenceOf, tokensIn } from '../acts/sentence-words.ts';
import type { ReadDocument } from '../reading.ts';

/** How many mentions that begin before a token are looked at for one that covers it. */
const NESTED = 24;

export class Ground {
  readonly document: ReadDocument;
  readonly tokens: Tokens;
  readonly mentions: readonly Mention[];
  private readonly lexicon: Lexicon;
  private readonly memory: LemmaMemory;
  /** The outermost name over each token, by its index in `document.names`, or -1. */
  private readonly names: Int32Array;
  private words: SentenceWords | null = null;
  private quotation: Uint8Array | null = null;
  private bylines: Uint8Array | null = null;

  constructor(document: ReadDocument, lexicon: Lexicon, memory: LemmaMemory) {
    this.document = document;
    this.tokens = document.tokens!;
    this.mentions = document.mentions ?? [];
    this.lexicon = lexicon;
    this.memory = memory;
    this.names = new Int32Array(this.tokens.length).fill(-1);
    for (const [n, { first, last, parent }] of (document.names ?? []).entries())
      if (parent === null) this.names.fill(n, first, last);
  }

  /** The words of the sentence that holds a token. */
  wordsAt(token: number): SentenceWords {
    if (!this.words?.has(token))
      this.words = new SentenceWords(
        this.tokens,
        sentenceOf(this.document.sentences!, token),
        this.lexicon,
        this.memory,
      );
    return this.words;
  }

  /** The outermost name over a token. */
  nameAt(token: number): Name | undefined {
    const name = this.names[token] ?? -1;
    return name < 0 ? undefined : this.document.names![name];
  }

  /** The mentions that cover a token, the innermost first, by their index in `mentions`. */
  mentionsOver(token: number): number[] {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mentions[middle].first <= token) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let m = low - 1; m >= 0 && m >= low - NESTED; m--) if (this.mentions[m].last > token) found.push(m);
    return found.sort((a, b) => this.lengthOf(a) - this.lengthOf(b));
  }

  /** The position of the block that a token stands in. */
  blockOf(token: number): number {
    const { blocks } = this.document;
    let low = 0;
    for (let high = blocks.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (blocks[middle].end <= this.tokens.start[token]) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a token stands in a block that tells who wrote, and not what. */
  isByline(token: number): boolean {
    if (this.bylines === null) {
      this.bylines = new Uint8Array(this.tokens.length);
      for (const { kind, start, end } of this.document.blocks) {
        if (kind !== 'byline' && kind !== 'credit') continue;
        const { first, last } = tokensIn(this.tokens, [start, end]);
        this.bylines.fill(1, first, last);
      }
    }
    return this.bylines[token] === 1;
  }

  /** Whether a token stands in quotation marks. */
  isQuoted(token: number): boolean {
    this.quotation ??= markQuotations(this.document, this.lexicon);
    return this.quotation[token] !== OUTSIDE_MARKS;
  }

  /** The word as written. */
  form(token: number): string {
    return this.lexicon.forms[this.tokens.lexeme[token]];
  }

  lower(token: number): string {
    return this.lexicon.lowers[this.tokens.lexeme[token]];
  }

  /** The words of tokens [first, last), as they stand in the text; "" where there are none. */
  textOf({ first, last }: Range): string {
    return last <= first ? '' : this.document.text.slice(...this.spanOf({ first, last }));
  }

  spanOf({ first, last }: Range): Span {
    return [this.tokens.start[first], this.tokens.end[last - 1]];
  }

  private lengthOf(mention: number): number {
    return this.mentions[mention].last - this.mentions[mention].first;
  }
}
