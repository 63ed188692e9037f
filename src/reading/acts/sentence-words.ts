/**
 * The words of a document as the rules for acts see them: dictionary form, lower case, tag; a place outside of the sentence
 * is an empty word. Dictionary forms are kept a form and tag, so that "said" is looked up once.
 */
import type { Lemmatizer } from '../../language/lemma/lemmatizer.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Sentences, Span, Tokens } from '../../text/document.ts';
import { verbOf } from './cue-lexicon.ts';

/** A run of tokens [first, last). */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * Whether two runs have a token in common.
 *
 * @example
 * overlaps({ first: 0, last: 3 }, { first: 2, last: 5 }); // true
 */
export function overlaps(a: Range, b: Range): boolean {
  return a.first < b.last && b.first < a.last;
}

const TAG_COUNT = XPOS_TAGS.length;
const VERB = UPOS_TAGS.indexOf('VERB');

/** Dictionary forms, kept for as long as the lexicon keeps the forms. */
export class LemmaMemory {
  private readonly known = new Map<number, string>();
  private generation = 0;
  private readonly lexicon: Lexicon;
  private readonly lemmatizer: Pick<Lemmatizer, 'lemma'>;

  constructor(lexicon: Lexicon, lemmatizer: Pick<Lemmatizer, 'lemma'>) {
    this.lexicon = lexicon;
    this.lemmatizer = lemmatizer;
  }

  /**
   * The dictionary form of a form with its tags, in lower case.
   *
   * @example
   * memory.lemma(lexicon.intern('denied'), VERB, VBD); // 'deny'
   */
  lemma(lexeme: number, upos: number, xpos: number): string {
    if (this.generation !== this.lexicon.generation) {
      this.known.clear();
      this.generation = this.lexicon.generation;
    }
    const key = (lexeme * UPOS_TAGS.length + upos) * TAG_COUNT + xpos;
    let lemma = this.known.get(key);
    if (lemma === undefined) {
      const lower = this.lexicon.lowers[lexeme];
      const verb = XPOS_TAGS[xpos].startsWith('VB') ? verbOf(lower) : undefined;
      lemma = verb ?? this.lemmatizer.lemma(lower, upos, xpos).toLowerCase();
      this.known.set(key, lemma);
    }
    return lemma;
  }

  /** The dictionary form that a form has as a verb, whatever its tag: headlines make nouns of "says" and "claims". */
  verbLemma(lower: string, lexeme: number): string {
    const tag = lower.endsWith('ing') ? 'VBG' : lower.endsWith('s') ? 'VBZ' : lower.endsWith('ed') ? 'VBD' : 'VB';
    return this.lemma(lexeme, VERB, XPOS_TAGS.indexOf(tag));
  }
}

/** The words of one sentence, by their token numbers. */
export class SentenceWords {
  readonly first: number;
  readonly last: number;
  readonly tokens: Tokens;
  private readonly lexicon: Lexicon;
  private readonly memory: LemmaMemory;

  constructor(tokens: Tokens, range: Range, lexicon: Lexicon, memory: LemmaMemory) {
    this.tokens = tokens;
    this.first = range.first;
    this.last = range.last;
    this.lexicon = lexicon;
    this.memory = memory;
  }

  has(t: number): boolean {
    return t >= this.first && t < this.last;
  }

  lower(t: number): string {
    return this.has(t) ? this.lexicon.lowers[this.tokens.lexeme[t]] : '';
  }

  /** The tag of the Penn Treebank. */
  tag(t: number): string {
    return this.has(t) ? XPOS_TAGS[this.tokens.xpos[t]] : '';
  }

  lemma(t: number): string {
    return this.has(t) ? this.memory.lemma(this.tokens.lexeme[t], this.tokens.upos[t], this.tokens.xpos[t]) : '';
  }

  /** The dictionary form that the word has as a verb, whatever its tag. */
  verbLemma(t: number): string {
    return this.has(t) ? this.memory.verbLemma(this.lower(t), this.tokens.lexeme[t]) : '';
  }
}

/**
 * The sentence that holds a token, found by halving.
 *
 * @example
 * sentenceOf(sentences, 12).first; // a number of at most 12
 */
export function sentenceOf(sentences: Sentences, token: number): Range {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences.first[middle] <= token) low = middle;
    else high = middle - 1;
  }
  return { first: sentences.first[low], last: sentences.last[low] };
}

/**
 * The tokens that a span of the text covers, found by halving.
 *
 * @example
 * tokensIn(tokens, [0, 12]); // { first: 0, last: 3 }
 */
export function tokensIn(tokens: Tokens, [start, end]: Span): Range {
  const first = lowerBound(tokens.end, tokens.length, start + 1);
  return { first, last: Math.max(first, lowerBound(tokens.start, tokens.length, end)) };
}

/** The first place of a rising column whose value is at least `wanted`. */
function lowerBound(column: Int32Array, length: number, wanted: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
