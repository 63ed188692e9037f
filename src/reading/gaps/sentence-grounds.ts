/** What the rules look at, a sentence at a time: its words, its tree without the dateline, and the tokens that may be cues; each made once. */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { type LemmaMemory, type Range, SentenceWords, sentenceOf } from '../acts/sentence-words.ts';
import type { ReadDocument } from '../reading.ts';
import type { CueScout } from '../relays/cue-scout.ts';
import { namedTokens } from '../relays/named-tokens.ts';
import type { Ground } from '../relays/relay.ts';
import { SentenceTree } from '../relays/sentence-tree.ts';
import { afterDateline } from './after-dateline.ts';
import type { IsNamed } from './find-beside.ts';

export class SentenceGrounds {
  private readonly document: ReadDocument;
  private readonly lexicon: Lexicon;
  private readonly memory: LemmaMemory;
  private readonly scout: CueScout;
  private readonly made = new Map<number, Ground | undefined>();
  /** Whether a token stands in a name of somebody who may speak. */
  readonly isNamed: IsNamed;

  constructor(document: ReadDocument, lexicon: Lexicon, memory: LemmaMemory, scout: CueScout) {
    this.document = document;
    this.lexicon = lexicon;
    this.memory = memory;
    this.scout = scout;
    this.isNamed = namedTokens(document);
  }

  /**
   * The words of a token's sentence.
   *
   * @example
   * grounds.wordsAt(12).first; // a number of at most 12
   */
  wordsAt(token: number): SentenceWords {
    return this.wordsOf(sentenceOf(this.document.sentences!, token));
  }

  /** The ground of a sentence; undefined where none of its words can be a cue. */
  of(sentence: Range): Ground | undefined {
    if (this.made.has(sentence.first)) return this.made.get(sentence.first);
    const tokens = this.document.tokens!;
    const words = this.wordsOf(sentence);
    const region = { first: afterDateline(words), last: sentence.last };
    const scouted = this.scout.look(tokens, words, region);
    const ground = scouted && { words, tree: new SentenceTree(tokens, region), region, scouted, next: null };
    this.made.set(sentence.first, ground);
    return ground;
  }

  /** The ground of a token's sentence. */
  at(token: number): Ground | undefined {
    return this.of(sentenceOf(this.document.sentences!, token));
  }

  private wordsOf(sentence: Range): SentenceWords {
    return new SentenceWords(this.document.tokens!, sentence, this.lexicon, this.memory);
  }
}
