/**
 * The stage `gaps`: what the tagger of `statements` left open, by the parse and the cue lists. Statements are set right one by one
 * (`mend-statement.ts`), contents that go too far are cut (`split-contents.ts`), words on the other side of "she said" are added
 * (`join-parentheses.ts`); and sentences in which the tagger found no statement are looked through with the rules by which `relays` finds
 * statements within statements.
 *
 * Only rules that cost nothing on PolNeAR's articles are used here: the tagger is right more often than any of them. Linear in the tokens;
 * only sentences that hold a word of the cue lists are made into trees.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { markQuotations, OUTSIDE_MARKS } from '../../language/quotations/mark-quotations.ts';
import { type LemmaMemory, type Range, tokensIn } from '../acts/sentence-words.ts';
import type { Attribution, ReadDocument } from '../reading.ts';
import type { CueScout } from '../relays/cue-scout.ts';
import { rangesOf } from '../relays/role-of.ts';
import { giveSpeakers } from './behind-colon.ts';
import { newStatement } from './change-statement.ts';
import { findBeforeColon } from './find-beside.ts';
import { findUnfound } from './find-unfound.ts';
import { joinParentheses } from './join-parentheses.ts';
import { mendStatement } from './mend-statement.ts';
import { SentenceGrounds } from './sentence-grounds.ts';
import { splitContent } from './split-contents.ts';
import { TakenTokens } from './taken-tokens.ts';

/**
 * Makes the stage that adds to `statements` and mends them.
 *
 * @example
 * const read = createGapReader(lexicon, lemmas, cues);
 * read(document); // document.statements[0].why; // ['verb with a clause, where the tagger found nothing']
 */
export function createGapReader(
  lexicon: Lexicon,
  memory: LemmaMemory,
  scout: CueScout,
): (document: ReadDocument) => void {
  return (document) => {
    const grounds = new SentenceGrounds(document, lexicon, memory, scout);
    document.statements = new GapReader(document, lexicon, grounds).read();
  };
}

/** Confidence of a headline's source before a colon. */
const HEADLINE = 0.6;

class GapReader {
  private readonly document: ReadDocument;
  private readonly lexicon: Lexicon;
  private readonly grounds: SentenceGrounds;
  /** Whether each token stands in a headline. */
  private readonly headlines: Uint8Array;

  constructor(document: ReadDocument, lexicon: Lexicon, grounds: SentenceGrounds) {
    this.document = document;
    this.lexicon = lexicon;
    this.grounds = grounds;
    this.headlines = new Uint8Array(document.tokens!.length);
    for (const { kind, start, end } of document.blocks) {
      const { first, last } = tokensIn(document.tokens!, [start, end]);
      if (kind === 'headline') this.headlines.fill(1, first, last);
    }
  }

  read(): Attribution[] {
    const { statements, sentences } = this.document;
    const mended = statements!
      .map((statement) => mendStatement(this.document, this.grounds, statement))
      .flatMap((statement) => splitContent(this.document, this.grounds, statement));
    const taken = new TakenTokens(this.document, mended);
    const marks = markQuotations(this.document, this.lexicon);
    const found: Attribution[] = [];
    for (let s = 0; s < sentences!.length; s++) {
      const sentence = { first: sentences!.first[s], last: sentences!.last[s] };
      // Where all is taken, nothing can be found.
      if (taken.isAll(sentence)) continue;
      // What is said within a quotation is its speaker's.
      const isQuoted = ({ first }: Range): boolean => marks[first] !== OUTSIDE_MARKS;
      found.push(...this.unfound(sentence, taken).filter(({ cue }) => !rangesOf(this.document, cue).some(isQuoted)));
    }
    const kept = taken.without(found);
    const all = joinParentheses(this.document, this.grounds, [...kept, ...found]);
    return giveSpeakers(this.document, this.grounds, all).sort((a, b) => firstOffset(a) - firstOffset(b));
  }

  private unfound(sentence: Range, taken: TakenTokens): Attribution[] {
    const { isNamed } = this.grounds;
    const isHeadline = this.headlines[sentence.first] === 1;
    const beside = isHeadline ? findBeforeColon(this.grounds.wordsAt(sentence.first), isNamed) : null;
    const ground = beside === null ? this.grounds.of(sentence) : undefined;
    const found = ground === undefined ? [] : findUnfound(ground, (one) => taken.isFree(one), isNamed);
    if (beside !== null && taken.isFree(beside))
      found.push({ ...beside, confidence: HEADLINE, why: 'source before a colon' });
    return found.map(({ confidence, why, ...roles }) => newStatement(this.document, roles, confidence, why));
  }
}

const firstOffset = ({ source, cue, content }: Attribution): number =>
  Math.min(...[source, cue, content].map((role) => role?.spans[0][0] ?? Infinity));
